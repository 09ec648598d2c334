"""Days told by others of the calendar: "a year ago on Monday", "on this day in 2015", "the last Monday of May"."""

import datetime as dt
from typing import Final

from dateline.model.when import Precision
from dateline.resolve.dates.absolute import Found
from dateline.resolve.dates.days import ONE, Days, add, one_day, span_around
from dateline.resolve.dates.meaning import Anniversary, OfMonth, Unit
from dateline.resolve.dates.reference import Reference

_WEEK: Final = 7


def years_away(meaning: Anniversary, base: Found) -> Found:
    """Return some days in another year.

    Args:
        meaning: how many years away, or in which year.
        base: the days that fall on the same dates, and their basis.
    """
    days, basis = base
    if days.first is None or days.after is None:
        return base
    years = meaning.year - days.first.year if meaning.year is not None else meaning.years
    first = add(days.first, years, Unit.YEAR)
    return Days(first, first + (days.after - days.first), days.precision), f"{basis}, the like of it in {first.year}"


def of_month(meaning: OfMonth, against: Reference) -> Found | None:
    """Return the so-manieth weekday, weekend or week of a month: the last such month by the day of writing."""
    year = meaning.year
    basis = "as written"
    if year is None:
        if against.day is None:
            return None
        year, basis = against.day.year, f"last by {against.words}"
    days = _in_month(meaning, year)
    if meaning.year is None and against.day and days and days.first and days.first > against.day:
        days = _in_month(meaning, year - 1)
    return (days, basis) if days else None


def _in_month(meaning: OfMonth, year: int) -> Days | None:
    month = span_around(dt.date(year, meaning.month, 1), Unit.MONTH)
    assert month.first and month.after
    if meaning.weekday is None:
        if meaning.number < 0:
            return Days(month.after - _WEEK * ONE, month.after, Precision.WEEK)
        first = month.first + (meaning.number - 1) * _WEEK * ONE
        return Days(first, first + _WEEK * ONE, Precision.WEEK) if first < month.after else None
    days = (month.first + n * ONE for n in range((month.after - month.first).days))
    every = [day for day in days if day.weekday() == meaning.weekday]
    at = meaning.number if meaning.number < 0 else meaning.number - 1
    if not -len(every) <= at < len(every):
        return None
    return one_day(every[at])
