"""Histogram: incidents by day, week, month or year, as bars."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.reference import wording
from dateline.store.browse.found import DayCount

MOST_BARS: Final = 140
WIDTH: Final = 1000.0
HEIGHT: Final = 90.0


@dataclass(frozen=True, slots=True)
class Bar:
    """The incidents of some days; `x`, `y`, `width` and `height` are units of the drawing."""

    first: dt.date
    last: dt.date
    count: int
    x: float
    y: float
    width: float
    height: float
    title: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars over a span of days; `step` is what one bar stands for."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    step: str
    most: int
    width: float = WIDTH
    height: float = HEIGHT


def histogram(days: Sequence[DayCount]) -> Histogram | None:
    """Return the histogram of days that have incidents; None where none has."""
    if not days:
        return None
    first, last = dt.date.fromisoformat(days[0].day), dt.date.fromisoformat(days[-1].day)
    step = next(name for name in _STEPS if _slots(first, last, name) <= MOST_BARS or name == "year")
    counts: dict[dt.date, int] = {}
    for one in days:
        start = _start(dt.date.fromisoformat(one.day), step)
        counts[start] = counts.get(start, 0) + one.incidents
    slots, most = _slots(first, last, step), max(counts.values())
    each = WIDTH / slots
    bars = []
    for start, count in counts.items():
        end = _next(start, step) - dt.timedelta(days=1)
        x, height = _slots(first, start, step) - 1, max(HEIGHT * count / most, 1.5)
        title = f"{wording.span(start, end)}: {wording.number(count, 'incident')}"
        bars.append(Bar(start, end, count, x * each, HEIGHT - height, max(each * 0.86, 0.8), height, title))
    return Histogram(tuple(bars), wording.day(first), wording.day(last), step, most)


_STEPS: Final = ("day", "week", "month", "year")


def _start(day: dt.date, step: str) -> dt.date:
    if step == "week":
        return day - dt.timedelta(days=day.weekday())
    if step == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if step == "year" else day


def _next(start: dt.date, step: str) -> dt.date:
    if step == "month":
        return (start.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    if step == "year":
        return start.replace(year=start.year + 1)
    return start + dt.timedelta(days=7 if step == "week" else 1)


def _slots(first: dt.date, last: dt.date, step: str) -> int:
    """Return how many bars there are room for from a day to another."""
    one, other = _start(first, step), _start(last, step)
    if step == "year":
        return other.year - one.year + 1
    if step == "month":
        return (other.year - one.year) * 12 + other.month - one.month + 1
    return (other - one).days // (7 if step == "week" else 1) + 1
