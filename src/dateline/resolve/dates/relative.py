"""Times told against the reference day or another event: weekdays, "two days ago", "the next day", "a third day"."""

import datetime as dt
import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from dateline.model.when import Precision, When
from dateline.resolve.dates.absolute import Found
from dateline.resolve.dates.days import ONE, Days, add, narrow, one_day, precision_of, span_around
from dateline.resolve.dates.meaning import (
    Against,
    Era,
    Lasting,
    Meaning,
    Offset,
    Part,
    Relative,
    Streak,
    Unit,
    Vague,
    Weekday,
    Window,
)
from dateline.resolve.dates.reference import Reference

_CLOCK: Final = {Unit.SECOND: 3600.0, Unit.MINUTE: 60.0, Unit.HOUR: 1.0}
"""Units of the clock, by how many make an hour."""
_SAME_DAY_HOURS: Final = 6  # "three hours ago" is taken as the same day; longer may cross midnight
_WIDTHS: Final = (
    (1, Precision.DAY),
    (6, Precision.DAYS),
    (10, Precision.WEEK),
    (45, Precision.MONTH),
    (400, Precision.YEAR),
)
"""The most days that a stretch of each precision has."""


def relative(meaning: Meaning, against: Reference) -> Found | None:
    """Return the days of a time told against the reference day or the anchor and their basis, None without either."""
    if isinstance(meaning, Relative | Offset) and meaning.against is Against.ANCHOR:
        return _to_anchor(meaning, against.anchor)
    reckon = _RECKONERS.get(type(meaning))
    if against.day is None or reckon is None:
        return None
    return reckon(meaning, against.day), _basis(meaning, against)


def lasting(meaning: Lasting, against: Reference) -> Found | None:
    """Return the days of a length of time that lasts until the reference day ("has held it for two years")."""
    if not meaning.upto or against.day is None or meaning.amount is None:
        return None
    return stretch(against.day, meaning.amount, meaning.unit), f"length up to {against.words}"


def stretch(today: dt.date, amount: float, unit: Unit) -> Days:
    """Return the stretch of so many units that ends today, as precise as it is short."""
    first = _back(today, amount, unit)
    return Days(first, today + ONE, _width(first, today + ONE))


def _basis(meaning: Meaning, against: Reference) -> str:
    return f"weekday against {against.words}" if isinstance(meaning, Weekday) else f"reckoned from {against.words}"


def _weekday(weekday: Weekday, today: dt.date) -> Days:
    """Return the last such day by today; "last" is before today, "next" after it."""
    if weekday.weeks is not None:
        week = add(today, weekday.weeks, Unit.WEEK)
        return one_day(week + (weekday.day - week.weekday()) * ONE)
    back = (today.weekday() - weekday.day) % 7
    if weekday.shift == 1 or (weekday.ahead and back):
        return one_day(today + (7 - back) * ONE)
    return one_day(today - (back or (7 if weekday.shift == -1 else 0)) * ONE)


def _relative(meaning: Relative, today: dt.date) -> Days:
    if meaning.unit is Unit.WEEKEND:
        latest = today.weekday() < 5 and meaning.shift <= 0  # on a weekday, the last weekend is the latest
        return span_around(add(today, 0 if latest else meaning.shift, Unit.WEEK), Unit.WEEKEND)
    span = span_around(add(today, meaning.shift, meaning.unit), meaning.unit)
    if meaning.shift == 0 and meaning.part is Part.SO_FAR:
        return Days(span.first, today + ONE, span.precision)
    if meaning.shift == 0 and meaning.part is Part.TO_COME:
        return Days(today, span.after, span.precision)
    return narrow(span, meaning.part)


def _offset(offset: Offset, today: dt.date) -> Days:
    if offset.amount is None:
        edge = add(today, offset.direction, offset.unit)
        return Days(None, edge + ONE, Precision.OPEN) if offset.direction < 0 else Days(edge, None, Precision.OPEN)
    if offset.unit in _CLOCK:
        return _hours(offset, today)
    if offset.beyond:
        return _beyond(today, today + ONE, offset, offset.amount)
    return _around(add(today, offset.direction * offset.amount, offset.unit), offset)


def _beyond(first: dt.date, after: dt.date, offset: Offset, amount: float) -> Days:
    """Return the days that "more than a year" from some days may mean: the unit behind it."""
    near, far = ((offset.direction * n, offset.unit) for n in (amount, amount + 1))
    ends = (add(first, *near), add(first, *far), add(after, *near), add(after, *far))
    return Days(min(ends), max(ends), _width(min(ends), max(ends)))


