"""The words of datelines: names of news agencies, and words that only look like the place of a dateline."""

import re
from functools import cache
from typing import Final

from dateline.reference.knowledge import read_table, words_of
from dateline.settings import RESOURCES

_FILE: Final = RESOURCES / "datelines.yml"


@cache
def agency_pattern() -> str:
    """Return an expression, without groups, that takes any agency's name; longer names come first."""
    names = sorted(_words("agencies"), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, names)) + ")"


@cache
def agency_names() -> dict[str, str]:
    """Return the agencies' names as they write them, by the name in lower case."""
    return {name.casefold(): name for name in _words("agencies")}


@cache
def not_places() -> frozenset[str]:
    """Return the words, in lower case, that stand before a dash as a place does and are none."""
    return frozenset(word.casefold() for word in _words("not_places"))


@cache
def outlet_words() -> frozenset[str]:
    """Return the words, in lower case, by which the name of somebody who publishes is told from that of a place."""
    return frozenset(word.casefold() for word in _words("outlet_words"))


def _words(name: str) -> list[str]:
    """Return one list of the file, or raise ResourceError where it is missing or holds anything but text."""
    return words_of(_table(_FILE).get(name), f"{_FILE}: {name}")


_table = cache(read_table)
