"""Whom "more than 400 of them" counts: the many of whom the sentence before told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase, TollReading
from dateline.reference.actors_words import lexicon as actor_words
from dateline.reference.lexicon import lexicon
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import BATTLES

_OF_THEM: Final = re.compile(r"^[^,;]*\bof (?:them|these|those)$", re.IGNORECASE)
_MANY: Final = frozenset({"NNS", "NNPS"})
_FIGHT_REACH: Final = 3  # sentences back to the fight in which they died


def counted(reading: TollReading, annotated: Annotated) -> Phrase | None:
    """Return the armed people of the sentence before whom "N of them" counts; None where it counts otherwise.

    Args:
        reading: a toll as read.
        annotated: its report.
    """
    if reading.victims is None or not _OF_THEM.search(reading.victims.text) or not reading.sentence:
        return None
    own = annotated.sentences[reading.sentence].tokens
    if any(_are_people(token) for token in own if token.end <= reading.victims.start):
        return None  # "blew up among villagers and killed ten of them"
    sentence = annotated.sentences[reading.sentence - 1]
    if sentence.block != annotated.sentences[reading.sentence].block:
        return None
    heads = [head for head in _many(sentence.tokens) if _are_armed(sentence.tokens[head])]
    if not heads:
        return None
    head, token = heads[0], sentence.tokens[heads[0]]
    return Phrase(reading.sentence - 1, head, token.start, token.end, token.text, via="of them")


def tie_to_fights(tolls: Sequence[Draft], events: Sequence[Draft], annotated: Annotated) -> None:
    """Tie tolls of armed people that "of them" takes up, and that no event holds, to the fight told before.

    Args:
        tolls: the tolls of a report; their readings are changed in place.
        events: its events, in text order.
        annotated: the report.
    """
    for draft in tolls:
        reading = draft.reading
        if not isinstance(reading, TollReading) or reading.event or counted(reading, annotated) is None:
            continue
        now = reading.sentence
        fights = [one for one in events if one.type in BATTLES and 0 < now - one.reading.sentence <= _FIGHT_REACH]
        if fights:
            draft.reading = replace(reading, event=fights[-1].reading.key)


def _are_people(token: Token) -> bool:
    """Whether a plural noun names people who bear no arms."""
    return token.xpos in _MANY and token.lemma.lower() in lexicon()["civilian"]


def _many(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the plural nouns of a sentence, those of its subject first."""
    below = [n for n, token in enumerate(tokens) if token.xpos in _MANY]
    subject = [n for n in below if _is_in_subject(tokens, n)]
    yield from subject
    yield from (n for n in below if n not in subject)


def _is_in_subject(tokens: Sequence[Token], at: int) -> bool:
    for _ in tokens:
        if at < 0 or tokens[at].deprel.startswith("acl"):
            return False
        if tokens[at].deprel.startswith("nsubj"):
            return True
        at = tokens[at].head
    return False


def _are_armed(token: Token) -> bool:
    lemma = token.lemma.lower()
    loaded = actor_words().particles["partisan"] | actor_words().particles["nonstate"]
    return lemma in lexicon()["combatant"] or lemma in lexicon()["rank"] or lemma in loaded
