"""The look-up behind `places`: an SQLite file made from the gazetteer and the curated places, anew when they change."""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dateline.errors import ResourceError
from dateline.model.place import PlacePrecision
from dateline.reference import gazetteer, own_places, places_curated, places_names
from dateline.reference.places_curated import CuratedPlace, CuratedProvince
from dateline.whole_files import clear_away, whole

Progress = Callable[[str], None]

# What the look-up holds; the number goes up when its tables change.
FORMAT: Final = 1
_TABLES: Final = """
    CREATE TABLE place (number INTEGER PRIMARY KEY, id TEXT, name TEXT, feature TEXT, precision TEXT, lat REAL,
                        lon REAL, country TEXT, admin1 TEXT, population INTEGER, names TEXT, near TEXT, capital TEXT);
    CREATE TABLE by_key (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
    CREATE TABLE by_skeleton (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
    CREATE TABLE people (word TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
"""
_OUTDATED: Final = ("places-*.sqlite", "places-*.part")
_LEAST_CONSONANTS: Final = 4  # with fewer, any short name meets a dozen others


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A place as the look-up holds it; `names` begins with its name and has `|` between spellings."""

    id: str
    name: str
    feature: str
    precision: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    population: int
    names: str
    near: str | None = None
    capital: str | None = None


def index_path(folder: Path) -> Path:
    """Return where the look-up lies; its name changes with everything that it is made from."""
    digest = hashlib.sha256(str(FORMAT).encode())
    code = [Path(module.__file__ or "") for module in (places_names, places_curated)]
    for path in (
        gazetteer.TOWNS_FILE,
        gazetteer.DIVISIONS_FILE,
        gazetteer.COUNTRIES_FILE,
        *code,
        Path(__file__),
        Path(own_places.__file__ or ""),
        *places_curated.curated_files(),
        *own_places.own_files(folder),
    ):
        try:
            digest.update(path.read_bytes())
        except OSError as error:
            raise ResourceError(f"gazetteer {path} cannot be read ({error}); install Dateline again") from error
    return folder / f"places-{digest.hexdigest()[:16]}.sqlite"


def build_index(path: Path, progress: Progress | None = None) -> None:
    """Make the look-up at `path`; whoever reads it sees all of it or none, also when two processes make it at once.

    Args:
        path: the file to make, in a folder that exists.
        progress: called with a line of text at each step.

    Raises:
        ResourceError: the gazetteer or a curated place is broken, or the folder cannot be written to.
    """
    say = progress or _silent
    say("reading the gazetteer")
    rows = [*index_rows(), *_own_rows(path.parent)]
    say(f"building the look-up of {len(rows):,} places")
    try:
        with whole(path) as part:
            _write(part, rows)
        clear_away(path, _OUTDATED)
    except (OSError, sqlite3.Error) as error:
        raise ResourceError(f"the look-up of places cannot be written to {path.parent}: {error}") from error
    say("look-up of places ready")


def _silent(_step: str) -> None:
    """Say nothing."""


def index_rows() -> Iterator[IndexRow]:
    """Yield every place: countries, provinces, curated places, divisions, then the towns of the gazetteer."""
    provinces = list(places_curated.load_provinces())
    names = {(p.country, p.code): p.name for p in provinces}
    curated = list(places_curated.load_places())
    towns = _amended([_town_row(row, names) for row in gazetteer.town_rows()], curated)
    yield from _country_rows()
    yield from _province_rows(provinces, towns)
    yield from (_curated_row(place) for place in curated if place.amends is None)
    yield from _division_rows(names)
    yield from towns


def _division_rows(provinces: dict[tuple[str, str], str]) -> Iterator[IndexRow]:
    """Yield the second-level divisions, but for what is a province of its country or called like one."""
    called = {(country, places_names.name_key(name)) for (country, _), name in provinces.items()}
    for row in gazetteer.division_rows():
        names = [one for one in row.names.split("|") if (row.country, places_names.name_key(one)) not in called]
        if names:
            yield IndexRow(
                id=f"division:{row.country}-{row.admin1}-{places_names.plain_name(row.names)}", name=names[0],
                feature="division", precision=PlacePrecision.DISTRICT, lat=row.lat, lon=row.lon, country=row.country,
                admin1=provinces.get((row.country, row.admin1)), population=row.population, names="|".join(names),
            )  # fmt: skip


def _own_rows(folder: Path) -> Iterator[IndexRow]:
    """Yield the places that the user added."""
    for path in own_places.own_files(folder):
        for place in own_places.read_own(path):
            yield IndexRow(
                id=place.id, name=place.name, feature=place.feature, precision=place.precision, lat=place.lat,
                lon=place.lon, country=place.country, admin1=place.admin1, population=place.population,
                names="|".join(dict.fromkeys([place.name, *place.also])),
            )  # fmt: skip


def _town_row(row: gazetteer.TownRow, provinces: dict[tuple[str, str], str]) -> IndexRow:
    return IndexRow(
        id=f"geonames:{row.id}", name=row.names.partition("|")[0], feature="town", precision=PlacePrecision.TOWN,
        lat=row.lat, lon=row.lon, country=row.country, admin1=provinces.get((row.country, row.admin1)),
        population=row.population, names=row.names,
    )  # fmt: skip


def _amended(towns: list[IndexRow], curated: Iterable[CuratedPlace]) -> list[IndexRow]:
    """Return the towns with the better names, spellings and figures that the curated places give them."""
    wanted = [place for place in curated if place.amends]
    numbers: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    keys = {(place.country, place.amends) for place in wanted}
    for number, town in enumerate(towns):
        if (town.country, town.name) in keys:
            numbers[town.country, town.name].append(number)
    for place in wanted:
        here = [n for n in numbers[place.country, place.amends or ""] if place.admin1 in (None, towns[n].admin1)]
        if not here:
            raise ResourceError(f"curated place {place.country} {place.amends}: no town of the gazetteer has that name")
        number = max(here, key=lambda n: towns[n].population)
        towns[number] = _amend(towns[number], place)
    return towns


def _amend(town: IndexRow, place: CuratedPlace) -> IndexRow:
    name = place.name or town.name
    names = "|".join(dict.fromkeys([name, *place.also, *town.names.split("|")]))
    feature = place.feature or town.feature
    return replace(town, name=name, names=names, feature=feature, population=place.population or town.population)


def _country_rows() -> Iterator[IndexRow]:
    curated = places_curated.load_countries()
    for row in gazetteer.country_rows():
        extra = curated.get(row.code)
        lat, lon = extra.at if extra else (None, None)
        names = "|".join([row.name, *(extra.also if extra else ())])
        yield IndexRow(f"geonames:{row.id}", row.name, "country", PlacePrecision.COUNTRY, lat, lon, row.code, None,
                       row.population, names, capital=row.capital or None)  # fmt: skip


def _province_rows(provinces: Iterable[CuratedProvince], towns: Iterable[IndexRow]) -> Iterator[IndexRow]:
    """Yield the provinces; each one's middle is the mean of its towns, for distances only."""
    inside: dict[tuple[str | None, str | None], list[IndexRow]] = defaultdict(list)
    for town in towns:
        inside[town.country, town.admin1].append(town)
    for province in provinces:
        members = inside[province.country, province.name]
        lat = sum(t.lat or 0.0 for t in members) / len(members) if members else None
        lon = sum(t.lon or 0.0 for t in members) / len(members) if members else None
        called = " ".join([province.name, *province.nouns[:1]])
        nouned = [f"{province.name} {noun}" for noun in province.nouns[1:]]
        nouned += [f"{name} {noun}" for name in province.also for noun in province.nouns[:1]]
        yield IndexRow(
            id=f"dateline:{province.country}-{province.code}", name=called, feature="province",
            precision=PlacePrecision.PROVINCE, lat=lat, lon=lon, country=province.country, admin1=province.name,
            population=sum(t.population for t in members), capital=province.capital,
            names="|".join(dict.fromkeys([called, *[province.name] * province.alone, *nouned, *province.also])),
        )  # fmt: skip


