"""Phrases to places: names looked up and chosen by what else the report says, common nouns by what they refer to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Phrase
from dateline.reference.directions import lies_so
from dateline.reference.places import Places, shared_places
from dateline.reference.places_names import plain_name
from dateline.reference.places_words import STREETS, place_nouns
from dateline.reference.wording import with_article
from dateline.resolve.places.antecedents import called, spots
from dateline.resolve.places.choice import choose_all
from dateline.resolve.places.coreference import NAMED_LATER, Coreference
from dateline.resolve.places.filing import Filing
from dateline.resolve.places.lacking import Lacking
from dateline.resolve.places.mentions import scan
from dateline.resolve.places.named import Named
from dateline.resolve.places.narrowing import narrowed
from dateline.resolve.places.passing import is_at, names_an_office
from dateline.resolve.places.phrase_names import PhraseNames
from dateline.resolve.places.phrase_words import PhraseWords
from dateline.resolve.places.ranked import is_of_home, rank_of
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.scenes import Scenes
from dateline.resolve.places.scores import kilometres
from dateline.resolve.places.shapes import PlaceShapes
from dateline.resolve.places.site_words import BUILT, LANDMARKS, ROADS, is_of_village
from dateline.resolve.places.sites import Sites
from dateline.resolve.places.surroundings import BASE_KINDS
from dateline.resolve.places.unknown import IN_IT, home_of, is_spot, unknown

_OF_TOWNS: Final = frozenset({"quarter", "area"})  # a name that the gazetteer lacks is in the town told of
_FAR_KM: Final = 100.0  # from a town, a street or school that bears some place's name is in the town
_LEAD: Final = 3  # sentences, the headline among them, that tell of the dateline's town
_LARGE: Final = 50_000  # people of what may be a country's second city
_CITY: Final = 300_000  # people of a city whose hotels and squares news tells of by their names alone
_AT_HOUSES: Final = frozenset({"at", "behind", "inside", "into", "outside"})
_THERE: Final = frozenset({"there", "here", "nearby", "where"})


class PlaceResolver:
    """Resolves the places of one report.

    Args:
        annotated: the report; all of it is read at once, since every name of a place tells about the others.
        places: the look-up; the shared one unless given.
    """

    def __init__(self, annotated: Annotated, places: Places | None = None) -> None:
        self._annotated = annotated
        self._places = places or shared_places()
        scanned = scan(annotated, self._places)
        self._mentions = scanned.mentions
        filing = Filing(annotated, self._places, scanned.countries)
        self._choices = choose_all(scanned, filing.country())
        self._home = home_of((choice.entry for choice in self._choices), scanned.countries)
        if not any(choice.entry for choice in self._choices):
            self._home = self._home or filing.country()
        self.named = Named(annotated, tuple(zip(self._mentions, self._choices, strict=True)), filing, self._home)
        self._words = PhraseWords(annotated)
        self._shapes = PlaceShapes(self._places)
        self._names = PhraseNames(annotated, self._mentions, self._choices, self._shapes)
        line = self.named.dateline()
        capital = line.entry.id if line and line.entry and filing.is_capital(line) else None
        named = spots(annotated, self._mentions, self._choices, self._shapes, self._home, capital)
        self._coreference = Coreference(named, self._places)
        self.scenes = Scenes(annotated, self._mentions, self._choices, self._shapes, self._coreference)
        self._sites = Sites(annotated, self._mentions, self._choices)
        chosen = (choice.entry for choice in self._choices)
        self._lacking = Lacking(annotated, self._places, self._sites, chosen, self._home)

    def resolve(self, phrase: Phrase) -> PlaceLink | None:
        """Return the place that a phrase names or refers to.

        Returns:
            A link with an entry where the place is known; with an entry without coordinates (its id begins with
            "name:") for a name that the gazetteer lacks; None where the phrase names no place and refers to none.
        """
        inside = self._names.inside(phrase)
        if name := self._lacking.passed_over(phrase, [self._mentions[n] for n in inside]):
            return self._in_its_town(phrase, self._sites.only_town(inside)) or self._lacking.named(name)
        if largest := self._largest(phrase, self._names.holder(inside)):
            return self._link(phrase, largest, f"{largest.name}, by the number of its people")
        main = self._names.main(phrase, inside)
        told = self._this_town(phrase, main) or self._told_by_way(phrase, inside) or self._office(phrase, main)
        if told is not None:
            return told
        if main is not None and not self._names.is_an_owner_s(main):
            return self._named(*narrowed(self._mentions, self._choices, phrase, main, self._annotated.report.text))
        if apposed := self._apposed(phrase):
            return apposed
        holder = self._names.holder([n for n in inside if not self._names.is_beyond(n)])
        if called := self._lacking.called(phrase, holder):
            return called
        meant = self._meant(phrase, holder)
        if meant is not None:
            return self._link(phrase, *meant)
        if holder is not None:
            return self._link(phrase, holder, f"{holder.name}: no closer place told")
        return self._lacking.named(phrase)

    def mentioned(self) -> tuple[PlaceLink, ...]:
        """Return every name of a place in the report with what it was taken for, in text order."""
        return self.named.mentioned()

    @property
    def opens_with_lead(self) -> bool:
        """Whether the first sentence is no headline: it stands behind the dateline."""
        line = self._annotated.report.dateline
        return line is not None and line.place is not None and line.end <= self._annotated.sentences[0].end

    def span(self, sentence: int) -> tuple[int, int]:
        """Return where a sentence begins and ends in the report's text."""
        return self._annotated.sentences[sentence].start, self._annotated.sentences[sentence].end

    def block(self, sentence: int) -> int:
        """Return the number of the block that a sentence stands in."""
        return self._annotated.sentences[sentence].block

    def dateline(self) -> PlaceLink | None:
        """Return the place of the report's dateline, if its country is one that the report's other places lie in."""
        return self.named.dateline()

    def _this_town(self, phrase: Phrase, main: int | None) -> PlaceLink | None:
        """Return the dateline's town for "this town in the hills": no name beside the noun is the town's own."""
        line = self.dateline() if phrase.text.lower().startswith("this ") and phrase.sentence <= _LEAD else None
        head = self._words.token(phrase)
        own = main is not None and self._mentions[main].first <= phrase.head <= self._mentions[main].last
        own = own and head is not None and head.text[:1].isupper()  # "this Indian town" is not Indiantown
        if line is None or line.entry is None or own or self._words.kind(phrase) != "town":
            return None
        if self.named.is_capital(line) and self._words.head_words(phrase) != "city":
            return None
        return self._link(phrase, line.entry, line.how)

    def _told_by_way(self, phrase: Phrase, inside: Sequence[int]) -> PlaceLink | None:
        """Return the town named before that "the town, 30 km west of A" points back to, if it lies so from A."""
        ways = [entry for n in inside if self._mentions[n].near and (entry := self._choices[n].entry)]
        kind = self._words.kind(phrase)
        if len(ways) != 1 or kind not in ("town", "base", "camp") or self._words.is_new(phrase):
            return None
        meant = self._coreference.meant(kind, phrase, None, new=False, noun=self._words.head_words(phrase))
        return self._link(phrase, *meant) if meant and lies_so(phrase.text, ways[0], meant[0]) else None

    def _office(self, phrase: Phrase, number: int | None) -> PlaceLink | None:
        """Return the office of a group in the town told before, by the group's name: no place is called so."""
        if number is None:
            return None
        mention = self._mentions[number]
        tokens = self._annotated.sentences[mention.sentence].tokens
        if self._choices[number].entry is not None or not names_an_office(tokens, mention.last):
            return None
        heading = self.scenes.heading(phrase.sentence)
        town = self._town_before(phrase) or (heading.entry if heading else None)
        if town is None:
            return None
        return self._link(phrase, unknown(mention.name, "place", town, self._home), f"{mention.name}, in {town.name}")

    def _in_its_town(self, phrase: Phrase, town: PlaceEntry | None) -> PlaceLink | None:
        """Return the town of a hotel or school that is called by a name: "the Elite Hotel in A" is in A."""
        if town is None or self._words.kind(phrase) != "site":
            return None
        return self._link(phrase, town, f"{town.name}, {IN_IT}: {phrase.text}")

    def _apposed(self, phrase: Phrase) -> PlaceLink | None:
        """Return the name that "a town on the road to B" stands beside: what is told of the words is told of it."""
        head = self._words.token(phrase)
        if head is None or head.deprel != "appos" or self._words.kind(phrase) not in ("town", "capital"):
            return None
        tokens = self._annotated.sentences[phrase.sentence].tokens
        here = (n for n, mention in enumerate(self._mentions) if mention.sentence == phrase.sentence)
        beside = next((n for n in here if is_at(tokens, self._mentions[n], head.head)), None)
        return None if beside is None else self._named(phrase, beside)

    def _named(self, phrase: Phrase, number: int) -> PlaceLink:
        mention, choice = self._mentions[number], self._choices[number]
        if choice.entry is None:
            return self._nameless(phrase, mention, choice.how)
        town = self._town_of_street(mention, phrase)
        if town is not None and kilometres(choice.entry, town) > _FAR_KM:
            return self._link(
                phrase,
                town,
                f"{town.name}, for {with_article(mention.noun_words or 'place')} in it called {mention.name}",
            )
        kind = self._words.kind(phrase)
        if kind in BASE_KINDS and mention.noun is None and not mention.first <= phrase.head <= mention.last:
            mention = replace(mention, noun=kind, noun_words=self._words.head_words(phrase))
        return self._link(self._with_way(phrase, mention), *self._shapes.shaped(mention, choice), mention)

    def _with_way(self, phrase: Phrase, mention: PlaceMention) -> Phrase:
        """Return a phrase that is a town's name alone with the way from it that stands before: "south of A"."""
        if not mention.near or phrase.sentence != mention.sentence or phrase.start < mention.start:
            return phrase
        start = self.scenes.way_to(mention)
        return replace(phrase, start=start, text=self._annotated.report.text[start : phrase.end])

    def _nameless(self, phrase: Phrase, mention: PlaceMention, how: str) -> PlaceLink:
        """Return a name that the gazetteer lacks: a street or school in its town, else known by its name alone."""
        holder = self._names.holder_of(mention)
        about = mention.first <= phrase.head <= mention.last or mention.noun is not None
        kind = mention.noun or self._kind_called(mention) or (self._words.kind(phrase) if about else None)
        if holder is None and is_of_village(mention, self._annotated.sentences[mention.sentence].tokens):
            entry = unknown(mention.name, "town", self._names.anchor_of(mention), self._home)
            return PlaceLink(entry, phrase.text, phrase.start, phrase.end, how)
        if kind in _OF_TOWNS and holder is None:
            if mention.inside is not None:
                return self._nameless(phrase, self._mentions[mention.inside], f"{how}, {IN_IT}")
            holder = self._town_before(phrase)
        if kind == "site" and mention.noun_words not in LANDMARKS:
            town = self._sites.only_town(self._names.inside(phrase))
            town = town if mention.beside is None or mention.noun_words in BUILT else None  # "A Junction, 80 km from B"
            if told := self._in_its_town(phrase, town):
                return told
            if mention.inside is not None and holder is None and self._mentions[mention.inside].noun != "site":
                return self._nameless(phrase, self._mentions[mention.inside], f"{how}, {IN_IT}")
            meant = None if is_spot(holder) else self._meant(phrase, None)
            called = {mention.noun_words, self._words.head_words(phrase), mention.name.split()[-1].lower()}
            in_town = not called.isdisjoint(BUILT | STREETS)
            alone = self.scenes.alone_in(phrase.sentence) if in_town and not holder else None
            town = alone or (meant[0] if meant else holder or (self._town_before(phrase) if in_town else None))
            if town is not None and is_spot(town):
                return self._link(phrase, town, f"{town.name}, {IN_IT}: {how}")
        if holder is None and self._is_a_house(mention) and (town := self._town_before(phrase)):
            return self._link(phrase, town, f"{town.name}, {IN_IT}: {how}")
        if mention.noun_words in ROADS and mention.beside is not None:
            return self._named(phrase, mention.beside)  # "on the A-B highway near C"
        if mention.noun_words in ROADS and (end := self._lacking.end_of_road(phrase, mention.name)):
            return end
        name = self._words.with_camp(mention) or mention.name
        entry = unknown(name, mention.noun or "place", holder or self._names.anchor_of(mention), self._home)
        entry = replace(entry, name=self._words.with_noun(mention) or name)
        return PlaceLink(entry, phrase.text, phrase.start, phrase.end, how)

    def _kind_called(self, mention: PlaceMention) -> str | None:
        """Return "quarter" or "site" for what a clause behind a name calls it: "Kapija, the town's café quarter"."""
        kind = place_nouns().get(called(mention, self._annotated.sentences[mention.sentence]) or "")
        return kind if kind in ("quarter", "site") else None

    def _is_a_house(self, mention: PlaceMention) -> bool:
        """Tell whether a name with an article is that of a hotel or cinema: "behind the Amparo"."""
        tokens = self._annotated.sentences[mention.sentence].tokens
        before = [token.text.lower() for token in tokens[max(mention.first - 2, 0) : mention.first]]
        return mention.noun is None and len(before) > 1 and before[1] == "the" and before[0] in _AT_HOUSES

    def _town_before(self, phrase: Phrase) -> PlaceEntry | None:
        """Return the town that a quarter is in: one named before, else the dateline's if no other is named.

        Else the only one that the report names at all, where it is a city: that may go unsaid, be it told for who
        speaks alone.
        """
        before = self._coreference.before(phrase) or self._filed_from() or self._filed_lead(phrase)
        return before or self._only_town()

    def _filed_lead(self, phrase: Phrase) -> PlaceEntry | None:
        """Return the dateline's town for a lead, where the report has named no other by then."""
        line = self.dateline()
        elsewhere = self.named.is_told_elsewhere(phrase.sentence) or self.named.names_another(phrase.sentence)
        return None if line is None or elsewhere or phrase.sentence >= _LEAD else line.entry

    def _only_town(self) -> PlaceEntry | None:
        chosen = (choice.entry for choice in self._choices)
        towns = {entry.id: entry for entry in chosen if entry and entry.precision is PlacePrecision.TOWN}
        return next((town for town in towns.values() if len(towns) == 1 and town.population >= _CITY), None)

    def _filed_from(self, but: PlaceMention | None = None) -> PlaceEntry | None:
        """Return the dateline's town where the report names no town but one that may be taken for it."""
        line = self.dateline()
        chosen = zip(self._mentions, self._choices, strict=True)
        named = [c.entry for m, c in chosen if m is not but and not self.named.is_passing(m)]
        alone = not any(entry and entry.precision is PlacePrecision.TOWN for entry in named)
        return line.entry if line and alone else None

    def _town_of_street(self, mention: PlaceMention, phrase: Phrase) -> PlaceEntry | None:
        """Return the town of a street or school that is called like some other town, if it is told or named before."""
        if mention.noun != "site" or (mention.noun_words in STREETS and (mention.noun_at or 0) < mention.first):
            return None  # "the streets of X" are in X
        holder = self._names.holder_of(mention)
        if holder is not None:
            return holder if is_spot(holder) else None
        if mention.noun_words not in STREETS and not self._is_abroad(mention):
            return None
        if meant := self._coreference.meant("site", phrase, None, new=False):
            return meant[0]
        return self._filed_from(but=mention) if mention.noun_words in STREETS else None

    def _is_abroad(self, mention: PlaceMention) -> bool:
        """Whether a name was taken for a place in another country than the report's: "al-Quds hospital" of Aleppo."""
        entry = next((c.entry for m, c in zip(self._mentions, self._choices, strict=True) if m is mention), None)
        return entry is not None and self._home is not None and entry.country not in {None, self._home}

    def _meant(self, phrase: Phrase, holder: PlaceEntry | None) -> tuple[PlaceEntry, str] | None:
        token = self._words.token(phrase)
        if token is None:
            return None
        if token.lemma.lower() in _THERE or token.text.lower() == "it":
            return self._there(phrase, token.text.lower())
        if self._words.kind(phrase) is None and (site := self._sites.inner(phrase)):
            return self._sites.introduced(phrase, site)
        new = self._words.is_new(phrase)
        around = self._sites.town_of(phrase)
        kind, new = around or (self._words.kind(phrase), new)
        several = token.xpos in ("NNS", "NNPS") and kind != "area" and around is None
        if kind is None or several or self._words.is_charge(phrase):
            return None
        if kind == "site" and not new and (told := self._sites.introduced(phrase, token)):
            return told
        if kind == "capital" and (holder is None or self._words.is_of_a_part(phrase)):
            return self._capital(phrase, holder)
        noun = token.lemma.lower()
        if kind == "site" and holder is None and (told := self._site(phrase, token, new=new)):
            return told
        told = self._coreference.meant(kind, phrase, holder, new=new, noun=noun)
        if told and not told[1].endswith(NAMED_LATER):
            return told
        return (self._filed(phrase) if kind == "town" and not (new or holder) else None) or told

    def _site(self, phrase: Phrase, token: Token, *, new: bool) -> tuple[PlaceEntry, str] | None:
        """Return where a market or gate is: in the dateline's town right behind it, in that of its sentence or lead."""
        if (filed := self._filed(phrase)) and not self.named.is_told_elsewhere(phrase.sentence):
            return filed
        if new and (town := self.scenes.alone_in(phrase.sentence)):
            return town, f"{town.name}, which alone its sentence names"
        return self._sites.told_later(phrase, token) if new else None

    def _capital(self, phrase: Phrase, holder: PlaceEntry | None) -> tuple[PlaceEntry, str] | None:
        if self._words.is_of_a_part(phrase):
            return self._coreference.seat(phrase, holder)
        words = [token.text for token in self._words.tokens(phrase)]
        codes = [code for word in words if (code := self._places.people_of(word))]
        province = None if codes else next(filter(None, map(self._places.province_of_people, words)), None)
        if province is not None and (town := self._places.capital(province)) is not None:
            return town, f"{town.name}, capital of {province.name}"
        return self._coreference.country_capital(codes[0] if codes else None)

    def _there(self, phrase: Phrase, word: str) -> tuple[PlaceEntry, str] | None:
        if word == "it":
            return self._coreference.pronoun(phrase)
        line = self.dateline() if word == "here" else None
        if line is not None and line.entry is not None:
            return line.entry, line.how
        return self._coreference.latest(phrase.start, phrase.sentence)

    def _filed(self, phrase: Phrase) -> tuple[PlaceEntry, str] | None:
        """Return the dateline's town for "the town" of a lead that names none."""
        line = self.named.filed_there(phrase.sentence) if phrase.sentence < _LEAD else None
        return (line.entry, line.how) if line and line.entry else None

    def _largest(self, phrase: Phrase, holder: PlaceEntry | None) -> PlaceEntry | None:
        """Return the town that "Myanmar's biggest city" or "the country's second city" means, by their people."""
        rank = rank_of(phrase.text)
        named = holder.country if holder and holder.precision is PlacePrecision.COUNTRY else None
        code = named or (self._home if holder is None and is_of_home(phrase.text) else None)
        town = self._places.largest_town(code, rank) if code and rank else None
        told = {choice.entry.id for choice in self._choices if choice.entry}
        if town is None or rank == 1 or town.id in told:
            return town
        line = self.dateline()  # nobody agrees on which city is the second: it is that which the report is of
        there = line is not None and line.entry is not None and line.entry.country == code
        first = (line.entry if line else None) if line and there and not self.named.is_capital(line) else None
        return first or self._city_of_lead(code) or town

    def _city_of_lead(self, code: str | None) -> PlaceEntry | None:
        """Return the first large town of a country that the lead names as a scene, which is no capital."""
        scenes = (link for link in self.named.scenes() if link.entry and link.entry.precision is PlacePrecision.TOWN)
        lead = (link for link in scenes if link.start < self.span(min(_LEAD, len(self._annotated.sentences)) - 1)[1])
        here = (link for link in lead if not self.named.is_capital(link) and link.entry and link.entry.country == code)
        return next((link.entry for link in here if link.entry and link.entry.population >= _LARGE), None)

    def _link(self, phrase: Phrase, entry: PlaceEntry, how: str, mention: PlaceMention | None = None) -> PlaceLink:
        if (
            mention
            and plain_name(mention.name) not in {plain_name(n) for n in (entry.name, *entry.also)}
            and entry.near in (None, entry.name)
        ):
            entry = replace(entry, also=(mention.name, *entry.also))
        return PlaceLink(entry, phrase.text, phrase.start, phrase.end, how)
