"""Sentences that tell nothing new of an event and still tell of it: its dead, its doers, the bomb that went off."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated, Sentence, Token
from dateline.model.claim import Claim, EventClaim, Quote, TollClaim
from dateline.model.reading import Scope, Stance
from dateline.reference.lexicon import lexicon
from dateline.resolve.asides import is_pointing
from dateline.resolve.merging import GENERAL, VIOLENT, overlap

_REACH: Final = 4  # sentences over which they point back
_EXPLOSIONS: Final = VIOLENT - {"Armed clash", "Attack"}
_BLASTS: Final = frozenset({"blast", "explosion", "bombing", "shelling", "strike", "raid"})
_WEAPONS: Final = ("materiel", "heavy")
_ORDINALS: Final = frozenset({"first", "second", "third", "other"})
_PAST: Final = frozenset({"VBD", "VBN"})
_BARE: Final = frozenset({"det", "amod", "case", "punct", "cc", "conj", "cop", "nsubj", "advmod", "aux", "mark"})


def told_again(
    annotated: Annotated, events: Sequence[EventClaim], tolls: Sequence[TollClaim], entries: Mapping[int, int]
) -> list[EventClaim]:
    """Return the events of a report with the sentences that only take them up among their quotes.

    Args:
        annotated: the report.
        events: its events.
        tolls: its tolls, each with the event that it was tied to.
        entries: the sentence that labels the entry of each sentence, for those in entries.
    """
    if not events:
        return []
    starts = [sentence.start for sentence in annotated.sentences]
    at = {start: number for number, start in enumerate(starts)}
    homes: dict[int, list[str]] = {}
    for event in events:
        for quote in (event.quote, *event.also_quoted):
            homes.setdefault(at[quote.start], []).append(event.id)
    by_id = {event.id: event for event in events}
    added: dict[str, list[int]] = {}
    for toll in tolls:
        event = by_id.get(toll.event or "")
        if event is not None and _is_its_own(toll, event):
            for number in (at[quote.start] for quote in (toll.quote, *toll.also_quoted)):
                if number not in homes:
                    added.setdefault(event.id, []).append(number)
    for key, numbers in added.items():
        for number in numbers:
            homes.setdefault(number, []).append(key)
    for number, sentence in enumerate(annotated.sentences):
        kinds = frozenset() if number in homes else _taken_up(sentence.tokens)
        for back in range(number - 1, max(number - _REACH, 0) - 1, -1) if kinds else ():
            if entries.get(back) != entries.get(number):
                break
            told = [one for one in homes.get(back, ()) if by_id[one].type in kinds and by_id[one].stance is Stance.ASSERTED]
            if told:
                homes[number] = [told[-1]]
                added.setdefault(told[-1], []).append(number)
                break
    return [_with(event, [annotated.sentences[n] for n in added.get(event.id, ())], annotated) for event in events]


def _is_its_own(toll: TollClaim, event: EventClaim) -> bool:
    """Whether a toll tells of the dead of its event alone, at no other place and on no other day."""
    here, there = (claim.place.entry.id if claim.place and claim.place.entry else None for claim in (toll, event))
    apart = here is not None and there is not None and here != there
    told = toll.scope is Scope.INCIDENT and toll.stance is Stance.ASSERTED
    return told and not apart and overlap(toll.when, event.when)


def _with(event: EventClaim, sentences: Iterable[Sentence], annotated: Annotated) -> EventClaim:
    text = annotated.report.text
    quotes = dict.fromkeys(Quote(one.start, one.end, text[one.start : one.end]) for one in sentences)
    return replace(event, also_quoted=(*event.also_quoted, *quotes)) if quotes else event


def _taken_up(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the types of which a sentence may take up an event told before, none where it takes up none."""
    for number, token in enumerate(tokens):
        lemma = token.lemma.lower()
        if token.deprel.startswith("nsubj") and token.head >= 0 and _is_past(tokens[token.head]):
            if lemma in lexicon()["attacker"] and is_pointing(tokens, number):
                return VIOLENT
            verb = tokens[token.head].lemma.lower()
            if verb in lexicon()["set_off_verb"] and is_pointing(tokens, number):
                if lemma in _ORDINALS or any(lemma in lexicon()[name] for name in _WEAPONS):
                    return _EXPLOSIONS
        if token.upos == "NOUN" and is_pointing(tokens, number) and _is_bare(tokens, number):
            if lemma in _BLASTS:
                return _EXPLOSIONS
            if lemma in GENERAL or lemma in lexicon()["outrage"]:
                return VIOLENT
    return frozenset()


def _is_past(verb: Token) -> bool:
    return verb.xpos in _PAST


def _is_bare(tokens: Sequence[Token], noun: int) -> bool:
    return all(t.deprel in _BARE for t in tokens if t.head == noun)
