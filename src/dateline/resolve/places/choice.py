"""Which entry a name stands for in this report, with the reason in words.

A name is scored against each entry that it may stand for (`scores`); what it is told to lie in or near goes before.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.countries import countries as all_countries
from dateline.reference.places import Closeness, PlaceMatch
from dateline.reference.places_names import name_key
from dateline.reference.places_words import COMPASS, STREETS, place_nouns
from dateline.reference.wording import with_article
from dateline.resolve.places.city_parts import city_of
from dateline.resolve.places.countries_told import country_shares, homes_of, shared_homes
from dateline.resolve.places.mentions import Scan
from dateline.resolve.places.quarters import CITY_KM, is_far, is_part_of_city
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.scores import Anchors, fitness, is_division, kilometres, score
from dateline.resolve.places.site_words import is_called_after
from dateline.resolve.places.surroundings import BASE_KINDS
from dateline.resolve.places.vouching import FAR_KM, KNOWN_ABROAD, SIZEABLE, WEAK, doubt, is_common, outshines

_SHARE: Final = 0.3  # of the mentions of the country spoken of most: a party named in passing is no scene
_ACROSS_KM: Final = 60.0  # a division's places lie no farther from its middle
_BESIDE_KM: Final = 120.0  # nor a place from the one that it is told to lie near,
_ROUNDABOUT: Final = 1.4  # but where the way is told, which is by road or a rough guess
_CITY: Final = 300_000  # inhabitants of a city whose streets news names
_SPOKEN: Final = 2  # mentions of a country from which the report is about it

_PARTS: Final = frozenset({"quarter", "division"})  # of a town or country: called like places abroad, and no city

_VAST: Final = (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE, PlacePrecision.AREA)


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry chosen for a mention, None where nothing fits, and the reason."""

    entry: PlaceEntry | None
    how: str


def choose_all(scan: Scan, filed: str | None = None) -> list[Choice]:
    """Return a choice for each mention of a report, in its order.

    Twice over: first by the names alone, then with the places found nearby as a further clue.

    Args:
        scan: the mentions.
        filed: the country that the report was filed from, which counts where the report names none.
    """
    countries = country_shares(scan) or ({filed: 1.0} if filed else {})
    first = [_choose(m, scan.countries, countries, Anchors(()), scan.countries) for m in scan.mentions]
    homes = homes_of(scan.mentions, [choice.entry for choice in first])
    at_home = scan.countries.get(filed or "", 0) >= _SPOKEN  # there rare names do not speak of another country
    shared = Counter({} if at_home else shared_homes(scan))
    spoken = homes | shared | Counter(scan.countries) | Counter([filed] * _SPOKEN if filed else ())  # the most of any
    anchors = _anchors(scan.mentions, [choice.entry for choice in first])
    again = [_choose(m, spoken, countries, anchors, scan.countries) for m in scan.mentions]
    pairs = zip(scan.mentions, again, strict=True)
    told = scan.countries or ({filed: 1} if filed else {})
    chosen = [_vouched(m, choice, anchors, told) for m, choice in pairs]
    if at_home:
        chosen = [_at_home(m, choice, spoken) for m, choice in zip(scan.mentions, chosen, strict=True)]
    chosen = [_as_holder(n, scan.mentions) or choice for n, choice in enumerate(chosen)]
    chosen = [_beside(m, n, chosen, countries, anchors) for n, m in enumerate(scan.mentions)]
    chosen = _alike_beside(scan.mentions, chosen)
    return [_within(m, n, chosen, countries, anchors) for n, m in enumerate(scan.mentions)]


def _anchors(mentions: Sequence[PlaceMention], chosen: Sequence[PlaceEntry | None]) -> Anchors:
    """Return the places that names were taken for, but countries, with those whose names many countries know."""
    named = [(m, e) for m, e in zip(mentions, chosen, strict=True) if e and e.precision is not PlacePrecision.COUNTRY]
    common = {entry.id for mention, entry in named if is_common(mention) and not outshines(entry, mention)}
    return Anchors({entry.id: entry for _, entry in named}.values(), common)


