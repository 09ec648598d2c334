"""Actors: from the words of a report to the party that they mean, each with the reason why."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.model.actor import ARMED, ActorEntry, ActorKind, ActorLink
from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase
from dateline.reference.actors import entry_of, party_of
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.reference.lexicon import lexicon as nouns
from dateline.reference.outlets import side_of_outlet
from dateline.resolve.actors import forms
from dateline.resolve.actors.by_country import by_country
from dateline.resolve.actors.coreference import Memory, allies_of
from dateline.resolve.actors.parts import Part, Scene, split_phrase
from dateline.resolve.actors.reported import between, forces_of, sayer
from dateline.resolve.actors.speakers import Speakers
from dateline.resolve.actors.terms import Term, cores, find_party, head_of, is_counted, is_definite, part_terms
from dateline.resolve.actors.trades import by_trade
from dateline.resolve.actors.writers import writer, writer_by_name

_OF_STATES: Final = frozenset({"apostate", "hireling"})  # words in which movements speak of a state's forces
_AGENTS: Final = frozenset({"agent", "agents"})
_OURS: Final = frozenset({"brother", "engineer", "man", "boy", "son", "unit", "troop", "soldier", "army", "mujahideen"})
_FIRST: Final = frozenset({"our", "we", "us"})
_STATE_SIDE: Final = "government of "
_STATE_KINDS: Final = frozenset(
    {ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA}
)


class ActorResolver:
    """Links the phrases of one report to actors.

    Args:
        annotated: the report.
        country: the code of the country that it tells of, where the caller knows better than its words.
    """

    def __init__(self, annotated: Annotated, country: str | None = None) -> None:
        self.scene = Scene(annotated, country)
        self.memory = Memory(self.scene)
        self._speakers = Speakers(self.scene, self.memory)
        self._links: dict[tuple[int, int, str | None, bool, frozenset[str]], tuple[ActorLink, ...]] = {}
        self._apart: frozenset[str] = frozenset()
        self._said: dict[tuple[int, int], tuple[ActorLink, ...]] = {}

    @property
    def country(self) -> str | None:
        """The code of the country that the report tells of, as far as its words give it away."""
        return self.scene.country

    def link(
        self,
        phrase: Phrase,
        *,
        speaker: ActorLink | None = None,
        armed: bool = True,
        apart: frozenset[str] = frozenset(),
    ) -> tuple[ActorLink, ...]:
        """Return the parties that a phrase names, in order, each once; empty where it names none.

        Args:
            phrase: the words that fill the slot.
            speaker: who says so, for words such as "terrorists" that mean whomever the speaker fights.
            armed: whether arms are used, so that "the government" stands for its forces.
            apart: ids of those whom the words cannot point to: "rebels expelled the Front" tells of other rebels.
        """
        key = (phrase.start, phrase.end, speaker.id or speaker.name if speaker else None, armed, apart)
        if key not in self._links:
            parts, self._apart = split_phrase(self.scene, phrase), apart
            found = (link for part in parts for link in self._part(part, speaker, armed))
            self._links[key] = _each_once(found)
        return self._links[key]

    def speaker(self, phrase: Phrase) -> tuple[ActorLink, ...]:
        """Return who vouches for something, as organisation where a person speaks for one; empty where not known."""
        key = (phrase.start, phrase.end)
        if key not in self._said:
            found = (link for part in split_phrase(self.scene, phrase) for link in self._speakers.resolve(part))
            self._said[key] = _each_once(found)
        return self._said[key]

    def _part(self, part: Part, speaker: ActorLink | None, armed: bool) -> Iterator[ActorLink]:
        covered = forms.covered_by(self.scene, part, "actor")
        unseen: tuple[ActorLink, ...] = ()
        for core in cores(part_terms(self.scene, part), covered):
            links = self._core(part, core, speaker, armed) if core else ()
            if links and (links[0].id is not None or unseen):
                # "troops of the Third Brigade": a name that no entry knows yields to the army that the head names
                yield from links if not unseen or links[0].kind in _STATE_KINDS else unseen
                return
            unseen = unseen or links
        yield from unseen

    def _core(self, part: Part, core: list[Term], speaker: ActorLink | None, armed: bool) -> tuple[ActorLink, ...]:
        """Try the ways of reading a core in turn; the first that finds a party wins."""
        scene = self.scene
        if link := self._ours(part, core, speaker) or self._pronoun(part, core) or self._allies(part, core):
            return (link,)
        if link := forms.by_head(scene, part, core):
            return (link,)
        if links := self._named(part, core):
            return links
        found = (
            self._partisan(part, core, speaker)
            or self._pointed(part, core)
            or forms.by_unit(scene, part, core)
            or forms.by_form(scene, part, core)
            or forms.by_state(scene, part, core, armed=armed, home=self._army_country(part, core))
            or self._class(part, core)
            or by_country(scene, part, core, armed=armed)
            or self._bare(part, core)
            or forms.by_neutral(scene, part, core)
            or by_trade(scene, part, core)
        )
        return (found,) if found else ()

    def _make(self, part: Part, entry: ActorEntry, how: str) -> ActorLink:
        return forms.make_link(self.scene, part, entry, how)

    def _start(self, part: Part) -> int:
        return self.scene.tokens(part.sentence)[part.words[0]].start

    def _named(self, part: Part, core: list[Term]) -> tuple[ActorLink, ...]:
        """Resolve names of the reference; a network's name beside a member's, or with "affiliate", is the member."""
        particles = lexicon().particles
        named = list(forms.names_in(self.scene, part, core))
        ids = {entry.id for _, entry in named}
        out: list[ActorLink] = []
        for _, entry in named:
            if any(member in ids for member in entry.members):
                continue
            if entry.kind is ActorKind.PERSON and entry.speaks_for:
                owner = entry_of(entry.speaks_for)
                out += [self._make(part, owner, f"{entry.name} speaks for it")] if owner else []
                continue
            member = self.memory.network_member(entry) if entry.members and entry.country is None else None
            if member is not None:
                out.append(self._make(part, member, f"the part of {entry.name} that the report names"))
                continue
            affiliate = any(term.within(particles["affiliates"]) for term in core)
            out.append(
                self._make(part, entry, "affiliate of a network, by its name" if affiliate else "name in the reference")
            )
        return tuple(out)

    def _pronoun(self, part: Part, core: list[Term]) -> ActorLink | None:
        """Resolve "they" and "it", and what belongs to them ("its fighters")."""
        particles = lexicon().particles
        first, head = core[0], head_of(core)
        if not first.within(particles["pronouns"]) or first.within(particles["own_persons"]) or head is None:
            return None
        army = find_party([head], lexicon().state) is not None
        owned = head is first or (not army and head.within(particles["neutral"] | particles["followers"]))
        acts = head is not first or self.scene.tokens(part.sentence)[first.index].deprel.startswith("nsubj")
        fits = acts and (owned or army) and not head.within(particles["allies"])
        if fits and (link := self._of_sayer(part)):
            return link
        if head is not first and (iso := self.memory.ministry(self._start(part), part.sentence)):
            return self._make(part, party_of("military", iso), f"“{first.text}”: of the ministry told of before")
        entry = self.memory.last_party(self._start(part)) if owned and not head.within(particles["allies"]) else None
        return self._make(part, entry, f"“{first.text}”: the party told of last") if entry else None

    def _of_sayer(self, part: Part) -> ActorLink | None:
        """Resolve "its units" and "it" in what a party says to that party, or to the army of the state that speaks."""
        said = sayer(self.scene, part)
        if said is None or any(self._bear_arms(one) for one in between(self.scene, part, said)):
            return None
        words = fold(self.scene.tokens(part.sentence)[part.words[0]].text)
        for link in (*self._speakers.resolve(said), *self._part(said, None, armed=True)):
            if own := forces_of(link):
                start, end = self._span(part)
                text = self.scene.annotated.report.text[start:end]
                how = f"“{words}”: of those who say so: {own.how}"
                return replace(own, words=text, start=start, end=end, how=how)
        return None

    def _bear_arms(self, part: Part) -> bool:
        return any(link.kind in ARMED | {ActorKind.UNIDENTIFIED} for link in self._part(part, None, armed=True))

    def _span(self, part: Part) -> tuple[int, int]:
        tokens = self.scene.tokens(part.sentence)
        return tokens[part.words[0]].start, tokens[part.words[-1]].end

    def _ours(self, part: Part, core: list[Term], speaker: ActorLink | None) -> ActorLink | None:
        """Resolve "our fighters" and "our brothers" of a party's own statement to that party."""
        particles, first, head = lexicon().particles, core[0], head_of(core)
        if first.text not in _FIRST or first.upos != "PRON" or head is None:
            return None
        army = find_party([head], lexicon().state) is not None
        own = particles["neutral"] | particles["followers"] | particles["own"] | _OURS
        alone = head is first
        if (alone and first.text == "our") or not (alone or army or head.within(own)):
            return None
        start, end = self._span(part)
        words = self.scene.annotated.report.text[start:end]
        if speaker is not None:
            found = forces_of(speaker)
            how = f"“{words}”: of those who say so"
            return replace(found, words=words, start=start, end=end, how=how) if found else None
        phrase = Phrase(part.sentence, part.words[-1], start, end, words)
        return self.writer(phrase) if not alone else writer_by_name(self.scene.annotated, self.country, phrase)

    def _allies(self, part: Part, core: list[Term]) -> ActorLink | None:
        """Resolve "its allies" and "X's allies" to the class of party that fights beside X."""
        head = head_of(core)
        particles = lexicon().particles
        owned = core[0].within(particles["pronouns"])
        helping = owned and any(term.within(particles["helping"]) for term in core)
        if head is None or not (head.within(particles["allies"]) or helping):
            return None
        named = [entry for _, entry in forms.names_in(self.scene, part, core)]
        if not named and not owned:
            return None
        owner = named[0] if named else self.memory.last_party(self._start(part))
        if owner is not None and owner.members and owner.country is None:
            owner = self.memory.network_member(owner) or owner
        allies = allies_of(self.scene, owner) if owner else None
        return self._make(part, allies, f"allies of {owner.name}") if allies and owner else None

    def _partisan(self, part: Part, core: list[Term], speaker: ActorLink | None) -> ActorLink | None:
        """Resolve words of abuse or praise to whom the speaker means by them; the word itself is never a name."""
        particles = lexicon().particles
        head = head_of(core)
        abuse = particles["partisan"] | (particles["abuse"] if speaker is None and self._outlet_side() else frozenset())
        if head is None or not head.within(abuse | particles["own"]):
            return None
        if head.within(_AGENTS) and find_party(core, lexicon().state) is not None:
            return None  # "security agents" are a state's
        side = speaker.side if speaker else self._outlet_side()
        if speaker is None and not (side or "").startswith(_STATE_SIDE) and head.within(_OF_STATES):
            return forms.by_state(self.scene, part, [Term(head.index, "army", ("army",), "NOUN")], armed=True)
        if head.within(particles["own"]):
            known = entry_of(speaker.id) if speaker and speaker.id else None
            return self._make(part, known, f"“{head.text}”: the speaker's own") if known else None
        if side and not side.startswith(_STATE_SIDE) and not (speaker and speaker.kind is ActorKind.MONITOR):
            if speaker is None and not head.within(nouns()["enemy"]):
                return None  # whom a group's paper calls terrorists are not always the state's
            return forms.by_state(self.scene, part, [Term(head.index, "army", ("army",), "NOUN")], armed=True)
        group = self.memory.only_group("militants", definite=True)
        entry = group or self.memory.opposition()
        return self._make(part, entry, f"“{head.text}”: whom the speaker's side fights")

    def writer(self, phrase: Phrase) -> ActorLink | None:
        """Return the party that puts a report out, for its "we"; None where neither outlet nor heading names one.

        Args:
            phrase: the word for it.
        """
        return writer(self.scene.annotated, self.country, phrase)

    def _outlet_side(self) -> str | None:
        outlet = self.scene.annotated.report.outlet
        return side_of_outlet(outlet, self.country) if outlet else None

    def _pointed(self, part: Part, core: list[Term]) -> ActorLink | None:
        """Resolve "the group", "the coalition", "the Front" to the group told of before."""
        particles = lexicon().particles
        head = head_of(core)
        if head is None or not is_definite(core):
            return None
        plain = not any(find_party([term], lexicon().words) or find_party([term], lexicon().state) for term in core)
        start = self._start(part)
        if head.within(particles["unions"]):
            entry = self.memory.union()
        elif head.within(particles["groups"]) and plain and head.text == head.forms[-1]:
            entry = self.memory.last_group(start)
        elif len(core) == 2 and head.text in lexicon().forms and not head.within(particles["units"]):
            entry = self.memory.last_group(start, word=head.text)
        elif len(core) == 2 and head.within(particles["nonstate"]):
            entry = self.memory.last_group(start)
        else:
            entry = None
        return self._make(part, entry, f"“{head.text}”: told of before") if entry else None

    def _class(self, part: Part, core: list[Term]) -> ActorLink | None:
        """Resolve class words to the one group they can mean in this report, else to the class."""
        party = find_party(core, lexicon().words, forms.covered_by(self.scene, part, "actor"))
        if party is not None and not any(term.text in {"other", "allied", "rival"} for term in core):
            own = forms.country_of(self.scene, part, core)
            definite = is_definite(core) and not is_counted(core)
            group = self.memory.only_group(party.id, definite=definite) if own in {None, self.scene.country} else None
            if group is not None and group.id not in self._apart:
                return self._make(part, group, "the only such group that the report names")
        return forms.by_class(self.scene, part, core)

    def _bare(self, part: Part, core: list[Term]) -> ActorLink | None:
        """Resolve "fighters" of whom no more is said to the group named just before."""
        head = head_of(core)
        if head is None or len(core) > 1 or not head.within(lexicon().particles["nonstate"]):
            return None
        group = self.memory.last_group(self._start(part), since=part.sentence - 1)
        return self._make(part, group, f"“{head.text}” of the group named just before") if group else None

    def _army_country(self, part: Part, core: list[Term]) -> str | None:
        """Return the country of the army told of last, where "the army" points back within a sentence or two."""
        start = self._start(part)
        if core[0].within(lexicon().particles["pronouns"]):
            return self.memory.last_power(start, part.sentence)
        if not is_definite(core) or len(core) != 2:
            return None
        for told in reversed(self.memory.told):
            if told.start < start and part.sentence - told.sentence <= 1 and told.entry.kind is ActorKind.STATE_FORCES:
                return told.entry.country
        return None


def _each_once(links: Iterable[ActorLink]) -> tuple[ActorLink, ...]:
    return tuple({link.name: link for link in reversed(list(links))}.values())[::-1]
