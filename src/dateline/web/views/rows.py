"""Rows: incidents as lists show them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.incident import Incident
from dateline.reference import wording
from dateline.reference.codebook import codebook
from dateline.store import RecordView
from dateline.store.browse.filters import UNDATED
from dateline.store.browse.found import Shown
from dateline.web.links import Links

UNTOLD = "Day not told"


@dataclass(frozen=True, slots=True)
class RowView:
    """An incident in a list."""

    id: str
    url: str
    type: str
    family: str
    days: str
    exact: bool
    place: str
    around: str
    precision: str
    place_url: str | None
    by: str
    against: str
    killed: str
    grade: str
    contested: bool
    reports: int
    told_by: str


@dataclass(frozen=True, slots=True)
class DayView:
    """The incidents of a list that begin on one day."""

    title: str
    rows: tuple[RowView, ...]


def rows(view: RecordView, shown: Iterable[Shown], links: Links) -> list[RowView]:
    """Return incidents as lists show them, in their order."""
    every = list(shown)
    bodies = {one.id: one for one in view.incidents_of_ids(one.id for one in every)}
    return [_row(one, bodies[one.id], links) for one in every if one.id in bodies]


def by_day(shown: list[Shown], made: list[RowView]) -> list[DayView]:
    """Return rows by the day on which they begin, in their order."""
    days = {one.id: one.day for one in shown}
    grouped: dict[str, list[RowView]] = {}
    for one in made:
        grouped.setdefault(days[one.id], []).append(one)
    return [DayView(title(day), tuple(some)) for day, some in grouped.items()]


def title(day: str) -> str:
    """Return the heading of a day."""
    return UNTOLD if day == UNDATED else wording.day(dt.date.fromisoformat(day))


def _row(one: Shown, body: Incident, links: Links) -> RowView:
    place = body.place
    return RowView(
        id=one.id,
        url=links.incident(one.id),
        type=one.type,
        family=codebook()[one.type].family,
        days=wording.days(body.when),
        exact=one.first is not None and one.first == one.last,
        place=place.name if place else "place not told",
        around=wording.around(place) if place else "",
        precision=wording.precision(place),
        place_url=links.place(place.id) if place else None,
        by=wording.first_of(body.actors, 3),
        against=wording.first_of([name for name in body.targets if name not in body.actors], 3),
        killed=wording.short(one.killed_low, one.killed_high),
        grade=one.grade,
        contested=one.contested,
        reports=one.reports,
        told_by=wording.first_of(body.speakers or body.outlets, 2),
    )
