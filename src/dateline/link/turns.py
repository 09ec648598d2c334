"""Turns: captures by the same party of the same place that are two, since another party held the place between them."""

from dateline.link.blocking import Blocks
from dateline.link.facets import Facet


def turned_between(blocks: Blocks, left: Facet, right: Facet) -> bool:
    """Return whether a party of another side is said to have taken the place between two captures on two days.

    "Taken on Monday, retaken on Tuesday, taken again on Wednesday" is three incidents, while Monday and Tuesday told by
    two outlets of one capture is one.
    """
    if left.type.family != "territory" or not left.narrow or not right.narrow or not left.place_key:
        return False
    first, last = sorted((left, right), key=lambda facet: (facet.first or 0, facet.last or 0))
    start, end = first.last or 0, last.first or 0
    if start >= end:
        return False
    between = blocks.on_days("territory", left.place_key, start, end)
    return any(_by_another(facet, left, right) and _within(facet, start, end) for facet in between)


def _by_another(taker: Facet, left: Facet, right: Facet) -> bool:
    return taker.actors.opposed(left.actors) and taker.actors.opposed(right.actors)


def _within(facet: Facet, start: int, end: int) -> bool:
    return facet.first is not None and facet.last is not None and start <= facet.first and facet.last <= end
