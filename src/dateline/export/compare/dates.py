"""Days as people and spreadsheets write them in columns of dates."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
RUN: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
NUMBERS: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)(?:[T ].*)?")
DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\s./]+([A-Za-z]{3,9})\.?,?[-\s./]+(\d{4}|\d\d)")
MONTH_FIRST: Final = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d\d)")
SERIAL: Final = re.compile(r"(\d{5})(?:\.0+)?")
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SHEETS_BEGIN: Final = dt.date(1899, 12, 30)
"""Day 0 of spreadsheets, reckoned back over their 29 February 1900, which never was."""
CENTURY: Final = 70  # two digits from here on are of the last century


class UnclearOrderError(ValueError):
    """Days and months of a column could be either way round."""


def days_of(texts: Iterable[str]) -> list[dt.date | None]:
    """Return the days of a column; None for an empty cell.

    "04/05/2015" is read as the rest of the column shows: one cell whose first or second number is no month tells it.

    Raises:
        ValueError: a cell holds no day that can be read; names it.
        UnclearOrderError: no cell shows which of two numbers is the month.
    """
    cells = [text.strip() for text in texts]
    month_first = _month_first(cells)
    return [_day(cell, month_first=month_first) if cell else None for cell in cells]


def _month_first(cells: Iterable[str]) -> bool | None:
    """Return whether the month comes first in dates of three numbers; None where there are none."""
    pairs = [(int(found[1]), int(found[2])) for cell in cells if (found := NUMBERS.fullmatch(cell))]
    if not pairs:
        return None
    first_is_day, second_is_day = (any(pair[at] > 12 for pair in pairs) for at in (0, 1))
    if first_is_day == second_is_day and any(one != other for one, other in pairs):
        why = "cells show both orders" if first_is_day else "no cell has a day above 12"
        raise UnclearOrderError(f"whether 04/05/2015 is in April or in May is unclear: {why}; write days as 2015-04-25")
    return second_is_day


def _day(cell: str, *, month_first: bool | None) -> dt.date:
    try:
        return _read(cell, month_first=month_first)
    except (ValueError, OverflowError) as why:
        raise ValueError(f"{cell!r} is no day") from why


def _read(cell: str, *, month_first: bool | None) -> dt.date:
    if found := ISO.fullmatch(cell) or RUN.fullmatch(cell):
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found := NUMBERS.fullmatch(cell):
        one, other = int(found[1]), int(found[2])
        month, day = (one, other) if month_first else (other, one)
        return dt.date(_year(found[3]), month, day)
    if found := DAY_FIRST.fullmatch(cell):
        return dt.date(_year(found[3]), _month(found[2]), int(found[1]))
    if found := MONTH_FIRST.fullmatch(cell):
        return dt.date(_year(found[3]), _month(found[1]), int(found[2]))
    if found := SERIAL.fullmatch(cell):
        return SHEETS_BEGIN + dt.timedelta(days=int(found[1]))
    raise ValueError(cell)


def _month(word: str) -> int:
    return MONTHS.index(word[:3].casefold()) + 1


def _year(digits: str) -> int:
    year = int(digits)
    if year >= 100:
        return year
    return year + (1900 if year >= CENTURY else 2000)
