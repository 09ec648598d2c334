"""Files of places that a user may have, told apart by their first line and read into one form.

- a dump of GeoNames: 19 columns parted by tabs, no heading
- a table of OCHA's p-codes: CSV with Location, Admin Level, P-Code and Name; it has no coordinates
- any CSV with a heading that has name, lat and lon
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from dateline.errors import PlacesError
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.gazetteer import country_rows
from dateline.reference.places_curated import load_provinces

_MOST_FAULTS: Final = 10  # told at once
_MAX_BYTES: Final = 500_000_000
_GEONAMES_COLUMNS: Final = 19
_PCODES: Final = frozenset({"location", "admin level", "p-code", "name"})
_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "name": ("name", "place", "settlement", "location name"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "country": ("country", "iso2", "country code", "iso"),
    "admin1": ("admin1", "admin", "province", "region", "state", "admin1 name"),
    "population": ("population", "pop"),
    "also": ("also", "aliases", "alternate names", "alternatenames", "other names"),
    "key": ("id", "code", "pcode", "p-code"),
    "precision": ("precision",),
}
# What is taken of GeoNames' feature classes; other features of its dump are no places of news, or no points.
_CLASSES: Final = {"P": ("town", PlacePrecision.TOWN), "L": ("area", PlacePrecision.AREA)}
_FEATURES: Final = {
    "ADM2": ("district", PlacePrecision.DISTRICT), "ADM3": ("district", PlacePrecision.DISTRICT),
    "AIRP": ("airport", PlacePrecision.SITE), "AIRB": ("base", PlacePrecision.SITE),
    "MILB": ("base", PlacePrecision.SITE), "INSM": ("base", PlacePrecision.SITE), "DAM": ("dam", PlacePrecision.SITE),
    "CMPRF": ("camp", PlacePrecision.SITE), "PRN": ("prison", PlacePrecision.SITE),
    "BDG": ("bridge", PlacePrecision.SITE), "PASS": ("pass", PlacePrecision.SITE),
    "ISL": ("island", PlacePrecision.AREA),
}  # fmt: skip
_LEVELS: Final = {1: ("province", PlacePrecision.PROVINCE), 2: ("district", PlacePrecision.DISTRICT)}

_Cells = Mapping[str, str]
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class OwnTable:
    """What a file of places holds: its format in words, its places by its own ids, lines that were of no use."""

    format: str
    places: tuple[PlaceEntry, ...]
    passed_over: int


def read_table(path: Path, country: str | None = None) -> OwnTable:
    """Read a file of places.

    Args:
        path: a dump of GeoNames, a table of p-codes, or a CSV with name, lat and lon.
        country: code of the country for rows that name none.

    Raises:
        PlacesError: the file cannot be read or is of no such format, or lines of it are wrong; these are named.
    """
    lines = _lines(path)
    header = [
        cell.strip().lower().lstrip("\ufeff") for cell in next(csv.reader(lines[:1], delimiter=_delimiter(lines[0])))
    ]
    if len(lines[0].split("\t")) == _GEONAMES_COLUMNS and "name" not in header:
        return _collected(path, "GeoNames", enumerate((line.split("\t") for line in lines), 1), _of_geonames)
    rows = list(csv.reader(lines, delimiter=_delimiter(lines[0])))[1:]
    numbered = ((number, dict(zip(header, row, strict=False))) for number, row in enumerate(rows, 2) if any(row))
    if set(header) >= _PCODES:
        return _collected(path, "p-codes", numbered, _PCodes().of)
    columns = {field: name for field, names in _HEADINGS.items() for name in names if name in header}
    if missing := {"name", "lat", "lon"} - columns.keys():
        raise PlacesError(
            f"{path}, line 1: no column for {', '.join(sorted(missing))}; expected a dump of GeoNames (19 columns), a "
            f"table of p-codes (Location, Admin Level, P-Code, Name) or a heading with name, lat and lon"
        )
    picked = ((n, {field: cells.get(name, "").strip() for field, name in columns.items()}) for n, cells in numbered)
    return _collected(path, "CSV", picked, lambda cells, number: _of_csv(cells, number, country))


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise PlacesError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB: cut it to one country")
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise PlacesError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise PlacesError(f"{path} is not in UTF-8 (byte {error.start}); save it as UTF-8") from error
    if not any(line.strip() for line in lines):
        raise PlacesError(f"{path} is empty")
    return lines


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _collected(
    path: Path, form: str, rows: Iterable[tuple[int, _Row]], make: Callable[[_Row, int], PlaceEntry | None]
) -> OwnTable:
    """Gather the places of a table; every wrong line is found before the first is told."""
    places: dict[str, PlaceEntry] = {}
    faults: list[str] = []
    passed_over = 0
    for number, row in rows:
        try:
            place = make(row, number)
            if place is not None and place.id in places:
                raise ValueError(f"the id {place.id} stands twice")
        except (ValueError, IndexError) as error:
            faults.append(f"{path}, line {number}: {error}")
            continue
        if place is None:
            passed_over += 1
        else:
            places[place.id] = place
    if faults:
        more = f"\n… and {len(faults) - _MOST_FAULTS} more" if len(faults) > _MOST_FAULTS else ""
        raise PlacesError("\n".join(faults[:_MOST_FAULTS]) + more)
    if not places:
        raise PlacesError(f"{path} holds no place that can be used")
    return OwnTable(form, tuple(places.values()), passed_over)


def _of_geonames(cells: list[str], _: int) -> PlaceEntry | None:
    if len(cells) != _GEONAMES_COLUMNS:
        raise ValueError(f"{len(cells)} columns, expected {_GEONAMES_COLUMNS}")
    key, name, ascii_name, others, lat, lon, kind, feature, country = cells[:9]
    what = _FEATURES.get(feature) or _CLASSES.get(kind)
    if what is None:
        return None
    also = dict.fromkeys(one for one in (ascii_name, *others.split(",")) if one and one != name and one.isprintable())
    return PlaceEntry(
        _key(key), _name(name), *what, *_degrees(lat, lon), _country(country),
        _provinces().get((country, cells[10])), int(cells[14] or 0), tuple(also),
    )  # fmt: skip


class _PCodes:
    """Rows of a table of p-codes; a district's province is its parent's name, told in a line before it."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[str, str | None]] = {}

    def of(self, cells: _Cells, _: int) -> PlaceEntry | None:
        """Return a row's place, None for a country's own row."""
        level, code, name = int(cells["admin level"]), _key(cells["p-code"].strip()), _name(cells["name"].strip())
        parent = self._names.get(cells.get("parent p-code", "").strip(), (None, None))
        province = parent[1] or (parent[0] if level > 1 else name)
        self._names[code] = (name, province if level else None)
        if level == 0:
            return None
        what = _LEVELS[min(level, 2)]
        return PlaceEntry(code, name, *what, None, None, _country(cells["location"].strip()), province)


