"""What a toll counts: how many, of what status, of which side."""

from typing import Final

from dateline.model.actor import ActorLink
from dateline.model.annotated import Annotated, Token
from dateline.model.count import Count
from dateline.model.reading import TollReading
from dateline.reference.lexicon import lexicon
from dateline.resolve.actors import ActorResolver
from dateline.resolve.counts import read_count

COMBATANTS: Final = "combatants"
CIVILIANS: Final = "civilians"
PEOPLE: Final = "people"


def count_of(reading: TollReading) -> Count:
    """Return the number that a toll tells, with its words; open at both ends where it is not told."""
    if reading.count is not None:
        return read_count(reading.count.text) or Count(None, None, reading.count.text)
    words = reading.victims.text if reading.victims else ""
    return Count(1, 1, words) if reading.single else Count(None, None, words)


def status_of(reading: TollReading, annotated: Annotated) -> str:
    """Return whether a toll counts combatants, civilians or people of whom it is not told.

    Args:
        reading: the toll as read.
        annotated: its report.
    """
    if reading.demographic is not None:
        return CIVILIANS
    if reading.victims is None:
        return PEOPLE
    words = lexicon()
    for token in _victim_words(reading, annotated):
        lemma = token.lemma.lower()
        if lemma in words["civilian"]:
            return CIVILIANS
        if lemma in words["combatant"]:
            return COMBATANTS
    return COMBATANTS if reading.side and not _are_civilians(reading, annotated) else PEOPLE


def _victim_words(reading: TollReading, annotated: Annotated) -> list[Token]:
    """Return the words of the phrase of the harmed, its head first."""
    victims = reading.victims
    if victims is None:
        return []
    tokens = annotated.sentences[victims.sentence].tokens
    inside = [t for t in tokens if victims.start <= t.start and t.end <= victims.end]
    return [tokens[victims.head], *(t for t in inside if t.upos in ("NOUN", "PROPN", "ADJ") and t.deprel != "nmod:poss")]


def _are_civilians(reading: TollReading, annotated: Annotated) -> bool:
    return any(t.lemma.lower() in lexicon()["civilian"] for t in _victim_words(reading, annotated))


def side_of(reading: TollReading, status: str, actors: ActorResolver, speaker: ActorLink | None) -> ActorLink | None:
    """Return the party that the harmed belonged to, None for civilians and where it is not told.

    Args:
        reading: the toll as read.
        status: what `status_of` gave.
        actors: the report's actors.
        speaker: who tells it; decides whom loaded words mean.
    """
    if status != COMBATANTS:
        return None
    for phrase in (*reading.side, *((reading.victims,) if reading.victims else ())):
        links = actors.link(phrase, speaker=speaker)
        if links:
            return links[0]
    return None
