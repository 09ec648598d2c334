"""Cities told by their rank alone: "Myanmar's biggest city", "the country's second-largest city"."""

from typing import Final

_MOST: Final = frozenset({"largest", "biggest", "populous"})
_RANKS: Final = {"second": 2, "third": 3}


def rank_of(words: str) -> int | None:
    """Return which city of a country by the number of its people some words mean, None where they tell no rank."""
    said = words.lower().replace("-", " ").split()
    if said[-1:] != ["city"]:
        return None
    before = said[:-1]
    ranked = before[:-1] if before[-1:] and before[-1] in _MOST else before
    rank = _RANKS.get(ranked[-1], 1) if ranked else 1
    return None if ranked is before and rank == 1 else rank


def is_of_home(words: str) -> bool:
    """Return whether words mean a city of the country that the report is about: "the country's second city"."""
    return "country's" in words.lower().split()