def _hours(offset: Offset, today: dt.date) -> Days:
    """Return the days that a number of hours may lead to, as the hour of writing is not known."""
    hours = (offset.amount or 0) / _CLOCK[offset.unit]
    if hours <= _SAME_DAY_HOURS:
        return one_day(today)
    if hours % 24 == 0:
        return one_day(today + offset.direction * hours / 24 * ONE)
    far = today + offset.direction * math.ceil(hours / 24) * ONE
    return Days(min(far, far - offset.direction * ONE), max(far, far - offset.direction * ONE) + ONE, Precision.DAYS)


def _around(day: dt.date, offset: Offset) -> Days:
    """Return the days that a distance leads to, as wide as its unit: "three weeks ago" is no day."""
    unit = Unit.MONTH if offset.unit is Unit.YEAR and offset.amount and offset.amount % 1 else offset.unit
    match unit:
        case Unit.DAY:
            return one_day(day)
        case Unit.WEEK | Unit.WEEKEND:
            return Days(day - 3 * ONE, day + 4 * ONE, Precision.WEEK)
        case Unit.DECADE | Unit.CENTURY:
            return Days(add(day, -0.5, unit), add(day, 0.5, unit), Precision.OPEN)
        case _:
            return span_around(day, unit)


def _window(window: Window, today: dt.date) -> Days:
    if window.amount is None:
        return Days(None, today + ONE, Precision.OPEN) if window.direction < 0 else Days(today, None, Precision.OPEN)
    if window.direction < 0:
        return stretch(today, window.amount, window.unit)
    after = add(today, max(window.amount, 1), Unit.DAY if window.unit in _CLOCK else window.unit) + ONE
    return Days(today, after, _width(today, after))


def _streak(streak: Streak, today: dt.date) -> Days:
    """Return the days of a row that has come to today: on the third day, that day and the two before."""
    if streak.unit is Unit.DAY:
        precision = Precision.DAYS if streak.number > 1 else Precision.DAY
        return Days(today - (streak.number - 1) * ONE, today + ONE, precision)
    return stretch(today, streak.number, streak.unit)


def _vague(vague: Vague, today: dt.date) -> Days:
    match vague.era:
        case Era.PAST:
            return Days(None, today + ONE, Precision.OPEN)
        case Era.PRESENT:
            return one_day(today)
        case Era.FUTURE:
            return Days(today, None, Precision.OPEN)


def _back(today: dt.date, amount: float, unit: Unit) -> dt.date:
    return today - math.ceil(amount / _CLOCK[unit] / 24) * ONE if unit in _CLOCK else add(today, -amount, unit)


def _width(first: dt.date, after: dt.date) -> Precision:
    days = (after - first).days
    return next((precision for most, precision in _WIDTHS if days <= most), Precision.OPEN)


def _to_anchor(meaning: Relative | Offset, anchor: When | None) -> Found | None:
    if anchor is None or anchor.first is None or anchor.after is None:
        return None
    basis = f"reckoned from {anchor.words} ({anchor.first})"
    if isinstance(meaning, Relative):
        return _relative_to(meaning, anchor.first, anchor.after, anchor.precision), basis
    return _offset_from(meaning, anchor.first, anchor.after, anchor.precision), basis


def _relative_to(meaning: Relative, first: dt.date, after: dt.date, precision: Precision) -> Days:
    if precision_of(meaning.unit) is Precision.DAY:
        step = meaning.shift * ONE
        return Days(first + step, after + step, precision)
    return narrow(span_around(add(first, meaning.shift, meaning.unit), meaning.unit), meaning.part)


def _offset_from(offset: Offset, first: dt.date, after: dt.date, precision: Precision) -> Days:
    """Return the days a distance from the anchor leads to; many hours may cross midnight."""
    later = offset.direction > 0
    if offset.unit in _CLOCK:
        if offset.amount and offset.amount / _CLOCK[offset.unit] <= _SAME_DAY_HOURS:
            return Days(first, after, precision)
        days = math.ceil((offset.amount or 1) / _CLOCK[offset.unit] / 24) * ONE
        return Days(first, after + days, Precision.DAYS) if later else Days(first - days, after, Precision.DAYS)
    if offset.amount is None:
        return Days(after, None, Precision.OPEN) if later else Days(None, first, Precision.OPEN)
    if offset.beyond:
        return _beyond(first, after, offset, offset.amount)
    if offset.unit is Unit.DAY:
        step = offset.direction * round(offset.amount) * ONE
        return Days(first + step, after + step, precision)
    return _around(add(first, offset.direction * offset.amount, offset.unit), offset)


_RECKONERS: Final[Mapping[type, Callable[[Any, dt.date], Days]]] = {
    Weekday: _weekday,
    Relative: _relative,
    Offset: _offset,
    Window: _window,
    Streak: _streak,
    Vague: _vague,
}
"""What reckons a meaning of each sort against the reference day."""
