"""Classes of nouns and verbs that the patterns ask for, from resources/lexicon.yml."""

from functools import cache
from typing import Final

from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.reference.knowledge import lists_of, read_yaml
from dateline.settings import RESOURCES

_FILE: Final = RESOURCES / "lexicon.yml"


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the lexicon: the name of a class → its lemmas in lower case.

    Raises:
        ResourceError: the file is missing or is not a table of lists of words.
    """
    return {name: frozenset(words) for name, words in lists_of(read_yaml(_FILE), str(_FILE)).items()}


@cache
def time_heads() -> frozenset[str]:
    """Return the lemmas that head a phrase of time: nouns of the lexicon, weekdays and months."""
    return lexicon()["time"] | frozenset(WEEKDAYS) | frozenset(MONTHS)
