"""HDX HAPI's conflict events: counts by month and country, and by second-level unit where P-codes are given."""

import calendar
import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from dateline.errors import MetadataError
from dateline.export.cells import write_rows
from dateline.export.crosswalks import country_codes, event_codes
from dateline.export.days import month_of
from dateline.export.facts import Facts
from dateline.export.figures import beside_parts
from dateline.export.formats.base import Counts, Format
from dateline.export.options import Options
from dateline.export.parties import targets_civilians
from dateline.export.taken import Taken
from dateline.reference.places_names import plain_lines

COLUMNS: Final = (
    "location_code", "has_hrp", "in_gho", "provider_admin1_name", "provider_admin2_name", "admin1_code", "admin1_name",
    "admin2_code", "admin2_name", "admin_level", "event_type", "events", "fatalities", "reference_period_start",
    "reference_period_end", "dataset_hdx_id", "resource_hdx_id", "warning", "error",
)  # fmt: skip
TAGS: Final = (
    "#country+code", "#meta+has_hrp", "#meta+in_gho", "#adm1+name+provider", "#adm2+name+provider", "#adm1+code",
    "#adm1+name", "#adm2+code", "#adm2+name", "#adm+level", "#event+type", "#event+num", "#affected+killed",
    "#date+start", "#date+end", "#meta+dataset_id", "#meta+resource_id", "#meta+warning", "#meta+error",
)  # fmt: skip
PCODES: Final = ("Location", "Admin Level", "P-Code", "Name", "Parent P-Code")
TARGETING: Final = "civilian_targeting"


class Unit(NamedTuple):
    """An administrative unit of the user's table."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Units:
    """First- and second-level units by country's alpha-3 code and folded name; the second also by the first's code."""

    first: Mapping[tuple[str, str], Unit]
    second: Mapping[tuple[str, str], Unit]


class _Where(NamedTuple):
    location: str
    level: int
    admin1: str = ""
    first: Unit = Unit("", "")
    second: Unit = Unit("", "")


def units(path: Path) -> Units:
    """Read a table of P-codes.

    Raises:
        MetadataError: it lacks a column or cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as why:
        raise MetadataError(f"{path}: cannot be read: {why}") from why
    if lacking := [name for name in PCODES if not rows or name not in rows[0]]:
        raise MetadataError(f"{path}: has no column {', '.join(lacking)}; expected {', '.join(PCODES)}")
    first, second = {}, {}
    for row in rows:
        unit = Unit(row["P-Code"], row["Name"])
        if row["Admin Level"] == "1":
            first[row["Location"], folded(row["Name"])] = unit
        elif row["Admin Level"] == "2":
            second[row["Parent P-Code"], folded(row["Name"])] = unit
    return Units(first, second)


def folded(name: str) -> str:
    """Return a name without marks and case, to hold spellings against one another."""
    return plain_lines(name)


def write(taken: Taken, out: Path, options: Options) -> Counts:
    """Write the counts of each month.

    Raises:
        MetadataError: the user's table of P-codes is not usable.
    """
    known = units(options.pcodes) if options.pcodes else Units({}, {})
    events: Counter[tuple[_Where, str, int, int]] = Counter()
    dead: Counter[tuple[_Where, str, int, int]] = Counter()
    for facts in taken.incidents():
        for key in _keys(taken, facts, known):
            events[key] += 1
            dead[key] += beside_parts(facts).number or 0
    with out.open("w", encoding="utf-8", newline="") as file:
        tags = [TAGS] if options.hxl else []
        rows = (_row(key, events[key], dead[key]) for key in sorted(events))
        count = write_rows(file, COLUMNS, (*tags, *rows))
    return {"rows": count - len(tags)}


def _keys(taken: Taken, facts: Facts, known: Units) -> Iterator[tuple[_Where, str, int, int]]:
    month, place = month_of(facts.incident.when), facts.place
    kinds = _types(facts)
    if not kinds:
        taken.leave_out("no row: a type of event that HDX HAPI does not count")
    elif month is None:
        taken.leave_out("no row: its days do not lie in one month")
    elif place is None or not country_codes(place.country).iso3:
        taken.leave_out("no row: no country is known")
    else:
        for where in _wheres(facts, known):
            yield from ((where, kind, *month) for kind in kinds)


def _types(facts: Facts) -> list[str]:
    """Return the event types; what targets civilians is political violence too."""
    kind = event_codes()[facts.type.type].hapi
    if kind == TARGETING or (kind == "political_violence" and targets_civilians(facts)):
        return [TARGETING, "political_violence"]
    return [kind] if kind else []


def _wheres(facts: Facts, known: Units) -> Iterator[_Where]:
    """Yield the country, and the second-level unit where the place bears the name of one in its province."""
    place = facts.place
    assert place is not None
    location = country_codes(place.country).iso3
    yield _Where(location, 0)
    first = known.first.get((location, folded(place.admin1 or "")))
    if first is None:
        return
    names = (place.name, *place.also)
    second = next((found for name in names if (found := known.second.get((first.code, folded(name))))), None)
    if second:
        yield _Where(location, 2, place.admin1 or "", first, second)


def _row(key: tuple[_Where, str, int, int], events: int, dead: int) -> list[Any]:
    where, kind, year, month = key
    last = calendar.monthrange(year, month)[1]
    return [
        where.location, "", "", where.admin1, where.second.name, where.first.code, where.first.name,
        where.second.code, where.second.name, where.level, kind, events, dead,
        f"{year}-{month:02}-01", f"{year}-{month:02}-{last:02}", "", "", "", "",
    ]  # fmt: skip


FORMAT: Final = Format(
    "hapi", ".csv", "a CSV with the 19 columns of HDX HAPI's conflict events, by month", write, policy="acled",
    limits=(
        "admin_level 0 counts all incidents of a country; admin_level 2 those of them whose place bears the name of a "
        "unit of the table of P-codes (--pcodes). Never add the levels.",
        "An event that targets civilians counts as civilian_targeting and as political_violence.",
        "has_hrp, in_gho and the ids of data sets are blank: they are HDX's to give.",
    ),
)  # fmt: skip
