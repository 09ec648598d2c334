"""The country that a report tells of: where most of the places that it names lie."""

from collections import Counter
from collections.abc import Iterable

from dateline.model.place import PlaceLink, PlacePrecision


def report_country(places: Iterable[PlaceLink], dateline: PlaceLink | None = None) -> str | None:
    """Return the ISO 3166 alpha-2 code of the country of most places, None where no place decides.

    A country's own name counts half: reports name allies, neighbours and capitals abroad in passing.

    Args:
        places: every place that the report names.
        dateline: where it was filed from; one more place.
    """
    votes: Counter[str] = Counter()
    for link in (*places, *((dateline,) if dateline else ())):
        if link.entry is not None and link.entry.country:
            votes[link.entry.country] += 1 if link.entry.precision is PlacePrecision.COUNTRY else 2
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
