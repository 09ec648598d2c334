"""Names: parties and places as they stand in a sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.prose import prose_words
from dateline.sitrep.english import listed

_CLASS: Final = re.compile(r"^(?P<name>.+?) \((?P<country>[^()]+)\)$")
MOST: Final = 4  # names in a list; more are counted


@dataclass(frozen=True, slots=True)
class Names:
    """How names are told where `country` goes without saying."""

    country: str | None = None

    def party(self, name: str) -> str:
        """Return a party as in a sentence: "the Army of Conquest", "opposition rebels", "civilians of Turkey"."""
        found = _CLASS.match(name)
        if found is None:
            return f"the {name}" if _has_article(name) else _small(name) if name.casefold() in _common() else name
        told = prose_words().classes.get(found["name"]) or _small(found["name"])
        return told if found["country"] == self.country else f"{told} of {found['country']}"

    def parties(self, names: Iterable[str]) -> str:
        """Return parties as a list, each once."""
        return listed(list(dict.fromkeys(map(self.party, names))), most=MOST)


def _small(name: str) -> str:
    """Return the name of a class in small letters, but for words that always have a capital one."""
    capital = prose_words().always_capital
    return " ".join(word if word.partition("-")[0] in capital else word.lower() for word in name.split())


def _common() -> frozenset[str]:
    return prose_words().common


def _has_article(name: str) -> bool:
    first, *rest = (word.casefold() for word in name.split())
    table = prose_words()
    if first in table.never_article or not rest:
        return False
    return rest[-1] in table.with_article or not table.with_article_before.isdisjoint(rest[:-1])


def where(place: PlaceEntry | None) -> str:
    """Return where something happened, no more closely than it is told: "in Idlib", "somewhere in Idlib province"."""
    if place is None:
        return "at a place that is not told"
    if place.precision.is_wide:
        return f"somewhere in {place.name}"
    if place.unlisted:
        near = f" in {place.near}" if place.near else ""
        return f"at a place named {place.name}{near}"
    if place.near and place.near != place.name and place.precision is PlacePrecision.AREA:
        return f"at {place.name}, {place.near}"
    return f"{'at' if place.precision is PlacePrecision.SITE else 'in'} {place.name}"


def taken(place: PlaceEntry | None) -> str:
    """Return a place as what is taken or held: "Idlib", "ground in Idlib province"."""
    if place is None:
        return "a place that is not named"
    if place.precision.is_wide:
        return f"ground in {place.name}"
    return place.name
