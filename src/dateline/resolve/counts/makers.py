"""What each pattern of the count grammar says: the least and the most (docs/counts.md holds the convention)."""

from collections.abc import Callable, Mapping
from typing import Final

from dateline.resolve.counts.grammars import values, words_of
from dateline.resolve.phrases.grammar import Match
from dateline.resolve.phrases.words import Word

Interval = tuple[int | None, int | None]


class Told:
    """The words that a pattern found."""

    def __init__(self, match: Match, words: list[Word]) -> None:
        self._slots = match.slots
        self._words = words[match.first : match.after]

    @property
    def low(self) -> int:
        """The first number."""
        return int(self._slots["number"].value or 0)

    @property
    def high(self) -> int:
        """The second number."""
        return int(self._slots["high"].value or 0)

    @property
    def bounds(self) -> Interval | None:
        """Two numbers as an interval, the scale of the second told for both ("2 to 3 million"); None if they fall."""
        low, high = self.low, self.high
        scale = values("scale").get(self._slots["high"].text.rpartition(" ")[2], 1)
        if scale >= 1000 and low < 1000:
            low *= scale
        return (low, high) if low <= high else None

    @property
    def approximate(self) -> bool:
        """Whether a word says that the number is not exact."""
        approximate = words_of("approximate")
        return any(word.text in approximate for word in self._words)

    def product(self, *names: str) -> int:
        """Return the product of the values of all words of these classes."""
        product = 1
        for word in self._words:
            product *= next((values(name)[word.text] for name in names if word.text in values(name)), 1)
        return product


def interval(match: Match, words: list[Word]) -> tuple[Interval, bool] | None:
    """Return the least and the most that a pattern tells and whether the number is approximate.

    Returns:
        None where the words tell no interval (two numbers that fall, as in a score).
    """
    told = Told(match, words)
    bounds = _MAKERS[match.makes](told)
    return (bounds, told.approximate and bounds != (None, None)) if bounds else None


_MAKERS: Final[Mapping[str, Callable[[Told], Interval | None]]] = {
    "exact": lambda told: (told.low, told.low),
    "about": lambda told: (told.low, told.low),
    "at_least": lambda told: (told.low, None),
    "more_than": lambda told: (told.low + 1, None),
    "at_most": lambda told: (None, told.low),
    "less_than": lambda told: (None, told.low - 1),
    "between": lambda told: told.bounds,
    "between_most": lambda told: (None, told.high) if told.low <= told.high else None,
    "dozens": lambda told: (told.product("tens_plural"), None),
    "tens_of": lambda told: (_tens_of(told), None),
    "several_scale": lambda told: (2 * told.product("scale"), None),
    "score": lambda _: (20, 20),
    "pair": lambda told: (pair := told.product("trio") if told.product("trio") > 1 else 2, pair),
    "untold": lambda _: (None, None),
    "none": lambda _: (0, 0),
    "single": lambda _: (1, 1),
    "group": lambda told: (told.low, told.low),
}


def _tens_of(told: Told) -> int:
    """Return the least of "tens of thousands" (20,000) or "hundreds of thousands" (200,000)."""
    return told.product("tens_plural") // 2
