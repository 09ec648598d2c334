"""Taken back: numbers that a report tells as what was said before: "16 and not 17", "correcting the figure of 30".

That a number is old is read from the words around it in the quote of any claim of its toll, whether or not that report
tells the old number as a toll of its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from dateline.model.claim import TollClaim
from dateline.model.reckoned import Figure
from dateline.reckon.spelt import spelt

_BEFORE: Final = r"(?:earlier|previous|first|initial|original|former|old|preliminary|provisional|yesterday's|last)"
_ACCOUNT: Final = r"(?:figure|toll|count|tally|number|estimate|total|report|statement|announcement|account|bulletin)s?"
_GIVING: Final = (
    r"(?:spoken of|spoke of|put \S+(?: \S+){0,3} at|stood at|said(?: that)?|reported|given|gave|announced|counted|"
    r"mentioned|told of|confirmed|named|listed|been(?: put at)?)"
)
_ADVERB: Final = r"(?:earlier|first|at first|previously|initially|originally|until then)"
_PUT_RIGHT: Final = r"(?:correct|revis|amend|replac|supersed|retract|rectif|withdr[ae]w)\w*"
_ARTICLE: Final = r"(?:(?:a|an|the|its|his|her|their|only|just|some|about) ){0,2}"

_HINT: Final = re.compile(
    rf"\b(?:not|rather|instead|from|had|{_BEFORE}|{_ADVERB}|{_PUT_RIGHT})\b", re.IGNORECASE
)  # without which no number is told as old
_NOT: Final = re.compile(r"\b(?:not|rather than|instead of) (?:the )?$", re.IGNORECASE)
_TOLD_BEFORE: Final = re.compile(
    rf"\b{_BEFORE} (?:[\w-]+ ){{0,2}}?{_ACCOUNT} (?:(?:had )?{_GIVING}|of|was|that there were) {_ARTICLE}$"
    rf"|\b(?:up|down) (?:sharply |slightly )?from {_ARTICLE}(?:{_BEFORE} (?:{_ACCOUNT} of )?)?$"
    rf"|\bto (?:at least |some |about )?[\w,-]+ from {_ARTICLE}$"
    rf"|\b{_PUT_RIGHT} (?!(?:\S+ )*?(?:to|at|as|up|down|with|by)\b)(?:[\w'’]+ ){{0,6}}$",
    re.IGNORECASE,
)
_HAD_SAID: Final = re.compile(rf"\bhad (?:{_ADVERB} )?{_GIVING} {_ARTICLE}$", re.IGNORECASE)
_SAID_FIRST: Final = re.compile(
    rf"^(?: \w+){{0,2}},? (?:as (?:was |had been |were )?)?{_ADVERB} \w+ed\b", re.IGNORECASE
)
_FROM: Final = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_TO: Final = re.compile(r"^ (?:\w+ )?to \S")


class _Old(Enum):
    """How a number is told to be old."""

    REPLACED = "replaced"
    SAID = "said"  # "had said 20", which may still stand


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The claims of a toll whose sentences may tell of old numbers."""

    claims: tuple[TollClaim, ...]

    @classmethod
    def of(cls, claims: Iterable[TollClaim]) -> "TakenBack":
        """Return those of some claims whose quotes have a word that may make a number old."""
        return cls(tuple(claim for claim in claims if _HINT.search(claim.quote.text)))

    def holds(self, figure: Figure, figures: Sequence[Figure]) -> bool:
        """Return whether a figure is an old number of those who give another in a report of its day, or a later one.

        What somebody "had said" is old only where the very same speaker gives a higher number: a lower may be a part.

        Args:
            figure: the figure.
            figures: all figures of its toll.
        """
        number = figure.number
        if number is None:
            return False
        told = ((claim, _told_old(claim.quote.text, number)) for claim in self.claims)
        return any(kind is not None and _replaces(claim, kind, figure, figures) for claim, kind in told)

    def gives_way(self, other: Figure, figure: Figure) -> bool:
        """Return whether the report of a figure tells of another's number as old: "16 and not 17".

        Args:
            other: the other figure.
            figure: the figure.
        """
        here = (claim for claim in self.claims if claim.report == figure.report)
        number = other.number
        return number is not None and any(_told_old(one.quote.text, number) is _Old.REPLACED for one in here)


def _replaces(claim: TollClaim, kind: _Old, figure: Figure, figures: Sequence[Figure]) -> bool:
    new = [one for one in figures if one.report == claim.report and one.number not in {None, figure.number}]
    if any(one.day and figure.day and one.day < figure.day for one in new):
        return False
    if kind is _Old.SAID:
        return any(one.speaker == figure.speaker and (one.number or 0) > (figure.number or 0) for one in new)
    return any(one.voice == figure.voice or one.report == figure.report for one in new)


def _told_old(text: str, number: int) -> _Old | None:
    """Return how a text tells that a number is old, None where it does not."""
    for match in spelt(number).finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        if _TOLD_BEFORE.search(before) or _NOT.search(before) or _SAID_FIRST.match(behind):
            return _Old.REPLACED
        if _FROM.search(before) and _TO.match(behind):
            return _Old.REPLACED
        if _HAD_SAID.search(before):
            return _Old.SAID
    return None
