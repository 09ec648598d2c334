"""TIMEX3 types and values of time expressions, for comparison with corpora annotated that way."""

import datetime as dt
from dataclasses import replace
from typing import Final

from dateline.model.when import Precision, When
from dateline.resolve.dates.expression import TimeExpression
from dateline.resolve.dates.meaning import (
    Against,
    Calendar,
    DayPart,
    Era,
    Fraction,
    Lasting,
    Meaning,
    Offset,
    Range,
    Relative,
    Repeat,
    Season,
    Streak,
    Timed,
    Unit,
    Vague,
    Window,
    Years,
)
from dateline.resolve.dates.resolver import normalise

_LETTERS: Final = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.SEASON: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
}
_CLOCK: Final = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}
_SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_PARTS: Final = {
    DayPart.DAWN: "TMO",
    DayPart.MORNING: "TMO",
    DayPart.NOON: "T12:00",
    DayPart.AFTERNOON: "TAF",
    DayPart.EVENING: "TEV",
    DayPart.NIGHT: "TNI",
    DayPart.OVERNIGHT: "TNI",
    DayPart.MIDNIGHT: "T24:00",
}
_ERAS: Final = {Era.PAST: "PAST_REF", Era.PRESENT: "PRESENT_REF", Era.FUTURE: "FUTURE_REF"}


def timex_value(expression: TimeExpression, written: dt.date, anchor: dt.date | None) -> str:
    """Return the TIMEX3 value of an expression.

    Args:
        expression: as found.
        written: the day the text was written.
        anchor: the day that the text told of last, if any.
    """
    meaning = expression.meaning
    match meaning:
        case Range():
            return timex_value(replace(expression, meaning=meaning.first), written, anchor)
        case Timed():
            return _timed(meaning, expression, written, anchor)
        case Window():
            return _window(meaning, expression, written)
        case _:
            return _length(meaning, expression.text.lower()) or _date(expression, written, anchor)


def _length(meaning: Meaning, text: str) -> str | None:
    """Return the value of a meaning that is no date: a length, a row, a habit, a vague reference."""
    value: str | None = None
    match meaning:
        case Lasting():
            value = duration(meaning.amount, meaning.unit)
        case Streak():
            value = duration(meaning.number, meaning.unit)
        case Repeat():
            weekly = meaning.weekday is not None
            value = f"XXXX-WXX-{(meaning.weekday or 0) + 1}" if weekly else duration(meaning.amount, meaning.unit)
        case Vague():
            value = _ERAS[meaning.era]
        case Offset() if meaning.amount is None and meaning.direction < 0:
            value = "PAST_REF"
        case Offset() if meaning.amount is None or text.endswith(("after", "before", "following")):
            value = duration(meaning.amount, meaning.unit)  # the corpora mark the length alone: "two days" after
    return value


def duration(amount: float | None, unit: Unit) -> str:
    """Return a length of time as TIMEX3 writes it: P3D, PT1H, PXW; halves go to the next smaller unit."""
    if amount is not None and amount % 1:
        smaller = {Unit.YEAR: (12, Unit.MONTH), Unit.HOUR: (60, Unit.MINUTE), Unit.DAY: (24, Unit.HOUR)}.get(unit)
        if smaller:
            amount, unit = amount * smaller[0], smaller[1]
    number = "X" if amount is None else f"{amount:g}"
    return f"P{'T' if unit in _CLOCK else ''}{number}{_LETTERS[unit]}"


def _window(meaning: Window, expression: TimeExpression, written: dt.date) -> str:
    if meaning.amount is None and expression.text.lower().startswith("recent"):
        return "PAST_REF"
    if meaning.amount == 1 and meaning.unit is Unit.YEAR and meaning.direction < 0:
        return str(written.year - 1)
    return duration(meaning.amount, meaning.unit)


def _timed(meaning: Timed, expression: TimeExpression, written: dt.date, anchor: dt.date | None) -> str:
    day = anchor or written
    value = timex_value(replace(expression, meaning=meaning.day), written, anchor) if meaning.day else str(day)
    if meaning.clock:
        return f"{value}T{meaning.clock[0]:02}:{meaning.clock[1]:02}"
    return value + (_PARTS[meaning.part] if meaning.part else "")


def _date(expression: TimeExpression, written: dt.date, anchor: dt.date | None) -> str:
    meaning = expression.meaning
    known = When(anchor or written, (anchor or written) + dt.timedelta(days=1), Precision.DAY, "", "")
    when = normalise(replace(expression, relation=None), published=written, anchor=known)
    if when is None or when.first is None:
        return "PAST_REF"
    middle = when.first + ((when.after or when.first) - when.first) / 2
    return _at(meaning, when.first, middle)


def _at(meaning: Meaning, first: dt.date, middle: dt.date) -> str:
    """Return the value of a date that begins at `first` and has `middle` in its middle, in the meaning's own unit."""
    match meaning:
        case Season():
            return f"{first.year}-{_SEASONS[meaning.name]}"
        case Fraction():
            return f"{first.year}-{'Q' if meaning.of == 4 else 'H'}{(first.month - 1) // (12 // meaning.of) + 1}"
        case Years():
            return str(meaning.first)[:3] if meaning.length == 10 else str(meaning.first)[:2]
        case Calendar():
            unit = Unit.DAY if meaning.day else Unit.MONTH if meaning.month else Unit.YEAR
        case Relative() | Offset():
            unit = meaning.unit
        case _:
            unit = Unit.DAY
    return _in_unit(unit, first, middle)


def _in_unit(unit: Unit, first: dt.date, middle: dt.date) -> str:
    if unit is Unit.DECADE and first.year % 10:  # "a decade ago" is a year
        unit = Unit.YEAR
    forms = {
        Unit.YEAR: f"{middle.year}",
        Unit.DECADE: f"{middle.year // 10}",
        Unit.CENTURY: f"{middle.year // 100}",
        Unit.QUARTER: f"{first.year}-Q{(first.month - 1) // 3 + 1}",
        Unit.MONTH: f"{middle:%Y-%m}",
        Unit.WEEK: f"{middle:%G-W%V}",
        Unit.WEEKEND: f"{first:%G-W%V}-WE",
    }
    return forms.get(unit, str(first))


def anchored(meaning: Meaning) -> bool:
    """Tell whether a meaning is reckoned from another event."""
    return isinstance(meaning, Relative | Offset) and meaning.against is Against.ANCHOR
