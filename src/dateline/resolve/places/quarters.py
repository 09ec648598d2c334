"""What is told to lie in a city that shares its name with its province: which of the two is meant."""

from typing import Final

from dateline.model.place import POINTS, VAST, PlaceEntry
from dateline.reference.places import Closeness
from dateline.reference.places_words import place_nouns
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.scores import kilometres

CITY_KM: Final = 25.0
"""No quarter of a city lies farther from its middle."""
_KNOWN_TOWN: Final = 100_000  # people
_SUBURB_KM: Final = 60.0
_AROUND_KM: Final = 120.0  # nor a village from the town that it is told to be in
_PARTS: Final = frozenset({"quarter", "area", "site"})


def is_part_of_city(mention: PlaceMention, city: PlaceEntry) -> bool:
    """Tell whether what is told to lie in a city, or in the province called like it, lies in the city.

    Quarters and sites do; a district does where no place outside truly has its name.

    Args:
        mention: the name of what lies there.
        city: the city.
    """
    noun = kind_told(mention)
    if noun in _PARTS:
        return True
    named = [match.entry for match in mention.matches if match.closeness <= Closeness.SPELLING]
    return noun == "division" and all(_is_within(entry, city) for entry in named)


def kind_told(mention: PlaceMention) -> str | None:
    """Return the kind of place that a noun says, beside a name or as the end of it: "Leninsky district".

    Args:
        mention: the name.
    """
    return mention.noun or place_nouns().get(mention.name.split()[-1].lower())


def is_far(mention: PlaceMention, entry: PlaceEntry, city: PlaceEntry) -> bool:
    """Tell whether an entry lies too far from the town that its name is told to lie in.

    Args:
        mention: the name.
        entry: what it was taken for.
        city: the town.
    """
    part = kind_told(mention) in {*_PARTS, "division"}
    if not part and entry.population >= _KNOWN_TOWN:
        return False  # "airlines at Edinburgh, Aberdeen"
    across = entry.admin1 and city.admin1 and entry.admin1 != city.admin1  # the town's own land ends at the border
    reach = CITY_KM if part else _SUBURB_KM if across else _AROUND_KM
    reach = _SUBURB_KM if mention.noun_words == "suburb" else reach
    return entry.precision not in VAST and kilometres(entry, city) > reach


def _is_within(entry: PlaceEntry, city: PlaceEntry) -> bool:
    return entry.precision in POINTS and kilometres(entry, city) <= CITY_KM
