"""Places: how close two events lie, against how precisely each place is known."""

from typing import Final

from dateline.link.facets import Facet
from dateline.link.features.feature import FORBIDS, feature
from dateline.link.nearness import CITY, Nearness, may_hide, nearness, nowhere
from dateline.model.incident import Feature
from dateline.model.place import LOCAL, PlacePrecision
from dateline.reference.directions import lies_so

_MILLION: Final = 1_000_000  # a city of so many may see several on one day

_AREAS: Final = {
    PlacePrecision.SITE: 1.0,
    PlacePrecision.TOWN: 1.0,
    PlacePrecision.AREA: 0.8,
    PlacePrecision.DISTRICT: 0.6,
    PlacePrecision.PROVINCE: 0.4,
    PlacePrecision.COUNTRY: 0.0,
}
_UNLIKE: Final = frozenset({Nearness.APART, Nearness.SUBURB})
_AS_TOLD: Final = 0.2  # "south-east of A": few places of the country lie so, but many of a day's
_NAMED: Final = 0.9  # the same name, though the gazetteer lacks it
_NEAR: Final = {
    Nearness.TWIN: 0.8,
    Nearness.NAMESAKE: 0.75,
    Nearness.SPELT: 0.4,
    Nearness.QUARTER: 0.6,
    Nearness.BESIDE: 0.3,
    Nearness.WITHIN: 0.0,
    Nearness.MAYBE: -0.1,
    Nearness.SUBURB: -0.3,
}


def of_place(left: Facet, right: Facet) -> Feature:
    """How close the places lie, against how precisely each is known."""
    if left.place_key is None or right.place_key is None:
        return feature("place", 0.0, "a place is not told")
    if left.place is None or right.place is None:
        return _by_words(left, right)
    if left.place_key == right.place_key:
        return _one_place(left, right)
    how = nearness(left.place, right.place)
    if how in {Nearness.WITHIN, Nearness.MAYBE} and _told_apart(left, right):
        return feature("place", FORBIDS, "one sentence tells the two places apart")
    names = f"{left.place.name} and {right.place.name}"
    if how in _UNLIKE and (_lies_as_told(left, right) or _lies_as_told(right, left)):
        return feature("place", _AS_TOLD, f"{names}: one lies from the other as is told")
    if how is Nearness.APART and _unknown_beside_known(left, right):
        return feature("place", -0.3, f"{names}: one of them is not in the gazetteer")
    if how is Nearness.APART and _guessed(left, right):
        return feature("place", -0.3, f"{names}: one of them is only where its report tells of other things")
    return feature("place", _NEAR.get(how, FORBIDS), f"{names}: {how.value}")


def _by_words(left: Facet, right: Facet) -> Feature:
    said, other = (facet.claim.place.words if facet.claim.place else "" for facet in (left, right))
    names = {entry.name.casefold() for entry in (left.place, right.place) if entry}
    if said.casefold() == other.casefold() or {said.casefold(), other.casefold()} & names:
        return feature("place", 0.8, f"the same words: {min(said, other)}")
    if left.place is None and right.place is None:
        return feature("place", FORBIDS, f"places with other names: {min(said, other)}, {max(said, other)}")
    return feature("place", -0.5, f"one place is not in the gazetteer: {min(said, other)}, {max(said, other)}")


def _told_apart(left: Facet, right: Facet) -> bool:
    """Whether one sentence tells two places beside one another: "eight died in A, five in villages on the hills"."""
    one_sentence = left.claim.report_id == right.claim.report_id and left.claim.quote == right.claim.quote
    return one_sentence and left.claim.found_by == right.claim.found_by


def _lies_as_told(way: Facet, other: Facet) -> bool:
    """Whether a place lies from a town as the words of another account put it: "30 km west of A", "south-east of A"."""
    told, town = way.claim.place, way.place
    if told is None or town is None or other.place is None or other.place.precision not in LOCAL:
        return False
    about = town.precision is PlacePrecision.AREA and town.near == town.name
    return about and lies_so(told.words, town, other.place)


def _unknown_beside_known(left: Facet, right: Facet) -> bool:
    """Whether one of two places in a country is a name alone, which may lie in the other; a report tells two apart."""
    if left.place is None or right.place is None or left.claim.report_id == right.claim.report_id:
        return False
    return may_hide(left.place, right.place)


def _guessed(left: Facet, right: Facet) -> bool:
    """Whether one of two accounts does not name its place itself; a report tells its places apart."""
    return (left.guessed or right.guessed) and left.claim.report_id != right.claim.report_id


def _one_place(left: Facet, right: Facet) -> Feature:
    assert left.place
    value = _NAMED if nowhere(left.place) else _AREAS[left.place.precision]
    if left.place.population >= CITY and not (left.type.once and right.type.once):
        share = 0.25 if left.place.population >= _MILLION else 0.6
        return feature("place", share * value, f"both in {left.place.name}, a city that sees many")
    return feature("place", value, f"both at {left.place.name} ({left.place.precision})")
