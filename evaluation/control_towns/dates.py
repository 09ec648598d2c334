"""Dates in the list's histories, by a grammar of its own: the program's dates are measured by them."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_MONTHS: Final = {name: number for number, name in enumerate(calendar.month_name) if name}
_MONTH: Final = "|".join(_MONTHS)
_DATE: Final = re.compile(
    rf"(?:(?P<part>early|mid|late|beginning of|middle of|end of)[- ]+)?(?:(?P<day>\d{{1,2}}) )?"
    rf"(?P<month>{_MONTH})(?:,? (?P<year>(?:19|20)\d\d))?|\bin (?P<alone>20\d\d)\b",
    re.IGNORECASE,
)
_PARTS: Final = {"early": (1, 10), "beginning of": (1, 10), "mid": (10, 20), "middle of": (10, 20)}
_LATE: Final = 20


_TITLE: Final = re.compile(r"[^.]{0,20}\)")  # within brackets: the title of another article


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at a place of a text, as its first and last day."""

    start: int
    end: int
    first: dt.date
    last: dt.date


def dates(text: str) -> list[Dated]:
    """Return the dates of a history in text order.

    A date without a year has that of the date before it, or the next one where its month would go back; the first ones
    have the year of the first date that tells it, or the one before where they would lie behind it. A year by itself
    ("in 2016") is none of them but lends its number.
    """
    found = [date for date in _DATE.finditer(text) if not _TITLE.match(text, date.end())]
    before = next((date for date in found if _year(date)), None)
    if before is None:
        return []
    out: list[Dated] = []
    year, month = int(_year(before)), _month(before)
    told = False
    for date in found:
        if given := _year(date):
            year, told = int(given), True
        elif told:
            year += _month(date) < month
        elif _month(date) > month:
            year -= 1
        month = _month(date)
        if date["month"] and (days := _days(date, year)):
            out.append(Dated(date.start(), date.end(), *days))
    return out


def _year(date: re.Match[str]) -> str:
    return str(date["year"] or date["alone"] or "")


def _month(date: re.Match[str]) -> int:
    return _MONTHS[date["month"].capitalize()] if date["month"] else 1


def _days(date: re.Match[str], year: int) -> tuple[dt.date, dt.date] | None:
    month, length = _month(date), calendar.monthrange(year, _month(date))[1]
    if date["day"]:
        day = int(date["day"])
        return (dt.date(year, month, day),) * 2 if 0 < day <= length else None
    part = (date["part"] or "").lower()
    first, last = _PARTS.get(part, (_LATE if part else 1, length))
    return dt.date(year, month, first), dt.date(year, month, last)
