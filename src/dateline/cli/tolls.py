"""`dateline tolls`: how many were harmed, with every speaker's figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli import wording
from dateline.cli.options import filter_options, fresh_view, record_option
from dateline.cli.selection import Selection
from dateline.cli.table import show
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Figure, Toll
from dateline.model.when import When
from dateline.store import RecordView

COLUMNS: Final = ("id", "day", "place", "whom", "harm", "least to most", "said by", "sure")


@dataclass(frozen=True, slots=True)
class _Toll:
    """A toll with the day, place and parties that it belongs to."""

    toll: Toll
    when: When | None
    place: PlaceEntry | None
    actors: tuple[str, ...]


@click.command("tolls")
@record_option
@filter_options
def command(record: Path, **asked: Any) -> None:
    """List how many were harmed: one row for each incident, side and kind of harm.

    "Least to most" spans what all speakers say (policy "range"); every speaker's own figure stands
    beside it. A figure in (brackets) was replaced by a later one of the same speaker, one with a *
    is a party's count of its enemy's losses.

    \b
      dateline tolls --on 2015-03-28
      dateline tolls --place Idlib
    """
    selection = Selection.of(**asked)
    with fresh_view(record) as view:
        tolls = sorted(filter(lambda one: _asked(one, selection), _tolls(view)), key=_by_day)
        show(COLUMNS, _rows(tolls), nothing="No toll is on record for this.")


def _tolls(view: RecordView) -> Iterator[_Toll]:
    """Yield tolls with the incident's day and place, or those of the first claim where they belong to no incident."""
    incidents = {one.id: one for one in view.incidents()}
    for toll in view.tolls():
        incident = incidents.get(toll.incident or "")
        yield _of_incident(toll, incident) if incident else _of_claim(toll, view)


def _of_incident(toll: Toll, incident: Incident) -> _Toll:
    sides = (toll.side,) if toll.side else ()
    return _Toll(toll, incident.when, incident.place, (*incident.actors, *incident.targets, *sides))


def _of_claim(toll: Toll, view: RecordView) -> _Toll:
    claim = view.claim(toll.figures[0].claim) if toll.figures else None
    place = claim.place.entry if claim and claim.place else None
    return _Toll(toll, claim.when if claim else None, place, (toll.side,) if toll.side else ())


def _asked(one: _Toll, selection: Selection) -> bool:
    first, last = (one.when.first, one.when.last) if one.when else (None, None)
    in_time = selection.days(first, last, known=one.when is not None)
    return in_time and selection.at(one.place) and selection.by(one.actors)


def _by_day(one: _Toll) -> tuple[bool, str, str, str]:
    day = (one.when.first or one.when.last) if one.when else None
    return day is None, str(day), one.toll.incident or "", one.toll.id


def _rows(tolls: list[_Toll]) -> Iterator[tuple[str, ...]]:
    ids = wording.short_ids(one.toll.id for one in tolls)
    for one in tolls:
        toll = one.toll
        yield (
            ids[toll.id],
            wording.days(one.when),
            wording.place(one.place),
            whom(toll),
            toll.harm,
            wording.interval(toll.low, toll.high),
            "; ".join(map(_figure, toll.figures)),
            "contested" if toll.contested else _speakers(toll),
        )


def _speakers(toll: Toll) -> str:
    return wording.number(len({figure.speaker for figure in toll.figures}), "speaker")


def whom(toll: Toll) -> str:
    """Return who was harmed: "civilians", "combatants of Military Forces of Syria"; a running total says so."""
    people = toll.demographic or toll.status
    scope = "" if toll.scope == "incident" else f" ({toll.scope})"
    return (f"{people} of {toll.side}" if toll.side else people) + scope


def _figure(figure: Figure) -> str:
    count = wording.interval(figure.low, figure.high) if (figure.low, figure.high) != (None, None) else figure.words
    text = f"{count}{'*' if figure.partisan else ''} {figure.speaker}".strip()
    return f"({text})" if figure.superseded else text
