"""The gazetteer's files: populated places, divisions and countries of GeoNames, as `tools/build_*.py` write them."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import ResourceError

DATA: Final = Path(__file__).parent / "data"
TOWNS_FILE: Final = DATA / "gazetteer.tsv.xz"
DIVISIONS_FILE: Final = DATA / "divisions.tsv.xz"
COUNTRIES_FILE: Final = DATA / "countries.tsv"
LEAST_TOWNS: Final = 200_000  # the file holds 234,908; one with fewer was cut short
LEAST_DIVISIONS: Final = 15_000
LEAST_COUNTRIES: Final = 240


@dataclass(frozen=True, slots=True)
class TownRow:
    """A populated place: GeoNames' id, country and province codes, degrees, population (0 unknown), names with `|`."""

    id: int
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    names: str


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """A second-level division (district, county, raion): codes, rough middle, inhabitants of its towns, names."""

    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    names: str


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country: ISO alpha-2 code, GeoNames' id, ISO alpha-3 code, name, capital ("" if none), population."""

    code: str
    id: int
    iso3: str
    name: str
    capital: str
    population: int


def town_rows(path: Path = TOWNS_FILE) -> Iterator[TownRow]:
    """Yield all populated places.

    Raises:
        ResourceError: the file is missing, broken, or holds too few places.
    """
    for line in _lines(path, LEAST_TOWNS):
        yield _town(path, line)


def division_rows(path: Path = DIVISIONS_FILE) -> Iterator[DivisionRow]:
    """Yield the second-level divisions.

    Raises:
        ResourceError: the file is missing, broken, or holds too few divisions.
    """
    for line in _lines(path, LEAST_DIVISIONS):
        yield _division(path, line)


def _lines(path: Path, least: int) -> list[str]:
    try:
        text = lzma.decompress(path.read_bytes()).decode()
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise ResourceError(f"gazetteer {path} cannot be read ({error}); install Dateline again") from error
    lines = text.splitlines()
    _check_size(path, len(lines), least)
    return lines


def _town(path: Path, line: str) -> TownRow:
    try:
        number, country, admin1, lat, lon, population, names = line.split("\t")
        return TownRow(int(number), country, admin1, float(lat), float(lon), int(population), names)
    except ValueError as error:
        raise ResourceError(f"gazetteer {path}: broken line {line[:60]!r}; install Dateline again") from error


def _division(path: Path, line: str) -> DivisionRow:
    try:
        country, admin1, lat, lon, population, names = line.split("\t")
        return DivisionRow(country, admin1, float(lat), float(lon), int(population), names)
    except ValueError as error:
        raise ResourceError(f"gazetteer {path}: broken line {line[:60]!r}; install Dateline again") from error


def country_rows(path: Path = COUNTRIES_FILE) -> tuple[CountryRow, ...]:
    """Return all countries.

    Raises:
        ResourceError: the file is missing, broken, or holds too few countries.
    """
    try:
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
        found = tuple(CountryRow(a, int(i), b, name, capital, int(people)) for a, i, b, name, capital, people in rows)
    except (OSError, ValueError) as error:
        raise ResourceError(f"gazetteer {path} cannot be read ({error}); install Dateline again") from error
    _check_size(path, len(found), LEAST_COUNTRIES)
    return found


def _check_size(path: Path, found: int, least: int) -> None:
    if found < least:
        raise ResourceError(f"gazetteer {path} holds {found} entries, fewer than {least}; install Dateline again")
