"""Names of places in one sentence: runs of name words that the gazetteer knows, and what speaks for a place there."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from dateline.model.annotated import Mention
from dateline.model.place import VAST, PlacePrecision
from dateline.reference.places import Closeness, PlaceMatch, Places
from dateline.reference.places_words import (
    COMPASS,
    DWELLINGS,
    FOLKS,
    LOCATIVE,
    NEAR,
    NOT_PLACES,
    PARTY_NOUNS,
    SEATS,
    SHIPS,
    STEMS,
)
from dateline.resolve.places.city_parts import is_side_of_city
from dateline.resolve.places.holders import Holders
from dateline.resolve.places.labels import LABEL
from dateline.resolve.places.runs import PARTICLES, Runs
from dateline.resolve.places.surroundings import Surroundings, is_way
from dateline.resolve.places.taken import actor_units, is_party
from dateline.resolve.places.units import Unit, is_initials

_HEIGHTS_AND_LAKES: Final = frozenset(  # "Lake Lanao" is no town called Lanao
    {"lake", "lac", "mount", "mont", "jabal", "jebel"}
)
_LEAST_EVIDENCE: Final = 1
_SHORTEST: Final = 3  # letters of a name that is a town's; shorter ones are initials, save of countries
_KNOWN_TOWN: Final = 100_000  # inhabitants; a bare name is taken for the town
_PEOPLE_NOUNS: Final = frozenset(
    {"president", "minister", "general", "colonel", "commander", "mr", "mr.", "mrs", "leader", "spokesman"}
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place: `text[start:end]` of the report, tokens `first` to `last` of its sentence.

    `noun` is the kind that a noun beside it says, `noun_at` that noun's token; `near` that the words say near it rather
    than at it; `wide` that they mean the land around rather than the town ("southern Idlib", "a base in Idlib"), but a
    side of the city itself where `in_city` ("northern Baghdad"); `inside` the index of the mention that it is told to
    lie in, `beside` of that which it is told to lie near, `away` the kilometres told between them; `attributive` that
    it only describes another noun ("the Idlib towns of …"); `country` the code of that whose adjective stands with its
    noun ("the Syrian border town of A"); `matches` what the name may stand for, nothing for an unknown name;
    `evidence` how surely it is a place.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    name: str
    matches: tuple[PlaceMatch, ...]
    evidence: int
    noun: str | None = None
    noun_at: int | None = None
    noun_words: str | None = None
    near: bool = False
    wide: bool = False
    in_city: bool = False
    inside: int | None = None
    beside: int | None = None
    away: float = 0.0
    attributive: bool = False
    country: str | None = None


_STRIKES: Final = frozenset(
    {"bombardment", "bombing", "capture", "fall", "liberation", "occupation", "recapture", "sack", "shelling", "siege",
     "storming"}
)  # fmt: skip
_TITLES: Final = frozenset({"sheikh", "villa"})  # stems that are titles of people and houses as well
DESCRIBED_BY: Final = frozenset({"a", "an", "another", "one", "that", "this"})  # none stands before a town's name
_PEOPLE_OF: Final = frozenset(  # "villagers of A": a tag that takes all of it for a person tells nothing
    {"bishop", "chief", "citizen", "dweller", "elder", "emir", "governor", "headman", "imam", "mayor", "prefect",
     "sub-prefect", "inhabitant", "native", "people", "population", "resident", "townsfolk", "townspeople",
     "villager"}
)  # fmt: skip
_PEERAGE: Final = frozenset({"lady", "lord", "sir", "dame", "queen", "king", "prince", "princess", "duchess"})


class PlaceReader:
    """Finds the names of places in one sentence.

    Args:
        number: the sentence's number in the report.
        units: the sentence's units.
        tagged: the tagger's mentions in the sentence.
        places: the look-up.
        countries: codes of the countries that the report speaks of, and how often; 0 for one that no word names.
        called: names that the gazetteer lacks and that are places elsewhere in the report.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a sentence's names are read by
        self,
        number: int,
        units: list[Unit],
        tagged: list[Mention],
        places: Places,
        countries: Mapping[str, int],
        called: Set[str] = frozenset(),
    ) -> None:
        self._number = number
        self._label = any(mention.type == LABEL for mention in tagged)
        self._units = units
        self._shouted = all(unit.text == unit.text.upper() for unit in units)  # there a name runs on into any noun
        self._tagged = tagged
        self._places = places
        self._countries = countries
        self._called = called
        self._around = Surroundings(units)
        self._holders = Holders(units, self._around, places)
        self._taken = actor_units(units)
        self._runs = Runs(units, self._around, places, self._taken)

    def mentions(self) -> list[PlaceMention]:
        """Return the names of places in text order."""
        out: list[PlaceMention] = []
        end = 0
        for at, unit in enumerate(self._units):
            if at < end or not unit.name or at in self._taken or self._is_no_place(unit):
                continue
            end, mention = self._at(at)
            if mention:
                out.append(mention)
        return out

    @staticmethod
    def _is_no_place(unit: Unit) -> bool:
        letter = len(unit.text.rstrip(".")) == 1 and not (unit.name and unit.upos == "DET")
        word = unit.lemma.replace("’", "'")
        return letter or word in NOT_PLACES or (word.endswith("s") and word[:-1] in FOLKS)

    def _at(self, at: int) -> tuple[int, PlaceMention | None]:
        """Return the unit after the name that begins here and its mention, the next unit and None if there is none."""
        for end in self._runs.ends(at):
            if end == at + 1 and self._common(at):
                return end, None
            if end == at + 1 and self._is_stem(at):
                return self._unknown(at)
            if self._text(at, end).lower().replace("’", "'") in SEATS:
                return self._unknown(at)
            matches = self._places.named(self._text(at, end))
            if matches:
                return self._judged(at, end, matches)
        return self._unknown(at)

    def _common(self, at: int) -> bool:
        """Tell whether a unit by itself names no place, though some town is called so: "Syrian", "city", "Bank"."""
        unit = self._units[at]
        common = unit.lemma in COMPASS | PARTY_NOUNS or self._around.noun(at) is not None
        return common or self._places.people_of(unit.text) is not None or self._around.is_people(at)

    def _is_stem(self, at: int) -> bool:
        """Tell whether a unit only begins a name, though some town is called so: the "Tal" of a hill's name."""
        return (
            self._units[at].lemma in STEMS
            and at + 1 < len(self._units)
            and self._units[at + 1].name
            and not self._units[at].possessive
        )

    def _is_stem_of_another(self, at: int, end: int) -> bool:
        """Tell whether what is left behind a stem is only called like a place elsewhere: "Bir Hassan" is no Hassan."""
        if not self._is_stem(at) or self._units[at].lemma in _TITLES or not self._countries:
            return False
        matches = self._places.named(self._text(at + 1, end))
        return not any(self._countries.get(match.entry.country or "", 0) > 1 for match in matches)

    def _judged(self, at: int, end: int, matches: tuple[PlaceMatch, ...]) -> tuple[int, PlaceMention | None]:
        matches = self._near_home(at, end, matches)
        if self._around.is_house_abroad(end) and any(m.entry.precision is PlacePrecision.COUNTRY for m in matches):
            return end, None
        if at and self._units[at - 1].lemma in _PEERAGE | SHIPS:
            return end, None  # "the destroyer Dover", "Lady Reading Hospital" is in no town of Reading
        if self._is_cut_short(at, end, matches):
            return self._unknown(at)
        mention = self._described(at, end, matches)
        evidence = self._evidence(at, end, mention)
        if evidence + self._around.says_where(end) >= _LEAST_EVIDENCE:
            village = self._is_of_people(at) and not any(m.entry.precision in VAST for m in matches)
            return end, replace(mention, evidence=evidence, noun=mention.noun or ("town" if village else None))
        if self._is_struck(at, end) or self._is_of_people(at):
            return end, replace(mention, evidence=_LEAST_EVIDENCE, noun=mention.noun or "town")
        return self._unknown(at) if end < len(self._units) and self._runs.is_name(end) else (end, None)

    def _is_cut_short(self, at: int, end: int, matches: Sequence[PlaceMatch]) -> bool:
        """Tell whether a known name is only the beginning of one: "Beni" of "Beni Messous", "San Miguel del Ene"."""
        stop = self._runs.end(end)
        if stop == end or self._units[end - 1].possessive or self._around.noun(end) is not None:
            return False
        if self._units[end].lemma in PARTICLES:
            return True
        if any(m.entry.population >= _KNOWN_TOWN and self._countries.get(m.entry.country or "") for m in matches):
            return False  # "Vancouver Art Gallery"
        if self._around.noun(stop - 1) is not None:
            return False  # "Abs Rural Hospital"
        tagged = any(tag.start <= self._units[at].start and self._units[end].start < tag.end for tag in self._tagged
                     if tag.type in ("location", LABEL))  # fmt: skip
        return tagged and not any(self._known_rest(n, stop) for n in range(end, stop))

    def _near_home(self, at: int, end: int, matches: tuple[PlaceMatch, ...]) -> tuple[PlaceMatch, ...]:
        """Return the matches of a name, none where a quarter only sounds like places of countries not spoken of."""
        noun = self._around.noun_after(end)
        kind = self._around.kind(noun)[0] if noun is not None else None
        quarter = kind in ("quarter", "site") and not self._units[at].possessive
        far = not any(match.closeness <= Closeness.SPELLING or self._at_home(match) for match in matches)
        return () if quarter and far else matches

    def _unknown(self, at: int) -> tuple[int, PlaceMention | None]:
        """Return a run of name units that no entry has, when the words around say that it is a place."""
        end = self._runs.end(at + 1)
        while end > at + 1 and (self._around.noun(end - 1) or self._around.is_tag(end - 1)):
            end -= 1
        if self._places.people_of(self._text(at, end)) or is_party(self._text(at, end)):
            return end, None  # "Sri Lankan", "Maoist"
        if end == at + 1 and self._is_initials(self._units[at].text):
            return end, None
        if self._is_an_owner(at, end) or (at and self._units[at - 1].lemma in SHIPS) or self._only_describes(at, end):
            return end, None
        loose = self._alike(at, end)
        if loose and (found := self._judged_alike(at, end, loose)):
            return end, found
        # One name, though a town is called like the end of it; in capitals alone a tag may run on over several.
        holder = self._holders.is_holder(at)
        whole = holder or ("location" in self._types(at, end) and not self._text(at, end).isupper())
        whole = whole or self._units[at].lemma in _HEIGHTS_AND_LAKES or self._is_stem_of_another(at, end)
        if not whole and any(self._known_rest(n, end) for n in range(at + 1, end)):
            return at + 1, None  # the rest of the run is known: begin again there
        mention = self._described(at, end, ())
        begun = self._types(at, at + 1) if self._is_stem(at) else self._types(at, end)
        called = self._is_struck(at, end) or self._is_of_people(at)
        told = holder or "location" in begun or called
        sure = told and self._evidence(at, end, mention) + self._around.says_where(end) >= 3
        sure = sure or self._is_called_so(at, end) or called
        noun = mention.noun or ("town" if called else None)
        return end, replace(mention, evidence=1, noun=noun) if sure else None

    def _is_struck(self, at: int, end: int) -> bool:
        """Tell whether a name is that of what was bombed or taken, as only places are: "the shelling of A"."""
        of = at > 1 and self._units[at - 1].lemma == "of" and self._units[at - 2].lemma in _STRIKES
        return of and end == at + 1 and not self._types(at, end) & {"person", "organisation"}

    def _is_of_people(self, at: int) -> bool:
        """Tell whether a name says whose people somebody is: "villagers of A"."""
        return at > 1 and self._units[at - 1].lemma == "of" and self._units[at - 2].lemma in _PEOPLE_OF

    def _is_an_owner(self, at: int, end: int) -> bool:
        """Tell whether a name says whose a house is: "the home of A", "Mr. B's residence"."""
        units = self._units
        of = at > 1 and units[at - 1].lemma == "of" and units[at - 2].lemma in DWELLINGS
        owns = units[end - 1].possessive and end < len(units) and units[end].lemma in DWELLINGS
        return of or owns

    def _only_describes(self, at: int, end: int) -> bool:
        """Tell whether a name that the gazetteer lacks says what a town is like: "this Danube town"."""
        article = at and self._units[at - 1].lemma in DESCRIBED_BY
        noun = self._around.noun_after(end)
        return bool(article) and noun == end and self._around.kind(noun)[0] == "town"

    def _is_called_so(self, at: int, end: int) -> bool:
        """Tell whether a name is a place's elsewhere in the report, and no part of a longer one or a person's here."""
        alone = not (at and self._units[at - 1].name and self._runs_on(at))
        return alone and self._text(at, end) in self._called and "person" not in self._types(at, end)

    def _is_initials(self, name: str) -> bool:
        """Tell whether a name that the gazetteer lacks is somebody's initials: "FAA", "MSF", among small letters."""
        return is_initials(name) and not self._label and any(unit.text.islower() for unit in self._units)

    def _alike(self, at: int, end: int) -> tuple[PlaceMatch, ...]:
        """Return the places of the countries spoken of whose names have the same consonants."""
        found = self._places.named(self._text(at, end), loose=True) if self._countries else ()
        return tuple(m for m in found if m.entry.country in self._countries)

    def _judged_alike(self, at: int, end: int, matches: tuple[PlaceMatch, ...]) -> PlaceMention | None:
        mention = self._described(at, end, matches)
        evidence = self._evidence(at, end, mention)
        return replace(mention, evidence=evidence) if evidence >= _LEAST_EVIDENCE else None

    def _known_rest(self, at: int, end: int) -> bool:
        """Tell whether what is left of a run is a place that may well be meant, not one of a like name abroad."""
        matches = self._places.named(self._text(at, end))
        if not _sure(matches) or not self._countries:
            return _sure(matches)
        return any(
            m.entry.country in self._countries or m.entry.population >= _KNOWN_TOWN or m.entry.precision in VAST
            for m in matches
        )

    def _text(self, at: int, end: int) -> str:
        return " ".join(unit.text for unit in self._units[at:end])

    def _described(self, at: int, end: int, matches: tuple[PlaceMatch, ...]) -> PlaceMention:
        units = self._units
        noun_unit, attributive = self._around.noun_after(end), False
        if noun_unit is not None and units[end - 1].possessive and self._around.noun(noun_unit) == "town":
            noun_unit = None  # "Congo's second city" is no city called Congo
        if noun_unit is not None and self._around.is_some_street(at, noun_unit):
            noun_unit = None
        if noun_unit is not None:
            attributive = noun_unit + 1 < len(units) and units[noun_unit + 1].lemma == "of"
            attributive = attributive and not self._holders.is_held(noun_unit, matches)
            attributive = attributive or self._is_town_in(matches, end, noun_unit)
        else:
            noun_unit = self._around.noun_before(at)
            if noun_unit and self._holders.has_a_name(noun_unit):
                noun_unit = None
        kind, words = self._around.kind(noun_unit) if noun_unit is not None else (None, None)
        noun_at = units[noun_unit].last if noun_unit is not None else None
        opening, wide = self._around.opening(at), self._around.wide(at)
        return PlaceMention(
            self._number, units[at].first, units[end - 1].last, units[at].start, units[end - 1].end,
            self._text(at, end), matches, 0, None if attributive else kind, noun_at, words,
            near=opening in NEAR or self._around.compass_of(at) or is_way(words, noun_at, units[end - 1].last),
            wide=wide, in_city=wide and is_side_of_city(matches, urban=self._around.urban(at)), attributive=attributive,
        )  # fmt: skip

    def _is_town_in(self, matches: Sequence[PlaceMatch], end: int, noun: int) -> bool:
        """Tell whether a noun behind a land's name is a town of it: "a Mozambique gas town", "the Kachin jade town".

        "Djibouti city" is the city, as is what a town is called that shares its province's name.
        """
        unit = self._units[noun]
        if self._around.noun(noun) != "town" or not unit.text.islower() or (noun == end and unit.lemma == "city"):
            return False
        kinds = [match.entry.precision for match in matches if match.closeness <= Closeness.SPELLING]
        if PlacePrecision.COUNTRY in kinds:
            return True
        return noun > end and any(kind in VAST for kind in kinds) and PlacePrecision.TOWN not in kinds

    def _types(self, at: int, end: int) -> set[str]:
        start, stop = self._units[at].start, self._units[end - 1].end
        return {
            "location" if tag.type == LABEL else tag.type
            for tag in self._tagged
            if tag.start <= start and stop <= tag.end
        }

    def _at_home(self, match: PlaceMatch) -> int:
        """Return how much it says for an entry that the report speaks of its country."""
        spoken = self._countries.get(match.entry.country or "")
        if spoken is None:
            return 0
        exact = match.closeness <= Closeness.SPELLING
        words = match.entry.name.count(" ") + 1  # few surnames are two words of a town, none are three
        return exact + (spoken > 0 or (exact and words > 1)) + (spoken > 0 and exact and words > 2)

    def _tag_ends(self, end: int) -> bool:
        """Tell whether the tagger lets a place end here."""
        return any(tag.type in ("location", LABEL) and tag.end == end for tag in self._tagged)

    def _evidence(self, at: int, end: int, mention: PlaceMention) -> int:
        """Return how much speaks for a place here; below `_LEAST_EVIDENCE` it is none."""
        units, matches = self._units, mention.matches
        types = self._types(at, end)
        score = 2 * ("location" in types) - 2 * bool(types & {"person", "time", "quantity", "weapon"})
        score -= 1 * ("organisation" in types) + ("location" not in types and not types)
        nouned = end - 1 > at and self._around.noun(end - 1) == "division"  # "Laurel County" is one name
        score += 3 * (mention.noun is not None or nouned or self._holders.is_holder(at))
        score += 2 * (self._around.opening(at) in LOCATIVE or self._label)
        score += 2 * self._is_of_people(at)
        wide = any(m.entry.precision in VAST for m in matches)
        score += 2 * wide - 2 * (bool(matches) and matches[0].closeness > Closeness.SPELLING)
        score += max((self._at_home(m) for m in matches), default=0)
        score -= 4 * (end == at + 1 and len(units[at].text.strip(".")) < _SHORTEST and not wide)
        score += 2 * any(
            m.entry.population >= _KNOWN_TOWN or m.entry.id.startswith(("dateline:", "own:")) for m in matches
        )
        after = units[end].lemma if end < len(units) else ""
        score -= 4 * (after in PARTY_NOUNS and not units[end - 1].possessive and self._around.noun(end) is None)
        follows = at > 0 and units[at - 1].name and at - 1 not in self._taken and not self._shouted
        score -= 4 * (follows and self._runs_on(at) and not self._label)
        runs_on = self._runs.goes_on(end) and self._around.noun(end) is None
        runs_on = runs_on and not (self._shouted and self._is_known_well(matches))
        score -= (2 if wide else 6) * (runs_on and not nouned and not self._tag_ends(units[end - 1].end))
        return score - 4 * (at > 0 and units[at - 1].lemma in _PEOPLE_NOUNS)

    def _is_known_well(self, matches: Sequence[PlaceMatch]) -> bool:
        """Tell whether a name is truly a sizeable town's in a country spoken of, as those of a headline in capitals."""
        named = (match.entry for match in matches if match.closeness <= Closeness.SPELLING)
        return any(one.population >= _KNOWN_TOWN and self._countries.get(one.country or "") for one in named)

    def _runs_on(self, at: int) -> bool:
        """Tell whether the name runs on from the unit before it, as a surname does from a first name."""
        before = self._units[at - 1]
        described = self._around.noun(at - 1) or before.lemma in COMPASS or before.possessive
        return not (described or self._places.people_of(before.text))


def _sure(matches: Sequence[PlaceMatch]) -> bool:
    return bool(matches) and matches[0].closeness <= Closeness.SPELLING
