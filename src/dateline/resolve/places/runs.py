"""Runs of name words in one sentence: where a name that begins at a word may end."""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from dateline.reference.places import Places
from dateline.resolve.places.surroundings import Surroundings
from dateline.resolve.places.units import Unit

PARTICLES: Final = frozenset({"de", "del", "du", "des", "da", "do", "dos", "di"})
"""No name ends before one: "San Miguel del Ene"."""
_LONGEST_NAME: Final = 6  # units: "Donbas" to "International Peacekeeping and Security Centre"
_INSIDE: Final = frozenset(
    {
        *("of", "the", "de", "del", "la", "las", "los", "al", "el", "ul", "e", "i", "and"),
        *("du", "des", "le", "es", "da", "dos", "das"),
    }
)


class Runs:
    """Answers for one sentence; `at` is the unit where a name begins, `end` the one after it.

    Args:
        units: the sentence's units.
        around: the words around them.
        places: the look-up.
        taken: the units that names of groups take up.
    """

    def __init__(self, units: Sequence[Unit], around: Surroundings, places: Places, taken: Set[int]) -> None:
        self._units = units
        self._around = around
        self._places = places
        self._taken = taken

    def ends(self, at: int) -> Iterator[int]:
        """Yield where a name beginning at a unit may end, the longest first."""
        stop = at + 1
        while stop < len(self._units) and stop - at < _LONGEST_NAME and stop not in self._taken:
            unit, before = self._units[stop], self._units[stop - 1]
            if before.possessive or not (
                unit.name or self._around.noun(stop) or unit.lemma in _INSIDE or unit.upos == "ADJ"
            ):
                break
            stop += 1
        for end in range(stop, at, -1):
            if end == at + 1 or self.is_name(end - 1) or self._around.noun(end - 1):
                yield end

    def goes_on(self, end: int) -> bool:
        """Tell whether what stands behind a name may be more of it."""
        return end < len(self._units) and self.is_name(end) and not self._units[end - 1].possessive

    def is_name(self, at: int) -> bool:
        """Tell whether a unit may be the last of a name: an adjective with a capital is, but for peoples'."""
        unit = self._units[at]
        if self._around.is_local_government(at):
            return False
        return unit.name or (unit.upos == "ADJ" and unit.text.istitle() and not self._places.people_of(unit.text))

    def end(self, end: int) -> int:
        """Return the unit after the name words that follow one, with particles between them."""
        while end not in self._taken:
            if self.goes_on(end):
                end += 1
            elif end < len(self._units) and self._units[end].lemma in PARTICLES and self.goes_on(end + 1):
                end += 2
            else:
                break
        return end
