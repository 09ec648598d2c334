"""UCDP GED's columns: a row an incident with at least one death, the best figure the sum of its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.export import figures
from dateline.export.cells import write_rows
from dateline.export.crosswalks import country_codes, event_codes, kind_codes, place_codes, when_codes
from dateline.export.facts import Facts, cut, degrees
from dateline.export.figures import Deaths, beside_parts, deaths
from dateline.export.formats.acled import PREFIX
from dateline.export.formats.base import Counts, Format
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.model.place import PlaceEntry
from dateline.model.when import When

COLUMNS: Final = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
CIVILIANS: Final = "Civilians"
_FORCES: Final = "Military Forces of "


@dataclass(frozen=True, slots=True)
class _Sides:
    """The sides as UCDP names them, the parties of the record on each, and the type of violence; "" where not known."""

    a: str
    b: str
    parties_a: Sequence[str]
    parties_b: Sequence[str]
    violence: int | str


def write(taken: Taken, out: Path, options: Options) -> Counts:
    """Write a row for each incident that UCDP's coding can hold."""
    with out.open("w", encoding="utf-8", newline="") as file:
        return {"rows": write_rows(file, COLUMNS, _rows(taken, options))}


def _rows(taken: Taken, options: Options) -> Iterator[list[Any]]:
    for facts in taken.incidents():
        if event_codes()[facts.type.type].ucdp == "none":
            taken.leave_out("no row: a type of event that UCDP does not count")
            continue
        when, place, parties = facts.incident.when, facts.place, _sides(facts)
        rest = figures.CIVILIANS if parties.violence == ONE_SIDED else figures.UNKNOWN
        dead = _beside_parts(facts, deaths(facts, parties.parties_a, parties.parties_b, rest))
        if dead.best < 1:
            taken.leave_out("no row: no death is told beside those of its parts")
        elif when is None or when_codes(when).ucdp is None:
            taken.leave_out("no row: its days are open on a side or longer than a year")
        elif place is None:
            taken.leave_out("no row: no place is known")
        else:
            yield _row(facts, parties, dead, (when, place), options)


def _beside_parts(facts: Facts, dead: Deaths) -> Deaths:
    """Take off what incidents that are part of this one count already, from the unknown first."""
    if not facts.parts:
        return dead
    over = dead.best - (beside_parts(facts).number or 0)
    left = []
    for number in (dead.unknown, dead.civilians, dead.side_b, dead.side_a):
        taken = min(max(over, 0), number)
        over -= taken
        left.append(number - taken)
    return Deaths(unknown=left[0], civilians=left[1], side_b=left[2], side_a=left[3])


def _sides(facts: Facts) -> _Sides:
    first, second = facts.sides
    kinds_a, kinds_b = _kinds(facts, first), _kinds(facts, second)
    if kinds_b and set(kinds_b) <= {"civilians"}:
        return _Sides(_named(first[0]) if first else "", CIVILIANS, first, second, ONE_SIDED)
    if "state" in kinds_b and "state" not in kinds_a:  # the state is side A
        first, second, kinds_a, kinds_b = second, first, kinds_b, kinds_a
    first, second = _armed_first(facts, first), _armed_first(facts, second)
    violence: int | str = ""
    if first and second and set(kinds_a) != {"civilians"}:  # civilians are no party: who fought is not known then
        violence = STATE_BASED if "state" in kinds_a else NON_STATE
    return _Sides(_named(first[0]) if first else "", _named(second[0]) if second else "", first, second, violence)


def _armed_first(facts: Facts, side: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(side, key=lambda name: _kinds(facts, (name,)) == ["civilians"]))


def _kinds(facts: Facts, side: Sequence[str]) -> list[str]:
    return [kind_codes()[facts.parties[name].kind].ucdp for name in side if name in facts.parties]


def _named(name: str) -> str:
    return name.replace(_FORCES, "Government of ", 1) if name.startswith(_FORCES) else name


def _row(facts: Facts, sides: _Sides, dead: Deaths, where: tuple[When, PlaceEntry], options: Options) -> list[Any]:
    when, place = where
    first, last, found = when.first, when.last, beside_parts(facts)
    assert first is not None and last is not None
    country = country_codes(place.country)
    dyad = f"{sides.a} - {sides.b}" if sides.a and sides.b else ""
    low = min(dead.best, found.low if found.low is not None else dead.best)
    high = max(dead.best, found.high) if found.high is not None else ""
    return [
        "", PREFIX + facts.incident.id, first.year, "", "", sides.violence, "", "",
        dyad if sides.violence in {NON_STATE, ONE_SIDED} else "", "", "", dyad, "", "", sides.a, "", "", sides.b,
        *_sources(facts, options), place_codes(place).ucdp, place.name, _where(place), place.admin1, "", *_point(facts),
        "", country.name, "", country.ucdp_region, 2 if facts.over_days else 1, when_codes(when).ucdp, first, last,
        dead.side_a, dead.side_b, dead.civilians, dead.unknown, dead.best, high, low, "", "",
    ]  # fmt: skip


def _sources(facts: Facts, options: Options) -> list[Any]:
    """Return number, article, office, date, headline and who is quoted, of the reports in the order of their days."""
    reports = facts.reports
    offices = [report.outlet or report.file for report in reports]
    days = [str(report.published.day) if report.published else "" for report in reports]
    titles = [cut(report.title or "", options.longest_quote) for report in reports]
    articles = (", ".join(f'"{part}"' for part in row if part) for row in zip(offices, days, titles, strict=True))
    return [
        len(reports), "; ".join(articles), "; ".join(offices), "; ".join(filter(None, days)),
        "; ".join(filter(None, titles)), "; ".join(facts.incident.speakers),
    ]  # fmt: skip


def _where(place: PlaceEntry) -> str:
    return f"near {place.near}" if place.near and place.near != place.name else ""


def _point(facts: Facts) -> list[Any]:
    """Return latitude, longitude and the point as text; of a place near a town the town's, as where_prec says."""
    lat, lon = degrees(facts.place)
    return ["", "", ""] if lat is None or lon is None else [lat, lon, f"POINT ({lon} {lat})"]


FORMAT: Final = Format(
    "ucdp", ".csv", "a CSV with UCDP GED's 49 columns", write, policy="ucdp",
    limits=(
        "Only incidents with at least one death; best is the sum of deaths_a, _b, _civilians and _unknown.",
        "UCDP's own ids, gwnoa, gwnob and priogrid_gid are blank; relid holds ours, which begin with DL-.",
        "type_of_violence is blank where a side is not known; conflict_name is blank for state-based violence.",
        "In one-sided violence, the dead of whom nothing is told but that they were people are deaths_civilians.",
        "high is blank where nobody bounds it.",
        "Where a battle's claims name one side, the other is that of another camp whose fighters are counted.",
        "The dead of an incident that others are part of are less those of its parts, so that rows may be added.",
        "UCDP counts only conflicts with 25 deaths a year and organised actors; these rows are not so chosen.",
    ),
)  # fmt: skip
