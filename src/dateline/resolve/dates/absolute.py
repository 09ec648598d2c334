"""Dates with a name in the calendar: days, months, years, seasons, quarters, decades and feasts."""

import datetime as dt
from typing import Final

from dateline.model.when import Precision
from dateline.resolve.dates.days import ONE, Days, add, narrow, one_day, span_around
from dateline.resolve.dates.feasts import feast_day, feast_length
from dateline.resolve.dates.meaning import Calendar, Feast, Fraction, Meaning, Season, Unit, Years
from dateline.resolve.dates.reference import Reference

Found = tuple[Days, str]
NEXT: Final = "next from"
"""How the basis of a day begins that is still to come."""
_SOON: Final = dt.timedelta(days=60)  # a day so shortly ahead is the coming one: ten months past, it has its year
_BACK: Final = 2  # how much further a day before the anchor is than one behind it
_MONTHS: Final = 12  # back, or either way, in which a day of the month with its weekday is looked for
_WHOLE_YEARS: Final = (-2, 2)  # shifts of "last year" and "next year" behind a month
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # first months, north of the equator


def absolute(meaning: Meaning, against: Reference) -> Found | None:
    """Return the days of a date with a name in the calendar and their basis, None for any other or without a year."""
    match meaning:
        case Calendar():
            return _calendar(meaning, against)
        case Season():
            return _season(meaning, against)
        case Fraction():
            return _fraction(meaning, against)
        case Years():
            return _years(meaning), "as written"
        case Feast():
            return _feast(meaning, against)
        case _:
            return None


def _years(years: Years) -> Days:
    first = dt.date(max(years.first, 1), 1, 1)
    return narrow(Days(first, dt.date(years.first + years.length, 1, 1), Precision.OPEN), years.part)


def _calendar(date: Calendar, against: Reference) -> Found | None:
    if date.year is not None:
        return _of_year(date, date.year), "as written, day before month" if date.either else "as written"
    if date.needs_anchor or date.weekday is not None:
        return _of_anchor(date, against)
    if date.month is None:
        return None
    if against.day is None:
        return _nearest(date, against)
    if date.day is not None:
        return _day_without_year(date, against.day, against)
    year = _year_of_month(date.month, date, against.day)
    return _of_year(date, year), f"{_way(date)} {against.words}"


def _of_anchor(date: Calendar, against: Reference) -> Found | None:
    """Return "June of the following year", or the next "18th" from the start of what was told before.

    A day of the month that would be still to come is the last one by the day of writing, and so is one before which
    nothing was told.
    """
    told = against.anchor
    basis = f"reckoned from {told.words} ({told.first})" if told else ""
    if date.years_on is not None:
        return (_of_year(date, told.first.year + date.years_on), basis) if told and told.first else None
    if date.weekday is not None:
        return _of_weekday(date, told.first if told else None, against)
    if told and told.first:
        day = _month_day(told.first, date, back=False)
        if day and (against.day is None or day <= against.day):
            return one_day(day), basis
    day = _month_day(against.day, date, back=True) if against.day else None
    return (one_day(day), f"last by {against.words}") if day else None


def _of_weekday(date: Calendar, told: dt.date | None, against: Reference) -> Found | None:
    """Return "Tuesday the 1st": the last such day by that of writing, else the one nearest to what was told before."""
    start = against.day or told
    if start is None:
        return None
    months = (add(start.replace(day=1), -n, Unit.MONTH) for n in range(-_MONTHS if against.day is None else 0, _MONTHS))
    found = (_try(Calendar(month.year, month.month, date.day), month.year) for month in months)
    days = [days.first for days in found if days and days.first and days.first.weekday() == date.weekday]
    days = [day for day in days if against.day is None or day <= against.day]
    if not days:
        return None
    day = min(days, key=lambda one: abs(one - start))
    return one_day(day), f"last by {against.words}" if against.day else f"nearest to {told}"


def _month_day(start: dt.date, date: Calendar, *, back: bool) -> dt.date | None:
    """Return the next day of that number from a day on, or the last one by it."""
    first = start.replace(day=1)
    months = (add(first, -n if back else n, Unit.MONTH) for n in range(3))  # "the 31st": the next month may have none
    found = (_try(Calendar(month.year, month.month, date.day), month.year) for month in months)
    days = [days.first for days in found if days and days.first]
    return next((day for day in days if (day <= start if back else day >= start)), None)


def _of_year(date: Calendar, year: int) -> Days:
    """Return the days of a date in a year."""
    if date.day is not None and date.month is not None:
        return one_day(dt.date(year, date.month, date.day))
    return narrow(span_around(dt.date(year, date.month or 1, 1), Unit.MONTH if date.month else Unit.YEAR), date.part)