def _choose(
    mention: PlaceMention,
    spoken: Mapping[str, int],
    countries: dict[str, float],
    anchors: Anchors,
    told: Mapping[str, int],
) -> Choice:
    if not mention.matches:
        return Choice(None, f"no place called {mention.name} in the gazetteer")
    scored = [(score(match, mention, countries, anchors), -n, match) for n, match in enumerate(mention.matches)]
    match = max(scored)[2]
    best = match.entry
    fought = _is_fought_in(best, spoken)
    far = _far(best, mention, anchors) and not fought
    if match.closeness >= Closeness.KEY and far and not _is_of_told(match, mention, told):
        return Choice(None, f"{best.name} is spelt much like it, but lies far from the report's other places")
    weak = WEAK if spoken.get(best.country or "", 0) < _SPOKEN else WEAK - 1
    if mention.evidence <= weak and best.population < KNOWN_ABROAD and _far(best, mention, anchors):
        return Choice(None, f"hardly said to be a place, and {best.name} lies far from the report's other places")
    of_none = spoken and spoken.get(best.country or "", 0) == 0 and best.country
    elsewhere = any(code != best.country for code in spoken) or bool(anchors.homes(mention))
    if mention.noun in _PARTS and (of_none or (elsewhere and _is_called_like_a_town(best, mention, anchors, told))):
        return Choice(
            None,
            f"{with_article(mention.noun_words or 'place')} called like {best.name}, in a country that the report does "
            "not name",
        )
    only_alike = match.closeness is not Closeness.NAME and is_called_after(mention)
    if only_alike and spoken and not spoken.get(best.country or ""):
        return Choice(None, f"a {mention.noun_words} called like {best.name}, in a country not spoken of")
    if mention.noun_words in STREETS and is_called_after(mention) and _is_small(best):
        return Choice(None, f"{with_article(mention.noun_words or 'street')} called like {best.name}")
    if best.country and not spoken.get(best.country) and _is_a_side(mention.name):
        return Choice(None, f"a side of some country; the report does not speak of {best.country}")
    known = fought or _sole(match, mention) or (mention.country and mention.country == best.country)
    if _abroad(best, spoken) and not known:
        return Choice(
            None, f"the gazetteer knows {best.name} only in {best.country}, of which the report does not speak"
        )
    return Choice(best, _reason(best, mention, countries))


def _is_called_like_a_town(entry: PlaceEntry, mention: PlaceMention, anchors: Anchors, told: Mapping[str, int]) -> bool:
    """Tell whether a quarter or district is only called like a town abroad, of whose country nothing else tells."""
    if entry.precision is not PlacePrecision.TOWN or not entry.country or told.get(entry.country):
        return False
    return not anchors.another_in(entry.country, mention)


def _is_of_told(match: PlaceMatch, mention: PlaceMention, told: Mapping[str, int]) -> bool:
    """Tell whether a name that sounds like a town's is surely a place, and of a country that words of the report tell.

    Notes on a whole country tell of places that lie far apart: "Murzuq" of Libya is Murzuk.
    """
    sounds = match.closeness is Closeness.KEY and match.entry.precision is PlacePrecision.TOWN
    return sounds and mention.evidence > WEAK and bool(told.get(match.entry.country or ""))


def _is_a_side(name: str) -> bool:
    """Tell whether a name only says on which side of a country something lies: "the north-west province"."""
    words = name.lower().replace("-", " ").split()
    return all(word in COMPASS or word in place_nouns() for word in words)


def _vouched(mention: PlaceMention, choice: Choice, anchors: Anchors, told: Mapping[str, int]) -> Choice:
    """Take back a place that nothing else in the report vouches for."""
    why = doubt(mention, choice.entry, anchors, told) if choice.entry else None
    return Choice(None, why) if why else choice


def _at_home(mention: PlaceMention, choice: Choice, spoken: Mapping[str, int]) -> Choice:
    """Take back what hardly counts as a place, in a country not spoken of: "the ADO", a movement, is no town."""
    entry = choice.entry
    if entry is None or not entry.country or mention.evidence >= WEAK or spoken.get(entry.country, 0):
        return choice
    return Choice(None, f"hardly said to be a place, and the report does not speak of {entry.country}")


