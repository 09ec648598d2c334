"""Names of places in a report, each with the one that it is told to lie in, and the countries that it speaks of."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from dateline.model.annotated import Annotated, Mention
from dateline.reference.actors import actor_book
from dateline.reference.actors_keys import keyed
from dateline.reference.places import Closeness, Places
from dateline.reference.places_words import NOT_PLACES, place_nouns
from dateline.resolve.places.containment import contained
from dateline.resolve.places.headed import headed_names
from dateline.resolve.places.labels import LABEL, labelled_places
from dateline.resolve.places.reader import PlaceMention, PlaceReader
from dateline.resolve.places.surnames import is_surname, surnames_of
from dateline.resolve.places.taken import begins_a_name
from dateline.resolve.places.units import Unit, is_cased, units_of

_FEW: Final = 2  # countries with a place of some name: with more it tells little of where the report is
_SEVERAL: Final = 2
_LONGEST_NAME: Final = 3  # words: "Papua New Guinea"
_LONGEST_DESCRIBED: Final = 5  # words of "Syrian Kurdish border town"
_BORDERS: Final = frozenset({"border", "frontier"})
_WAYS: Final = frozenset({"road", "route", "highway", "railway", "way", "pipeline"})
_ABROAD: Final = frozenset(
    {"embassy", "consulate", "ambassador", "envoy", "diplomat", "citizen", "national", "passport", "dollar", "company",
     "journalist", "reporter", "tourist", "firm", "list", "contractor"}
)  # fmt: skip
_SMALL: Final = frozenset({"ADP", "CCONJ", "DET", "NUM", "PRON", "PUNCT", "SCONJ"})  # no part of a name by itself
_NAMING: Final = frozenset({"ADJ", "PROPN", "NOUN"})  # what words that tell of a country are


@dataclass(frozen=True, slots=True)
class Scan:
    """What a report says of places: mentions in text order, and how often each country is spoken of."""

    mentions: tuple[PlaceMention, ...]
    countries: dict[str, int]


def scan(annotated: Annotated, places: Places) -> Scan:
    """Return the names of places in a report and the countries that it speaks of.

    Read twice where its places share a country that no word of the report names: then more names count as places.
    """
    sentences = annotated.sentences
    units = [units_of(s, cased=cased) for s, cased in zip(sentences, _cased(annotated), strict=True)]
    countries = _countries_of([unit for here in units for unit in here], places)
    for here in units:
        _homes_of_actors(here, countries)
    tagged, surnames = _by_sentence(annotated), surnames_of(annotated)
    for number, heads in headed_names(annotated, _knows(places)).items():
        tagged[number] = [*heads, *(tag for tag in tagged.get(number, []) if tag.start >= heads[0].end)]
    tagged |= labelled_places(annotated, _knows(places))
    countries_read: Mapping[str, int] = countries
    found = _read(units, tagged, places, countries, surnames)
    shared = _shared_home(found)
    if shared is not None and shared not in countries:
        countries_read = {**countries, shared: 0}
        found = _read(units, tagged, places, countries_read, surnames)
    if called := _missed(found, units):
        found = _read(units, tagged, places, countries_read, surnames, called)
    return Scan(tuple(_of_their_countries(_as_sure(found), units, places)), countries)


def _knows(places: Places) -> Callable[[str], bool]:
    """Return what tells whether a name is spelt like a place's, and is no word that opens notes of any kind."""
    words = NOT_PLACES | place_nouns().keys()
    return lambda name: name.lower() not in words and any(m.closeness <= Closeness.KEY for m in places.named(name))


def _cased(annotated: Annotated) -> list[bool]:
    """Return whether capitals tell names in each sentence: in one that has none, if they do in most of the report.

    "13 June, Aden: night assault on marine base" names no place in its note.
    """
    text = annotated.report.text
    parts = [text[one.start : one.end] for one in annotated.sentences]
    cased = [is_cased(part) for part in parts]
    mostly = 2 * sum(cased) > len(cased)
    return [one or (mostly and part.islower()) for one, part in zip(cased, parts, strict=True)]


