"""How far apart two places lie on the earth, and in which direction (haversine formula; Sinnott, 1984)."""

import math
from typing import Final

from dateline.model.place import PlaceEntry

EARTH_KM: Final = 6371.0


def kilometres(one: PlaceEntry, other: PlaceEntry) -> float | None:
    """Return the great-circle distance of two places, None if either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    here, there = math.radians(one.lat), math.radians(other.lat)
    across = math.radians(other.lon - one.lon) / 2
    half = math.sin((here - there) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def bearing(one: PlaceEntry, other: PlaceEntry) -> float | None:
    """Return the direction from one place to another in degrees from north, None if either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    here, there = math.radians(one.lat), math.radians(other.lat)
    turn = math.radians(other.lon - one.lon)
    east = math.sin(turn) * math.cos(there)
    north = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360.0