def _far(entry: PlaceEntry, mention: PlaceMention, anchors: Anchors) -> bool:
    return FAR_KM < anchors.nearest(entry, mention) < math.inf


def _as_holder(number: int, mentions: Sequence[PlaceMention]) -> Choice | None:
    """Return the province that a name means behind a place that lies in it: "Albany, New York", "Ariha in Idlib"."""
    provinces = [m.entry for m in mentions[number].matches if m.entry.precision is PlacePrecision.PROVINCE]
    if not provinces:
        return None
    city = city_of(mentions[number].matches)
    parts = (m for m in mentions if m.inside == number and m.noun not in BASE_KINDS)
    inside = (match.entry for m in parts if not (city and is_part_of_city(m, city)) for match in m.matches)
    held = [province for one in inside if _is_place(one) for province in provinces if lies_in(one, province)]
    return Choice(held[0], f"{held[0].name}: a place in it is told to lie there") if held else None


def _is_place(entry: PlaceEntry) -> bool:
    return entry.precision in (PlacePrecision.TOWN, PlacePrecision.DISTRICT)


def _beside(
    mention: PlaceMention,
    number: int,
    chosen: Sequence[Choice],
    countries: dict[str, float],
    anchors: Anchors,
) -> Choice:
    """Choose again where the report says what a place lies near: a namesake far from that is not meant."""
    other = chosen[mention.beside].entry if mention.beside is not None else None
    if other is None or other.lat is None or other.precision in _VAST:
        return chosen[number]
    reach = max(_BESIDE_KM, mention.away * _ROUNDABOUT)
    near = [m for m in mention.matches if m.entry.id != other.id and kilometres(m.entry, other) <= reach]
    if mention.noun is not None:  # "the village of A" is not the base called so
        near = [m for m in near if fitness(m.entry, mention) >= 0]
    if not near:
        entry = chosen[number].entry
        far = entry is not None and entry.id != other.id and kilometres(entry, other) < math.inf
        return Choice(None, f"no place called {mention.name} near {other.name}") if far else chosen[number]
    best = _best(near, mention, countries, anchors)
    return Choice(best, f"{best.name}: told to lie near {other.name}")


def _alike_beside(mentions: Sequence[PlaceMention], chosen: Sequence[Choice]) -> list[Choice]:
    """Return the choices, one for all that have a name and lie near one place: as the one that says what it is."""
    told: dict[tuple[str, PlaceEntry | None], Choice] = {}
    keys = [(name_key(m.name), chosen[m.beside].entry) if m.beside is not None else None for m in mentions]
    for mention, key, choice in zip(mentions, keys, chosen, strict=True):
        if key is not None and key[1] is not None and mention.noun is not None:
            told.setdefault(key, choice)
    return [told.get(key, choice) if key else choice for key, choice in zip(keys, chosen, strict=True)]


def _within(
    mention: PlaceMention,
    number: int,
    chosen: Sequence[Choice],
    countries: dict[str, float],
    anchors: Anchors,
) -> Choice:
    """Choose again where the report says what a place lies in."""
    holder = chosen[mention.inside].entry if mention.inside is not None else None
    entry = chosen[number].entry
    if entry and holder and entry.precision is PlacePrecision.PROVINCE and lies_in(entry, holder):
        return chosen[number]  # as what holds another
    if holder is not None and holder.precision is PlacePrecision.TOWN and entry != holder:
        inside = [match for match in mention.matches if kilometres(match.entry, holder) <= CITY_KM]
    else:
        inside = [match for match in mention.matches if holder and lies_in(match.entry, holder)]
    if not inside or holder is None:
        return _elsewhere(mention, chosen[number], holder)
    best = _best(inside, mention, countries, anchors)
    return Choice(best, f"{best.name}: told to lie in {holder.name}")


