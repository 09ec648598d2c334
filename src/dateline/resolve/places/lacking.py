"""Names that no mention of a place covers: villages that the gazetteer lacks, spellings and sites that it knows not."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Phrase
from dateline.reference.places import Closeness, Places
from dateline.reference.places_names import plain_name
from dateline.reference.places_words import NOT_PLACES, PARTY_NOUNS, SHIPS, place_nouns
from dateline.resolve.places.passing import is_people, names_an_owner
from dateline.resolve.places.phrase_words import PhraseWords
from dateline.resolve.places.reader import DESCRIBED_BY, PlaceMention
from dateline.resolve.places.site_words import BUILT, WORKS
from dateline.resolve.places.sites import Sites
from dateline.resolve.places.taken import is_party
from dateline.resolve.places.units import is_cased, is_initials
from dateline.resolve.places.unknown import IN_IT, is_spot, unknown
from dateline.resolve.places.vouching import KNOWN_ABROAD

_POSTS: Final = frozenset({"checkpoint", "point", "position", "post", "roadblock"})


class Lacking:
    """The names of one report that its scan took for no place.

    Args:
        annotated: the report.
        places: the look-up.
        sites: the sites in its towns.
        chosen: what each name of a place in it was taken for.
        home: code of the country that its places lie in, if they do.
    """

    def __init__(
        self,
        annotated: Annotated,
        places: Places,
        sites: Sites,
        chosen: Iterable[PlaceEntry | None],
        home: str | None,
    ) -> None:
        self._annotated = annotated
        self._words = PhraseWords(annotated)
        self._places = places
        self._sites = sites
        self._homes = {entry.country for entry in chosen if entry}
        self._home = home
        self._nouns = place_nouns()

    def passed_over(self, phrase: Phrase, names: Sequence[PlaceMention]) -> Phrase | None:
        """Return the name at the head of a phrase that the scan took for no place: "Sarra in Syria" is not Syria."""
        token = self._words.token(phrase)
        if token is None or token.upos != "PROPN" or not names or any(one.first <= phrase.head for one in names):
            return None
        before = [t for t in self._words.tokens(phrase) if t.start < names[0].start and t.upos == "PROPN"]
        between = [t for t in self._words.tokens(phrase) if before[-1].end <= t.start and t.end <= names[0].start]
        if [t.lemma.lower() for t in between] != ["in"]:
            return None
        end = before[-1].end
        return replace(phrase, end=end, text=phrase.text[: end - phrase.start])

    def called(self, phrase: Phrase, holder: PlaceEntry | None) -> PlaceLink | None:
        """Return a district or village by the name right before its noun, which no place of the gazetteer bears."""
        tokens, at = self._annotated.sentences[phrase.sentence].tokens, phrase.head
        while at and tokens[at - 1].upos == "PROPN" and tokens[at - 1].start >= phrase.start:
            at -= 1
        if at and tokens[at - 1].text.lower() in DESCRIBED_BY:
            return None  # "this Danube town"
        post = tokens[phrase.head].lemma.lower() in _POSTS and phrase.head - at > 1  # "the Karm Sarra point"
        if not post and self._words.kind(phrase) not in ("division", "quarter", "town"):
            return None
        name = " ".join(token.text for token in tokens[at : phrase.head])
        if not plain_name(name) or not name[0].isupper() or self._places.people_of(name) or is_party(name):
            return None
        if name.lower() in NOT_PLACES or name.lower() in self._nouns:
            return None  # "a Christian village", "Port town of A" in a headline
        return _link(phrase, unknown(name, "quarter", holder, self._home), f"no place called {name} in the gazetteer")

    def end_of_road(self, phrase: Phrase, name: str) -> PlaceLink | None:
        """Return the land about the first known end of a road that is called by both: "the A-B highway".

        Args:
            phrase: the words that name the road.
            name: its name.
        """
        ends = (one for end in name.split("-") for one in self._places.named(end) if "-" in name)
        towns = (one.entry for one in ends if is_spot(one.entry))
        entry = next((town for town in towns if not self._homes or town.country in self._homes), None)
        if entry is None:
            return None
        about = replace(entry, precision=PlacePrecision.AREA, near=entry.name)
        return _link(phrase, about, f"{entry.name}, where the road {name} ends")

    def named(self, phrase: Phrase) -> PlaceLink | None:
        """Return a link for a proper name that the scan took for no place, unless it is an actor's."""
        token = self._words.token(phrase)
        if token is None or token.text.lower() in NOT_PLACES:
            return None
        tokens = self._annotated.sentences[phrase.sentence].tokens
        if phrase.head and tokens[phrase.head - 1].lemma.lower() in SHIPS:
            return None
        if names_an_owner(tokens, phrase.head) or is_people(tokens, phrase.head):
            return None
        return self._unscanned(phrase) if token.upos == "PROPN" or _is_misread(phrase, token) else None

    def _unscanned(self, phrase: Phrase) -> PlaceLink | None:
        words = [t.text for t in self._words.tokens(phrase) if t.upos == "PROPN" or t.text == "-"] or [phrase.text]
        while len(words) > 1 and words[0].islower() and words[1] != "-":
            words.pop(0)  # "the nine-story X club"
        if all(word.lower() in self._nouns or word.lower() in NOT_PLACES for word in words):
            return None  # "the Street", in capitals; "May"
        sentence = self._annotated.sentences[phrase.sentence]
        cased = is_cased(self._annotated.report.text[sentence.start : sentence.end])
        if cased and not any(word[:1].isupper() for word in words):
            return None  # "the war", taken for a name
        if len(words) > 1 and self._places.people_of(words[0]) and all(word.islower() for word in words[1:]):
            return None  # "an Uzbek ravine"
        if cased and len(words) == 1 and is_initials(words[0]):
            return None  # "the FAA", an army
        name = " ".join(words).replace(" - ", "-").strip(" -")
        matches = self._places.named(name, loose=True) if name else ()
        for match in matches:
            at_home = match.entry.country == self._home and match.closeness is Closeness.NAME
            if match.entry.country in self._homes or at_home:
                entry = replace(match.entry, also=(name, *match.entry.also))
                return _link(phrase, entry, f"{entry.name}: spelt {name}, in a country that the report speaks of")
        if not plain_name(name) or is_party(name) or words[-1].lower() in PARTY_NOUNS or self._places.people_of(name):
            return None
        if town := self._town_of_works(words):
            return _link(phrase, town, f"{town.name}, {IN_IT}: {name}")
        town = self._sites.town_behind(phrase) or self._sites.town_ahead(phrase)
        if self._nouns.get(words[-1].lower()) == "site" and town is not None:
            return _link(phrase, town, f"{town.name}, {IN_IT}: {name}")
        return _link(phrase, unknown(name, "place", None, self._home), f"no place called {name} in the gazetteer")

    def _town_of_works(self, words: Sequence[str]) -> PlaceEntry | None:
        """Return the town whose name a factory's begins with: "the Ramadi Glass and Ceramics Works"."""
        if words[-1].lower() not in BUILT | WORKS:
            return None
        for end in range(len(words) - 1, 0, -1):
            named = self._places.named(" ".join(words[:end]))
            towns = [m.entry for m in named if m.closeness <= Closeness.SPELLING and is_spot(m.entry)]
            at_home = [town for town in towns if town.country in {*self._homes, self._home}]
            if town := next(iter(at_home or (one for one in towns if one.population >= KNOWN_ABROAD)), None):
                return town
        return None


def _is_misread(phrase: Phrase, token: Token) -> bool:
    """Tell whether a name was read as a verb, as names are that a tagger never saw: "troops shelled Damour"."""
    alone = phrase.text == token.text and token.text.istitle()
    return alone and token.upos in ("VERB", "X") and token.deprel.startswith(("obj", "obl", "nmod"))


def _link(phrase: Phrase, entry: PlaceEntry, how: str) -> PlaceLink:
    return PlaceLink(entry, phrase.text, phrase.start, phrase.end, how)