def _nearest(date: Calendar, against: Reference) -> Found | None:
    """Return a date without a year in the year that puts it within the anchor or nearest to it.

    Behind the anchor counts as nearer than before it: a text tells what came next more often than what came before.
    """
    anchor = against.anchor.first if against.anchor else None
    if anchor is None or against.anchor is None:
        return None
    end = max(against.anchor.last or anchor, anchor)
    near = [days for year in range(anchor.year - 1, end.year + 2) if (days := _try(date, year))]
    days = min(near, key=lambda d: _distance(d.first or anchor, anchor, end))
    return days, f"year from {anchor}"


def _distance(day: dt.date, first: dt.date, last: dt.date) -> int:
    return max((first - day).days * _BACK, (day - last).days, 0)


def _try(date: Calendar, year: int) -> Days | None:
    try:
        return _of_year(date, year)
    except ValueError:
        return None


def _day_without_year(date: Calendar, today: dt.date, against: Reference) -> Found | None:
    """Return a day of a month in the last year that has it by today, or the next if the words look ahead."""
    if date.shift in _WHOLE_YEARS and (told := _try(date, today.year + date.shift // 2)):  # "8 October last year"
        return told, f"{_way(date)} {against.words}"
    years = range(today.year + 1, today.year - 9, -1)
    days = [found.first for year in years if (found := _try(date, year)) and found.first]
    past = next((day for day in days if day <= today), None)
    future = next((day for day in reversed(days) if day >= today), None)
    if future and (date.ahead or future - today <= _SOON):
        return one_day(future), f"{NEXT} {against.words}" if future > today else against.words
    return (one_day(past), f"{_way(date)} {against.words}") if past else None


def _way(date: Calendar) -> str:
    return NEXT if date.ahead or (date.shift or 0) > 0 else "last by"


def _year_of_month(month: int, date: Calendar, today: dt.date) -> int:
    """Return the year that a month without one is of."""
    match date.shift:
        case -2 | 2:  # "March last year"
            return today.year + date.shift // 2
        case 0:
            return today.year
        case -1:  # "last March" is never the current one
            return today.year - (month >= today.month)
        case 1:
            return today.year + (month <= today.month)
        case _:
            return today.year + (month < today.month) if date.ahead else today.year - (month > today.month)


def _season(season: Season, against: Reference) -> Found | None:
    month = _SEASONS[season.name]
    if season.year is not None:
        start = dt.date(season.year, month, 1)
        if season.name == "winter" and against.day and start > against.day:
            start = dt.date(season.year - 1, month, 1)
        basis = "as written"
    elif against.day is not None:
        start = _season_start(month, season.shift, against.day)
        basis = against.words
    else:
        return None
    return narrow(Days(start, add(start, 3, Unit.MONTH), Precision.YEAR), season.part), f"{basis}, northern seasons"


def _season_start(month: int, shift: int | None, today: dt.date) -> dt.date:
    """Return the first day of the season meant: the current or last one, "last" only one that is over."""
    starts = [dt.date(today.year + step, month, 1) for step in (1, 0, -1, -2)]
    if shift == 1:
        return min(start for start in starts if start > today)
    latest = add(today, -3, Unit.MONTH) if shift == -1 else today
    return next(start for start in starts if start <= latest)


def _fraction(fraction: Fraction, against: Reference) -> Found | None:
    """Return the days of a quarter or half of a year."""
    months = 12 // fraction.of
    if fraction.number is None:
        if against.day is None:
            return None
        day = add(against.day, (fraction.shift or 0) * months, Unit.MONTH)
        return _months(day.replace(month=(day.month - 1) // months * months + 1, day=1), months), against.words
    year = fraction.year
    month = (fraction.number - 1) * months + 1
    if year is None and against.day is not None:
        shift = fraction.shift
        year = against.day.year + (shift if shift is not None else -(month > against.day.month))
    if year is None or not 1 <= month <= 12:
        return None
    return _months(dt.date(year, month, 1), months), "as written" if fraction.year else against.words


def _months(start: dt.date, months: int) -> Days:
    return Days(start, add(start, months, Unit.MONTH), Precision.YEAR)


def _feast(feast: Feast, against: Reference) -> Found | None:
    today = against.day
    if feast.year is not None:
        day = feast_day(feast.name, feast.year)
        basis = "as written"
    elif today is None:
        return None
    else:
        days = [d for step in (-2, -1, 0, 1, 2) if (d := feast_day(feast.name, today.year + step))]
        if feast.ahead or feast.shift == 1:
            day = next((d for d in days if d > today), None)
        else:
            day = next((d for d in reversed(days) if d <= today), None)
        basis = against.words
    if day is None:
        return None
    length = feast_length(feast.name)
    after = day + length * ONE
    return Days(day, after, Precision.DAY if length == 1 else Precision.MONTH), basis
