"""Words for a number that a report goes on to give: "dozens", in a headline."""

from typing import Final

_VAGUE: Final = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "many", "several"})


def is_vague(words: str) -> bool:
    """Return whether the words of a number are vague ones."""
    return not _VAGUE.isdisjoint(words.casefold().split())
