"""Words for a number that are none, or stand for one that a report goes on to give: "dozens", in a headline."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"\d|\b(?:one|single|lone|sole)\b")
_VAGUE: Final = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "many", "several"})


def is_no_number(words: str) -> bool:
    """Return whether the words of a number are no number: an article, a name, what somebody is."""
    return _NUMBER.search(words.casefold()) is None


def is_vague(words: str) -> bool:
    """Return whether the words of a number are vague ones."""
    return not _VAGUE.isdisjoint(words.casefold().split())
