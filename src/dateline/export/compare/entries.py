"""Entries: incidents of ours and rows of theirs in one shape, so that they can be held against one another."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.export.facts import Facts, degrees
from dateline.export.figures import ends
from dateline.reference.actors import actors_named
from dateline.reference.places_names import key_lines, plain_lines

_YEARS: Final = re.compile(r"\s*\((?:\d{4})?\s*-\s*(?:\d{4})?\s*\)")
_GOVERNMENT: Final = re.compile(r"^Government of ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An incident or a row: what, where, when, who and how many; None and () where not told.

    `types` are the sub-event types that it may be, `exact` says that its place is known as closely as a town; `parties`
    are keys of names, to compare, `actors` the names to show; `dead` is the one figure, `low` and `high` bound it.
    """

    id: str
    first: dt.date | None
    last: dt.date | None
    place: str
    places: frozenset[str] = frozenset()
    admin1: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    exact: bool = True
    type: str = ""
    types: frozenset[str] = frozenset()
    actors: tuple[str, ...] = ()
    parties: frozenset[str] = frozenset()
    low: int | None = None
    dead: int | None = None
    high: int | None = None


def entry_of(facts: Facts) -> Entry:
    """Return an incident of a record as an entry."""
    one, place, killed = facts.incident, facts.place, ends(facts.tolls)
    lat, lon = degrees(place)
    names = (place.name, *place.also) if place else ()
    actors = (*one.actors, *one.targets)
    return Entry(
        id=one.id,
        first=one.when.first if one.when else None,
        last=one.when.last if one.when else None,
        place=place.name if place else "",
        places=place_keys(*names),
        admin1=place.admin1 or "" if place else "",
        country=place.country or "" if place else "",
        lat=lat,
        lon=lon,
        exact=place is not None and place.precision.is_point,
        type=one.type,
        types=frozenset({one.type}),
        actors=actors,
        parties=party_keys(*actors),
        low=killed.low,
        dead=killed.number,
        high=killed.high,
    )


def place_keys(*names: str) -> frozenset[str]:
    """Return what spellings of one place's name have in common."""
    return frozenset(key for name in names if (key := _place_key(name)))


@lru_cache(maxsize=50_000)
def _place_key(name: str) -> str:
    return key_lines(plain_lines(name.strip()))


def party_keys(*names: str) -> frozenset[str]:
    """Return what names of one party have in common: without years of rule, a government's as its forces'."""
    return frozenset(key for name in names if (key := _party_key(name)))


@lru_cache(maxsize=50_000)
def _party_key(name: str) -> str:
    bare = _GOVERNMENT.sub("Military Forces of ", _YEARS.sub("", name.strip()))
    found = actors_named(bare)
    return found[0].id if len(found) == 1 else plain_lines(bare)
