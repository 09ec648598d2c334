"""`dateline tolls`: how many were harmed, with every speaker's figure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli import wording
from dateline.cli.near import nothing_found
from dateline.cli.options import filter_options, fresh_view, record_option
from dateline.cli.selection import Selection
from dateline.cli.table import show
from dateline.cli.totals import total_lines
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Figure, Toll
from dateline.model.when import When
from dateline.pipeline import POLICY, POLICY_NAMES, tolls_under
from dateline.store import RecordView

COLUMNS: Final = ("id", "day", "place", "whom", "harm", "{policy}", "said by", "sure")
TELLS: Final = {
    "range": "range: least to most",
    "acled": "acled: one number",
    "ucdp": "ucdp: low, best, high",
    "corroborated": "corroborated: at least",
}


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
@click.option(
    "--policy", type=click.Choice(POLICY_NAMES), default=POLICY, show_default=True, help="How figures become one."
)
@click.option("--total", "summed", is_flag=True, help="Add up what is listed, counting no one twice.")
def command(record: Path, policy: str, summed: bool, **asked: Any) -> None:
    """List how many were harmed: one row for each incident, side and kind of harm.

    Every speaker's own figure stands beside what the policy makes of them: "range" spans the least
    and the most that anyone says; "acled" is one number after ACLED's rules; "ucdp" a low, best and
    high after UCDP's; "corroborated" what two independent voices share. A figure in (brackets) was
    replaced by a higher one of the same speaker, one with a * is a party's count of its enemy's
    losses, one with a ~ is approximate.

    \b
      dateline tolls --on 2015-03-28
      dateline tolls --place Idlib --policy ucdp
      dateline tolls --from 2015-03-23 --to 2015-03-29 --total
    """
    selection = Selection.of(**asked)
    with fresh_view(record) as view:
        incidents = {one.id: one for one in view.incidents()}
        found = _tolls(view, tolls_under(view, policy), incidents)
        tolls = sorted((one for one in found if _asked(one, selection)), key=_by_day)
        columns = [column.format(policy=TELLS[policy]) for column in COLUMNS]
        nothing = "" if tolls else nothing_found(view, selection, "No toll is on record for this.")
        show(columns, _rows(tolls), nothing=nothing)
        if summed and tolls:
            for line in total_lines([one.toll for one in tolls], incidents.values()):
                click.echo(line)


def _tolls(view: RecordView, tolls: Iterable[Toll], incidents: Mapping[str, Incident]) -> Iterator[_Toll]:
    """Yield tolls with the incident's day and place, or those of the first claim where they belong to no incident."""
    for toll in tolls:
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
            number(toll),
            "; ".join(map(_figure, toll.figures)),
            _sure(toll),
        )


def number(toll: Toll) -> str:
    """Return what a policy makes of a toll: "10 to 15", "12", "10, 12, 15" (low, best, high)."""
    if toll.policy == "ucdp":
        ends = (toll.low, toll.best, toll.high)
        return (
            wording.UNKNOWN if ends == (None, None, None) else ", ".join(f"{end:,}" for end in ends if end is not None)
        )
    return wording.interval(toll.low, toll.high)


def _sure(toll: Toll) -> str:
    told = "contested" if toll.contested else _speakers(toll)
    return f"{told}; does not fit: {'; '.join(toll.doubts)}" if toll.doubts else told


def _speakers(toll: Toll) -> str:
    return wording.number(len({figure.speaker for figure in toll.figures}), "speaker")


def whom(toll: Toll) -> str:
    """Return who was harmed: "civilians", "combatants of Military Forces of Syria"; a running total says so."""
    people = toll.demographic or toll.status
    scope = "" if toll.scope == "incident" else f" ({toll.scope})"
    return (f"{people} of {toll.side}" if toll.side else people) + scope


def _figure(figure: Figure) -> str:
    count = wording.interval(figure.low, figure.high) if (figure.low, figure.high) != (None, None) else figure.words
    marks = f"{'~' if figure.approximate else ''}{'*' if figure.partisan else ''}"
    text = f"{count}{marks} {figure.speaker}".strip()
    return f"({text})" if figure.superseded else text
