"""Tolls: whether the numbers that two accounts give fit."""

from collections.abc import Iterable
from typing import Final

from dateline.link.facets import MANY, NEAR, Facet, Told
from dateline.link.features.feature import FORBIDS, feature
from dateline.model.incident import Feature

TELLING: Final = 3  # the least number that two reports seldom share by chance
GROWTH: Final = 1.5  # a toll that grows by half in the days after is the rule
RIVAL: Final = -0.2  # what numbers show that one happening may still have had
ELSEWHERE: Final = -0.99  # of a province and of a town in it
CLOSE: Final = 0.8  # what two large numbers show that all but agree, less the further apart they lie


def of_tolls(left: Facet, right: Facet) -> Feature:
    """Whether the tolls fit: the same number, intervals that overlap, or numbers that exclude one another."""
    pairs = [(a, b) for a in left.tolls for b in right.tolls if _comparable(a, b)]
    if not pairs:
        return feature("tolls", 0.0, "no tolls to compare")
    if left.claim.report_id == right.claim.report_id and all(_exclude(a, b) for a, b in pairs):
        return feature("tolls", FORBIDS, "one report gives each a toll of its own")
    value, told = max((_fit(a, b), f"{_spell(a)} and {_spell(b)} {a.harm}") for a, b in pairs)
    if value <= 0 and _counts_more(left, right, pairs):
        return feature("tolls", ELSEWHERE, f"{told}: the wider account may count other places too")
    if value == RIVAL and _grown(left, right, pairs):
        return feature("tolls", 0.0, f"{told}, the later account the more")
    return feature("tolls", value, told)


def _counts_more(left: Facet, right: Facet, pairs: Iterable[tuple[Told, Told]]) -> bool:
    """Whether one of the two tells of a wider place and of more: it may hold the other beside what else was there."""
    if left.placed == right.placed:
        return False
    return all(_below(a, b) if left.placed else _below(b, a) for a, b in pairs)


def _grown(left: Facet, right: Facet, pairs: Iterable[tuple[Told, Told]]) -> bool:
    """Whether the report that came out later gives the larger number: the dead of one happening are still counted."""
    if left.published is None or right.published is None or left.published == right.published:
        return False
    first = left.published < right.published
    return all(_below(a, b) if first else _below(b, a) for a, b in pairs)


def same_count(left: Facet, right: Facet) -> bool:
    """Return whether two events have a toll of the same telling number."""
    return any(_same_number(a, b) for a in left.tolls for b in right.tolls if _comparable(a, b))


def unlike(left: Facet, right: Facet) -> bool:
    """Return whether any two of their tolls are too far apart to have grown from one to the other."""
    return any(_fit(a, b) < 0 for a in left.tolls for b in right.tolls if _comparable(a, b))


def far_apart(left: Facet, right: Facet) -> bool:
    """Return whether any two of their tolls are so far apart that one happening would seldom be told by both."""
    return any(_fit(a, b) < RIVAL for a in left.tolls for b in right.tolls if _comparable(a, b))


def _comparable(left: Told, right: Told) -> bool:
    if left.harm != right.harm or (left.camp and right.camp and left.camp != right.camp):
        return False
    return left.status == right.status or "people" in {left.status, right.status}


def _exclude(left: Told, right: Told) -> bool:
    return _below(left, right) or _below(right, left)


def _below(left: Told, right: Told) -> bool:
    return left.high is not None and right.low is not None and left.high < right.low


def _same_number(left: Told, right: Told) -> bool:
    return left.exact and right.exact and left.low == right.low and (left.low or 0) >= TELLING


def _fit(left: Told, right: Told) -> float:
    if _same_number(left, right):
        return 1.0
    # Tolls of one happening grow from day to day, but seldom five-fold.
    least, most = sorted((left.low or left.high or 0, right.low or right.high or 0))
    near = _nearness(least, most)
    if not _exclude(left, right):
        return 0.0 if left.low is None or right.low is None else max(0.3, near)
    if most <= GROWTH * least:
        return near
    return RIVAL if most <= 5 * max(least, 1) else -0.6


def _nearness(least: int, most: int) -> float:
    """Return how much two numbers show by lying close: nothing for small ones."""
    if least < MANY or most > NEAR * least:
        return 0.0
    return round(CLOSE * (NEAR - most / least) / (NEAR - 1), 2)


def _spell(told: Told) -> str:
    if told.low == told.high:
        return "an unknown number" if told.low is None else str(told.low)
    return f"{'' if told.low is None else told.low}–{'' if told.high is None else told.high}"
