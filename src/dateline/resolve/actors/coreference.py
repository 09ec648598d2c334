"""Whom "the group", "the rebels", "its allies" and "they" mean, from what the report told before."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from dateline.model.actor import ActorEntry, ActorKind
from dateline.model.annotated import Token
from dateline.reference.actors import actor_book, entry_of, party_of
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.reference.places_words import place_nouns
from dateline.resolve.actors.country import is_for_or_against, is_mark
from dateline.resolve.actors.forms import POWERS, armed_group, by_class, by_head, by_state, entry_for
from dateline.resolve.actors.names import NameHit
from dateline.resolve.actors.parts import Part, Scene
from dateline.resolve.actors.terms import part_terms

_OTHERS: Final = re.compile(
    r"\b(?:other|allied|various|several|rival|many|dozens of)\s+(?:[\w-]+\s+){0,3}?(?:groups?|factions?|rebels"
    r"|brigades|militias?|insurgents|militants|jihadists|islamists|allies)\b|\b(?:its|his|their|rebel|islamist)\s+allies\b",
    re.IGNORECASE,
)
_ANY: Final = frozenset(
    {"rebels", "militants", "militia", "separatists", "islamists", "paramilitaries", "gangs", "drug-traffickers"}
)
_VOICES: Final = frozenset({ActorKind.MEDIA, ActorKind.MONITOR, ActorKind.PERSON, ActorKind.ORGANISATION})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj"})


class Told(NamedTuple):
    """An actor that the report has named: where, and whether as the subject of a clause."""

    start: int
    sentence: int
    subject: bool
    entry: ActorEntry


class Memory:
    """What a report tells of which actors, for words that point back to them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The actors that the report names, in order, but for those that only mark others."""
        scene, out = self._scene, []
        for hit in (hit for hits in scene.names for hit in hits):
            entry = entry_for(scene, hit)
            if entry is not None and not _only_marks(scene, hit):
                out.append(Told(hit.start, hit.sentence, _is_subject(scene, hit), entry))
        return tuple(out)

    @cached_property
    def parties(self) -> tuple[Told, ...]:
        """The parties that act, by name or, as subjects, by class ("army units", "residents"), in order."""
        out = [told for told in self.told if told.entry.kind not in _VOICES]
        scene = self._scene
        for number, sentence in enumerate(scene.annotated.sentences):
            for index, token in enumerate(sentence.tokens):
                if token.deprel in _SUBJECTS and token.upos == "NOUN" and (entry := self._by_noun(number, index)):
                    out.append(Told(token.start, number, True, entry))
        return tuple(sorted(out, key=lambda told: told.start))

    def _by_noun(self, number: int, index: int) -> ActorEntry | None:
        """Return the class of party that a noun with the words before it names."""
        scene, tokens = self._scene, self._scene.tokens(number)
        first = index
        while first and tokens[first - 1].head == index:
            first -= 1
        if any(hit.refs("actor") and hit.first <= index and first <= hit.last for hit in scene.names[number]):
            return None  # told of by name
        part = Part(number, tuple(range(first, index + 1)))
        core = part_terms(scene, part)
        link = by_head(scene, part, core) or by_state(scene, part, core, armed=True) or by_class(scene, part, core)
        return entry_of(link.id) if link and link.id else None

    @cached_property
    def groups(self) -> tuple[ActorEntry, ...]:
        """The named armed groups of no state, each once; a network is left out where a member of it is named."""
        found = {told.entry.id: told.entry for told in self.told if armed_group(told.entry)}
        return tuple(entry for entry in found.values() if not any(member in found for member in entry.members))

    @cached_property
    def others(self) -> bool:
        """Whether the report speaks of further groups beside those that it names."""
        return _OTHERS.search(self._scene.annotated.report.text) is not None

    @cached_property
    def epithets(self) -> frozenset[tuple[str, str]]:
        """Pairs of a class and a named group that the report itself joins ("M23 rebels", "FARC guerrillas")."""
        scene, known, out = self._scene, lexicon(), set()
        for hit in (hit for hits in scene.names for hit in hits):
            entry = entry_for(scene, hit)
            if entry is None or not armed_group(entry):
                continue
            tokens = scene.tokens(hit.sentence)
            near = [*tokens[hit.last + 1 : hit.last + 2], *tokens[max(hit.first - 2, 0) : hit.first]]
            inside = tokens[hit.first : hit.last + 1]
            for token in (*near, *inside):
                party = known.words.get(fold(token.lemma)) or known.words.get(fold(token.text).removesuffix("s"))
                if party is not None:
                    out.add((party.id, entry.id))
        return frozenset(out)

    def last_group(self, start: int, *, word: str | None = None, since: int = 0) -> ActorEntry | None:
        """Return the armed group named last before an offset, a subject before others of its sentence.

        Args:
            start: the offset in the report's text.
            word: a word that its name or an alias must have ("front").
            since: the first sentence that counts.
        """
        best: Told | None = None
        for told in self.told[: bisect_left(self.told, start, key=lambda told: told.start)]:
            if not (armed_group(told.entry) or (word and told.entry.kind is ActorKind.MONITOR)):
                continue
            if told.sentence < since or (word and not _has_word(told.entry, word)):
                continue
            if best is None or told.sentence > best.sentence or told.subject >= best.subject:
                best = told
        return best.entry if best else None

    def last_party(self, start: int) -> ActorEntry | None:
        """Return the party named last before an offset that is no outlet, monitor or person; subjects come first."""
        before = self.parties[: bisect_left(self.parties, start, key=lambda told: told.start)]
        subjects = [told for told in before if told.subject and before[-1].sentence - told.sentence <= 1]
        return (subjects or before)[-1].entry if before else None

    def ministry(self, start: int, sentence: int) -> str | None:
        """Return the country of the part of a government that is a subject before an offset, the last one there."""
        before = [told for told in self.told if told.sentence == sentence and told.subject and told.start < start]
        return before[-1].entry.country if before and _governs(before[-1].entry) else None

    def last_power(self, start: int, sentence: int) -> str | None:
        """Return the country named last as a power before an offset, in this sentence or the last; subjects first."""
        found: list[tuple[int, bool, int, str]] = []
        for number in range(max(sentence - 1, 0), sentence + 1):
            for hit in self._scene.names[number]:
                isos = hit.refs(*POWERS) or [iso for ref in hit.refs("actor") if (iso := _state_of(ref))]
                if isos and hit.start < start and not is_mark(self._scene.annotated, hit):
                    found.append((number, _is_subject(self._scene, hit), hit.start, isos[0]))
        return max(found)[3] if found else None

    def union(self) -> ActorEntry | None:
        """Return the coalition that the report names, if it names one."""
        found = {told.entry.id: told.entry for told in self.told if _is_union(told.entry)}
        return next(iter(found.values())) if len(found) == 1 else None

    def only_group(self, party: str, *, definite: bool) -> ActorEntry | None:
        """Return the named group that a class word means: the only one it can, or the one the report so calls.

        Args:
            party: the id of the class ("rebels").
            definite: whether the words point back ("the rebels").
        """
        if party not in _ANY:
            return None
        fits = [entry for entry in self.groups if _fits(entry, party)]
        if len(fits) != 1 or self.others:
            return None
        meant = definite or (party, fits[0].id) in self.epithets or self._fights_alone(fits[0], party)
        return fits[0] if meant else None

    def _fights_alone(self, group: ActorEntry, party: str) -> bool:
        """Say whether a group is of the country and on no side with other rebels of it: "60 militants" are its own."""
        home = group.country is not None and group.country == self._scene.country
        return home and group.side is not None and group.side != party_of(party, group.country).side

    def opposition(self) -> ActorEntry:
        """Return the class of party that stands against the state here: the one that most named groups belong to."""
        country = self._scene.country
        counts: dict[str, int] = {}
        for entry in self.groups:
            for union in actor_book().unions.get(entry.id, ()):
                if union.generic and union.country == country:
                    counts[union.id] = counts.get(union.id, 0) + 1
        best = max(counts, key=lambda name: counts[name]) if counts else None
        return (entry_of(best) if best else None) or party_of("rebels", country)

    def network_member(self, network: ActorEntry) -> ActorEntry | None:
        """Return the one member of a network ("an Al-Qaeda affiliate") that the report names."""
        named = [entry for entry in self.groups if entry.id in network.members]
        local = [entry for entry in named if entry.country == self._scene.country] or named
        return local[0] if len(local) == 1 else None


def _only_marks(scene: Scene, hit: NameHit) -> bool:
    """Say whether a name only marks another party: "X-backed", "anti-X", "an X affiliate"."""
    tokens = scene.tokens(hit.sentence)
    after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if after is not None and fold(after.lemma) in lexicon().particles["affiliates"] | lexicon().particles["allies"]:
        return True
    return is_mark(scene.annotated, hit) or is_for_or_against(scene.annotated, hit) is not None


def allies_of(scene: Scene, owner: ActorEntry) -> ActorEntry | None:
    """Return the class of party that fights beside an actor: "the Front's allies" are Islamist rebels, say."""
    if owner.kind is ActorKind.STATE_FORCES:
        return party_of("pro-government", owner.country)
    unions = [union for union in actor_book().unions.get(owner.id, ()) if union.generic]
    if unions:
        return unions[0]
    return party_of("rebels", scene.country) if armed_group(owner) else None


def _state_of(actor_id: str) -> str | None:
    """Return the country of a state's forces or of a part of its government: "the ministry said its troops"."""
    entry = actor_book().entries[actor_id]
    return entry.country if _governs(entry) or entry.kind is ActorKind.STATE_FORCES else None


