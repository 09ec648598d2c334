"""Uwazi: a ZIP with import.csv, a row an incident; headers are the labels of a template's properties."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from dateline.export.cells import write_rows
from dateline.export.crosswalks import country_codes
from dateline.export.facts import Facts, quotes
from dateline.export.figures import Ends, ends, of_whom
from dateline.export.formats.base import Counts, Format
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.export.zipped import entry
from dateline.model.report import Report
from dateline.model.when import When

COLUMNS: Final = (
    "title", "Incident ID", "Event type", "Sub-event type", "Date", "Date precision", "Place", "Place precision",
    "Province", "Country", "Point_geolocation", "Actors", "Targets", "Killed", "Civilians killed", "Wounded", "Policy",
    "Grade", "Speakers", "Outlets", "Quotes", "First report",
)  # fmt: skip
OR: Final = "|"
"""Parts the values of a cell; `::` parts a parent from its child, so neither may stand inside a value."""


def write(taken: Taken, out: Path, options: Options) -> Counts:
    """Write the ZIP."""
    with zipfile.ZipFile(out, "w") as archive, entry(archive, "import.csv") as file:
        return {"rows": write_rows(file, COLUMNS, _rows(taken, options))}


def _rows(taken: Taken, options: Options) -> Iterator[list[Any]]:
    for facts in taken.incidents():
        one, place, type_ = facts.incident, facts.place, facts.type
        point = facts.point
        actors, targets = facts.sides
        yield [
            _title(facts), one.id, type_.event_type, type_.type, _range(one.when),
            one.when.precision if one.when else "", place.name if place else "", place.precision if place else "",
            place.admin1 if place else "", country_codes(place.country).name if place else "",
            f"{point[0]}|{point[1]}" if point else "", _several(actors), _several(targets),
            _span(ends(facts.tolls)), _span(of_whom(facts, "killed", status="civilians")),
            _span(ends(facts.tolls, "wounded")), taken.policy, one.grade, _several(one.speakers),
            _several(one.outlets), " / ".join(quotes(facts, options.longest_quote)), _link(facts.reports),
        ]  # fmt: skip


def _title(facts: Facts) -> str:
    """Return what an entity is called: its type, place and days, and the beginning of its id, so that all differ."""
    when, place = facts.incident.when, facts.place
    first, _, last = _range(when).partition(":")
    days = first if first == last else f"{first} to {last}"
    return ", ".join(filter(None, (facts.type.type, place.name if place else "", days, facts.incident.id[:9])))


def _range(when: When | None) -> str:
    """Return days as a range of dates, an open side empty."""
    if when is None:
        return ""
    return f"{when.first or ''}:{when.last or ''}"


def _several(values: Iterable[str]) -> str:
    return OR.join(value.replace("|", "/").replace("::", ":") for value in values)


def _span(found: Ends) -> str:
    if (found.low, found.high) == (None, None):
        return ""
    if found.low == found.high:
        return str(found.low)
    return f"at least {found.low}" if found.high is None else f"{found.low or 0} to {found.high}"


def _link(reports: tuple[Report, ...]) -> str:
    """Return the first report that has an address, as label and address."""
    found = next((report for report in reports if report.url), None)
    if found is None:
        return ""
    label = (found.title or found.outlet or found.file).replace("|", "/")
    return f"{label}|{found.url}"


FORMAT: Final = Format(
    "uwazi", ".zip", "a ZIP with import.csv for Uwazi", write,
    limits=(
        "Make a template in Uwazi first whose properties bear the names of the columns: Date is a date range, Point a "
        "geolocation, Actors, Targets, Speakers and Outlets multi-selects, First report a link, Quotes rich text.",
        "Point is empty where the place is not known as closely as a point.",
        "A “|” or “::” inside a name is written as “/” or “:”.",
    ),
)  # fmt: skip
