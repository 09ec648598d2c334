"""Nouns of sites: which stand in towns and are called after other places, which lie outside by names of their own."""

from typing import Final

from dateline.reference.places_words import STREETS
from dateline.resolve.places.reader import PlaceMention

BUILT: Final = frozenset({"hotel", "mosque", "church", "cathedral", "school", "hospital", "hall", "bridge", "theatre",
                          "stadium", "museum", "university", "station", "building", "mall", "club", "temple", "shrine",
                          "synagogue", "monastery", "pagoda", "restaurant", "cafe", "café", "bar", "nightclub",
                          "discotheque", "market", "bazaar", "supermarket", "cinema", "clinic", "college", "courthouse",
                          "complex", "tower", "plaza", "bakery", "embassy"})  # fmt: skip
LANDMARKS: Final = frozenset({"forest", "island", "lake", "mountain", "mountains", "peninsula", "plain", "river",
                              "valley"})  # fmt: skip
"""What is known by its own name, wherever it lies: no town stands for it."""
WORKS: Final = frozenset({"works", "plant", "factory", "mill", "academy", "institute", "barracks", "prison"})
"""What a town's own are called after it: "the Ramadi Glass Works"."""
ROADS: Final = frozenset({"road", "highway", "motorway", "route", "axis", "expressway", "railway"})


def is_called_after(mention: PlaceMention) -> bool:
    """Tell whether a name is that of a building or street, which many a town calls after another: "al-Quds hospital".

    Args:
        mention: the name.
    """
    behind = mention.noun_at is not None and mention.noun_at > mention.last
    return behind and mention.noun_words is not None and mention.noun_words.split()[-1] in BUILT | STREETS
