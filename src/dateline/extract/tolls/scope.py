"""What a toll covers: one happening, a span of days, or the war so far."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.tree import Tree
from dateline.model.reading import Scope
from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.reference.lexicon import lexicon

_NUMERALS: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+)"
_STARTS: Final = r"(?:began|begun|started|start|opened|outbreak|broke out|beginning|erupted|onset)"
# What an assault killed since it began it killed; a campaign is a span of days.
_FIGHT: Final = r"assault|attack|battle|clashes|raid|fighting for [\w-]+"
_CAMPAIGN: Final = r"offensive|counter-?offensive|operation|siege|campaign|push|advance"
# Turns from which a war is counted: "since the takeover", "since Russia invaded".
_TURNS: Final = (
    r"takeover|coup|putsch|invasion|invaded|revolution|overthrow|took power|seized power|took over|"
    r"launched (?:its|their|the) (?:full-scale |all-out )?(?:invasion|war|insurgency|rebellion)|took up arms"
)
_TAKES: Final = "killed|claimed|cost|left|displaced|uprooted|driven|forced|taken the lives"
_LONG: Final = r"(?:years?|decades?)"
_SHORT: Final = r"(?:days|weeks?|months?|hours|fortnight)"
# "the deadliest attack since the war began" compares, it does not add up.
_COMPARED: Final = re.compile(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|highest|first|most \w+|fiercest)\b[^,;]{0,60}$",
    re.IGNORECASE,
)

_WHEN: Final = re.compile(r",? (?:when|as|after)\b", re.IGNORECASE)


@cache
def _spans() -> tuple[tuple[Scope, re.Pattern[str]], ...]:
    """Return the wordings of a span that a number may cover, the longest spans first."""
    war = "(?:" + "|".join(sorted(lexicon()["war"])) + ")"
    months = "|".join(MONTHS)
    days = "|".join((*WEEKDAYS, *MONTHS))
    cumulative = (
        rf"since (?:(?:the|its|it|their|they|fighting|violence|{war}) )?(?:[\w'-]+ ){{0,5}}?(?:{_STARTS}|{war})\b",
        r"since (?:early |late |mid-?|about |around )?(?:\w+ )?(?:19|20)\d\d\b",
        rf"since (?:[\w'’.-]+ ){{1,4}}?(?:{_TURNS})\b",
        r"(?:so far|already) this (?:year|month|week)\b",
        r"by the end of (?:the|that|last) year\b",
        r"(?:month|week|year|quarter|season)(?:'s|’s)? (?:total|toll|tally)\b",
        r"(?:total|toll|tally|count)s? (?:so far )?(?:for|of|in) (?:the|this|that|last) (?:\w+ )?"
        r"(?:month|year|week|quarter|season)\b",
        r"(?:to date|this year alone|since January(?! \d{1,2}\b))\b",
        r"(?:in all|altogether|overall)? ?(?:ever )?since (?:then|that time)\b",
        r"since the (?:start|beginning|end) of\b",
        r"(?:between|from) (?:\w+ )?(?:19|20)\d\d (?:and|to|until) (?:\w+ )?(?:19|20)\d\d\b",
        rf"(?:year|month|decade|week)s?(?:[ -]?old|[ -]?long)? (?:of )?(?:civil |the )?{war}\b",
        rf"(?:throughout|during|over the course of) the (?:\w+[ -]){{0,3}}{war}\b",
        rf"ha(?:s|ve) (?:\w+ )?(?:died|been \w+) in (?:the|its|their) (?:\w+[ -]){{0,3}}{war}\b",
        rf"\b{war},? (?:[^.;]{{0,60}},? )?(?:which |that )?ha(?:s|ve|d) (?:\w+ly |so far |already |now |also )?"
        rf"(?:{_TAKES})\b",
        rf"(?<=war, )which (?:{_TAKES}|took)\b",
        rf"(?<!\w )it has (?:so far |already |also )?(?:{_TAKES})\b",
        rf"(?:over|in|during|for) the (?:past|last) (?:[\w-]+ )?{_LONG}\b",
    )
    period = (
        rf"(?:over|in|during|within|for) the (?:past|last|previous|preceding) (?:[\w-]+ )?{_SHORT}\b",
        rf"(?:over|in|during|after|within) (?:the )?{_NUMERALS} (?:days|weeks|months)\b",
        rf"since (?:last )?(?:{days}|yesterday|dawn|midnight|week|month)\b",
        rf"{_NUMERALS}[ -](?:day|week|month)s? (?:of|battle|siege|offensive|operation|fighting|clashes)\b",
        rf"(?:between|from) (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: (?:{months}))? (?:and|to|until) (?:the )?"
        rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{months})\b",
        rf"between (?:{days}) (?:\d{{1,2}} )?and (?:{days})\b",
        r"in (?:a|one|under a|less than a) (?:day|week|month|fortnight)\b(?! of)",
        r"in recent (?:days|weeks|months)\b",
        r"(?:over|in|during|within) the (?:past|last|previous|preceding) (?:day|night|week|month|fortnight)\b",
    )
    spans = ((Scope.INCIDENT, _since(_FIGHT)), (Scope.PERIOD, _since(_CAMPAIGN)), (Scope.CUMULATIVE, cumulative))
    return tuple(
        (scope, re.compile(r"\b(?:" + "|".join(words) + ")", re.IGNORECASE))
        for scope, words in (*spans, (Scope.PERIOD, period))
    )


def _since(happening: str) -> tuple[str, ...]:
    """Return the wordings of "since the assault began" for some words, unless a year says that it was long ago."""
    ago = r"(?![^.;]{0,30}\b(?:19|20)\d\d)"
    return (
        rf"since (?:the|its|their) (?:[\w'-]+ ){{0,4}}?(?:{happening}) "
        rf"(?:(?:on|for|against|in|at) (?:[\w'-]+ ){{1,4}}?)?(?:{_STARTS})\b{ago}",
        rf"since (?:the )?(?:start|beginning|outbreak|onset) of (?:the |its |their )?(?:[\w'-]+ ){{0,3}}?"
        rf"(?:{happening})\b{ago}",
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
    for scope, pattern in _spans():
        found = pattern.search(text)
        if found and not _COMPARED.search(text, 0, found.start()):
            at = tree.sentence.start + found.start()
            here = next((k for k, token in enumerate(tree.tokens) if token.end > at), 0)
            triggers = [one if not _dated_by(text, found.end(), one, tree) else -1 for one in triggers]
            nearest = min((one for one in triggers if one >= 0), key=lambda one: abs(one - here), default=-1)
            within = [one >= 0 and _top(tree, one) == _top(tree, nearest) for one in triggers]
            return [scope if one else Scope.INCIDENT for one in within]
    return [Scope.INCIDENT] * len(triggers)


def _dated_by(text: str, end: int, trigger: int, tree: Tree) -> bool:
    """Whether a toll is told of the day that a span begins on: "half empty since Saturday, when bombs killed 60"."""
    behind = tree.tokens[trigger].start - tree.sentence.start
    return behind > end and bool(_WHEN.match(text, end))


def _top(tree: Tree, token: int) -> int:
    """Return the first of the words that a word is coordinated with, so that a span covers all of them."""
    for _ in range(len(tree)):
        if tree.tokens[token].deprel not in ("conj", "amod", "acl", "nsubj", "obj", "xcomp"):
            break
        token = tree.head(token)
    return token
