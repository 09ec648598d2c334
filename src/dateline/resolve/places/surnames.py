"""Surnames that are also names of towns: whoever was named in full is meant by the last name alone."""

from collections.abc import Set
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.place import VAST
from dateline.reference.places_names import plain_name
from dateline.resolve.places.reader import PlaceMention

_GREAT: Final = 1_000_000  # inhabitants of a city that is rather meant than whoever is called like it
_FROM: Final = frozenset({"and", "around", "at", "for", "from", "in", "near", "of", "outside", "to"})


def surnames_of(annotated: Annotated) -> frozenset[str]:
    """Return the last names of the people whom a report names with a first name too, in plain letters.

    Where somebody is from is no name of his: "the mayor of A", "villagers of B".
    """
    named = (annotated.report.text[m.start : m.end].split() for m in annotated.mentions if m.type == "person")
    full = (words for words in named if len(words) > 1 and words[-2].lower() not in _FROM)
    return frozenset(plain_name(words[-1]) for words in full) - {""}


def is_surname(mention: PlaceMention, surnames: Set[str]) -> bool:
    """Return whether a name of a place is somebody's surname in the report: "President Rodrigo Duterte … Duterte said".

    What a noun calls a place is none ("the town of Duterte"), nor are provinces, countries and great cities.

    Args:
        mention: the name.
        surnames: what `surnames_of` found.
    """
    name = plain_name(mention.name)
    if name not in surnames or _is_called(mention):
        return False
    great = (m.entry for m in mention.matches if m.entry.population >= _GREAT and plain_name(m.entry.name) == name)
    return not any(m.entry.precision in VAST for m in mention.matches) and not any(great)


def _is_called(mention: PlaceMention) -> bool:
    """Whether a noun right beside the name says what place it is, as in "Duterte's home town" it does not."""
    return mention.noun_at is not None and mention.noun_at <= mention.last + 1
