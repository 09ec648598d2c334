"""Words of tolls that give no number, or stand for one that a report goes on to give: "dozens", in a headline."""

import re
from typing import Final

_ONE: Final = re.compile(r"\d|\b(?:one|single|lone|sole)\b")
_VAGUE: Final = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "many", "several"})


def only_names_one(words: str) -> bool:
    """Return whether the words of a toll of one person do not say that it was one.

    They are then an article, a name, or what somebody is: "a cameraman" counts nobody, "one cameraman" does.
    """
    return _ONE.search(words.casefold()) is None


def is_vague(words: str) -> bool:
    """Return whether the words of a number are vague ones."""
    return not _VAGUE.isdisjoint(words.casefold().split())
