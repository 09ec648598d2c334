"""ACLED's columns: a row an incident, coded as closely as the record knows and no closer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.export.cells import write_rows
from dateline.export.crosswalks import country_codes, place_codes
from dateline.export.days import Coded, coded, each_day, shares
from dateline.export.facts import Facts, cut, degrees, names, quotes
from dateline.export.figures import beside_parts
from dateline.export.formats.base import Counts, Format
from dateline.export.options import Options
from dateline.export.parties import interaction, lacks_years, sides, targets_civilians
from dateline.export.taken import Taken
from dateline.model.place import PlaceEntry

COLUMNS: Final = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
PREFIX: Final = "DL-"
"""Before our ids, so that none is taken for one of ACLED's."""
WEEK: Final = 7
LONGEST_NOTES: Final = 1500


def write(taken: Taken, out: Path, options: Options) -> Counts:
    """Write a row for each incident that ACLED's coding can hold."""
    with out.open("w", encoding="utf-8", newline="") as file:
        return {"rows": write_rows(file, COLUMNS, _rows(taken, options))}


def _rows(taken: Taken, options: Options) -> Iterator[list[Any]]:
    for facts in taken.incidents():
        day, place = coded(facts.incident.when), facts.place
        if day is None:
            taken.leave_out("no row: no day known to the month, which ACLED's coding needs")
        elif place is None or place_codes(place).acled is None:
            taken.leave_out("no row: no place known more closely than the country, which ACLED's coding needs")
        else:
            yield from _row_a_day(taken, facts, place, day, options)


def _row_a_day(taken: Taken, facts: Facts, place: PlaceEntry, day: Coded, options: Options) -> Iterator[list[Any]]:
    dead, when = beside_parts(facts).number or 0, facts.incident.when
    one = PREFIX + facts.incident.id
    if not (dead and when and when.days and 1 < when.days <= WEEK and "killed" in facts.over_days):
        yield _row(taken, facts, place, (one, day, dead, ""), options)
        return
    taken.notes["incidents whose total over several days is divided among a row for each"] += 1
    note = f"{dead} killed over {when.days} days, divided evenly. "
    for number, (each, share) in enumerate(zip(each_day(when), shares(dead, when.days), strict=True), 1):
        yield _row(taken, facts, place, (f"{one}-{number}", Coded(each, 1), share, note), options)


def _row(
    taken: Taken, facts: Facts, place: PlaceEntry, row: tuple[str, Coded, int, str], options: Options
) -> list[Any]:
    identifier, (day, precision), dead, note = row
    one, other = sides(facts, day)
    for side in (one, other):
        if any(map(lacks_years, (side.actor, *side.beside))):
            taken.notes["names of state forces without years, as the periods of rule are not on file"] += 1
    country, type_ = country_codes(place.country), facts.type
    return [
        identifier, day, day.year, precision, type_.disorder_type, type_.event_type, type_.type,
        one.actor, names(one.beside), one.inter, other.actor, names(other.beside), other.inter,
        interaction(facts, one, other), "Civilian targeting" if targets_civilians(facts) else "",
        country.number, country.acled_region, country.name, place.admin1, "", "", place.name, *degrees(place),
        place_codes(place).acled, names(facts.incident.outlets), "", _notes(facts, note, options), dead,
        f"grade={facts.incident.grade}", "",
    ]  # fmt: skip


def _notes(facts: Facts, note: str, options: Options) -> str:
    whole = f" Part of {PREFIX}{facts.incident.part_of}." if facts.incident.part_of else ""
    told = cut(" / ".join(quotes(facts, options.longest_quote)), LONGEST_NOTES - len(note) - len(whole))
    return f"{note}{told}{whole}"


FORMAT: Final = Format(
    "acled", ".csv", "a CSV with ACLED's 31 columns", write, policy="acled",
    limits=(
        "Rows are coded by machine from reports; ids begin with DL- and are none of ACLED's.",
        "An incident known to some days stands on the middle one, with time_precision 2 or 3.",
        "The killed of an incident that others are part of are less those of its parts, so that rows may be added.",
        "Where a battle's claims name one side, the other is that of another camp whose fighters are counted.",
        "actor1 is blank where nobody says who acted, save in clashes, which have no direction: no group is made up. "
        "interaction is blank where a party to it is not known.",
        "admin2, admin3, source_scale and timestamp are blank: the record does not know them.",
        "latitude and longitude of a row with geo_precision 2 are those of the town nearby; with 3 they are blank "
        "where only the province is known.",
        "fatalities is 0 where no one tells of any, as in ACLED.",
    ),
)  # fmt: skip
