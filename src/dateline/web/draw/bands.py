"""Bands: who held a place over time, one line for each holder."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.reference import wording

WIDTH: Final = 1000.0
LEAST: Final = 5.0
HUES: Final = 8  # colours of the style sheet, taken by sides in order


@dataclass(frozen=True, slots=True)
class Band:
    """A spell: told from `x` for `width`, and on for `faint` where nothing is told to have ended it."""

    id: str
    text: str
    status: str
    x: float
    width: float
    faint: float
    marks: tuple[float, ...]
    hue: int


@dataclass(frozen=True, slots=True)
class Row:
    """The spells of one holder."""

    holder: str
    side: str | None
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Bands:
    """All holders of a place, on one scale of days."""

    rows: tuple[Row, ...]
    first: str
    last: str
    width: float = WIDTH


def bands(data: dict[str, Any]) -> Bands | None:
    """Return the bands of what `data.control.bands` gives; None where no spell has a day."""
    spells = [one for one in data["spells"] if one["first"] or one["last"]]
    if not spells:
        return None
    first, last = dt.date.fromisoformat(data["from"]), dt.date.fromisoformat(data["to"])
    days = max((last - first).days + 1, 1)
    hues = _hues(spells)
    holders = dict.fromkeys(one["holder"] for one in spells)
    rows = [
        Row(
            holder,
            next(one["side"] for one in spells if one["holder"] == holder),
            tuple(_band(one, first, days, hues) for one in spells if one["holder"] == holder),
        )
        for holder in holders
    ]
    return Bands(tuple(rows), wording.day(first), wording.day(last))


def _hues(spells: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Give each side a colour, and each holder without one its own."""
    keys = dict.fromkeys(one["side"] or one["holder"] for one in spells)
    return {key: number % HUES for number, key in enumerate(keys)}


def _band(one: dict[str, Any], first: dt.date, days: int, hues: dict[str, int]) -> Band:
    begin = _at(one["first"] or one["last"], first, days)
    end = _at(one["last"] or one["first"], first, days) + WIDTH / days
    width = max(end - begin, LEAST)
    until = WIDTH if one["ended"] is None else _at(one["ended"], first, days)
    marks = tuple(_at(day, first, days) for day in one["contested"])
    text = span(one["first"], one["last"])
    hue = hues[one["side"] or one["holder"]]
    return Band(one["id"], text, one["status"], begin, width, max(until - begin - width, 0), marks, hue)


def _at(day: str, first: dt.date, days: int) -> float:
    return WIDTH * (dt.date.fromisoformat(day) - first).days / days


def span(first: str | None, last: str | None) -> str:
    """Return the days of a spell in words."""
    return wording.span(first and dt.date.fromisoformat(first), last and dt.date.fromisoformat(last))  # type: ignore[arg-type]
