"""How well an entry fits a name: its spelling, size, country, kind and distance from the report's other places.

The weights were set on the development part of TR-News and GeoVirus (see `evaluation/toponyms.py`), each a rough size
of how often the clue is right, none tuned to a decimal.
"""

import math
from collections import Counter
from collections.abc import Iterable, Set
from typing import Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference import distances
from dateline.reference.places import Closeness, PlaceMatch
from dateline.reference.places_names import name_skeleton, plain_name
from dateline.reference.places_words import VILLAGES
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.surroundings import WIDER

_BY_CLOSENESS: Final = (0.0, -0.8, -1.8, -3.0)
_POPULATION: Final = 0.6  # for each factor of ten
_GREAT: Final = 1_000_000  # a city that needs no introduction, even in a report about elsewhere
_GREATNESS: Final = 2.0
_ONLY_ALIKE: Final = 1.5  # for being spelt much like a well-known town's name: no Israeli Tira is meant by "Tyre"
_GREATER: Final = 200_000  # inhabitants of a town whose own name is no other's second one:
_ONLY_ALIAS: Final = 3.0  # "Islamabad" is not Anantnag, which Kashmiris call so, too
_SIZEABLE: Final = 30_000  # inhabitants of a town that a great city of another name gives way to
_WELL_KNOWN: Final = 100_000  # of one that a province called so elsewhere gives way to
_FEW_BONES: Final = 2  # consonants that tell nothing of a name
_CURATED: Final = 2.0  # a place that was worth writing down stands in the news
_COUNTRY: Final = 3.0  # the share of the report's talk that is of its country
_NEAR_OTHERS: Final = 2.0
_NEAR_KM: Final = 150.0
_COUNTRY_NAME: Final = 3.5  # a country's name is hardly ever that of a village
_PROVINCE: Final = 1.0  # for lying in a province that the report names
_NAMESAKE: Final = 5_000  # inhabitants from which a town may share a province's fame
_OF_PROVINCES: Final = ("state", "region", "territory")
_BARE_DIVISION: Final = -2.5  # without its noun a name is that of the town
_TOWNS: Final = frozenset({PlacePrecision.TOWN})
_WIDE: Final = frozenset({PlacePrecision.PROVINCE, PlacePrecision.DISTRICT, PlacePrecision.AREA})
_FITTING: Final[dict[str, frozenset[PlacePrecision]]] = {
    "town": _TOWNS, "quarter": _TOWNS, "capital": _TOWNS, "province": _WIDE, "division": _WIDE, "countryside": _WIDE,
    "country": frozenset({PlacePrecision.COUNTRY}),
}  # fmt: skip
_SITES: Final = {
    "base": frozenset({"base", "airport", "camp"}), "airport": frozenset({"airport", "base"}),
    "crossing": frozenset({"crossing"}), "camp": frozenset({"camp", "base"}),
}  # fmt: skip
_FITS: Final = 4.0
_NO_VILLAGE: Final = 100_000  # people


def kilometres(one: PlaceEntry, other: PlaceEntry) -> float:
    """Return the distance between two places along the earth's surface; infinite where one has no coordinates."""
    known = distances.kilometres(one, other)
    return math.inf if known is None else known


class Anchors:
    """The report's places as the names alone tell them, with the distance of any place from them.

    Args:
        entries: the places, each once.
        common: ids of those whose names many countries know, so that they hardly tell of one.
    """

    def __init__(self, entries: Iterable[PlaceEntry], common: Set[str] = frozenset()) -> None:
        self._entries = tuple(entries)
        self._telling = tuple(entry for entry in self._entries if entry.id not in common) or self._entries
        self._provinces = {(e.country, e.admin1) for e in self._entries if e.precision is PlacePrecision.PROVINCE}
        self._nearest: dict[tuple[str, str], float] = {}  # a name stands in a report again and again

    def nearest(self, entry: PlaceEntry, mention: PlaceMention) -> float:
        """Return the kilometres from what a name may mean to the nearest place of another name; infinite without one.

        A province gains nothing from its own capital of that name.
        """
        found = self._nearest.get((entry.id, mention.name))
        if found is None:
            own = {match.entry.id for match in mention.matches}
            others = (kilometres(entry, other) for other in self._entries if other.id not in own)
            found = self._nearest[entry.id, mention.name] = min(others, default=math.inf)
        return found

    def another_in(self, country: str, mention: PlaceMention) -> bool:
        """Return whether the report tells of a place of a country by another name than a mention's."""
        own = {match.entry.id for match in mention.matches}
        return any(entry.country == country and entry.id not in own for entry in self._entries)

    def homes(self, mention: PlaceMention) -> Counter[str]:
        """Return how many of the report's places lie in each country, without those of a mention's own name.

        Without those of common names, too, unless there are no others.
        """
        own = {match.entry.id for match in mention.matches}
        return Counter(entry.country for entry in self._telling if entry.country and entry.id not in own)

    def nearest_in(self, country: str, entry: PlaceEntry) -> float:
        """Return the kilometres from a place to the nearest of the report's places in a country."""
        return min((kilometres(entry, one) for one in self._entries if one.country == country), default=math.inf)

    def told_of(self, entry: PlaceEntry) -> bool:
        """Return whether the report names the province that a place lies in."""
        return entry.precision is not PlacePrecision.PROVINCE and (entry.country, entry.admin1) in self._provinces


