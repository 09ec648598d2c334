"""Intervals of days and the arithmetic of the calendar."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dateline.model.when import Precision
from dateline.resolve.dates.meaning import Part, Unit

ONE: Final = dt.timedelta(days=1)
_MONTHS: Final = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_PRECISIONS: Final = {
    Unit.SECOND: Precision.DAY,
    Unit.MINUTE: Precision.DAY,
    Unit.HOUR: Precision.DAY,
    Unit.DAY: Precision.DAY,
    Unit.WEEKEND: Precision.DAYS,
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.YEAR,
    Unit.SEASON: Precision.YEAR,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.OPEN,
    Unit.CENTURY: Precision.OPEN,
}


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` up to but not including `after`, None where a side is open."""

    first: dt.date | None
    after: dt.date | None
    precision: Precision


def one_day(day: dt.date) -> Days:
    """Return the interval of a single day."""
    return Days(day, day + ONE, Precision.DAY)


def precision_of(unit: Unit) -> Precision:
    """Return the precision of a time that is told in this unit."""
    return _PRECISIONS[unit]


def add(day: dt.date, amount: float, unit: Unit) -> dt.date:
    """Return the day so many units away; days of month are cut to the month's length.

    Raises:
        OverflowError: the day lies outside the calendar (years 1 to 9999).
    """
    if unit in _MONTHS:
        return _add_months(day, round(amount * _MONTHS[unit]))
    per_day = {Unit.SECOND: 86400, Unit.MINUTE: 1440, Unit.HOUR: 24}.get(unit)
    days = amount / per_day if per_day else amount * (7 if unit in {Unit.WEEK, Unit.WEEKEND} else 1)
    return day + dt.timedelta(days=round(days))


def _add_months(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        message = f"{months} months from {day} is outside the calendar"
        raise OverflowError(message)
    return dt.date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    after = dt.date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else dt.date.max
    return (after - ONE).day if after != dt.date.max else 31


def span_around(day: dt.date, unit: Unit) -> Days:
    """Return the whole span of the calendar that a day lies in: its ISO week, its month, its year and so on."""
    first = _first_of(day, unit)
    length = {Unit.WEEKEND: 2, Unit.WEEK: 7}.get(unit)
    after = first + dt.timedelta(days=length) if length else add(first, 1, unit) if unit in _MONTHS else first + ONE
    return Days(first, after, precision_of(unit))


def _first_of(day: dt.date, unit: Unit) -> dt.date:
    if unit in {Unit.WEEK, Unit.WEEKEND}:
        return day - (day.weekday() - (5 if unit is Unit.WEEKEND else 0)) % 7 * ONE
    months = _MONTHS.get(unit)
    if months is None:
        return day
    if months < 12:
        return day.replace(month=(day.month - 1) // months * months + 1, day=1)
    years = months // 12
    return dt.date(max(day.year // years * years, 1), 1, 1)


def narrow(days: Days, part: Part | None) -> Days:
    """Return the first, middle or last third of an interval; its precision stays, as the words are no closer."""
    if part is None or days.first is None or days.after is None or days.precision is Precision.DAY:
        return days
    third = dt.timedelta(days=round((days.after - days.first).days / 3))
    match part:
        case Part.START:
            return Days(days.first, days.first + third, days.precision)
        case Part.MIDDLE:
            return Days(days.first + third, days.after - third, days.precision)
        case Part.END:
            return Days(days.after - third, days.after, days.precision)
        case Part.SO_FAR | Part.TO_COME:
            return days


def spanning(first: Days, last: Days) -> Days | None:
    """Return the interval from the start of one to the end of another, None if it would run backwards."""
    if first.first is None or last.after is None or first.first >= last.after:
        return None
    if last.after - first.first == ONE:
        return Days(first.first, last.after, Precision.DAY)
    both = {first.precision, last.precision}
    return Days(first.first, last.after, Precision.DAYS if both <= {Precision.DAY, Precision.DAYS} else last.precision)
