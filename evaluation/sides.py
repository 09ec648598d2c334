"""Whether a side that a gold names is one that a record names: by any of its spellings, or by the camp it fights in."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from dateline.reference.actors import actors_named
from dateline.reference.countries import countries

_OF_A_STATE: Final = "government of "


def is_side(wanted: str, names: Iterable[str | None]) -> bool:
    """Return whether a gold's name for a side is one of the names that a record has for one.

    Who wrote the gold did not know how the reference spells a group ("unita", "UNITA"), nor which of its names a group
    or country goes by: two names are one where the reference has one actor, or one country, for both.

    Args:
        wanted: the gold's name.
        names: the record's names for a side: of the party, of the camp it fights in.
    """
    told = frozenset(name.casefold() for name in names if name)
    return bool(_known_as(wanted.casefold()) & told)


@lru_cache(maxsize=1024)
def _known_as(name: str) -> frozenset[str]:
    """Return a name, and the names by which the reference knows what it stands for."""
    if name.startswith(_OF_A_STATE):
        country = name.removeprefix(_OF_A_STATE)
        known = (one for one in countries().values() if country in {also.casefold() for also in (one.name, *one.also)})
        return frozenset([name, *(_OF_A_STATE + one.name.casefold() for one in known)])
    return frozenset([name, *(entry.name.casefold() for entry in actors_named(name))])