def _of_their_countries(
    mentions: Iterable[PlaceMention], units: Sequence[Sequence[Unit]], places: Places
) -> Iterator[PlaceMention]:
    """Yield the mentions, those told with their country's adjective as of that: "the Syrian border town of A"."""
    told: dict[str, str] = {}
    mentions = list(mentions)
    for mention in mentions:
        if code := _adjective_of(mention, units[mention.sentence], places):
            told.setdefault(mention.name, code)
    for mention in mentions:
        code = told.get(mention.name)
        matches = tuple(match for match in mention.matches if match.entry.country == code)
        yield replace(mention, matches=matches, country=code) if code and matches else mention


def _adjective_of(mention: PlaceMention, units: Sequence[Unit], places: Places) -> str | None:
    """Return the country whose adjective stands with the noun of a town: "the Syrian border town of A"."""
    at = next((n for n, unit in enumerate(units) if unit.first == mention.first), 0) - 1
    if at < 1 or units[at].lemma != "of" or place_nouns().get(units[at - 1].lemma) != "town":
        return None
    for unit in units[max(at - _LONGEST_DESCRIBED, 0) : at][::-1]:
        if unit.upos not in ("ADJ", "NOUN", "PROPN", "PUNCT"):
            return None
        if code := places.people_of(unit.text):
            return code
    return None


