"""The country that a report tells of: where most of the places that it names lie."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dateline.model.place import PlaceLink, PlacePrecision

_PLACE: Final = 2  # votes of a place; a country named has half as many


def report_country(
    places: Iterable[PlaceLink], dateline: PlaceLink | None = None, writers: str | None = None
) -> str | None:
    """Return the ISO 3166 alpha-2 code of the country of most places, None where no place decides.

    A country's own name counts half: reports name allies, neighbours and capitals abroad in passing. Of two countries
    with as many places it is that of the dateline.

    Args:
        places: every place that the report names.
        dateline: where it was filed from; one more place.
        writers: the code of the country whose state press puts the report out; as good as one more place.
    """
    votes: Counter[str] = Counter({writers: _PLACE} if writers else {})
    for link in (*places, *((dateline,) if dateline else ())):
        if link.entry is not None and link.entry.country:
            votes[link.entry.country] += 1 if link.entry.precision is PlacePrecision.COUNTRY else _PLACE
    most = max(votes.values(), default=0)
    first = [iso for iso, count in votes.items() if count == most]
    filed = dateline.entry.country if dateline and dateline.entry else None
    if len(first) > 1:
        return filed if filed in first else None
    return first[0] if first else None
