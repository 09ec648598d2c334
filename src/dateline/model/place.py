"""Places: entries of the gazetteer, and how a phrase was linked to one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dateline.model.how import is_taken_over


class PlacePrecision(StrEnum):
    """How closely a place is known."""

    SITE = "site"
    TOWN = "town"
    AREA = "area"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"

    @property
    def is_point(self) -> bool:
        """Whether a place so known may be drawn as a point."""
        return self in POINTS

    @property
    def is_wide(self) -> bool:
        """Whether the middle of a place so known says nothing of where in it something happened."""
        return self in {PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.COUNTRY}


POINTS: Final = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN})
"""Known to the spot."""
LOCAL: Final = POINTS | {PlacePrecision.AREA}
"""Known to a spot or to what lies about one."""
VAST: Final = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY})
"""So wide that much else happens there on the same day."""
UNLISTED: Final = "name:"
"""Begins the id of a place that the gazetteer lacks."""


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place of the gazetteer.

    `feature` is town, district of a city, base, airport, crossing, road, province, country …

    `lat` and `lon` are degrees (WGS 84), None where not known; `admin1` the province's name; `population` 0 if unknown.
    """

    id: str
    name: str
    feature: str
    precision: PlacePrecision
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None = None
    population: int = 0
    also: tuple[str, ...] = ()
    near: str | None = None

    @property
    def unlisted(self) -> bool:
        """Whether the gazetteer lacks it: its id is made of the name by which a report calls it."""
        return self.id.startswith(UNLISTED)


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place as a claim holds it: the `entry`, None where not found, the `words` read, and `how` it was chosen."""

    entry: PlaceEntry | None
    words: str
    start: int
    end: int
    how: str

    @property
    def precision(self) -> PlacePrecision | None:
        """How closely the place is known, None where it was not found."""
        return self.entry.precision if self.entry else None

    @property
    def taken_over(self) -> bool:
        """Whether the claim's own clause does not name it."""
        return is_taken_over(self.how)
