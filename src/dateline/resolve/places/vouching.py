"""What speaks against a place that a name was taken for: that nothing else in the report vouches for it."""

import math
from collections.abc import Mapping
from typing import Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.places import Closeness
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.scores import Anchors
from dateline.resolve.places.site_words import is_called_after

WEAK: Final = 3
"""Evidence with which a name only just counts as a place."""
KNOWN_ABROAD: Final = 100_000
"""People: a smaller place in a country that the report does not speak of is not what it means."""
SIZEABLE: Final = 30_000
"""People: the only place of its name is meant from there on, whatever else is spoken of."""
FAR_KM: Final = 300.0
"""From all others, no place of a report is that it is only called like."""
_OTHER_TOWN_KM: Final = 100.0
_FAMED: Final = 1_000_000  # people: such a city needs no telling of where it is
_OUTSHINES: Final = 8  # times the people of its largest namesake abroad: so does one that all others pale beside
_MANY: Final = 4  # countries with a place of one name: which is meant nobody knows
_SETTLED: Final = 3  # places in one country from which the report is of it
_ASIDE: Final = 0.5  # of their number: places in another country that are no more than that may be misread


def doubt(mention: PlaceMention, entry: PlaceEntry, anchors: Anchors, told: Mapping[str, int]) -> str | None:
    """Return in words what speaks against a place, None where nothing does.

    Args:
        mention: the name.
        entry: what it was taken for.
        anchors: the report's places.
        told: how often words of the report speak of each country.
    """
    met = next((one.closeness for one in mention.matches if one.entry.id == entry.id), Closeness.NAME)
    if met >= Closeness.KEY and _only_abroad(entry, mention, anchors, told):
        return f"{entry.name} is spelt much like it, but nothing else in the report is of {entry.country}"
    if _may_be_anywhere(entry, mention, anchors, told):
        return f"{entry.name} is one of many of that name, and the report speaks of none of their countries"
    if _is_lone(entry, met, mention, anchors, told):
        return f"{entry.name} in {entry.country} is small, and nothing in the report tells of any country"
    if _is_stray(entry, mention, anchors, told):
        return f"{entry.name} lies in {entry.country}, far from the report's other places"
    if _lends_its_name(entry, mention, anchors, told):
        return f"a {mention.noun_words} called like {entry.name}, in a country not spoken of"
    hardly = met is Closeness.KEY and mention.evidence <= WEAK and mention.noun is None
    hardly = hardly and not told.get(entry.country or "")
    if not (met is Closeness.SKELETON or hardly) or anchors.nearest(entry, mention) < math.inf:
        return None
    like = "has only its consonants" if met is Closeness.SKELETON else "is spelt much like it"
    return f"{entry.name} {like}, but no other place of the report vouches for it"


def is_common(mention: PlaceMention) -> bool:
    """Tell whether towns of many countries have a name, so that it tells of none of them."""
    return len(_homes_of_name(mention)) >= _MANY


def _homes_of_name(mention: PlaceMention) -> frozenset[str]:
    """Return the countries with a place of a name, however spelt."""
    alike = (match.entry for match in mention.matches if match.closeness <= Closeness.SPELLING)
    return frozenset(entry.country for entry in alike if entry.country)


def _may_be_anywhere(entry: PlaceEntry, mention: PlaceMention, anchors: Anchors, told: Mapping[str, int]) -> bool:
    """Tell whether a town is only one of many of its name, in countries that nothing else in a report is of.

    Where something tells of another country, a larger one too, unless its namesakes abroad pale beside it.
    """
    if entry.precision is not PlacePrecision.TOWN or entry.population >= _FAMED:
        return False
    homes = _homes_of_name(mention)
    if len(homes) < _MANY or any(told.get(code) for code in homes) or outshines(entry, mention):
        return False
    others = anchors.homes(mention)
    elsewhere = any(told.values()) or bool(others)
    return (elsewhere or entry.population < KNOWN_ABROAD) and not any(others[code] for code in homes)


def _is_lone(
    entry: PlaceEntry, met: Closeness, mention: PlaceMention, anchors: Anchors, told: Mapping[str, int]
) -> bool:
    """Tell whether a small town is all that tells where a report is, by a name of others too.

    Neither "the Oasis road" in a desert nor "al-Rawda mosque" says that a report is of America or of Bulgaria.
    """
    if entry.precision is not PlacePrecision.TOWN or entry.population >= SIZEABLE or any(told.values()):
        return False
    shared = met is not Closeness.NAME or len(_homes_of_name(mention)) > 1
    return shared and mention.inside is None and anchors.nearest(entry, mention) == math.inf


def outshines(entry: PlaceEntry, mention: PlaceMention) -> bool:
    """Tell whether a sizeable town's namesakes in other countries are all small beside it."""
    named = (match.entry for match in mention.matches if match.closeness <= Closeness.SPELLING)
    abroad = max((one.population for one in named if one.country != entry.country), default=0)
    return entry.population >= SIZEABLE and entry.population >= _OUTSHINES * abroad


def _is_stray(entry: PlaceEntry, mention: PlaceMention, anchors: Anchors, told: Mapping[str, int]) -> bool:
    """Tell whether a small town lies abroad, far off, in a report whose other places lie in one country.

    A country that only its own name tells of ("refugees in Mexico") vouches for no town whose name many countries know.
    """
    small = entry.precision is PlacePrecision.TOWN and entry.population < SIZEABLE
    if not small or mention.inside is not None or mention.beside is not None:
        return False
    homes = anchors.homes(mention)
    home, most = next(iter(homes.most_common(1)), ("", 0))
    code = entry.country or ""
    if most < _SETTLED or code == home:
        return False
    if homes[code] > _ASIDE * most - 1 or (told.get(code) and (homes[code] or not is_common(mention))):
        return False
    return FAR_KM < anchors.nearest_in(home, entry) < math.inf


def _only_abroad(entry: PlaceEntry, mention: PlaceMention, anchors: Anchors, told: Mapping[str, int]) -> bool:
    """Tell whether a town lies in a country that nothing else in a report is of, though words tell of another.

    "Maragha" in a report on Karabakh is a village that the gazetteer lacks, not the city of Maragheh in Iran.
    """
    if entry.precision is not PlacePrecision.TOWN or not entry.country or told.get(entry.country):
        return False
    return any(told.values()) and not anchors.another_in(entry.country, mention)


def _lends_its_name(entry: PlaceEntry, mention: PlaceMention, anchors: Anchors, told: Mapping[str, int]) -> bool:
    """Tell whether a hotel or school is called like a small town abroad: "the Star hotel" is in no town called Star.

    Nor in one of its own country that bears a name of many, far from all that the report tells of.
    """
    small = entry.precision is PlacePrecision.TOWN and entry.population < KNOWN_ABROAD
    if small and is_called_after(mention) and len(mention.matches) >= _MANY:
        return anchors.nearest(entry, mention) > _OTHER_TOWN_KM  # "al-Thawra hospital", one of many
    if not (small and entry.country and is_called_after(mention)) or told.get(entry.country):
        return False
    elsewhere = any(told.values()) or bool(anchors.homes(mention))
    return elsewhere and not anchors.another_in(entry.country, mention)
