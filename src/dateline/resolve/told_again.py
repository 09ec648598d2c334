"""Sentences that tell nothing new of an event and still tell of it: its dead, its doers, the bomb that went off."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.claim import EventClaim, Quote, TollClaim
from dateline.model.reading import Scope, Stance
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import ABDUCTION, ATTACK, CLASH, MOB_VIOLENCE
from dateline.reference.trigger_words import POINTING
from dateline.resolve.event_types import CAPTURES, TERRITORY
from dateline.resolve.headline import LEAD
from dateline.resolve.marks import OF_DEAD, WEAPONS, has_headline
from dateline.resolve.merging import GENERAL, VIOLENT, overlap

_COUNTED: Final = frozenset({"toll", "dead", "hit", "struck"})
_REACH: Final = 4  # sentences over which they point back
_ATTACKS: Final = VIOLENT | CAPTURES | {MOB_VIOLENCE, ABDUCTION}
_BY_HAND: Final = frozenset({CLASH, ATTACK, MOB_VIOLENCE})
_EXPLOSIONS: Final = VIOLENT - {CLASH, ATTACK}
_BLASTS: Final = frozenset({"blast", "explosion", "bombing", "bombardment", "shelling", "strike", "raid"})
_FIGHTS: Final = frozenset({"action", "battle", "fight", "fighting", "firefight", "siege", "shoot-out", "standoff"})
_BY_GUN: Final = frozenset({"fire", "shoot"})
_PEOPLE: Final = frozenset({"they", "he", "she", "some", "others", "we"})
_ARMED: Final = ("combatant", "irregular")
_ORDINALS: Final = frozenset({"first", "second", "third", "other"})
_PAST: Final = frozenset({"VBD", "VBN"})
_BARE: Final = frozenset({"det", "amod", "case", "punct", "cc", "conj", "cop", "nsubj", "advmod", "aux", "mark"})


def told_again(
    annotated: Annotated, events: Sequence[EventClaim], tolls: Sequence[TollClaim], entries: Mapping[int, range]
) -> list[EventClaim]:
    """Return the events of a report with the sentences that only take them up among their quotes.

    Args:
        annotated: the report.
        events: its events.
        tolls: its tolls, each with the event that it was tied to.
        entries: the sentences that label the entry of each sentence, for those in entries.
    """
    told = _Told(annotated, events)
    for toll in tolls:
        told.count(toll)
    told.head()
    told.fill(entries)
    for number in range(len(annotated.sentences)):
        told.point_back(number, entries)
    return [told.with_quotes(event) for event in events]


class _Told:
    """Which sentences of a report tell of which of its events.

    Args:
        annotated: the report.
        events: its events.
    """

    def __init__(self, annotated: Annotated, events: Sequence[EventClaim]) -> None:
        self._annotated = annotated
        self._events = {event.id: event for event in events}
        self._at = {sentence.start: number for number, sentence in enumerate(annotated.sentences)}
        self._told: dict[int, list[str]] = {}  # the events that each sentence tells of
        self._added: dict[str, list[int]] = {}  # the sentences that are to be quotes of an event
        for event in events:
            for quote in (event.quote, *event.also_quoted):
                self._told.setdefault(self._at[quote.start], []).append(event.id)
        self._in_full = frozenset(self._told)

    def count(self, toll: TollClaim) -> None:
        """Let a sentence that only tells the dead of an event tell of it."""
        event = self._events.get(toll.event or "")
        if event is None or not _is_its_own(toll, event):
            return
        for number in (self._at[quote.start] for quote in (toll.quote, *toll.also_quoted)):
            if number not in self._in_full:
                self._add(event.id, number)

    def head(self) -> None:
        """Let a headline of violence of which nothing was read ("Theatre in A hit") tell of the first that is told."""
        if 0 in self._told or not has_headline(self._annotated):
            return
        words = {token.lemma.lower() for token in self._annotated.sentences[0].tokens}
        lead = (one for number in range(1, LEAD + 1) for one in self._told.get(number, ()))
        below = [one for one in lead if self._may_mean(one, _ATTACKS)]
        if below and words & (lexicon()["violence"] | _COUNTED):
            self._add(below[0], 0)

    def fill(self, entries: Mapping[int, range]) -> None:
        """Let what else its entry says tell of an event that only its dead tell of: "Market. Drone. Three dead"."""
        bare: dict[range, list[int]] = {}  # the sentences under each label of which nothing was read
        for number in sorted(entries.keys() - self._in_full):
            bare.setdefault(entries[number], []).append(number)
        for number, event in [(n, one) for n, found in self._told.items() for one in found]:
            if number in entries and self._events[event].found_by.startswith(OF_DEAD):
                for other in bare.get(entries[number], ()):
                    self._add(event, other)

    def point_back(self, number: int, entries: Mapping[int, range]) -> None:
        """Let a sentence that only takes up an event tell of the last that it may mean."""
        within = range(number - 1, max(number - _REACH, 0) - 1, -1)
        if number in self._told or not any(back in self._told for back in within):
            return
        kinds = _taken_up(self._annotated.sentences[number].tokens)
        meant: list[str] = []
        for back in within if kinds else ():
            if entries.get(back) != entries.get(number):
                break
            meant += reversed([one for one in self._told.get(back, ()) if self._may_mean(one, kinds)])
        doers = _doers(self._annotated.sentences[number].tokens)
        if meant:
            self._add(next((one for one in meant if doers & self._named_doers(one)), meant[0]), number)

    def with_quotes(self, event: EventClaim) -> EventClaim:
        """Return an event with the sentences that were found to tell of it among its quotes."""
        text = self._annotated.report.text
        found = [self._annotated.sentences[number] for number in dict.fromkeys(self._added.get(event.id, ()))]
        quotes = (Quote(one.start, one.end, text[one.start : one.end]) for one in found)
        return replace(event, also_quoted=(*event.also_quoted, *quotes)) if found else event

    def _named_doers(self, event: str) -> frozenset[str]:
        """Return the words by which an event's doers are named: "gunmen in police uniform"."""
        return frozenset(word for link in self._events[event].actors for word in link.words.lower().split())

    def _add(self, event: str, number: int) -> None:
        self._told.setdefault(number, []).append(event)
        self._added.setdefault(event, []).append(number)

    def _may_mean(self, event: str, kinds: frozenset[str]) -> bool:
        return self._events[event].type in kinds and self._events[event].stance is Stance.ASSERTED


