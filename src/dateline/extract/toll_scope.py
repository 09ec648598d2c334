"""What a toll covers: one happening, a span of days, or the war so far."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.tree import Tree
from dateline.model.reading import Scope

_WAR: Final = r"(?:war|conflict|uprising|revolution|revolt|invasion|insurgency|rebellion|crisis|unrest|hostilities|protests|genocide)"
_CUMULATIVE: Final = re.compile(
    rf"\bsince (?:the |its |it |their |they |fighting |violence |{_WAR} )?(?:[\w'-]+ ){{0,5}}?(?:began|begun|started|start|outbreak|broke out|"
    rf"beginning|erupted|onset|{_WAR})\b"
    r"|\bsince (?:early |late |mid-?|about |around )?(?:\w+ )?(?:19|20)\d\d\b|\b(?:so far|already) this (?:year|month|week)\b|\bto date\b"
    r"|\bsince the (?:start|beginning|end) of\b|\bthis year alone\b"
    rf"|\b(?:\w+ )?(?:year|month|decade|week)s?(?:[ -]?old|[ -]?long)? (?:of )?(?:civil |the )?{_WAR}\b"
    rf"|\b(?:throughout|during|in|over the course of) the (?:\w+[ -]){{0,3}}{_WAR}\b"
    r"|\b(?:over|in|during|for) the (?:past|last) (?:[\w-]+ )?(?:years?|decades?)\b|\bsince January\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"\b(?:over|in|during|within|for) the (?:past|last|previous|preceding) (?:[\w-]+ )?(?:days|weeks?|months?|hours|fortnight)\b"
    r"|\b(?:over|in|during|after|within) (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:days|weeks|months)\b"
    r"|\bsince (?:last )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|dawn|midnight|(?:last )?(?:week|month)|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:two|three|four|five|six|seven|several)[ -](?:day|week|month)s? (?:of|battle|siege|offensive|operation|fighting|clashes)\b"
    r"|\bin recent (?:days|weeks|months)\b",
    re.IGNORECASE,
)
# "the deadliest attack since the war began" compares, it does not add up.
_COMPARED: Final = re.compile(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|highest|first|most \w+|fiercest)\b[^,;]{0,60}$",
    re.IGNORECASE,
)


def scopes(tree: Tree, triggers: Sequence[int]) -> list[Scope]:
    """Return the scope of each toll of a sentence, in the order given.

    A span that the sentence names covers the toll nearest to its words and those coordinated with that one; "killed 12,
    bringing the toll since 2011 to 4,000" holds one of each kind.

    Args:
        tree: the sentence.
        triggers: the token of each toll's trigger.
    """
    text = tree.text[tree.sentence.start : tree.sentence.end]
    for pattern, scope in ((_CUMULATIVE, Scope.CUMULATIVE), (_PERIOD, Scope.PERIOD)):
        found = pattern.search(text)
        if found and not _COMPARED.search(text, 0, found.start()):
            at = tree.sentence.start + found.start()
            here = next((k for k, token in enumerate(tree.tokens) if token.end > at), 0)
            nearest = min(triggers, key=lambda trigger: abs(trigger - here))
            return [scope if _together(tree, one, nearest) else Scope.INCIDENT for one in triggers]
    return [Scope.INCIDENT] * len(triggers)


def _together(tree: Tree, one: int, other: int) -> bool:
    """Whether two triggers are one or coordinated, so that a span covers both."""
    return one == other or _top(tree, one) == _top(tree, other)


def _top(tree: Tree, token: int) -> int:
    for _ in range(len(tree)):
        if tree.tokens[token].deprel not in ("conj", "amod", "acl", "nsubj", "obj", "xcomp"):
            break
        token = tree.head(token)
    return token
