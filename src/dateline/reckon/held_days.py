"""Over which days a place was surely held, by words that tell of a stretch: "since 2013", "from May until July"."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from dateline.model.when import Precision, When
from dateline.reference.calendar import MONTHS

_SINCE: Final = re.compile(r"(?:ever )?since\b", re.IGNORECASE)
_UNTIL: Final = re.compile(r"(?:until|till|up to|up until)\b", re.IGNORECASE)
_ENDS: Final = re.compile(r" (?:until|till|to) |\d ?[–—-] ?\w", re.IGNORECASE)
_STRETCH: Final = re.compile(r" (?:to|until|till|through|and) |\w ?[–—-] ?\w", re.IGNORECASE)
_AT_LEAST: Final = re.compile(r"\bat least\b", re.IGNORECASE)
_DAY: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_UNIT: Final = {Precision.MONTH: "month", Precision.YEAR: "year"}


@dataclass(frozen=True, slots=True)
class HeldDays:
    """The days on which a place was surely held, and the day by which it was lost, None where no end is told."""

    first: dt.date
    last: dt.date
    lost: dt.date | None = None


def held_days(when: When) -> HeldDays | None:
    """Return the days that a stretch vouches for, None where the words tell of no stretch.

    Where only a month or a year is named the days within it are not sure: "from May to July" vouches for the days from
    the end of May to the beginning of July.

    Args:
        when: when a place is said to be held.
    """
    words = when.words
    if when.first and when.after is None and _SINCE.match(words):
        begun = _end(when.first, _unit_of(words))
        return HeldDays(begun, begun)
    if when.first is None and when.last and _UNTIL.match(words) and not _AT_LEAST.search(words):
        start = _start(when.last, _unit_of(words))
        return HeldDays(start, start, when.last)
    if not (when.first and when.last and _STRETCH.search(words)):
        return None
    unit = _UNIT.get(when.precision, "day")
    first, last = _end(when.first, unit), _start(when.last, unit)
    if first >= last:
        return None
    return HeldDays(first, last, when.last if _ENDS.search(words) else None)


def _unit_of(words: str) -> str:
    if _MONTH.search(words):
        return "day" if _DAY.search(words) else "month"
    return "year" if re.search(r"\b\d{4}\b", words) else "day"


def _end(day: dt.date, unit: str) -> dt.date:
    if unit == "year":
        return dt.date(day.year, 12, 31)
    if unit == "month":
        return (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return day


def _start(day: dt.date, unit: str) -> dt.date:
    if unit == "year":
        return day.replace(month=1, day=1)
    return day.replace(day=1) if unit == "month" else day
