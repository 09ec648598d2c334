"""Sentences that go on with what was just told, in words that no pattern reads: "most had been shot in the back"."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Token
from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.reference.lexicon import lexicon

REACH: Final = 3  # sentences over which an account goes on
_SEEN: Final = 0.3  # by the event head; with words of violence beside it, half of what is lower told of no deed
_PAST: Final = frozenset({"VBD", "VBN"})
_OF_VIOLENCE: Final = ("violence", "grave", "harm_verb", "outrage", "combatant", "irregular", "attacker")
_ARMED: Final = ("combatant", "irregular", "attacker")
_OTHER_TIMES: Final = frozenset({"ago", "last", "previous", "previously", "earlier", "since", "yesterday"})
_AT: Final = frozenset({"in", "at", "near", "outside", "on", "around"})
_YEAR: Final = 4  # digits
_COMES: Final = frozenset({
    "come", "arrive", "appear", "enter", "burst", "descend", "walk", "drive", "ride", "roll", "pour", "sweep", "rush",
    "climb", "go", "surge", "march", "land",
})  # fmt: skip
_THEY: Final = frozenset({"they", "men", "we"})
_ON_WHEELS: Final = frozenset({"column", "tank", "convoy", "pickup", "motorcycle", "vehicle"})


def goes_on(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence may go on with an event told before: a deed in the past that has no time of its own.

    Args:
        tokens: the sentence's.
    """
    if any(_tells_when(token) or token.xpos == "MD" for token in tokens):
        return False
    seen = any((token.event or 0.0) >= _SEEN and token.xpos in _PAST for token in tokens)
    return (seen and any(map(_is_of_violence, tokens))) or _come(tokens)


def _come(tokens: Sequence[Token]) -> bool:
    """Whether armed men, or those spoken of, are told to have come: "they came in trucks, at about ten"."""
    for number, token in enumerate(tokens):
        verb = tokens[token.head]
        if token.deprel != "nsubj" or verb.lemma.lower() not in _COMES or verb.xpos not in _PAST:
            continue
        beside = any(t.head == token.head and t.deprel == "obl" for t in tokens)
        named = any(token.lemma.lower() in lexicon()[name] for name in _ARMED) or token.lemma.lower() in _ON_WHEELS
        known = token.text.lower() in _THEY and not any(t.head == number and t.deprel == "acl:relcl" for t in tokens)
        if beside and (named or known):
            return True
    return False


def where(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the names, in small letters, of where a sentence says that things were.

    Args:
        tokens: the sentence's.
    """
    at = {token.head for token in tokens if token.deprel == "case" and token.text.lower() in _AT}
    return frozenset(tokens[n].text.casefold() for n in at if n >= 0 and tokens[n].upos == "PROPN")


def _tells_when(token: Token) -> bool:
    word = token.text.lower()
    year = word.isdecimal() and len(word) == _YEAR
    return year or word in _OTHER_TIMES or (token.upos == "PROPN" and word in MONTHS.keys() | WEEKDAYS.keys())


def _is_of_violence(token: Token) -> bool:
    return any(token.lemma.lower() in lexicon()[name] for name in _OF_VIOLENCE)