def _best(
    matches: Sequence[PlaceMatch], mention: PlaceMention, countries: dict[str, float], anchors: Anchors
) -> PlaceEntry:
    """Return the likeliest of some entries of a name, the first of those that are equally likely."""
    return max((score(match, mention, countries, anchors), -n, match) for n, match in enumerate(matches))[2].entry


def _elsewhere(mention: PlaceMention, choice: Choice, holder: PlaceEntry | None) -> Choice:
    """Return nothing for a namesake in another country, or far from where it is told to lie."""
    entry = choice.entry
    if entry is None or holder is None or not holder.country:
        return choice
    division = mention.noun == "division" and holder.precision is PlacePrecision.PROVINCE
    abroad = entry.country != holder.country and entry.precision is not PlacePrecision.COUNTRY
    far = holder.precision is PlacePrecision.TOWN and is_far(mention, entry, holder)
    if abroad or far or (_is_place(entry) and division):
        return Choice(
            None, f"no {mention.noun_words or 'place'} called {mention.name} in {holder.name} in the gazetteer"
        )
    return choice


def lies_in(place: PlaceEntry, holder: PlaceEntry) -> bool:
    """Tell whether a place is known to lie in a country or province."""
    if place.id == holder.id or place.country != holder.country:
        return False
    if holder.precision is PlacePrecision.COUNTRY:
        return True
    if is_division(holder):
        return place.precision is not PlacePrecision.PROVINCE and kilometres(place, holder) < _ACROSS_KM
    return holder.precision is PlacePrecision.PROVINCE and place.admin1 == holder.admin1


def touch(one: PlaceEntry, other: PlaceEntry) -> bool:
    """Tell whether two places are one, known by one name, near one place, or one in the other."""
    named = {one.name, one.near} & {other.name, other.near} - {None}
    return one.id == other.id or bool(named) or lies_in(one, other) or lies_in(other, one)


def _abroad(entry: PlaceEntry, spoken: Mapping[str, int]) -> bool:
    """Tell whether a place is small and lies where the report is not, though the report says where it is."""
    towns = entry.precision is PlacePrecision.TOWN and entry.id.startswith("geonames:")
    small = entry.population < KNOWN_ABROAD and (towns or is_division(entry))
    most = max(spoken.values(), default=0)
    return small and most >= _SPOKEN and spoken.get(entry.country or "", 0) < max(min(2, most), _SHARE * most)


def _is_fought_in(entry: PlaceEntry, spoken: Mapping[str, int]) -> bool:
    """Tell whether a town lies in a country in which the army of one that the report speaks of takes ground."""
    return entry.precision is PlacePrecision.TOWN and any(
        entry.country in all_countries()[code].abroad
        for code, often in spoken.items()
        if often and code in all_countries()
    )


def _is_small(entry: PlaceEntry) -> bool:
    """Tell whether a place is a town too small to have streets of its own told by its name: "in Tarata street"."""
    return entry.precision is PlacePrecision.TOWN and entry.population < _CITY


def _sole(match: PlaceMatch, mention: PlaceMention) -> bool:
    """Tell whether a name is spelt like a sizeable place and like no other: "a Turkish drone hit a car in Sinjar"."""
    alone = {one.entry.country for one in mention.matches} == {match.entry.country}
    return alone and match.closeness is Closeness.NAME and match.entry.population >= SIZEABLE


def _reason(entry: PlaceEntry, mention: PlaceMention, countries: dict[str, float]) -> str:
    others = {m.entry.id: m.entry for m in mention.matches if m.entry.id != entry.id}
    if not others:
        return f"{entry.name}: the only place of that name"
    clues = []
    if mention.noun and fitness(entry, mention) > 0:
        clues.append(f"called {with_article(mention.noun_words or 'place')}")
    if countries.get(entry.country or "", 0.0) > 0.5:
        clues.append(f"the report speaks of {entry.country}")
    if entry.precision is PlacePrecision.TOWN and any(
        o.precision is PlacePrecision.PROVINCE and o.admin1 == entry.admin1 for o in others.values()
    ):
        clues.append("the town rather than the province")
    return f"{entry.name}: of {len(others) + 1} places of that name, " + (", ".join(clues) or "the largest")