def _governs(entry: ActorEntry) -> bool:
    return entry.kind is ActorKind.ORGANISATION and (entry.side or "").startswith("government of")


def _is_union(entry: ActorEntry) -> bool:
    joined = bool(entry.members) and entry.country is not None  # a network across countries is no coalition
    return not entry.generic and (joined or "coalition" in entry.name.lower() or "alliance" in entry.name.lower())


def _fits(entry: ActorEntry, party: str) -> bool:
    if party == "islamists":
        listed = any(union.id.endswith(".islamists") for union in actor_book().unions.get(entry.id, ()))
        return listed or entry.side in lexicon().particles["jihadist_sides"]
    if party in {"paramilitaries", "gangs", "drug-traffickers"}:
        return entry.kind is ActorKind.POLITICAL_MILITIA
    return True


def _has_word(entry: ActorEntry, word: str) -> bool:
    return any(word in fold(name).replace("-", " ").split() for name in (entry.name, *entry.aliases))


def _is_subject(scene: Scene, hit: NameHit) -> bool:
    tokens = scene.tokens(hit.sentence)
    inside = range(hit.first, hit.last + 1)
    return any(tokens[index].deprel in _SUBJECTS or _took_it(tokens, index) for index in inside)


def _took_it(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a party did something to a place or thing: the next "they" is the party of "it was taken by X"."""
    verb = tokens[index].head
    if tokens[index].deprel != "obl:agent":
        return False
    done_to = (one for one in tokens if one.head == verb and one.deprel == "nsubj:pass")
    return any(one.text.lower() == "it" or one.lemma.lower() in place_nouns() for one in done_to)
