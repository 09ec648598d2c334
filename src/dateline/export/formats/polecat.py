"""POLECAT's columns: a TSV with an incident a row, its first actor and recipient, all their sectors."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.export.cells import write_rows
from dateline.export.crosswalks import country_codes
from dateline.export.facts import Facts
from dateline.export.formats.acled import PREFIX
from dateline.export.formats.base import Counts, Format
from dateline.export.options import Options
from dateline.export.plover_codes import Party, deeds
from dateline.export.taken import Taken
from dateline.pipeline import ENGINE

COLUMNS: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_GEONAMES: Final = "geonames:"


def write(taken: Taken, out: Path, options: Options) -> Counts:  # noqa: ARG001 - every format takes the same
    """Write a row for each incident that PLOVER can hold."""
    with out.open("w", encoding="utf-8", newline="") as file:
        return {"rows": write_rows(file, COLUMNS, _rows(taken), tab=True)}


def _rows(taken: Taken) -> Iterator[list[Any]]:
    for deed in deeds(taken):
        facts = deed.facts
        published = [str(report.published.day) for report in facts.reports if report.published]
        yield [
            PREFIX + facts.incident.id, deed.day, deed.codes.plover, deed.codes.mode, "", deed.codes.quad,
            ";".join(deed.contexts), *_party(deed.actors), *_party(deed.recipients), *_place(facts),
            "; ".join(facts.incident.outlets), next(iter(published), ""), "", "", "", "", f"Dateline {ENGINE}",
        ]  # fmt: skip


def _party(parties: tuple[Party, ...]) -> list[str]:
    """Return the columns of a side: name, country, COW, first sector, sectors, title, raw name, Wikipedia."""
    if not parties:
        return [""] * 8
    sectors = dict.fromkeys(one.sector for one in parties if one.sector)
    names = "; ".join(one.name for one in parties)
    words = "; ".join(one.words for one in parties if one.words)
    return [names, parties[0].country, "", next(iter(sectors), ""), ";".join(sectors), "", words, ""]


def _place(facts: Facts) -> list[Any]:
    place = facts.place
    if place is None:
        return [""] * 10
    raw = next((one.claim.place.words for one in facts.said if one.claim.place), "")
    lat, lon = facts.point or ("", "")
    number = place.id.removeprefix(_GEONAMES) if place.id.startswith(_GEONAMES) else ""
    city = place.name if place.precision == "town" else ""
    country = country_codes(place.country).iso3
    return [place.name, city, "", place.admin1, country, lat, lon, number, raw, place.feature]


FORMAT: Final = Format(
    "polecat", ".tsv", "a TSV with POLECAT's 40 columns", write,
    limits=(
        "Only incidents known to the day and with a party.",
        "Several parties of a side stand in one cell, parted by “; ”, the country that of the first.",
        "Intensity, COW codes, titles, Wikipedia ids, District and the story's people, organisations and locations are "
        "blank: the record does not know them. So is Language.",
        "Latitude and Longitude are blank where the place is not known as closely as a point.",
    ),
)  # fmt: skip
