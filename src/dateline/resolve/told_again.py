"""Sentences that tell nothing new of an event and still tell of it: its dead, its doers, the bomb that went off."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.claim import EventClaim, Quote, TollClaim
from dateline.model.reading import Scope, Stance
from dateline.reference.lexicon import lexicon
from dateline.resolve.event_types import TERRITORY
from dateline.resolve.going_on import REACH, goes_on, where
from dateline.resolve.headline import LEAD
from dateline.resolve.marks import OF_DEAD, has_headline
from dateline.resolve.merging import overlap
from dateline.resolve.pointing import ATTACKS, doers, happening, named_events, of_a_noun, taken_up

_COUNTED: Final = frozenset({"toll", "dead", "hit", "struck"})
_CHANGED_HANDS: Final = frozenset(
    {"capture", "take", "retake", "recapture", "seize", "overrun", "liberate", "storm", "fall", "lose", "control"}
    | {"destroy", "kill", "fire", "liquidate", "enter", "drive", "oust"}
)
_REACH: Final = 4  # sentences over which they point back
_FAR: Final = 12  # over which a noun does: "the strike"
_FORWARD: Final = 4  # sentences within which what a report opens with ("the events at A") is told


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
    told.open(entries)
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
        below = [one for one in lead if self._may_mean(one, ATTACKS | TERRITORY)]
        telling = lexicon()["violence"] | _COUNTED | _CHANGED_HANDS
        if below and (words & telling or self._names_its_place(0, below[0])):
            self._add(below[0], 0)

    def open(self, entries: Mapping[int, range]) -> None:
        """Let what a statement opens with ("has looked into the events at A") tell of what it tells next."""
        first = min((number for number, found in self._told.items() if found and number), default=0)
        if not 0 < first <= _FORWARD or first in entries:
            return
        meant = [one for one in self._told[first] if self._may_mean(one, ATTACKS | TERRITORY)]
        for number in range(first) if meant else ():
            if number not in self._told and happening(self._annotated.sentences[number].tokens):
                self._add(meant[0], number)

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
        if number in self._told:
            return
        tokens = self._annotated.sentences[number].tokens
        kinds = taken_up(tokens)
        meant: list[str] = []
        reach = _FAR if of_a_noun(tokens) else _REACH
        for back in range(number - 1, max(number - reach, 0) - 1, -1) if kinds else ():
            if entries.get(back) != entries.get(number):
                break
            meant += reversed([one for one in self._told.get(back, ()) if self._may_mean(one, kinds)])
        meant = meant or self._only_one(number, of_a_noun(tokens), entries)
        by = doers(tokens)
        meant = meant or self._named(number, entries) or self._gone_on_with(number, entries)
        if meant:
            self._add(next((one for one in meant if by & self._named_doers(one)), meant[0]), number)

    def _named(self, number: int, entries: Mapping[int, range]) -> list[str]:
        """Return the event that a sentence names by its place: "the recovery of A", "the A operation", "the A dead"."""
        named = named_events(self._annotated.sentences[number].tokens)
        if not named or number in entries:
            return []
        told = dict.fromkeys(one for found in self._told.values() for one in found)
        return [one for one in told for words, kinds in named if self._may_mean(one, kinds) and self._is_at(one, words)]

    def _gone_on_with(self, number: int, entries: Mapping[int, range]) -> list[str]:
        """Return the events just told that a sentence goes on with, at no other place, by words that none reads."""
        tokens = self._annotated.sentences[number].tokens
        if not goes_on(tokens):
            return []
        names = where(tokens)
        for back in range(number - 1, max(number - REACH, 0) - 1, -1):
            if entries.get(back) != entries.get(number):
                break
            meant = [one for one in reversed(self._told.get(back, ())) if self._may_mean(one, ATTACKS | TERRITORY)]
            if meant:
                return [one for one in meant if not names or self._is_at(one, names)]
        return []

    def _is_at(self, event: str, words: frozenset[str]) -> bool:
        """Whether an event's place goes by one of some names, in the report or in the gazetteer."""
        place = self._events[event].place
        if place is None:
            return False
        told = place.words.casefold().split()
        named = place.entry is not None and place.entry.name.casefold() in words
        return named or any(told[-len(parts) :] == parts for parts in (word.split() for word in words))

    def _only_one(self, number: int, kinds: frozenset[str], entries: Mapping[int, range]) -> list[str]:
        """Return the event that "the massacre" takes up from afar: the only one of its kinds that the report tells."""
        if not kinds or number in entries:
            return []
        like = {one for found in self._told.values() for one in found if self._may_mean(one, kinds)}
        before = {one for back, found in self._told.items() if back < number for one in found}
        return [*like] if len(like) == 1 and like <= before else []

    def _names_its_place(self, number: int, event: str) -> bool:
        """Whether a sentence names the spot of an event, as the gazetteer or the report has it."""
        place = self._events[event].place
        if place is None or place.entry is None:
            return False
        sentence = self._annotated.sentences[number]
        return place.entry.name.casefold() in self._annotated.report.text[sentence.start : sentence.end].casefold()

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
