"""Temporal normalisation: time expressions to intervals of days, with what each was reckoned from."""

import datetime as dt
from typing import Final

from dateline.model.report import Dateline
from dateline.model.when import Precision, When
from dateline.resolve.dates.absolute import Found, absolute
from dateline.resolve.dates.anniversaries import of_month, years_away
from dateline.resolve.dates.days import ONE, Days, spanning
from dateline.resolve.dates.expression import Relation, TimeExpression
from dateline.resolve.dates.finder import find_times
from dateline.resolve.dates.meaning import (
    Against,
    Anniversary,
    DayPart,
    Lasting,
    Meaning,
    OfMonth,
    Range,
    Relative,
    Timed,
    Unit,
)
from dateline.resolve.dates.reference import Reference, reference
from dateline.resolve.dates.relative import lasting, relative

__all__ = ["TimeExpression", "combine", "find_times", "normalise"]

_NEWS: Final = 2 * ONE  # a night that is told of behind such a day is the last one
_WIDEST_INNER: Final = 400  # days; a time wider than a year narrows nothing


def normalise(
    expression: TimeExpression,
    *,
    published: dt.date | None,
    dateline: Dateline | None = None,
    anchor: When | None = None,
) -> When | None:
    """Return the days that an expression means.

    A weekday, month or day without a year is the last one on or before the reference day, unless the words say
    otherwise ("next Friday", "will meet on Friday"). The reference day is the dateline's, if it tells one near the
    publication day. A year is never invented: without a publication day, dateline year or anchor there is no value.

    Args:
        expression: what `find_times` found.
        published: the publication day, if known.
        dateline: the report's dateline; "today" in a wire story is its day.
        anchor: when another event was, for words such as "two days later" and "the same day".

    Returns:
        The interval with its precision, words and basis, or None where the words cannot be set against anything.
    """
    if isinstance(expression.meaning, Lasting) and expression.relation is not Relation.FOR:
        return None  # "a four-year war" tells no day
    against = reference(published, dateline, anchor)
    try:
        found = _days(expression.meaning, against)
    except (ValueError, OverflowError):  # 31 April, or a day outside the calendar
        return None
    if found is None:
        return None
    days, basis = found
    days, basis = _bounded(days, basis, expression.relation, against)
    return When(days.first, days.after, days.precision, expression.words, basis)


def combine(outer: When, inner: TimeExpression, *, published: dt.date | None) -> When | None:
    """Return an inner expression within an outer interval: "on Sunday" with "last month", "3 May" with "in 2014".

    Args:
        outer: the wider time, already normalised.
        inner: the narrower expression, as found.
        published: the publication day, if known.

    Returns:
        The inner time if it can be placed within the outer, counted back from the outer's end, or None.
    """
    last = outer.last
    if last is None or outer.first is None:
        return None
    end = min(last, published) if published else last
    when = normalise(inner, published=end)
    if when is None or when.first is None or when.after is None or when.first < outer.first or when.after > last + ONE:
        return None
    if (when.after - when.first).days > _WIDEST_INNER:
        return None
    return When(when.first, when.after, when.precision, f"{when.words}, {outer.words}", f"in {outer.first} to {last}")


def _days(meaning: Meaning, against: Reference) -> Found | None:
    """Return the days of a meaning and their basis, before any "since" or "until"."""
    match meaning:
        case Range():
            return _range(meaning, against)
        case Timed():
            return _timed(meaning, against)
        case Lasting():
            return lasting(meaning, against)
        case Anniversary():
            base = _days(meaning.day, against)
            return years_away(meaning, base) if base else None
        case OfMonth():
            return of_month(meaning, against)
        case _:
            return absolute(meaning, against) or relative(meaning, against)


def _range(meaning: Range, against: Reference) -> Found | None:
    """Return the days between two times; the first is the last of its name before the second."""
    last = _days(meaning.last, against)
    if last is None:
        return None
    end = last[0].first
    first = _days(meaning.first, Reference(end, against.known, against.anchor) if end else against)
    days = spanning(first[0], last[0]) if first else None
    return (days, last[1]) if days else None


def _timed(meaning: Timed, against: Reference) -> Found | None:
    """Return the day of a part of a day; a night may belong to the day before or after."""
    if meaning.day is None and meaning.part is DayPart.OVERNIGHT and against.day and not _is_past(against):
        return Days(against.day - ONE, against.day + ONE, Precision.DAYS), f"night before {against.words}"
    found = _days(meaning.day or Relative(Unit.DAY, 0, None, Against.ANCHOR), against)
    if found and meaning.part is DayPart.OVERNIGHT and found[0].first and found[0].after:
        return Days(found[0].first - ONE, found[0].after + ONE, Precision.DAYS), f"{found[1]}, night before or after"
    return found


def _is_past(against: Reference) -> bool:
    """Tell whether what was told last lies so far back that a night is one of those days."""
    told = against.anchor.after if against.anchor else None
    return told is not None and against.day is not None and against.day - told > _NEWS


def _bounded(days: Days, basis: str, relation: Relation | None, against: Reference) -> tuple[Days, str]:
    """Return the days with a side opened where a word before says so; "since" runs to the reference day."""
    match relation:
        case Relation.SINCE:
            after = against.day + ONE if against.day and (days.first is None or days.first <= against.day) else None
            return Days(days.first, after, Precision.OPEN), f"{basis}, up to {against.words}" if after else basis
        case Relation.UNTIL:
            return Days(None, days.after, Precision.OPEN), basis
        case Relation.BEFORE:
            return Days(None, days.first, Precision.OPEN), basis
        case Relation.AFTER:
            return Days(days.after, None, Precision.OPEN), basis
        case _:
            return days, basis
