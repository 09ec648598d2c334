"""`dateline incidents`: what happened, by day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli import wording
from dateline.cli.near import nothing_found
from dateline.cli.options import filter_options, fresh_view, record_option
from dateline.cli.selection import Selection
from dateline.cli.table import show
from dateline.model.incident import Grade, Incident
from dateline.model.reckoned import Toll, outermost

COLUMNS: Final = ("id", "day", "place", "what", "by", "against", "killed", "told by")


@click.command("incidents")
@record_option
@filter_options
def command(record: Path, **asked: Any) -> None:
    """List what happened, by day: one row for each incident, with who tells of it.

    The killed are counted from the least to the most that any speaker says, each side by itself.

    \b
      dateline incidents
      dateline incidents --place Idlib --from 2015-03-24 --to 2015-03-29
      dateline incidents --actor "Air Force"
    """
    selection = Selection.of(**asked)
    with fresh_view(record) as view:
        incidents = sorted(filter(selection.incident, view.incidents()), key=_by_day)
        killed = _killed(view.tolls())
        nothing = "" if incidents else nothing_found(view, selection, "No incident is on record for this.")
        show(COLUMNS, _rows(incidents, killed), nothing=nothing)


def _by_day(one: Incident) -> tuple[bool, dt.date, str]:
    day = (one.when.first or one.when.last) if one.when else None
    return day is None, day or dt.date.min, one.id


def _killed(tolls: Iterable[Toll]) -> dict[str, list[Toll]]:
    """Return the tolls of the dead by incident, without those that another of them includes (civilians, children).

    Where only women or children are counted, they are shown.
    """
    found: dict[str, list[Toll]] = {}
    for toll in tolls:
        if toll.incident and toll.harm == "killed":
            found.setdefault(toll.incident, []).append(toll)
    return {
        incident: outermost([toll for toll in told if not toll.demographic] or told) for incident, told in found.items()
    }


def _rows(incidents: list[Incident], killed: dict[str, list[Toll]]) -> Iterator[tuple[str, ...]]:
    ids = wording.short_ids(one.id for one in incidents)
    for one in incidents:
        yield (
            ids[one.id],
            wording.days(one.when),
            wording.place(one.place),
            one.type,
            wording.names(one.actors),
            wording.names(one.targets),
            "; ".join(_toll(toll) for toll in killed.get(one.id, ())) or wording.UNKNOWN,
            _tellers(one),
        )


def _toll(toll: Toll) -> str:
    whom = toll.side or toll.demographic or (toll.status if toll.status != "people" else "")
    doubt = ", contested" if toll.contested else ""
    return f"{wording.interval(toll.low, toll.high)} {whom}".strip() + doubt


def _tellers(one: Incident) -> str:
    reports = wording.number(len(set(one.reports)), "report")
    said = f"{wording.names(one.speakers)} ({reports})" if one.speakers else reports
    return f"{said}, {one.grade} by a person" if one.grade in {Grade.CONFIRMED, Grade.DISCOUNTED} else said
