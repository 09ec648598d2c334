"""Tolls that need eyes: two voices exclude one another, or the parts of one account come to more than the whole."""

from collections.abc import Iterator
from typing import Final

from dateline.model.incident import Grade
from dateline.model.reading import Harm
from dateline.model.reckoned import Figure, Toll
from dateline.review.items import Item, Kind
from dateline.review.material import Material
from dateline.review.thresholds import weight

FIELDS: Final = ("low", "high", "harm", "status", "side", "demographic", "scope", "part_of", "event")


def toll_items(material: Material) -> Iterator[Item]:
    """Yield the items of all tolls but those of incidents that a person discounted."""
    void = {one.id for one in material.incidents if one.grade is Grade.DISCOUNTED}
    for toll in material.tolls:
        if toll.incident in void:
            continue
        claims = tuple(dict.fromkeys(figure.claim for figure in toll.figures))
        what, people = material.what(toll.incident), (toll.low or 0) if toll.harm == Harm.KILLED else 0
        if toll.contested:
            kind = Kind.DISPUTED_TOLL
            yield Item(kind, toll.id, what, _why_contested(toll), weight(kind, people), claims, FIELDS)
        if toll.doubts:
            kind = Kind.DOUBTFUL_TOLL
            yield Item(kind, toll.id, what, "; ".join(toll.doubts), weight(kind, people), claims, FIELDS)


def _why_contested(toll: Toll) -> str:
    told = [figure for figure in toll.figures if not figure.superseded]
    people = toll.demographic or toll.status
    whom = f"{people} of {toll.side} {toll.harm}" if toll.side else f"{people} {toll.harm}"
    if len(told) < 2:
        return f"{whom}: {_figure(told[0])}, which another denies" if told else f"{whom}: denied"
    least, most = min(told, key=_least), max(told, key=_most)
    return f"{whom}: {_figure(least)}, {_figure(most)}"


def _figure(one: Figure) -> str:
    return f"{one.speaker or one.report} says {_interval(one)}"


def _interval(one: Figure) -> str:
    if one.low is None and one.high is None:
        return f"“{one.words}”"
    if one.high is None:
        return f"{one.low:,} or more"
    if one.low is None or one.low == one.high:
        return f"{one.high:,}" if one.low is not None else f"up to {one.high:,}"
    return f"{one.low:,} to {one.high:,}"


def _least(one: Figure) -> tuple[int, str]:
    return one.high if one.high is not None else one.low or 0, one.claim


def _most(one: Figure) -> tuple[int, str]:
    return one.low if one.low is not None else one.high or 0, one.claim