def _is_its_own(toll: TollClaim, event: EventClaim) -> bool:
    """Whether a toll tells of the dead of its event alone, at no other place and on no other day."""
    here, there = (claim.place.entry.id if claim.place and claim.place.entry else None for claim in (toll, event))
    apart = here is not None and there is not None and here != there
    told = toll.scope is Scope.INCIDENT and toll.stance is Stance.ASSERTED
    return told and not apart and overlap(toll.when, event.when)


def _taken_up(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the types of which a sentence may take up an event told before, none where it takes up none."""
    pointing = [token.head for token in tokens if token.deprel == "det" and token.text.lower() in POINTING]
    kinds = next((kinds for number in pointing if (kinds := _meant(tokens, number))), frozenset())
    if _tells_a_move(tokens):
        return TERRITORY | kinds if _doers(tokens) else TERRITORY
    return kinds or (_BY_HAND if _is_done_to_them(tokens) or _open_fire(tokens) else frozenset())


def _tells_a_move(tokens: Sequence[Token]) -> bool:
    """Whether armed men are told to have gone in or out: "the soldiers left the town", "our forces have withdrawn"."""
    words = lexicon()
    return any(
        token.deprel.startswith("nsubj")
        and tokens[token.head].xpos in _PAST
        and tokens[token.head].lemma.lower() in words["moved_verb"]
        and any(form in words[name] for form in (token.lemma.lower(), token.text.lower()) for name in _ARMED)
        for token in tokens
    )


def _is_done_to_them(tokens: Sequence[Token]) -> bool:
    """Whether it tells what was done to those spoken of before: "they were locked into a house and fired on"."""
    done = {n for n, token in enumerate(tokens) if token.lemma.lower() in _BY_GUN and token.xpos in _PAST}
    heads = {head for n in done for head in (n, tokens[n].head, tokens[tokens[n].head].head)}
    return any(
        token.deprel == "nsubj:pass" and token.head in heads and token.text.lower() in _PEOPLE for token in tokens
    )


def _open_fire(tokens: Sequence[Token]) -> bool:
    """Whether those spoken of before are told to have fired, on nobody that is named: "then they opened fire"."""
    return any(
        token.text.lower() == "fire"
        and token.deprel == "obj"
        and tokens[token.head].lemma.lower() == "open"
        and tokens[token.head].xpos in _PAST
        for token in tokens
    )


def _doers(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the nouns by which a sentence calls its doers by their deed."""
    return frozenset(token.text.lower() for token in tokens if token.lemma.lower() in lexicon()["attacker"])


def _meant(tokens: Sequence[Token], number: int) -> frozenset[str]:
    """Return the types of which a noun behind "the" may take up an event: "the attackers came", "the mine went off"."""
    token = tokens[number]
    lemma, verb = token.lemma.lower(), tokens[token.head]
    if token.deprel.startswith("nsubj") and verb.xpos in _PAST:
        if lemma in lexicon()["attacker"]:
            return _ATTACKS
        weapon = lemma in _ORDINALS or any(lemma in lexicon()[name] for name in WEAPONS)
        if weapon and verb.lemma.lower() in lexicon()["set_off_verb"]:
            return _EXPLOSIONS
    if token.upos == "NOUN" and all(t.deprel in _BARE for t in tokens if t.head == number):
        if lemma in _BLASTS:
            return _EXPLOSIONS
        if lemma in lexicon()["taking"]:
            return TERRITORY
        if lemma in _FIGHTS:
            return _BY_HAND
        return VIOLENT if lemma in GENERAL or lemma in lexicon()["outrage"] else frozenset()
    return frozenset()
