"""Rarity: how seldom such a thing happens, and so how little chance there is that two accounts tell of two."""

from typing import Final

from dateline.link.facets import Facet
from dateline.link.features.feature import feature
from dateline.link.features.tolls import far_apart, same_count, unlike
from dateline.model.incident import Feature
from dateline.reference.codebook import codebook

_KIN: Final = 0.3  # types further apart are seldom told of one happening, however many died
_DEADLY: Final = 1.3
_RARE: Final = 0.8


def of_rarity(left: Facet, right: Facet) -> Feature:
    """How seldom such a thing happens: many dead at once, or what a small place does not see every day (codebook)."""
    if not (left.placed and right.placed):
        return feature("rarity", 0.0, "one may count more than one place")
    if _in_wide_days(left) or _in_wide_days(right):
        if left.deadly and right.deadly and same_count(left, right):
            return feature("rarity", _RARE, "days told vaguely, but both tell of as many dead")
        return feature("rarity", 0.0, "in days told vaguely it may have happened again")
    if codebook().kinship(left.type.type, right.type.type) < _KIN and not (left.general or right.general):
        return feature("rarity", 0.0, "of two kinds")
    undated = left.first is None or right.first is None
    if left.deadly and right.deadly and not (undated and unlike(left, right)):
        if far_apart(left, right):
            return feature("rarity", _RARE, "both tell of many dead, though not of as many")
        return feature("rarity", _DEADLY, "both tell of many dead")
    if left.type.rare and right.type.rare and not left.busy and not right.busy:
        return feature("rarity", _RARE, "so small a place seldom sees such a thing")
    return feature("rarity", 0.0, "a war sees many of the kind")


def _in_wide_days(facet: Facet) -> bool:
    return facet.first is not None and not facet.narrow
