"""`dateline places`: places of one's own beside the gazetteer's, and what a name stands for."""

import re
from pathlib import Path
from typing import Final

import click

from dateline.cli import table
from dateline.model.place import PlaceEntry
from dateline.reference.own_formats import read_table
from dateline.reference.own_places import own_files, read_own, remove_own, write_own
from dateline.reference.places import Closeness, PlaceMatch, open_places
from dateline.settings import cache_folder

_CLOSE: Final = {
    Closeness.NAME: "its name",
    Closeness.SPELLING: "a spelling of it",
    Closeness.KEY: "spelt alike",
    Closeness.SKELETON: "the same consonants",
}


@click.group("places")
def command() -> None:
    """Add places of your own, and see what a name stands for.

    \b
      dateline places add ML.txt             a country's dump of GeoNames
      dateline places add pcodes.csv         a table of OCHA's p-codes
      dateline places add villages.csv       a table with name, lat, lon (country, admin1, population, also)
      dateline places why Gologo             what a report's "Gologo" may stand for
    """


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "source", help="Name to keep it under; the file's own unless given.")
@click.option("--country", help="Code of the country of rows that name none, as ML.")
def add(file: Path, source: str | None, country: str | None) -> None:
    """Add the places of FILE; all of it, or none where a line is wrong.

    A source of the same name is replaced. Reports read before keep their places until `dateline reread`.
    """
    found = read_table(file, country.upper() if country else None)
    name = source or re.sub(r"[^a-z0-9._-]+", "-", file.stem.lower()).strip("-.") or "places"
    write_own(cache_folder(), name, found.places)
    open_places(progress=lambda line: click.echo(line, err=True))
    passed = f"; {found.passed_over} lines of no use here passed over" if found.passed_over else ""
    click.echo(f"{len(found.places)} places of {file.name} ({found.format}) added as {name}{passed}")


@command.command("list")
def list_() -> None:
    """List the sources that were added."""
    rows = []
    for path in own_files(cache_folder()):
        places = list(read_own(path))
        pinned = sum(place.lat is not None for place in places)
        homes = sorted({place.country or "?" for place in places})
        rows.append((path.stem, str(len(places)), str(pinned), ", ".join(homes)))
    table.show(("source", "places#", "with degrees#", "countries"), rows, nothing="no places were added")


@command.command("remove")
@click.argument("source")
def remove(source: str) -> None:
    """Forget a source that was added."""
    remove_own(cache_folder(), source)
    click.echo(f"{source} removed")


@command.command("why")
@click.argument("name")
def why(name: str) -> None:
    """Show what NAME may stand for, the closest spellings first."""
    matches = open_places(progress=lambda line: click.echo(line, err=True)).named(name, loose=True)
    columns = ("id", "place", "what", "country", "province", "people#", "at", "as")
    table.show(columns, map(_row, matches), nothing=f"no place called {name}, by any spelling")


def _row(match: PlaceMatch) -> tuple[str, ...]:
    entry = match.entry
    people = f"{entry.population:,}" if entry.population else ""
    return (
        entry.id, entry.name, f"{entry.feature}, {entry.precision}", entry.country or "", entry.admin1 or "", people,
        _at(entry), _CLOSE[match.closeness],
    )  # fmt: skip


def _at(entry: PlaceEntry) -> str:
    return "" if entry.lat is None or entry.lon is None else f"{entry.lat:.3f}, {entry.lon:.3f}"