def _of_csv(cells: _Cells, number: int, country: str | None) -> PlaceEntry:
    precision = PlacePrecision(cells.get("precision") or PlacePrecision.TOWN)
    also = tuple(one.strip() for one in cells.get("also", "").replace(";", "|").split("|") if one.strip())
    return PlaceEntry(
        _key(cells.get("key") or str(number)), _name(cells["name"]), str(precision), precision,
        *_degrees(cells["lat"], cells["lon"]), _country(cells.get("country") or country or ""),
        cells.get("admin1") or None, _number(cells.get("population", "")), also,
    )  # fmt: skip


def _key(text: str) -> str:
    if not text or any(c.isspace() for c in text):
        raise ValueError(f"{text!r} cannot be an id")
    return text


def _name(text: str) -> str:
    if not text:
        raise ValueError("no name")
    return text


def _number(text: str) -> int:
    digits = text.replace(",", "").replace(" ", "")
    if digits and not digits.isdecimal():
        raise ValueError(f"{text!r} is no number of people")
    return int(digits or 0)


def _degrees(lat: str, lon: str) -> tuple[float, float]:
    try:
        at = float(lat), float(lon)
    except ValueError:
        raise ValueError(f"{lat!r}, {lon!r} are no degrees") from None
    if not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180):
        raise ValueError(f"{lat}, {lon} are no degrees: latitude is within 90, longitude within 180")
    return at


def _country(text: str) -> str | None:
    """Return the two-letter code of a country given by its code of two or three letters or its name."""
    if not text:
        return None
    code = _codes().get(text.lower())
    if code is None:
        raise ValueError(f"no country is called {text}; use its code of two letters")
    return code


@cache
def _codes() -> dict[str, str]:
    rows = country_rows()
    return {word.lower(): row.code for row in rows for word in (row.name, row.iso3, row.code)}


@cache
def _provinces() -> dict[tuple[str, str], str]:
    return {(province.country, province.code): province.name for province in load_provinces()}