def score(match: PlaceMatch, mention: PlaceMention, countries: dict[str, float], anchors: Anchors) -> float:
    """Return how well an entry fits a name, given the report's talk of each country and its other places."""
    entry = match.entry
    if match.closeness >= Closeness.KEY and entry.precision is PlacePrecision.COUNTRY and _rivals(mention, _SIZEABLE):
        return -math.inf  # "Mallawi" is no Malawi
    total = _BY_CLOSENESS[match.closeness] + _POPULATION * math.log10(entry.population + 1)
    total += _GREATNESS * _is_great(match, mention)
    total -= _ONLY_ALIAS * _is_an_alias(match, mention)
    total -= _ONLY_ALIKE * (match.closeness >= Closeness.KEY and _rivals(mention, _WELL_KNOWN))
    if _is_written_down(entry) and entry.precision is not PlacePrecision.PROVINCE:
        total += _CURATED
    total += _COUNTRY * (countries.get(entry.country, 0.0) if entry.country else 1.0) + fitness(entry, mention)
    if entry.precision is not PlacePrecision.COUNTRY:
        near = math.exp(-anchors.nearest(entry, mention) / _NEAR_KM)
        total += _NEAR_OTHERS * near + _PROVINCE * anchors.told_of(entry)
    return total


def _is_great(match: PlaceMatch, mention: PlaceMention) -> bool:
    """Tell whether a name is truly that of a great city: "Tyre" is not Tehran's, spelt much like one of it as it is."""
    if match.entry.population < _GREAT or match.entry.precision is not PlacePrecision.TOWN:
        return False
    if match.closeness is Closeness.KEY and name_skeleton(match.entry.name) != name_skeleton(mention.name):
        return False  # like a second name of its own alone: "Greytown" is not San Diego, which was Graytown to some
    return match.closeness is Closeness.NAME or _goes_by(match, mention) or not _rivals(mention, _SIZEABLE)


def _is_an_alias(match: PlaceMatch, mention: PlaceMention) -> bool:
    """Tell whether a town only has for a second name what a great city has for its own: no short form of its own."""
    if match.closeness is not Closeness.SPELLING or _goes_by(match, mention) or not _rivals(mention, _GREATER):
        return False
    return not plain_name(match.entry.name).startswith(plain_name(mention.name))


def _goes_by(match: PlaceMatch, mention: PlaceMention) -> bool:
    """Tell whether a name is a spelling of an entry's own ("Odessa" of Odesa) rather than another name of it."""
    bones = name_skeleton(mention.name) if match.closeness is Closeness.SPELLING else ""
    return len(bones) > _FEW_BONES and bones == name_skeleton(match.entry.name)


def _rivals(mention: PlaceMention, least: int) -> bool:
    """Tell whether a town of some size has the name for its own."""
    return any(
        m.closeness is Closeness.NAME and m.entry.precision is PlacePrecision.TOWN and m.entry.population >= least
        for m in mention.matches
    )


def _is_written_down(entry: PlaceEntry) -> bool:
    """Tell whether somebody who knew the war wrote the place down: curated, or a user's own with degrees."""
    return entry.id.startswith("dateline:") or (entry.id.startswith("own:") and entry.lat is not None)


def fitness(entry: PlaceEntry, mention: PlaceMention) -> float:
    """Return how well an entry is the sort of place that the words say; a bare name is a town before a province."""
    kind = mention.noun
    if entry.precision is PlacePrecision.COUNTRY:
        return _COUNTRY_NAME if kind in (None, "country", "area", "site") else -_FITS if kind in WIDER else -1.0
    if kind in _SITES:
        return _FITS if entry.feature in _SITES[kind] else 0.0 if entry.precision is PlacePrecision.TOWN else -_FITS
    if kind in ("division", "countryside") or (mention.wide and not mention.in_city):
        return (2.0 + (_is_second(mention) == is_division(entry))) if entry.precision in _WIDE else 0.0
    if mention.noun_words in VILLAGES and entry.population >= _NO_VILLAGE:
        return -_FITS
    if kind in _FITTING:
        return _FITS if entry.precision in _FITTING[kind] else -_FITS
    if is_division(entry):
        return _BARE_DIVISION if any(m.entry.precision is PlacePrecision.TOWN for m in mention.matches) else 0.0
    if entry.precision is PlacePrecision.PROVINCE:
        if not mention.attributive and _has_namesake(entry, mention):
            return -2.5
        return 0.0 if _rivals(mention, _WELL_KNOWN) else 1.0
    return -1.0 if entry.feature in ("base", "airport", "camp") and entry.near and mention.noun is None else 0.0


def is_division(entry: PlaceEntry) -> bool:
    """Tell whether an entry is a second-level division."""
    return entry.precision is PlacePrecision.DISTRICT and entry.feature == "division"


def _is_second(mention: PlaceMention) -> bool:
    """Tell whether the noun is one of a division of a province: a district or county rather than a state."""
    return mention.noun == "division" and mention.noun_words not in _OF_PROVINCES


def _has_namesake(province: PlaceEntry, mention: PlaceMention) -> bool:
    """Tell whether a town of the province has its name or one that begins so, as a capital often does: "Cluj-Napoca".

    A capital that old tables call like its province, as São Luís is called Maranhão, has another.
    """
    towns = (m.entry for m in mention.matches if m.entry.precision is PlacePrecision.TOWN)
    inside = (t for t in towns if t.country == province.country and t.admin1 == province.admin1)
    bones = name_skeleton(mention.name)
    return any(t.population >= _NAMESAKE and _begins_with(name_skeleton(t.name), bones) for t in inside)


def _begins_with(whole: str, bones: str) -> bool:
    return whole == bones or (len(bones) > _FEW_BONES and whole.startswith(bones))