def _curated_row(place: CuratedPlace) -> IndexRow:
    lat, lon = place.at or (None, None)
    return IndexRow(
        id=place.id, name=place.name or "", feature=place.feature or "site", precision=place.precision, lat=lat,
        lon=lon, country=place.country, admin1=place.admin1, population=place.population,
        names="|".join(dict.fromkeys([place.name or "", *place.also])), near=place.near,
    )  # fmt: skip


def _write(path: Path, rows: list[IndexRow]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + _TABLES)
        base.execute("BEGIN")
        values = ((n, *(getattr(row, field) for field in IndexRow.__slots__)) for n, row in enumerate(rows))
        base.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", values)
        keys, skeletons = _key_rows(rows)
        base.executemany("INSERT INTO by_key VALUES (?,?)", keys)
        base.executemany("INSERT INTO by_skeleton VALUES (?,?)", skeletons)
        base.executemany("INSERT OR IGNORE INTO people VALUES (?,?)", _people())
        base.execute("COMMIT")


def _key_rows(rows: list[IndexRow]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return (key, place) pairs by key and by skeleton, sorted, each once: SQLite appends them in order."""
    counts = [row.names.count("|") + 1 for row in rows]
    keys = places_names.key_lines(places_names.plain_lines("\n".join(row.names.replace("|", "\n") for row in rows)))
    skeletons = places_names.skeleton_lines(keys)
    numbers = [number for number, count in enumerate(counts) for _ in range(count)]
    by_key = {pair for pair in zip(keys.split("\n"), numbers, strict=True) if pair[0]}
    by_skeleton = {p for p in zip(skeletons.split("\n"), numbers, strict=True) if len(p[0]) >= _LEAST_CONSONANTS}
    return sorted(by_key), sorted(by_skeleton)


def _people() -> Iterator[tuple[str, str]]:
    for country in places_curated.load_countries().values():
        yield from ((word.lower(), country.code) for word in country.people)
