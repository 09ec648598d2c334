"""Weekdays of the lead: which one is the day on which the news was told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.report import BlockKind, Report
from dateline.reference.calendar import WEEKDAYS

_LEAD: Final = 3  # paragraphs in which a wire story names its day
_NAMES: Final = "|".join(name for name in WEEKDAYS if name.endswith("day"))
_DAY: Final = re.compile(rf"\b({_NAMES})s?\b", re.IGNORECASE)
_TOLD: Final = re.compile(
    rf"\b(?:said|says|reported|announced|told \w+(?: \w+)?|confirmed|stated)(?: (?:early|late))?(?: on)? ({_NAMES})\b"
    rf"|\b(?:on |late |early )?({_NAMES}) (?:said|reported|announced|confirmed)\b",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(
    r"\b(?:next|last|previous|every|each|coming|following|until|till|by|before|since|from|between|a|bloody|black|good|palm|"
    r"easter)\s+$",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|due|plan(?:s|ned)?|scheduled|expected|set to|(?:is|are|was|were) to)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_NEAR: Final = 60  # characters before a weekday in which such a word belongs to it
_RUN: Final = 3  # days; weekdays of one lead lie close together


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, 0 for Monday, and the words that name it."""

    number: int
    words: str


def written_on(report: Report) -> int | None:
    """Return the weekday, 0 for Monday, on which a report was written by its dateline, else by its first paragraphs."""
    if report.dateline is not None and report.dateline.weekday is not None:
        return report.dateline.weekday
    body = [report.text[block.start : block.end] for block in report.blocks if block.kind is BlockKind.BODY]
    found = lead_weekday(body)
    return found.number if found else None


def lead_weekday(paragraphs: Sequence[str]) -> Weekday | None:
    """Find the weekday on which a report was written, by the words of its first paragraphs.

    Args:
        paragraphs: the body's paragraphs.

    Returns:
        The weekday on which somebody "said" it in one of the first paragraphs, else the latest of those that the very
        first names for what has happened. None where there is none, where two lie so far apart that either could be the
        later, or where another paragraph names the day after.

    """
    for number, text in enumerate(paragraphs[:_LEAD]):
        told = {_number(found[1] or found[2]): found[0] for found in _TOLD.finditer(text)}
        named = told or (_past_days(text) if number == 0 else {})
        if named:
            latest = _latest(named)
            return latest if latest and not _is_outrun(latest, paragraphs) else None
    return None


def _past_days(text: str) -> dict[int, str]:
    """Return the weekdays that a text names for what has happened, each with its words."""
    return {_number(found[1]): found[0] for found in _DAY.finditer(text) if _is_past(text, found)}


def _is_outrun(latest: Weekday, paragraphs: Sequence[str]) -> bool:
    """Tell whether a paragraph names the day after the latest: it is six days old, or the lead is not the end."""
    return any((latest.number + 1) % 7 in _past_days(text) for text in paragraphs)


def _number(name: str) -> int:
    return WEEKDAYS[name.lower()]


def _is_past(text: str, found: re.Match[str]) -> bool:
    """Tell whether the weekday can be that of something that just happened; "Mondays" and "next Monday" are not."""
    if found[0].lower().endswith("s"):
        return False
    before = text[max(0, found.start() - _NEAR) : found.start()]
    return not (_BESIDE.search(before) or _AHEAD.search(before))


def _latest(named: dict[int, str]) -> Weekday | None:
    """Return the last weekday of a run of few days in which all of them fit."""
    for number, words in named.items():
        if all((number - other) % 7 <= _RUN for other in named):
            return Weekday(number, words)
    return None
