"""Classes of nouns and verbs that the patterns ask for, from the files of resources/lexicon."""

from functools import cache
from typing import Final

from dateline.errors import ResourceError
from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.reference.knowledge import lists_of, read_yaml
from dateline.settings import RESOURCES

_FOLDER: Final = RESOURCES / "lexicon"


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the lexicon: the name of a class → its lemmas in lower case.

    A noun may stand in several classes; each class stands in one file.

    Raises:
        ResourceError: a file is missing, is not a table of lists of words, or tells again of a class of another file.
    """
    found: dict[str, frozenset[str]] = {}
    for path in sorted(_FOLDER.glob("*.yml")):
        for name, words in lists_of(read_yaml(path), str(path)).items():
            if name in found:
                raise ResourceError(f"{path}: {name} stands in another file of the lexicon too")
            found[name] = frozenset(words)
    if not found:
        raise ResourceError(f"{_FOLDER}: no lexicon is there; install Dateline again")
    return found


@cache
def time_heads() -> frozenset[str]:
    """Return the lemmas that head a phrase of time: nouns of the lexicon, weekdays and months."""
    return lexicon()["time"] | frozenset(WEEKDAYS) | frozenset(MONTHS)
