"""Own days: what a line at the head or foot of a text tells of its day without the year, or by the weekday alone.

"Radio Hills, evening news, Wednesday", "Voice of Hills, 1400, Thursday 22 January", "Press Office, 1 July". Such a day
makes no publication day by itself, but "today" is it, and the day of others tells its year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.report import Block
from dateline.reference.calendar import WEEKDAYS, WrittenDate, find_dates
from dateline.sources.headings import is_outlet, read_dated_line
from dateline.sources.stamps import read_yearless

_HEAD: Final = 4  # blocks
_FOOT: Final = 2
_LONGEST: Final = 160  # characters
_NAMES: Final = "|".join(name for name in WEEKDAYS if name.endswith("day"))
_DAY: Final = re.compile(rf"\b(?:{_NAMES})\b", re.IGNORECASE)
_REMARK: Final = re.compile(
    r"[.;]\s+(?:in|from|translated|recorded|monitored|excerpts?|summary|full text|text)\b[^.]{0,40}\.?$", re.I
)  # "… Wednesday. In Dari."
_BEHIND: Final = re.compile(
    r"[\s,]*(?:(?:early |late )?(?:morning|midday|noon|afternoon|evening|night))?"
    r"(?:[\s,]+(?:at )?\d[\w.: ']{0,12})?$",
    re.IGNORECASE,
)
_SET_OFF: Final = re.compile(r"(?:[,|·–—-]|\b(?:on|of))\s+(?:early |late )?$", re.IGNORECASE)
_AIRED: Final = re.compile(
    r"\b(?:news(?:cast|reel|letter)?|headlines|journal|broadcast|bulletin|programme|transcript|communiqu[eé]|statement"
    r"|press (?:note|release|conference)|briefing|written down|taken down|recorded|monitored|heard|received|issued"
    r"|read out|sitrep|situation report)\b",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]+[ ,]+){1,4}")  # "Sarn, Tuesday", in a line of its own
_MOST_WORDS: Final = 16


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day that a text tells of itself at `start` to `end`; a month and day, a weekday (0 for Monday), or both."""

    start: int
    end: int
    month: int | None
    day: int | None
    weekday: int | None


def read_own_day(text: str, blocks: Sequence[Block]) -> OwnDay | None:
    """Read the day that the head or foot of a text tells of itself.

    Args:
        text: the report's text.
        blocks: its blocks.

    Returns:
        The day; None where no line tells one, or lines tell several, as the headings of a chronicle do.
    """
    lines = {number: day for number, block in enumerate(blocks) if (day := _of_line(text, block))}
    found = [lines[number] for number in _edges(len(blocks)) if number in lines]
    days = {(one.month, one.day) for one in lines.values() if one.month}
    weekdays = {one.weekday for one in lines.values() if one.weekday is not None}
    if len(days) > 1 or len(weekdays) > 1:
        return None
    return next((one for one in found if one.month), found[0] if found else None)


def _edges(count: int) -> list[int]:
    return sorted({*range(min(count, _HEAD)), *range(max(count - _FOOT, 0), count)})


def _of_line(text: str, block: Block) -> OwnDay | None:
    """Return the day that a line tells of the text, counted in the whole text."""
    line = text[block.start : block.end]
    if len(line) > _LONGEST:
        return None
    opened = 1 if line.startswith(("[", "(")) and line.rstrip(".").endswith(("]", ")")) else 0
    inner = line.rstrip(".")[opened:-1] if opened else line
    inner = _REMARK.sub("", inner)
    date, weekday = _dated(inner), _weekday(inner)
    at = block.start + opened
    if date is not None:
        named = _DAY.search(inner)
        told = WEEKDAYS[named[0].lower()] if named else None
        return OwnDay(at + date.start, at + date.end, date.month, date.day, told)
    if weekday is None:
        return None
    return OwnDay(at + weekday.start(), at + weekday.end(), None, None, WEEKDAYS[weekday[0].lower()])


def _dated(line: str) -> WrittenDate | None:
    """Return the day of a month that a line tells of the text: "Situation report, 22 - 28 May", "1 July"."""
    told = read_yearless(line)
    heading = read_dated_line(line, whole=False) if told is None else None
    return heading.date if heading else told


def _weekday(line: str) -> re.Match[str] | None:
    """Return the weekday alone with which a line of a broadcast, a notice or an outlet ends."""
    named = list(_DAY.finditer(line))
    if len(named) != 1 or next(find_dates(line), None) or len(line.split()) > _MOST_WORDS:
        return None
    before, behind = line[: named[0].start()], line[named[0].end() :]
    if not _BEHIND.fullmatch(behind) or not _SET_OFF.search(before):
        return None
    aired = _AIRED.search(before) or is_outlet(before) or (_PLACE.fullmatch(before) and not behind)
    return named[0] if aired else None
