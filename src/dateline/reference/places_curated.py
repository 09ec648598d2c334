"""Places curated by hand (`resources/places`): countries' names and peoples, provinces, towns, sites and regions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from dateline.errors import ResourceError
from dateline.model.place import PlacePrecision
from dateline.reference.knowledge import read_yaml
from dateline.settings import RESOURCES

FOLDER: Final = RESOURCES / "places"
T = TypeVar("T")
_PROVINCE_KEYS: Final = frozenset(("name", "nouns", "capital", "also", "alone"))
_PLACE_KEYS: Final = frozenset(
    (
        "id",
        "amends",
        "name",
        "also",
        "feature",
        "precision",
        "at",
        "country",
        "admin1",
        "near",
        "population",
        "known_from",
    )
)


@dataclass(frozen=True, slots=True)
class CuratedCountry:
    """What GeoNames' table of countries lacks: adjectives and names of inhabitants, other names, a rough middle."""

    code: str
    people: tuple[str, ...]
    also: tuple[str, ...]
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class CuratedProvince:
    """A first-level division: its code in GeoNames, plain name, nouns that follow it, capital and other names.

    `alone` tells whether it goes by its name without a noun: "Mara" and "Central" do not mean a region.
    """

    country: str
    code: str
    name: str
    nouns: tuple[str, ...]
    capital: str | None
    also: tuple[str, ...]
    alone: bool = True


@dataclass(frozen=True, slots=True)
class CuratedPlace:
    """A town, site or region; or, with `amends`, a better name and more spellings for the town of GeoNames named so."""

    id: str
    name: str | None
    country: str | None
    amends: str | None = None
    also: tuple[str, ...] = ()
    feature: str | None = None
    precision: PlacePrecision = PlacePrecision.SITE
    at: tuple[float, float] | None = None
    admin1: str | None = None
    near: str | None = None
    population: int = 0
    known_from: str | None = field(default=None, compare=False)


def curated_files(folder: Path = FOLDER) -> list[Path]:
    """Return every file of the folder, in a fixed order."""
    return sorted(folder.rglob("*.yml"))


def load_countries(folder: Path = FOLDER) -> dict[str, CuratedCountry]:
    """Return the curated countries by code.

    Raises:
        ResourceError: a file or an entry of it is broken, as for every loader here.
    """
    path = folder / "countries.yml"
    rows = _mapping(path, read_yaml(path))
    return {code: _entry(path, code, partial(_country, code, row)) for code, row in rows.items()}


def load_provinces(folder: Path = FOLDER) -> Iterator[CuratedProvince]:
    """Yield the provinces of all countries that have a file in `provinces/`."""
    for path in sorted((folder / "provinces").glob("*.yml")):
        data = _mapping(path, read_yaml(path))
        for code, row in _mapping(path, data.get("provinces")).items():
            yield _entry(path, code, partial(_province, path.stem, data.get("nouns"), code, row))


def load_places(folder: Path = FOLDER) -> Iterator[CuratedPlace]:
    """Yield the curated towns, sites and regions; a file's stem begins with the code of its country ("SY-bases")."""
    for path in sorted((folder / "sites").glob("*.yml")):
        rows = read_yaml(path)
        if not isinstance(rows, list):
            raise ResourceError(f"{path}: expected a list of places")
        for row in rows:
            label = row.get("id") or row.get("name") or row if isinstance(row, dict) else row
            yield _entry(path, label, partial(_place, path.stem, row))


def _mapping(path: Path, data: Any) -> dict[str, Any]:
    if not isinstance(data, dict) or not data:
        raise ResourceError(f"{path}: expected entries by code")
    return data


def _entry(path: Path, label: object, make: partial[T]) -> T:
    try:
        return make()
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceError(f"{path}: entry {label}: {error}") from error


def _country(code: str, row: dict[str, Any]) -> CuratedCountry:
    return CuratedCountry(code, _names(row["people"]), _names(row.get("also")), _degrees(row["at"]))


def _province(country: str, nouns: Any, code: str, row: dict[str, Any]) -> CuratedProvince:
    if not isinstance(code, str):
        raise ValueError("the code must be in quotes")
    nouns = _names(row.get("nouns", nouns))
    if unknown := set(row) - _PROVINCE_KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    alone = row.get("alone", True)
    if not alone and not nouns:
        raise ValueError("a province that does not go by its name alone needs a noun")
    return CuratedProvince(country, code, row["name"], nouns, row.get("capital"), _names(row.get("also")), alone)


def _place(stem: str, row: dict[str, Any]) -> CuratedPlace:
    if unknown := set(row) - _PLACE_KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    country, amends, at = row.get("country", stem[:2]), row.get("amends"), row.get("at")
    if amends is None and not (row.get("id") and row.get("name") and row.get("feature") and row.get("known_from")):
        raise ValueError("a place that GeoNames lacks needs id, name, feature and known_from")
    return CuratedPlace(
        id=f"dateline:{row.get('id', '')}",
        name=row.get("name"),
        country=country,
        amends=amends,
        also=_names(row.get("also")),
        feature=row.get("feature"),
        precision=PlacePrecision(row.get("precision", PlacePrecision.SITE)),
        at=_degrees(at) if at else None,
        admin1=row.get("admin1"),
        near=row.get("near"),
        population=int(row.get("population", 0)),
        known_from=row.get("known_from"),
    )


def _names(row: Any) -> tuple[str, ...]:
    names = tuple(row or ())
    if isinstance(row, str) or not all(isinstance(name, str) for name in names):
        raise ValueError(f"expected a list of names, not {row!r}")
    return names


def _degrees(row: Any) -> tuple[float, float]:
    lat, lon = (float(number) for number in row)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{row} are no degrees")
    return lat, lon