def _as_sure(mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the mentions, each as sure as its name is anywhere in the report."""
    surest: dict[str, int] = {}
    for mention in mentions:
        surest[mention.name] = max(mention.evidence, surest.get(mention.name, mention.evidence))
    for mention in mentions:
        sure = surest[mention.name]
        yield mention if sure == mention.evidence else replace(mention, evidence=sure)


def _read(  # noqa: PLR0913, PLR0917 - what names are read by
    units: Sequence[list[Unit]],
    tagged: dict[int, list[Mention]],
    places: Places,
    countries: Mapping[str, int],
    surnames: Set[str],
    called: Set[str] = frozenset(),
) -> list[PlaceMention]:
    """Return the mentions of all sentences, given the countries that the report speaks of and its people's surnames.

    `called` are names that are places elsewhere in the report.
    """
    found: list[PlaceMention] = []
    for number, here in enumerate(units):
        if any(unit.name for unit in here) or any(tag.type == LABEL for tag in tagged.get(number, [])):
            tags = tagged.get(number, [])
            mentions = PlaceReader(number, _named_by_tags(here, tags), tags, places, countries, called).mentions()
            mentions = [
                mention for mention in mentions if not (is_surname(mention, surnames) or _is_described(mention, places))
            ]
            found.extend(contained(mentions, here, len(found)))
    return found


def _is_described(mention: PlaceMention, places: Places) -> bool:
    """Tell whether words say what a place is, or whose: "the Indian town of A", "Port city of B"."""
    first, *nouns = mention.name.split()
    kinds = bool(nouns) and all(noun.islower() and noun in place_nouns() for noun in nouns)
    return kinds and (first.lower() in place_nouns() or places.people_of(first) is not None)


def _missed(found: Sequence[PlaceMention], units: Sequence[Sequence[Unit]]) -> frozenset[str]:
    """Return the names that the gazetteer lacks, of places in one sentence, that another was not found to name."""
    lacking = {mention.name for mention in found if not mention.matches}
    met = {(mention.sentence, mention.name) for mention in found}
    words = [frozenset(unit.text for unit in here) for here in units]
    return frozenset(
        name
        for name in lacking
        if any((n, name) not in met and set(name.split()) <= here for n, here in enumerate(words))
    )


def _named_by_tags(units: Sequence[Unit], tags: Sequence[Mention]) -> list[Unit]:
    """Return the units, those with a capital as names that lie in a longer one: "at Let Pan Hla", "Plan de Amayo".

    A first word only where it is one of a label.
    """
    spans = [(tag.start, tag.end, tag.type == LABEL) for tag in tags if tag.type in ("location", LABEL)]
    return [
        unit._replace(name=True) if not unit.name and _is_within_name(at, units, spans) else unit
        for at, unit in enumerate(units)
    ]


def _is_within_name(at: int, units: Sequence[Unit], spans: Sequence[tuple[int, int, bool]]) -> bool:
    unit = units[at]
    if not unit.text[:1].isupper() or unit.upos in _SMALL or unit.lemma in place_nouns():
        return False
    within = [(end, label) for start, end, label in spans if start <= unit.start and unit.end < end]
    behind = units[at + 1] if at + 1 < len(units) else None
    return any(label or (at > 0 and behind is not None and behind.name) for _, label in within)


def _shared_home(mentions: Iterable[PlaceMention]) -> str | None:
    """Return the country that most names of few homes share, where there are several."""
    shared: Counter[str] = Counter()
    few = 0
    for mention in {mention.name: mention for mention in mentions}.values():
        homes = {m.entry.country for m in mention.matches if m.entry.country and m.closeness <= Closeness.SPELLING}
        if 0 < len(homes) <= _FEW:
            few += 1
            shared.update(homes)
    code, count = next(iter(shared.most_common(1)), (None, 0))
    return code if count >= _SEVERAL and count > few / 2 else None


def _across_a_border(units: Sequence[Unit], at: int, size: int) -> bool:
    """Tell whether a country is told for its border or the road to it alone: what lies there may lie on this side."""
    if at > 1 and units[at - 1].lemma == "to" and units[at - 2].lemma in _WAYS:
        return True
    behind = units[at + size].lemma if at + size < len(units) else ""
    return behind in _BORDERS or (at > 1 and units[at - 1].lemma == "with" and units[at - 2].lemma in _BORDERS)


def _is_abroad(units: Sequence[Unit], behind: int) -> bool:
    """Tell whether a country's word speaks of its people or house in another: "the US embassy", "a French reporter"."""
    return behind < len(units) and units[behind].lemma in _ABROAD


def _countries_of(units: Sequence[Unit], places: Places) -> dict[str, int]:
    """Count the words that speak of each country: its name ("Syria") weighs twice an adjective ("Syrian").

    The longest name counts: "South Sudan" speaks of no Sudan.
    """
    counts: dict[str, int] = {}
    at = 0
    while at < len(units):
        if units[at].upos not in _NAMING:
            at += 1
            continue
        size, code, weight = _country_at(units, at, places)
        if code and not _across_a_border(units, at, size) and not _is_abroad(units, at + size):
            counts[code] = counts.get(code, 0) + weight
        at += size
    return counts


def _country_at(units: Sequence[Unit], at: int, places: Places) -> tuple[int, str | None, int]:
    """Return how many units tell of a country at one of them, its code and the weight; one unit and None for none."""
    longest = _LONGEST_NAME if units[at].text[:1].isupper() else 1
    for end in range(min(at + longest, len(units)), at, -1):
        last = units[end - 1]
        name = " ".join(unit.text for unit in units[at:end])
        if end - at > 1 and not (last.text[:1].isupper() and last.upos in _NAMING):
            continue
        if code := places.people_of(name):
            return end - at, code, 1
        if all(unit.name for unit in units[at:end]) and (code := places.country_named(name)):
            return end - at, code, 2
    return 1, None, 0


def _homes_of_actors(units: Sequence[Unit], counts: dict[str, int]) -> None:
    """Count the countries of the groups that a sentence names, one each: "Al Shabaab" speaks of Somalia."""
    named = [unit for at, unit in enumerate(units) if unit.name and not begins_a_name(units, at)]
    pieces, book, at = keyed([unit.text for unit in named]), actor_book(), 0
    while at < len(pieces):
        hit = book.longest(pieces, at)
        homes = {book.entries[s.ref].country for s in hit[1] if s.role == "actor"} if hit else set()
        for code in homes if len(homes) == 1 else ():
            if code:
                counts[code] = counts.get(code, 0) + 1
        at += hit[0] if hit else 1


def _by_sentence(annotated: Annotated) -> dict[int, list[Mention]]:
    tagged: dict[int, list[Mention]] = {}
    for mention in annotated.mentions:
        tagged.setdefault(mention.sentence, []).append(mention)
    return tagged
