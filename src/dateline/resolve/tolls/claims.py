"""What a toll counts: how many, of what status, of which side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.model.actor import ARMED, ActorKind, ActorLink
from dateline.model.annotated import Annotated, Token
from dateline.model.count import Count
from dateline.model.reading import Phrase, TollReading
from dateline.reference.actors import party_of
from dateline.reference.lexicon import lexicon
from dateline.resolve.actors.resolver import ActorResolver
from dateline.resolve.counts.reader import find_counts, read_count
from dateline.resolve.phrases.words import split_words
from dateline.resolve.tolls.both_sides import of_both_sides

COMBATANTS: Final = "combatants"
CIVILIANS: Final = "civilians"
PEOPLE: Final = "people"

# Whoever leads or speaks may bear arms or not: what they lead says which. So may whoever is called a martyr.
_EITHER: Final = frozenset(
    {"martyr", "comrade", "colleague", "leader", "chief", "chieftain", "spokesman", "spokeswoman", "aide", "deputy"}
    | {"elder", "engineer"}
)
# Nouns for parties that need not be armed: "members of ethnic groups".
_LOOSE: Final = frozenset({"group", "ally", "affiliate", "alliance", "coalition", "convoy", "cadre", "offshoot"})
_MODIFIERS: Final = frozenset({"compound", "amod", "nmod:desc", "flat", "nmod:poss", "nmod"})
_OF: Final = frozenset({"of", "from"})
_OWN: Final = frozenset({"his", "her", "its", "their", "our", "ours", "my", "he", "she", "it", "they", "we"})
_FIRST: Final = frozenset({"we", "our", "us", "ours"})
# A country's name stands for its people among the harmed ("three Russians"), a group's for its fighters ("21 Taliban").
_UNDER_ARMS: Final = ARMED | {ActorKind.UNIDENTIFIED}
_SERVING: Final = frozenset({"officer", "serviceman", "servicemen", "recruit", "cadet", "constable"})
_LOSSES: Final = frozenset({"loss", "losses"})
_POLICE: Final = frozenset({"police", "policeman", "policemen"})
_BROTHERS: Final = frozenset({"comrades", "brothers"})
_KIN: Final = frozenset(
    {"aged", "sister", "sisters", "mother", "father", "parents", "cousin", "cousins", "year", "years"}
)
_MEN: Final = frozenset({"man", "men", "woman", "personnel", "member"})
_ARMED: Final = frozenset({ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA})
_SEAMEN: Final = frozenset({"sailor", "rating", "seaman", "seamen", "submariner"})
_NAVAL: Final = frozenset(
    {"navy", "naval", "fleet", "warship", "gunboat", "frigate", "corvette", "marine", "soldier", "base"}
)


def count_of(reading: TollReading) -> Count:
    """Return the number that a toll tells, with its words; open at both ends where it is not told."""
    if reading.count is not None:
        words = reading.count.text
        if words.lower().startswith("without"):
            return Count(0, 0, words)
        return _read(words)
    words = reading.victims.text if reading.victims else ""
    return Count(1, 1, words) if reading.single else Count(None, None, words)


def _read(words: str) -> Count:
    """Read a number that may be told by its two ends ("at least 15 and up to 25")."""
    found = [span.count for span in find_counts(words) if span.count is not None]
    if len(found) > 1 and found[0].low is not None and found[-1].high is not None and found[0].low <= found[-1].high:
        return Count(found[0].low, found[-1].high, words, found[0].approximate or found[-1].approximate)
    if words.lower() == "another":
        return Count(1, 1, words)
    nth = _nth(words)
    if nth is not None:
        return Count(nth, nth, words)
    return read_count(words) or Count(None, None, words)


def _nth(words: str) -> int | None:
    """Return the place that one of the harmed has in the count: with "a sixth" there are six."""
    if not words.lower().startswith(("a ", "an ")):
        return None
    told = (word.value for word in split_words(words) if word.kind == "ordinal")
    return next((int(value) for value in told if value), None)


@dataclass(frozen=True, slots=True)
class Harmed:
    """Who the harmed are: civilians, combatants or people, and the party they belonged to where that is told."""

    status: str
    side: ActorLink | None = None


def harmed_of(reading: TollReading, annotated: Annotated, actors: ActorResolver, speaker: ActorLink | None) -> Harmed:
    """Return the status and side of those whom a toll counts; civilians belong to no side.

    Args:
        reading: the toll as read.
        annotated: its report.
        actors: the report's actors.
        speaker: who tells it; decides whom loaded words mean.
    """
    status = _status_of(reading, annotated)
    if status == CIVILIANS:
        return Harmed(status)
    side = _side_of(reading, actors, speaker)
    if side is not None and of_both_sides(reading, annotated, side):
        return Harmed(status)
    if side is None and status == COMBATANTS:
        side = _in_service(reading, annotated, actors.country)
    brothers = reading.victims is not None and _are_brothers(reading.victims)
    told = (bool(reading.side) or brothers) and side is not None and side.kind in _UNDER_ARMS
    if status == COMBATANTS or told or (side is not None and (_is_armed_name(reading, annotated, side))):
        return Harmed(COMBATANTS, side)
    return Harmed(COMBATANTS if _are_own_losses(reading, annotated) else PEOPLE)


def _are_own_losses(reading: TollReading, annotated: Annotated) -> bool:
    """Whether people are those whom a party lost, whoever it is: "put the army's losses at 31 and his own at four"."""
    if not any(_is_speakers_own(phrase) for phrase in reading.side):
        return False
    return any(token.lemma.lower() in _LOSSES for token in annotated.sentences[reading.sentence].tokens)


def _status_of(reading: TollReading, annotated: Annotated) -> str:
    """Return what the words for the harmed say, the noun before what stands with it."""
    if reading.demographic is not None:
        return CIVILIANS
    if reading.victims is None:
        return PEOPLE
    tokens = annotated.sentences[reading.victims.sentence].tokens
    for token in _words(tokens, reading.victims.head):
        lemma = token.lemma.lower()
        status = _status(lemma) or _status(lemma.removesuffix("s")) or _status(re.sub("men$", "man", lemma))
        if status is not None:
            return status
    at = reading.victims.head
    return COMBATANTS if _are_security_men(tokens, at) or _are_of_a_navy(tokens, at) else PEOPLE


def _are_security_men(tokens: tuple[Token, ...], head: int) -> bool:
    """Whether people are told as men of the security forces: "security men killed", "two service members"."""
    served = tokens[head].lemma.lower() in _MEN and tokens[head - 1].text.lower() in ("security", "service")
    return head > 0 and served


def _are_of_a_navy(tokens: tuple[Token, ...], head: int) -> bool:
    """Whether sailors are told of beside a navy or soldiers: those of a merchant ship bear no arms."""
    near = {token.lemma.lower() for token in tokens}
    return tokens[head].lemma.lower() in _SEAMEN and not near.isdisjoint(_NAVAL)


def _status(lemma: str) -> str | None:
    words = lexicon()
    if lemma in _EITHER or lemma in _LOOSE:
        return None
    if lemma in words["combatant"] or lemma in words["rank"]:
        return COMBATANTS
    return CIVILIANS if lemma in words["civilian"] or lemma in words["dignitary"] else None


def _words(tokens: tuple[Token, ...], head: int) -> Iterator[Token]:
    """Yield the noun, the words that stand before it, and what it is of: "members of the militia", "rebel leader"."""
    yield tokens[head]
    kids = [k for k, token in enumerate(tokens) if token.head == head]
    for k in kids:
        if k < head and tokens[k].deprel in _MODIFIERS:
            yield tokens[k]
    for k in kids:
        if tokens[k].deprel == "nmod" and any(t.head == k and t.text.lower() in _OF for t in tokens):
            yield tokens[k]
            yield from (t for n, t in enumerate(tokens) if t.head == k and n < k and t.deprel in _MODIFIERS)


def _is_armed_name(reading: TollReading, annotated: Annotated, side: ActorLink) -> bool:
    """Whether the harmed are told by the name of an armed party: "21 Taliban", "37 CRPF men"."""
    if reading.victims is None or reading.single:
        return False
    tokens = annotated.sentences[reading.victims.sentence].tokens
    head = tokens[reading.victims.head]
    men = side.kind is ActorKind.STATE_FORCES and (head.lemma.lower() in _MEN or head.text.isupper())  # "5 FARDC dead"
    militia = side.kind is ActorKind.IDENTITY_MILITIA and side.id is not None and "." not in side.id
    if side.kind not in _ARMED and not men and not militia:
        return False
    named = (t for t in _words(tokens, reading.victims.head) if t.upos == "PROPN" or t.text[:1].isupper())
    return any(t.start < side.end and side.start < t.end for t in named)


def _side_of(reading: TollReading, actors: ActorResolver, speaker: ActorLink | None) -> ActorLink | None:
    """Return the party that the harmed belonged to, None where it is not told."""
    for phrase in (*reading.side, *((reading.victims,) if reading.victims else ())):
        if phrase in reading.side and speaker is not None and speaker.kind in _UNDER_ARMS and _is_speakers_own(phrase):
            return speaker
        links = () if phrase.text.lower() == "ours" else actors.link(phrase, speaker=speaker)
        if links:
            return links[0]
        if phrase in reading.side and speaker is not None and _is_speakers_own(phrase):
            return speaker
        if phrase in reading.side and speaker is None and _is_writers_own(phrase):
            return actors.writer(phrase)
        if _are_brothers(phrase):
            return speaker if speaker is not None and speaker.kind in _UNDER_ARMS else actors.writer(phrase)
    return None


def _in_service(reading: TollReading, annotated: Annotated, country: str | None) -> ActorLink | None:
    """Return the force of the state whose officers or recruits the harmed were; words beside say whether its police."""
    phrase = reading.victims
    if phrase is None or country is None:
        return None
    sentence = annotated.sentences[phrase.sentence]
    if sentence.tokens[phrase.head].lemma.lower() not in _SERVING:
        return None
    beside = {token.lemma.lower() for token in sentence.tokens}
    entry = party_of("police" if beside & _POLICE else "military", country)
    how = f"“{phrase.text}”: who serves the state"
    return ActorLink.to(entry, phrase.text, phrase.start, phrase.end, how)


def _are_brothers(phrase: Phrase) -> bool:
    """Whether words for the fallen are those of their own side: "eight comrades laid down their lives"."""
    if not _KIN.isdisjoint(phrase.text.lower().split()):
        return False  # "two brothers aged six and nine", "two brothers and their mother"
    return not _BROTHERS.isdisjoint(phrase.text.lower().split())


def _is_writers_own(phrase: Phrase) -> bool:
    """Whether words for a party mean those who write the report: "we lost five", "our losses"."""
    return phrase.text.split(maxsplit=1)[0].lower() in _FIRST


def _is_speakers_own(phrase: Phrase) -> bool:
    """Whether words for a party mean the speaker's: "his group had lost nine men", "they lost eight"."""
    return phrase.text.split(maxsplit=1)[0].lower() in _OWN
