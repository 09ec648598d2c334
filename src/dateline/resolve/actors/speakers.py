"""Who vouches: from the words for a speaker to an organisation, a class of witness, or a person by full name."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from dateline.model.actor import ARMED, ActorEntry, ActorKind, ActorLink
from dateline.reference.actors import entry_of, party_of
from dateline.reference.actors_entries import state_agencies
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.resolve.actors import forms
from dateline.resolve.actors.by_country import by_country
from dateline.resolve.actors.coreference import Memory
from dateline.resolve.actors.offices import noun_phrase, offices
from dateline.resolve.actors.parts import Part, Scene
from dateline.resolve.actors.persons import bare_name, person_link
from dateline.resolve.actors.terms import Term, cores, find_party, head_of, part_terms
from dateline.resolve.actors.trades import by_trade_as_speaker

_BARE: Final = frozenset({"he", "she", "they", "it", "him", "her", "who"})
_BODIES: Final = frozenset(
    {"group", "organisation", "organization", "body", "network", "charity", "service", "watchdog"}
)
_SPEAKING: Final = frozenset({ActorKind.MONITOR, ActorKind.ORGANISATION, ActorKind.MEDIA})
_VOICES: Final = frozenset({"source", "spokesman", "spokeswoman", "spokesperson", "official"})
_OF_A_BODY: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_REACH: Final = 2  # sentences back in which those spoke whom a spokesman speaks for
_NEAR: Final = 1  # sentences back in which "the group" spoke
_MINISTRY: Final = "ministry"
_THE_MINISTRY: Final = ("the", "ministry")


class Speakers:
    """Resolves the speakers of one report."""

    def __init__(self, scene: Scene, memory: Memory) -> None:
        self._scene = scene
        self._memory = memory

    def resolve(self, part: Part) -> tuple[ActorLink, ...]:
        """Return whom a part of a phrase names as speaker: none, one, or the several whose names it holds."""
        terms = part_terms(self._scene, part)
        if not terms:
            return ()
        if len(terms) == 1 and terms[0].text in _BARE:
            return self._before(part)
        named = self._named(part, terms)
        if named:
            return named
        found = (
            self._person(part, terms)
            or self._staff(part, terms)
            or self._body(part, terms)
            or self._voice(part, terms)
            or self._class(part, terms)
            or self._party(part, terms)
            or self._stranger(part, terms)
            or self._by_trade(part, terms)
        )
        return (found,) if found else ()

    def _make(self, part: Part, entry: ActorEntry, how: str) -> ActorLink:
        return forms.make_link(self._scene, part, entry, how)

    def _named(self, part: Part, terms: list[Term]) -> tuple[ActorLink, ...]:
        """Resolve names of the reference: what a person speaks for, and the outlet only where nothing else is named."""
        named = [entry for _, entry in forms.names_in(self._scene, part, terms)]
        voices = [entry for entry in named if entry.kind not in {ActorKind.MEDIA}] or named
        out: list[ActorLink] = []
        for entry in voices:
            owner = entry_of(entry.speaks_for) if entry.speaks_for else None
            how = f"{entry.name} speaks for it" if owner else "name in the reference"
            member = self._memory.network_member(entry) if entry.members and entry.country is None else None
            out.append(self._make(part, member or owner or entry, how))
        head = head_of(terms)
        rescued = head is not None and any(form in lexicon().speakers for form in head.forms)
        if rescued and find_party(terms, lexicon().speakers) and all(link.kind is ActorKind.MEDIA for link in out):
            return ()
        return tuple(out)

    def _before(self, part: Part) -> tuple[ActorLink, ...]:
        """Resolve "he", "she" and "they" to who spoke last before."""
        last = next(self._earlier(part), None)
        return self.resolve(last) if last is not None else ()

    def _earlier(self, part: Part) -> Iterator[Part]:
        """Yield who spoke before a part, the last first."""
        start = self._scene.tokens(part.sentence)[part.words[0]].start
        return (subject for where, subject in reversed(self._spoken) if where < start)

    def _staff(self, part: Part, terms: list[Term]) -> ActorLink | None:
        """Resolve "a presenter" and "the correspondent" to the outlet that spoke last before, or was named last."""
        head = head_of(terms)
        if head is None or not head.within(lexicon().particles["staff"]) or find_party(terms, lexicon().speakers):
            return None
        told = (self._outlet(subject) for subject in self._earlier(part) if subject != part)
        entry = next((one for one in told if one is not None), None)
        return self._make(part, entry, "the outlet told of before") if entry is not None else None

    def _body(self, part: Part, terms: list[Term]) -> ActorLink | None:
        """Resolve "the group" and "the organisation" to the monitor or service that spoke just before."""
        if [term.text for term in terms[:-1]] != ["the"] or fold(terms[-1].text) not in _BODIES:
            return None
        last = next((one for one in self._earlier(part) if part.sentence - one.sentence <= _NEAR), None)
        said = self.resolve(last) if last is not None and last.words != part.words else ()
        return next(
            (replace(link, how=f"“{terms[-1].text}”: it spoke just before") for link in said if link.kind in _SPEAKING),
            None,
        )

    def _voice(self, part: Part, terms: list[Term]) -> ActorLink | None:
        """Resolve a bare "the source" or "a spokesman" to whom those words, or the body that spoke before, were of.

        "A military source said …; the source added", "Police said …, a spokesman said".
        """
        word = fold(terms[-1].text)
        if word not in _VOICES or any(term.upos != "DET" for term in terms[:-1]):
            return None
        for earlier in self._earlier(part):
            if part.sentence - earlier.sentence > _REACH or earlier.words == part.words:
                continue
            before = part_terms(self._scene, earlier)
            same = len(before) > len(terms) and any(fold(term.text) == word for term in before)
            body = word in _OF_A_BODY and not any(fold(term.text) in _VOICES for term in before)
            said = self.resolve(earlier) if same or body else ()
            if said and (same or said[0].kind in ARMED | {ActorKind.ORGANISATION}):
                return replace(said[0], how=f"“{terms[-1].text}”: of whom it was said before: {said[0].how}")
        return None

    def _outlet(self, subject: Part) -> ActorEntry | None:
        """Return the outlet that the subject of a verb of saying names, None where it names none."""
        terms = part_terms(self._scene, subject)
        named = [entry for _, entry in forms.names_in(self._scene, subject, terms) if entry.kind is ActorKind.MEDIA]
        party = find_party(terms, lexicon().speakers, forms.covered_by(self._scene, subject, "actor"))
        if named or party is None or party.kind is not ActorKind.MEDIA:
            return named[0] if named else None
        iso = forms.country_of(self._scene, subject) or self._scene.country
        return party_of(party.id, iso)

    @cached_property
    def _spoken(self) -> tuple[tuple[int, Part], ...]:
        """The subjects of verbs of saying, pronouns left out, each with its offset."""
        out: list[tuple[int, Part]] = []
        for number, sentence in enumerate(self._scene.annotated.sentences):
            tokens = sentence.tokens
            for index, token in enumerate(tokens):
                if (
                    not token.deprel.startswith("nsubj")
                    or token.head < 0
                    or fold(token.text) in _BARE
                    or token.upos == "PRON"
                ):
                    continue
                if fold(tokens[token.head].lemma) in lexicon().particles["speech"]:
                    first, last = noun_phrase(self._scene, number, index)
                    out.append((token.start, Part(number, tuple(range(first, last + 1)))))
        return tuple(sorted(out, key=lambda pair: pair[0]))

    def _person(self, part: Part, terms: list[Term]) -> ActorLink | None:
        """Resolve a bare surname to the person named in full before, and to what that person speaks for."""
        tokens = self._scene.tokens(part.sentence)
        names = [term for term in terms if tokens[term.index].upos == "PROPN"]
        if not names or len(names) < len([t for t in terms if t.upos not in {"DET", "PUNCT", "PROPN"}]):
            return None
        surname = fold(tokens[names[-1].index].text)
        entry = self._persons.get(surname)
        if entry is not None:
            owner = entry_of(entry.speaks_for) if entry.speaks_for else None
            return self._make(
                part, owner or entry, f"surname of {entry.name}" + (", who speaks for it" if owner else "")
            )
        offices = (self._title(office) for office in self._titled.get(surname, ()) if office.words != part.words)
        return next((found for found in offices if found is not None), None)

    @cached_property
    def _titled(self) -> dict[str, list[Part]]:
        return offices(self._scene)

    @cached_property
    def _persons(self) -> dict[str, ActorEntry]:
        """Persons of the reference that the report names in full, by surname."""
        out: dict[str, ActorEntry] = {}
        for told in self._memory.told:
            if told.entry.kind is ActorKind.PERSON:
                for name in (told.entry.name, *told.entry.aliases):
                    out.setdefault(fold(name.replace("-", " ").split()[-1]), told.entry)
        return out

    def _title(self, office: Part) -> ActorLink | None:
        terms = part_terms(self._scene, office)
        named = self._named(office, terms)
        return named[0] if named else self._class(office, terms) or self._party(office, terms)

    def _stranger(self, part: Part, terms: list[Term]) -> ActorLink | None:
        """Return a person who speaks for nobody known, by the fullest name that the report gives."""
        tokens, text = self._scene.tokens(part.sentence), self._scene.annotated.report.text
        names = [term for term in terms if tokens[term.index].upos == "PROPN"]
        if not names:
            return None
        surname = fold(tokens[names[-1].index].text)
        for mention in self._scene.annotated.mentions:
            words = text[mention.start : mention.end]
            if mention.type.lower().startswith("per") and fold(words).endswith(surname):
                return person_link(self._scene, part, bare_name(words))
        return None

    def _by_trade(self, part: Part, terms: list[Term]) -> ActorLink | None:
        core, head = next(cores(terms, forms.covered_by(self._scene, part, "actor")), None), head_of(terms)
        of_outlet = head is not None and head.within(lexicon().particles["staff"])
        return by_trade_as_speaker(self._scene, part, core) if core and not of_outlet else None

    def _class(self, part: Part, terms: list[Term]) -> ActorLink | None:
        """Resolve officials, residents, ministries, state media and monitors of whom no name is given."""
        party = find_party(terms, lexicon().speakers, forms.covered_by(self._scene, part, "actor"))
        if party is None:
            return None
        iso = forms.country_of(self._scene, part) or self._scene.country
        if party.id == "monitor" and (told := self._monitor()):
            return self._make(part, told, "the monitor that the report names")
        if party.id == "state-news-agency" and iso in state_agencies():
            return self._make(part, state_agencies()[iso], "the state's news agency")
        if ministry := self._ministry(part, terms):
            return ministry
        plain = party.id in {"officials", "residents"}
        organ = forms.by_state(self._scene, part, terms, armed=False) if plain else None
        if organ is not None and not (organ.id or "").endswith(".government"):
            return organ
        return self._make(part, party_of(party.id, iso), f"speaker by class: {party.id.replace('-', ' ')}")

    def _ministry(self, part: Part, terms: list[Term]) -> ActorLink | None:
        """Return the ministry that "the ministry" means: the last that the report named, else the last that spoke."""
        head = head_of(terms)
        if head is None or fold(head.text) != _MINISTRY or len(part.words) > len(_THE_MINISTRY):
            return None
        start = self._scene.tokens(part.sentence)[part.words[0]].start
        named = (told.entry for told in reversed(self._memory.told) if told.start < start)
        if (entry := next((entry for entry in named if _MINISTRY in fold(entry.name).split()), None)) is not None:
            return self._make(part, entry, "the ministry named before")
        spoke = (one for one in self._earlier(part) if len(one.words) > len(_THE_MINISTRY))
        said = (link for one in spoke for link in self.resolve(one) if _MINISTRY in fold(link.name).split())
        return next((replace(link, how="the ministry that spoke before") for link in said), None)

    def _monitor(self) -> ActorEntry | None:
        """Return the monitor that the report names, by itself or by who speaks for it."""
        for told in self._memory.told:
            entry = entry_of(told.entry.speaks_for) if told.entry.speaks_for else told.entry
            if entry is not None and entry.kind is ActorKind.MONITOR:
                return entry
        return None

    def _party(self, part: Part, terms: list[Term]) -> ActorLink | None:
        """Resolve parties that speak: an army, a government, a group told of before."""
        scene = self._scene
        head = head_of(terms)
        start = scene.tokens(part.sentence)[part.words[0]].start
        particles = lexicon().particles
        if head is not None and head.within(particles["unions"]) and (union := self._memory.union()):
            return self._make(part, union, "the coalition that the report names")
        pointed = (head is not None and head.within(particles["posts"])) or any(
            term.within(particles["groups"]) for term in terms
        )
        if pointed and (group := self._memory.last_group(start)):
            return self._make(part, group, "the group told of before")
        party = find_party(terms, lexicon().words)
        only = self._memory.only_group(party.id, definite=True) if party else None
        if only is not None:
            return self._make(part, only, "the only such group that the report names")
        return (
            forms.by_form(scene, part, terms)
            or forms.by_state(scene, part, terms, armed=False)
            or forms.by_class(scene, part, terms)
            or by_country(scene, part, terms, armed=False)
        )
