"""Nouns of sites: which stand in towns and are called after other places, which lie outside by names of their own."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Token
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
_OF_VILLAGES: Final = frozenset(  # what a village has one of: "the church of A" is at A
    {"bridge", "church", "clinic", "college", "dam", "factory", "farm", "hospital", "market", "mine", "mission",
     "monastery", "parish", "plant", "prison", "school", "station"}
)  # fmt: skip
_OF_SAINTS: Final = frozenset({"christ", "god", "jesus", "mary", "notre", "our", "saint", "san", "santa", "santo",
                               "st", "st."})  # fmt: skip


def is_of_village(mention: PlaceMention, tokens: Sequence[Token]) -> bool:
    """Tell whether a name is that of the village that a church or market is of: "the church of A".

    Args:
        mention: the name.
        tokens: its sentence's tokens.
    """
    ahead = mention.noun_at is not None and mention.noun_at == mention.first - 2
    of = mention.first > 1 and tokens[mention.first - 1].text.lower() == "of"
    named = mention.name.lower().split()[0] in _OF_SAINTS or mention.first != mention.last
    return ahead and of and not named and mention.noun_words in _OF_VILLAGES


def is_called_after(mention: PlaceMention) -> bool:
    """Tell whether a name is that of a building or street, which many a town calls after another: "al-Quds hospital".

    Args:
        mention: the name.
    """
    behind = mention.noun_at is not None and mention.noun_at > mention.last
    return behind and mention.noun_words is not None and mention.noun_words.split()[-1] in BUILT | STREETS
