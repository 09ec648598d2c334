"""Which of two names around a noun holds the other: "Nuh district of Haryana", but "the Idlib town of A".

The larger of the two does: a country before a province before a town, and of two towns that with more people.
"""

from collections.abc import Sequence
from typing import Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.places import Closeness, PlaceMatch, Places
from dateline.reference.places_words import COMPASS
from dateline.resolve.places.surroundings import Surroundings
from dateline.resolve.places.units import Unit

TOWN, _DISTRICT, _PROVINCE, _COUNTRY = range(1, 5)  # how large what sort of place is
_RANKS: Final = {
    PlacePrecision.COUNTRY: _COUNTRY, PlacePrecision.PROVINCE: _PROVINCE, PlacePrecision.AREA: _PROVINCE,
    PlacePrecision.DISTRICT: _DISTRICT,
}  # fmt: skip
_CITY: Final = 300_000  # people: such a city has districts
_ADJECTIVES: Final = ("ian", "ean", "ese", "ish", "ic")
_LONGEST_NAME: Final = 6
_PARTS: Final = frozenset({"division", "town", "quarter", "area", "site", "camp"})  # what may be a part of a place


def size(matches: Sequence[PlaceMatch]) -> tuple[int, int]:
    """Return how large the largest place is that a name truly stands for; nothing for a name that none has.

    Args:
        matches: what the name may stand for.
    """
    named = (match.entry for match in matches if match.closeness <= Closeness.SPELLING)
    return max(((_rank(one), one.population) for one in named), default=(0, 0))


def _rank(entry: PlaceEntry) -> int:
    if entry.precision in _RANKS:
        return _RANKS[entry.precision]
    return TOWN if entry.population < _CITY else _DISTRICT


class Holders:
    """Answers for the nouns of one sentence between two names.

    Args:
        units: the sentence's units.
        around: the words around them.
        places: the look-up.
    """

    def __init__(self, units: Sequence[Unit], around: Surroundings, places: Places) -> None:
        self._units = units
        self._around = around
        self._places = places

    def has_a_name(self, noun: int) -> bool:
        """Tell whether a noun has a name of its own, so that the one behind "of" is no part of it.

        "Nuh district of Haryana", "the Karrada shopping district of Baghdad".
        """
        end = noun if noun and self._units[noun - 1].name else noun - 1
        if end <= 0 or not self._units[end - 1].name or self._places.people_of(self._units[end - 1].text):
            return False  # "the Syrian border town of A"
        return self.is_held(noun, self._ending(end))

    def is_holder(self, at: int) -> bool:
        """Tell whether a name is what something named before it lies in: "the A quarter of B"."""
        named = at > 2 and self._units[at - 1].lemma == "of" and self._around.noun(at - 2) is not None
        return named and self.has_a_name(at - 2)

    def is_held(self, noun: int, matches: Sequence[PlaceMatch]) -> bool:
        """Tell whether a noun is followed by what its place lies in: "Nuh district of Haryana", "X area of Aden".

        Args:
            noun: the noun's unit, right behind its name.
            matches: what that name may stand for.
        """
        units = self._units
        if noun + 2 >= len(units) or units[noun + 1].lemma != "of" or self._around.kind(noun)[0] not in _PARTS:
            return False
        if units[noun].text.lower() != units[noun].lemma:
            return False  # "the Idlib towns of A and B"
        if not matches and units[noun].text.isupper():
            return False  # "THE JUNGLE DISTRICT OF A", where capitals tell no names
        held_by = size(self._beginning(noun + 2 + (units[noun + 2].lemma in COMPASS)))
        if not matches and self._around.kind(noun)[0] == "town":
            # "The Basque city of San Sebastian", "the Dalmatian town of Zadar".
            return held_by[0] >= _PROVINCE and not units[noun - 1].text.endswith(_ADJECTIVES)
        return held_by > size(matches)

    def _beginning(self, at: int) -> tuple[PlaceMatch, ...]:
        """Return what the longest known name that begins at a unit may stand for."""
        stops = range(min(at + _LONGEST_NAME, len(self._units)), at, -1)
        return next((found for stop in stops if (found := self._places.named(self._text(at, stop)))), ())

    def _ending(self, end: int) -> tuple[PlaceMatch, ...]:
        """Return what the longest known name that ends before a unit may stand for."""
        begin = end
        while begin and self._units[begin - 1].name and end - begin < _LONGEST_NAME:
            begin -= 1
        return next((found for at in range(begin, end) if (found := self._places.named(self._text(at, end)))), ())

    def _text(self, at: int, end: int) -> str:
        return " ".join(unit.text for unit in self._units[at:end])
