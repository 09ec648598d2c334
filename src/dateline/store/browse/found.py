"""Found: rows and figures of incidents as they are looked up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Shown:
    """The row of an incident."""

    number: int
    id: str
    type: str
    day: str
    first: str | None
    last: str | None
    grade: str
    contested: bool
    killed_low: int | None
    killed_high: int | None
    reports: int
    part_of: str | None
    lat: float | None
    lon: float | None
    place: str | None
    """The digest of its place."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What the incidents found come to, no one counted twice.

    `with_killed` is on how many incidents the killed rest; `open_ends` how many of their numbers have no upper end.
    """

    incidents: int
    contested: int
    undated: int
    first: str | None
    last: str | None
    killed_low: int
    killed_high: int
    with_killed: int
    open_ends: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many incidents are known to be of one day, and what their killed come to."""

    day: str
    incidents: int
    killed_low: int
    killed_high: int


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Cell:
    """The incidents of a cell of a grid, by its western and southern edge, and the point in their midst.

    `type` is the one that is met most.
    """

    west: float
    south: float
    type: str
    count: int
    lat: float
    lon: float
    killed_low: int
    killed_high: int
    contested: int


def shown(row: Sequence[Any]) -> Shown:
    """Return the row of an incident as it was fetched."""
    number, key, kind, day, first, last, grade, contested, *rest = row
    return Shown(number, key, kind, day, first, last, grade, bool(contested), *rest)
