"""Blocking: which pairs of facets are worth comparing, found by look-up instead of by holding all against all.

Two facets meet where a block of one is asked for by the other. Blocks are by place and day (for what is dated to a week
or better), by place and month (for what is dated more vaguely, and what is seldom seen twice there), and by a telling
number and day (for what lacks a common place: a market in a town and the province of that day's strikes), or by the
size of a large number, or what was hit, and day (where the place of one is unsure), each kept by family of type; and by
the sentence, which may tell two places apart. To add a facet is to look into a fixed handful of blocks, so the cost
follows the overlap of the claims and not their number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.link.facets import Facet
from dateline.link.keys import counted_there, marks, marks_asked, sizes, sizes_asked, telling
from dateline.reference.codebook import codebook

Key = tuple[str | int, ...]


class Blocks:
    """An index over facets; `near` holds for each place's id the ids of places that may be one with it."""

    def __init__(self, facets: Sequence[Facet], near: Mapping[str, tuple[str, ...]]) -> None:
        self.facets = facets
        self.near = near
        self._blocks: defaultdict[Key, list[int]] = defaultdict(list)
        for number, facet in enumerate(facets):
            for key in (*_kept_under(facet), _sentence(facet)):
                self._blocks[key].append(number)

    def partners(self, number: int) -> list[int]:
        """Return the numbers of facets after `number` that may tell of the same, in order."""
        return sorted({other for other in self._asked(self.facets[number]) if other > number})

    def on_days(self, family: str, place_key: str, first: int, last: int) -> Iterator[Facet]:
        """Yield the facets of a family at a place that touch the days from `first` to `last`, some more than once."""
        for day in range(first, last + 1):
            for number in self._blocks.get((family, place_key, day), ()):
                yield self.facets[number]

    def _asked(self, facet: Facet) -> Iterator[int]:
        families = codebook().families_reached(facet.type.type)
        places = self.near.get(facet.place_key or "", (facet.place_key,))
        yield from self._blocks[_sentence(facet)]
        for family in families:
            for key in _asked_for(facet, family, [place for place in places if place]):
                yield from self._blocks.get(key, ())


def _sentence(facet: Facet) -> Key:
    return facet.claim.report_id, facet.claim.quote.start


def _kept_under(facet: Facet) -> Iterator[Key]:
    family = facet.type.family
    if facet.first is None or facet.last is None:
        return
    if facet.place_key and facet.narrow:
        yield from ((family, facet.place_key, day) for day in range(facet.first, facet.last + 1))
    if facet.place_key and (tag := _month_tag(facet)):
        yield from ((family, facet.place_key, tag, month) for month in _months(facet))
    if facet.place_key:
        numbers = counted_there(facet, facet.place_key)
        yield from ((family, *number, month) for number in numbers for month in _months(facet))
    if facet.narrow:
        yield from ((family, *number, facet.first) for number in telling(facet.tolls))
        yield from ((family, "about", *size, facet.first) for size in sizes(facet))
        yield from ((family, "struck", *mark, facet.first) for mark in marks(facet))


def _asked_for(facet: Facet, family: str, places: Iterable[str]) -> Iterator[Key]:
    if facet.first is None or facet.last is None:
        return
    days = range(facet.first - 1, facet.last + 2)
    for place in places:
        if facet.narrow:
            yield from ((family, place, day) for day in days)
        for tag in _asked_tags(facet):
            yield from ((family, place, tag, month) for month in _months(facet))
        yield from ((family, *number, month) for number in counted_there(facet, place) for month in _months(facet))
    if facet.narrow:
        yield from ((family, *number, day) for number in telling(facet.tolls) for day in days)
        yield from ((family, "about", *size, day) for size in sizes_asked(facet) for day in days)
        yield from ((family, "struck", *mark, day) for mark in marks_asked(facet) for day in days)


def _month_tag(facet: Facet) -> str | None:
    """Return the kind of block by month that a facet is kept in: exact days only where the type is seldom repeated."""
    if not facet.narrow:
        return "vague"
    return "exact" if facet.seldom else None


def _asked_tags(facet: Facet) -> tuple[str, ...]:
    if not facet.narrow:
        return ("vague", "exact") if facet.seldom else ("vague",)
    return ("vague",) if facet.seldom else ()


def _months(facet: Facet) -> range:
    # Months of 30 days by the calendar of ordinals: any fixed cut serves, so long as both sides use it.
    return range((facet.first or 0) // 30, (facet.last or 0) // 30 + 1)
