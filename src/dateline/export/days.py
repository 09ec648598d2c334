"""Days as coded data have them: one day a row, with how closely it is known."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from dateline.export.crosswalks import when_codes
from dateline.model.when import When


class Coded(NamedTuple):
    """A day with ACLED's time precision."""

    day: dt.date
    precision: int


def coded(when: When | None) -> Coded | None:
    """Return the day that stands for an interval in ACLED's coding: the middle of it, the earlier of two.

    None where it is not known to a month at least, which ACLED does not code.
    """
    if when is None or when.first is None or when.days is None:
        return None
    precision = when_codes(when).acled
    return Coded(when.first + dt.timedelta(days=(when.days - 1) // 2), precision) if precision else None


def each_day(when: When) -> Iterator[dt.date]:
    """Yield the days of an interval that is bounded on both sides."""
    assert when.first is not None and when.days is not None
    for number in range(when.days):
        yield when.first + dt.timedelta(days=number)


def shares(number: int, days: int) -> list[int]:
    """Return a total over some days divided evenly, what is left over with the first day."""
    even, rest = divmod(number, days)
    return [even + rest, *[even] * (days - 1)]


def month_of(when: When | None) -> tuple[int, int] | None:
    """Return the year and month in which all of an interval lies; None where it may lie in two."""
    if when is None or when.first is None or when.last is None:
        return None
    first, last = when.first, when.last
    return (first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None
