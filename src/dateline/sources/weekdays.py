"""Weekdays of the lead: which one is the day on which the news was told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.reference.calendar import WEEKDAYS

_LEAD: Final = 3  # paragraphs in which a wire story names its day
_NAMES: Final = "|".join(name for name in WEEKDAYS if name.endswith("day"))
_DAY: Final = re.compile(rf"\b({_NAMES})s?\b", re.IGNORECASE)
_TOLD: Final = re.compile(
    rf"\b(?:said|says|reported|announced|told \w+(?: \w+)?|confirmed|stated)(?: (?:early|late))?(?: on)? ({_NAMES})\b"
    rf"|\b(?:on |late |early )?({_NAMES}) (?:said|reported|announced|confirmed)\b",
    re.IGNORECASE,
)
_NOT_PAST: Final = re.compile(
    r"\b(?:next|last|previous|every|each|on the|coming|following|will|would|until|till|by|due|plan(?:s|ned)?|scheduled|expected|"
    r"to|set|before|bloody|black|good|palm|easter|since|from|between|a)\b[^.;]{0,18}$",
    re.IGNORECASE,
)
_NOT_PAST_NEAR: Final = 30  # characters before a weekday in which such a word belongs to it
_RUN: Final = 3  # days; weekdays of one lead lie close together


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, 0 for Monday, and the words that name it."""

    number: int
    words: str


def lead_weekday(paragraphs: Sequence[str]) -> Weekday | None:
    """Find the weekday on which a report was written, by the words of its lead.

    Args:
        paragraphs: the body's paragraphs.

    Returns:
        The weekday on which somebody "said" it, else the latest of those that the first paragraph with any names for what
        has happened. None where there is none, or where two lie so far apart that either could be the later.

    """
    for text in paragraphs[:_LEAD]:
        told = {_number(found[1] or found[2]): found[0] for found in _TOLD.finditer(text)}
        if len(told) == 1:
            return Weekday(*next(iter(told.items())))
        named = {_number(found[1]): found[0] for found in _DAY.finditer(text) if _is_past(text, found)}
        if told or named:
            return _latest(told or named)
    return None


def _number(name: str) -> int:
    return WEEKDAYS[name.lower()]


def _is_past(text: str, found: re.Match[str]) -> bool:
    """Tell whether the weekday can be that of something that just happened; "Mondays" and "next Monday" are not."""
    if found[0].lower().endswith("s"):
        return False
    return _NOT_PAST.search(text, max(0, found.start() - _NOT_PAST_NEAR), found.start()) is None


def _latest(named: dict[int, str]) -> Weekday | None:
    """Return the last weekday of a run of few days in which all of them fit."""
    for number, words in named.items():
        if all((number - other) % 7 <= _RUN for other in named):
            return Weekday(number, words)
    return None
