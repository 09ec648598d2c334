"""Whose side "northern X" is where a city and its province share a name: the city's or the province's.

A side is the city's where what is told there stands in cities ("markets in northern Aleppo"), or where the city is so
large that hardly anybody means the land around it ("northern Baghdad"); else the province's ("northern Idlib").
"""

from collections.abc import Sequence
from typing import Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.places import Closeness, PlaceMatch

_CITY: Final = 300_000  # inhabitants of a city that has quarters which news tells apart
_METROPOLIS: Final = 3_000_000
_MOST: Final = 0.4  # of the province's townspeople: the share from which the city stands for it


def city_of(matches: Sequence[PlaceMatch]) -> PlaceEntry | None:
    """Return the city that a name truly stands for, one large enough to have quarters; None where it is of none.

    Args:
        matches: what the name may stand for.
    """
    named = (match.entry for match in matches if match.closeness <= Closeness.SPELLING)
    towns = (entry for entry in named if entry.precision is PlacePrecision.TOWN)
    city = max(towns, key=lambda town: town.population, default=None)
    return city if city and city.population >= _CITY else None


def is_side_of_city(matches: Sequence[PlaceMatch], *, urban: bool) -> bool:
    """Tell whether a side of a name is one of the city.

    Args:
        matches: what the name may stand for.
        urban: whether what is told there stands in cities.
    """
    city = city_of(matches)
    if city is None:
        return False
    named = (match.entry for match in matches if match.closeness <= Closeness.SPELLING)
    provinces = (entry for entry in named if entry.precision is PlacePrecision.PROVINCE)
    around = [one.population for one in provinces if (one.country, one.admin1) == (city.country, city.admin1)]
    large = city.population >= _METROPOLIS and city.population >= _MOST * max(around, default=0)
    return urban or large
