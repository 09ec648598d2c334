"""Classes of nouns and verbs that the patterns ask for, from resources/lexicon.yml."""

from functools import cache
from typing import Final

import yaml

from dateline.errors import ResourceError
from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.settings import RESOURCES

_FILE: Final = RESOURCES / "lexicon.yml"


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the lexicon: the name of a class → its lemmas in lower case.

    Raises:
        ResourceError: the file is missing or is not a table of lists of words.
    """
    try:
        table = yaml.load(_FILE.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as why:
        raise ResourceError(f"{_FILE}: cannot be read ({why}); install Dateline again") from why
    if not isinstance(table, dict):
        raise ResourceError(f"{_FILE}: expected a table of classes")
    for name, words in table.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise ResourceError(f"{_FILE}: class {name}: expected a list of words (quote yes, no, on and off)")
    return {name: frozenset(words) for name, words in table.items()}


@cache
def time_heads() -> frozenset[str]:
    """Return the lemmas that head a phrase of time: nouns of the lexicon, weekdays and months."""
    return lexicon()["time"] | frozenset(WEEKDAYS) | frozenset(MONTHS)
