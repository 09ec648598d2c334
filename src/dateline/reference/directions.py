"""Directions: "36 miles north of A", "south-east of B" as a bearing and a length that a place may be held against."""

import re
from functools import lru_cache
from typing import Final

from dateline.model.place import PlaceEntry
from dateline.reference.distances import bearing, kilometres
from dateline.reference.places_words import DISTANCES

_TOLD: Final = re.compile(
    r"(?<!\bthe\s)\b(?P<first>north|south|east|west)(?:[- ]?(?P<second>east|west))?\s(?:of|from)\b",
    re.IGNORECASE,
)
_LENGTH: Final = re.compile(
    rf"\b(?P<figure>\d[\d,]*(?:\.\d+)?)[\s-](?P<unit>{'|'.join(sorted(DISTANCES))})s?\b", re.IGNORECASE
)
_BEARINGS: Final = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_HALVES: Final = {("north", "east"): 45.0, ("south", "east"): 135.0, ("south", "west"): 225.0, ("north", "west"): 315.0}
_WIDTH: Final = 60.0  # degrees to either side: "north of" is said of what lies north-east, too
_REACH_KM: Final = 200.0  # where no length is told: a country's reader knows no nearer town
_LEAST_KM: Final = 4.0  # nearer by, a side of a town is the town's
_LOOSE: Final = 0.35  # of a length that is told: by road it is longer, and figures are round
_ROUND_KM: Final = 10.0


@lru_cache(maxsize=4096)
def told_bearing(words: str) -> float | None:
    """Return the bearing in degrees on which words put something from a place, None where they tell none.

    Args:
        words: as a report writes them, with the name of the place behind: "a bridge north of Rennes".
    """
    told = _TOLD.search(words)
    if told is None:
        return None
    first, second = told["first"].lower(), (told["second"] or "").lower()
    return _HALVES.get((first, second), _BEARINGS[first])


@lru_cache(maxsize=4096)
def told_length(words: str) -> float | None:
    """Return the kilometres that words put between something and a place, None where they tell none."""
    told = _LENGTH.search(words)
    if told is None:
        return None
    return float(told["figure"].replace(",", "")) * DISTANCES[told["unit"].lower()]


def lies_so(words: str, town: PlaceEntry, place: PlaceEntry) -> bool:
    """Return whether a place lies from a town as words tell: in the direction, and about as far; False if they do not.

    Args:
        words: as a report writes them.
        town: the town from which they reckon.
        place: any other place.
    """
    told, length = told_bearing(words), told_length(words)
    found, away = bearing(town, place), kilometres(town, place)
    if (told is None and length is None) or found is None or away is None:
        return False
    if told is not None and abs((found - told + 180.0) % 360.0 - 180.0) > _WIDTH:
        return False
    return _LEAST_KM <= away <= _REACH_KM if length is None else abs(away - length) <= _LOOSE * length + _ROUND_KM
