"""Nearness: how two places of the gazetteer lie to one another, and which of many lie close enough to be one."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Final

from dateline.model.place import LOCAL, POINTS, VAST, PlaceEntry, PlacePrecision
from dateline.reference.distances import kilometres
from dateline.reference.places_names import name_key, name_skeleton

SAME_KM: Final = 2.0  # two entries for one town lie this close; two villages seldom do
NEAR_KM: Final = 10.0  # how far from its town a base, crossing or airport named after it may lie
REGION_KM: Final = 250.0  # how far from its middle a region without borders may reach: Darfur, Sinai, Kashmir
CITY: Final = 300_000  # a place of that many people sees several strikes or clashes a day
PEOPLE_PER_KM2: Final = 5_000  # few for a large city, so that its reach is rather over- than underrated
CELL_DEGREES: Final = 0.1  # about 11 km of latitude: wider than NEAR_KM
_TELLING_CONSONANTS: Final = 3
_LONG_NAME: Final = 7  # letters of a key that two villages of one war hardly share all but one of
_NAMESAKES: Final = LOCAL | {PlacePrecision.DISTRICT}
_WIDTH: Final = {
    PlacePrecision.SITE: 0,
    PlacePrecision.TOWN: 1,
    PlacePrecision.AREA: 2,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.PROVINCE: 4,
    PlacePrecision.COUNTRY: 5,
}


class Nearness(Enum):
    """How two places lie to one another, from one and the same to unlike."""

    SAME = "same place"
    TWIN = "two entries of one place"
    NAMESAKE = "of one name, one of them a name alone or a district"
    SPELT = "spelt alike, one of them not in the gazetteer"
    QUARTER = "one is a part of the other"
    BESIDE = "one lies by the other"
    WITHIN = "one lies within the other"
    MAYBE = "one is a name alone, and may lie within the other"
    SUBURB = "one lies in or by the city that the other is"
    APART = "apart"


@lru_cache(maxsize=65536)
def nearness(left: PlaceEntry, right: PlaceEntry) -> Nearness:
    """Return how two places lie to one another.

    A base and the town it is named after are beside one another only where the gazetteer says so (`near`) and the
    distance allows it: bases with like names, and villages a few kilometres apart, are apart.
    """
    if left.id == right.id:
        return Nearness.SAME
    if nowhere(left) or nowhere(right):
        held = contains(left, right) or contains(right, left)
        if not held and (_may_hold(left, right) or _may_hold(right, left)):
            return Nearness.MAYBE
        return Nearness.WITHIN if held else _by_name(left, right)
    if left.precision in POINTS and right.precision in POINTS:
        return _points(left, right)
    if _is_quarter(left, right) or _is_quarter(right, left):
        return Nearness.QUARTER
    if _of_one_name(left, right):
        return Nearness.NAMESAKE
    return Nearness.WITHIN if contains(left, right) or contains(right, left) else Nearness.APART


def contains(wide: PlaceEntry, narrow: PlaceEntry) -> bool:
    """Return whether a province, district, area or country holds a narrower place.

    Provinces and countries by name and code; an area, which has a middle but no border, by distance.
    """
    if _WIDTH[wide.precision] <= max(_WIDTH[narrow.precision], 1) or not _one_country(wide, narrow):
        return False
    if wide.precision is PlacePrecision.COUNTRY:
        return wide.country is not None
    if wide.precision is PlacePrecision.PROVINCE:
        return narrow.admin1 is not None and _plain(narrow.admin1) in _names(wide)
    distance = kilometres(wide, narrow)
    return distance is not None and distance <= (REGION_KM if wide.feature == "region" else 3 * NEAR_KM)


def nowhere(place: PlaceEntry) -> bool:
    """Return whether a place is no more than a name: a town, site or area without coordinates."""
    return place.lat is None and place.precision in LOCAL


def _may_hold(wide: PlaceEntry, narrow: PlaceEntry) -> bool:
    """Return whether a province or district may hold a place of which only the name and country are known."""
    if wide.precision not in {PlacePrecision.PROVINCE, PlacePrecision.DISTRICT} or not nowhere(narrow):
        return False
    return narrow.country is not None and narrow.country == wide.country and narrow.admin1 in {None, wide.admin1}


def _is_spot(place: PlaceEntry) -> bool:
    return place.lat is not None and place.precision in POINTS


def may_hide(left: PlaceEntry, right: PlaceEntry) -> bool:
    """Return whether one of two places in a country is a name alone, which may lie in the other."""
    return nowhere(left) != nowhere(right) and _one_country(left, right)


class PlaceIndex:
    """Places by where they lie and by name: those which may be one with a place are found without trying all."""

    def __init__(self, places: Iterable[PlaceEntry]) -> None:
        """Take in places; of several with one id the last."""
        self.by_id = {place.id: place for place in places}
        self._grid: defaultdict[tuple[int, int], list[PlaceEntry]] = defaultdict(list)
        self._named: defaultdict[str, list[PlaceEntry]] = defaultdict(list)
        self._loose: defaultdict[str, list[PlaceEntry]] = defaultdict(list)
        self._near: dict[str, tuple[str, ...]] = {}
        for place in self.by_id.values():
            if (cell := _cell(place)) is not None:
                self._grid[cell].append(place)
            if place.precision in _NAMESAKES:
                for name in _names(place) | _spellings(place):
                    self._named[name].append(place)
                    if not _is_spot(place):
                        self._loose[name].append(place)

    def near(self, place: PlaceEntry) -> tuple[str, ...]:
        """Return the ids of all places that may be one with a place, its own first."""
        found = self._near.get(place.id)
        if found is None:
            others = {*_close(place, self._grid), *self._namesakes(place)}
            found = self._near[place.id] = (place.id, *sorted(others))
        return found

    def _namesakes(self, place: PlaceEntry) -> Iterator[str]:
        """Yield the ids of places of one name with a place, where one of the two is no spot: a name, a district."""
        if place.precision not in _NAMESAKES:
            return
        among = self._loose if _is_spot(place) else self._named
        for other in {found for name in _names(place) | _spellings(place) for found in among.get(name, ())}:
            if other.id != place.id and nearness(place, other) is not Nearness.APART:
                yield other.id


def close_places(places: Iterable[PlaceEntry]) -> dict[str, tuple[str, ...]]:
    """Return, for each place's id, the ids of all places that may be one with it, its own first.

    Takes time linear in the places, save where many crowd into one cell of the grid.
    """
    index = PlaceIndex(places)
    return {key: index.near(place) for key, place in index.by_id.items()}


def _by_name(left: PlaceEntry, right: PlaceEntry) -> Nearness:
    if left.precision not in LOCAL or right.precision not in LOCAL or not _one_country(left, right):
        return Nearness.APART
    if _names(left) & _names(right):
        return Nearness.NAMESAKE
    alike = _spellings(left) & _spellings(right) or _differ_by_a_letter(left.name, right.name)
    return Nearness.SPELT if alike else Nearness.APART


def _differ_by_a_letter(one: str, other: str) -> bool:
    """Return whether two long names have keys that differ by one letter behind the first: "Ban Yuelo", "Ban Yuelor"."""
    short, long = sorted((name_key(one), name_key(other)), key=len)
    if len(short) < _LONG_NAME or len(long) - len(short) > 1 or short[0] != long[0] or short == long:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _points(left: PlaceEntry, right: PlaceEntry) -> Nearness:
    distance = kilometres(left, right)
    if distance is None or distance > NEAR_KM:
        return Nearness.APART
    if (reach := max(_radius(left), _radius(right))) and distance <= reach:
        return Nearness.QUARTER if distance <= reach / 2 else Nearness.SUBURB
    if _named_near(left, right) or _named_near(right, left):
        return Nearness.BESIDE
    both_towns = left.precision is right.precision is PlacePrecision.TOWN
    alike = bool(_names(left) & _names(right))
    if distance <= SAME_KM and (alike or not both_towns):
        return Nearness.TWIN
    return Nearness.TWIN if alike and both_towns else Nearness.APART


def _radius(town: PlaceEntry) -> float:
    """Return how far from its middle a city reaches (km), 0 for a town."""
    return math.sqrt(town.population / (math.pi * PEOPLE_PER_KM2)) if town.population >= CITY else 0.0


def _of_one_name(left: PlaceEntry, right: PlaceEntry) -> bool:
    """Return whether two entries, not both towns or sites, are of one town: itself, its surroundings, its district."""
    told = {left.precision, right.precision}
    distance = kilometres(left, right)
    if told & VAST or distance is None or distance > 3 * NEAR_KM:
        return False
    named = bool(_names(left) & _names(right)) or _named_near(left, right) or _named_near(right, left)
    return named or (PlacePrecision.DISTRICT in told and distance <= SAME_KM)


def _is_quarter(area: PlaceEntry, town: PlaceEntry) -> bool:
    """Return whether an area is told to be in a town: a quarter, a junction, a barracks that the gazetteer lacks."""
    if area.precision is not PlacePrecision.AREA or town.precision is not PlacePrecision.TOWN:
        return False
    distance = kilometres(area, town)
    return distance is not None and distance <= SAME_KM and _named_near(area, town)


def _named_near(site: PlaceEntry, town: PlaceEntry) -> bool:
    return site.near is not None and (site.near == town.id or _plain(site.near) in _names(town))


def _one_country(left: PlaceEntry, right: PlaceEntry) -> bool:
    return left.country is None or right.country is None or left.country == right.country


@lru_cache(maxsize=65536)
def _names(place: PlaceEntry) -> frozenset[str]:
    names = (place.name, *place.also, *((place.admin1,) if place.precision is PlacePrecision.PROVINCE else ()))
    return frozenset(_plain(name) for name in names if name)


@lru_cache(maxsize=65536)
def _spellings(place: PlaceEntry) -> frozenset[str]:
    """Return the consonants of each name, in which spellings from other scripts differ least; none for short names."""
    found = (name_skeleton(name) for name in (place.name, *place.also))
    return frozenset(f"~{one}" for one in found if len(one) >= _TELLING_CONSONANTS)


@lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    words = name.casefold().replace("-", " ").split()
    kept = [word for word in words if word not in {"al", "the", "province", "governorate", "oblast", "region", "state"}]
    return " ".join(kept or words)


def _cell(place: PlaceEntry) -> tuple[int, int] | None:
    told_near = place.precision is PlacePrecision.AREA and place.near is not None
    if not (place.precision in POINTS or told_near) or place.lat is None or place.lon is None:
        return None
    return math.floor(place.lat / CELL_DEGREES), math.floor(place.lon / _lon_step(place.lat))


def _lon_step(lat: float) -> float:
    # One step for a whole belt of a degree, so that neighbours in it fall into one grid; widened towards the poles.
    return CELL_DEGREES / max(math.cos(math.radians(math.floor(abs(lat)))), 0.1)


def _close(place: PlaceEntry, grid: dict[tuple[int, int], list[PlaceEntry]]) -> Iterator[str]:
    cell = _cell(place)
    if cell is None or place.lat is None or place.lon is None:
        return
    rows = range(cell[0] - 1, cell[0] + 2)
    # The belt next door may count its columns otherwise: take its columns at its own step.
    for row in rows:
        column = math.floor(place.lon / _lon_step(max(min((row + 0.5) * CELL_DEGREES, 90.0), -90.0)))
        for other in (found for step in (-1, 0, 1) for found in grid.get((row, column + step), ())):
            if other.id != place.id and nearness(place, other) is not Nearness.APART:
                yield other.id
