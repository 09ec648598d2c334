"""Overview: what was asked for as list, map, timeline and figures, and who holds what on the last day."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from dateline.model.incident import Grade
from dateline.pipeline import holders_on, killed_of
from dateline.reference import wording
from dateline.reference.codebook import codebook
from dateline.store import RecordView
from dateline.store.browse.found import Shown, Sums
from dateline.web.address import Asked
from dateline.web.data.control import on_day
from dateline.web.data.days import timeline
from dateline.web.data.incidents import collection
from dateline.web.draw.dots import DotMap, dot_map
from dateline.web.draw.histogram import Histogram, histogram
from dateline.web.links import Links
from dateline.web.views.rows import DayView, RowView, by_day, rows

PAGE: Final = 60  # incidents of a list's page
DISPUTED: Final = 6
SUGGESTED: Final = 150  # names that a filter's field suggests
DRAWN: Final = 400  # features of the map for those without scripts
HELD: Final = 400  # places of which the holder is told: those told of most lately


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter."""

    value: str
    label: str
    chosen: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The types of event of one event type; the group can be chosen as a whole."""

    whole: Option
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The choices of the filters."""

    types: tuple[Group, ...]
    grades: tuple[Option, ...]
    sides: tuple[Option, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The overview; `after` is the row after which its list goes on, if there is more."""

    asked: Asked
    form: Form
    sums: Sums
    killed: str
    days: tuple[DayView, ...]
    after: tuple[str, str] | None
    disputed: tuple[RowView, ...]
    bars: Histogram | None
    dots: DotMap | None
    map: dict[str, Any]
    timeline: list[dict[str, Any]]
    control: list[dict[str, Any]]
    control_day: dt.date | None
    reports: int
    reports_found: int


def overview(view: RecordView, asked: Asked, links: Links) -> Overview:
    """Return the overview of what is asked for.

    Args:
        view: the record.
        asked: what is asked for.
        links: makes the addresses.
    """
    finder, filters = view.finder(), asked.filters
    shown = finder.page(filters, after=asked.after, limit=PAGE + 1, latest=asked.order == "latest")
    more, shown = len(shown) > PAGE, shown[:PAGE]
    sums, days = finder.sums(filters, killed_of), finder.days(filters, killed_of)
    features = collection(view, filters, links, most=DRAWN)
    day = asked.until or (dt.date.fromisoformat(sums.last) if sums.last else None)
    return Overview(
        asked=asked,
        form=_form(view, asked),
        sums=sums,
        killed=_killed(sums),
        days=tuple(by_day(shown, rows(view, shown, links))),
        after=(shown[-1].day, shown[-1].id) if more else None,
        disputed=tuple(rows(view, _disputed(view, asked), links)),
        bars=histogram(days),
        dots=dot_map(features["features"]),
        map=features,
        timeline=timeline(days),
        control=held_on(view, day, links) if day else [],
        control_day=day,
        reports=view.lister().count_reports(),
        reports_found=view.lister().count_reports(filters.words) if filters.words else 0,
    )


def held_on(view: RecordView, day: dt.date, links: Links) -> list[dict[str, Any]]:
    """Return who holds which place on a day, as far as it is told."""
    lister = view.lister()
    spells = holders_on(view.spells_of_ids(lister.spells_on(day, HELD)), day)
    return on_day(spells, day, lister.sides(), links)


def _disputed(view: RecordView, asked: Asked) -> list[Shown]:
    if asked.contested:
        return []
    asked_too = Asked(**{name: getattr(asked, name) for name in _KEPT}, contested=True)
    return view.finder().page(asked_too.filters, after=None, limit=DISPUTED)


_KEPT: Final = ("since", "until", "types", "actor", "side", "place", "speaker", "grades", "q")


def _killed(sums: Sums) -> str:
    """Return what the killed come to: open where one of the figures is."""
    if not sums.with_killed:
        return "no number told"
    return wording.interval(sums.killed_low, None if sums.open_ends else sums.killed_high)


def _form(view: RecordView, asked: Asked) -> Form:
    lister = view.lister()
    sides = lister.side_names()
    parties = lister.parties("by", "against", limit=SUGGESTED)
    return Form(
        types=tuple(_types(view, asked)),
        grades=tuple(Option(one.value, one.value, one.value in asked.grades) for one in Grade),
        sides=tuple(Option(side, side, side == asked.side) for side in sides),
        actors=tuple(one.name for one in parties),
        places=tuple(dict.fromkeys(spot.name for spot in lister.spots(SUGGESTED))),
        speakers=tuple(one.name for one in lister.parties("says", "prints", limit=SUGGESTED)),
    )


def _types(view: RecordView, asked: Asked) -> list[Group]:
    filters = Asked(**{name: getattr(asked, name) for name in _KEPT if name != "types"}).filters
    counts = view.finder().type_counts(filters)
    groups: dict[str, list[Option]] = {}
    for one in codebook().public():
        count = counts.get(one.type, 0)
        if count or one.type in asked.types:
            groups.setdefault(one.event_type, []).append(Option(one.type, one.type, one.type in asked.types, count))
    return [
        Group(Option(name, name, name in asked.types, sum(one.count for one in options)), tuple(options))
        for name, options in groups.items()
    ]
