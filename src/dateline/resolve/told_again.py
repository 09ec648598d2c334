"""What is told again by the noun it was first told with: "attacked the police station" is where one was attacked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.how import TAKEN_OVER
from dateline.model.reading import Phrase
from dateline.reference.codebook import codebook
from dateline.reference.places_words import place_nouns
from dateline.resolve.draft import Draft

_REACH: Final = 12  # sentences
_GUESSED: Final = ("named before", "named later in the report")
_SETTLED: Final = frozenset({"town", "quarter", "capital", "province", "division", "countryside", "country", "area"})
_POINTING: Final = frozenset({"the", "this", "that"})


def place_again(events: Sequence[Draft], annotated: Annotated) -> None:
    """Place events at "the station" and the like where the report first told of violence at a station.

    Args:
        events: a report's events in text order, with the places of their own words; changed in place.
        annotated: the report.
    """
    for number, draft in enumerate(events):
        spot = _pointing(draft, annotated)
        if spot is None:
            continue
        told = (one for one in reversed(events[:number]) if _may_be(one, draft))
        first = next((one for one in told if any(_same_noun(p, spot, annotated) for p in one.reading.places)), None)
        if first is not None and first.place is not None:
            draft.place = replace(first.place, how=f"{TAKEN_OVER} what was told of {spot.text}: {first.place.how}")


def _pointing(draft: Draft, annotated: Annotated) -> Phrase | None:
    """Return the words of a place that only points back, of which it was guessed which place is meant."""
    if draft.place is None or not draft.place.how.endswith(_GUESSED) or len(draft.reading.places) != 1:
        return None
    spot = draft.reading.places[0]
    noun = annotated.sentences[spot.sentence].tokens[spot.head].lemma.lower()
    points = spot.text.split(maxsplit=1)[0].lower() in _POINTING and place_nouns().get(noun) not in _SETTLED
    return spot if points else None


def _may_be(one: Draft, other: Draft) -> bool:
    types = codebook().types
    kin = one.type in types and other.type in types and types[one.type].disorder_type == types[other.type].disorder_type
    return kin and one.place is not None and 0 < other.reading.sentence - one.reading.sentence <= _REACH


def _same_noun(one: Phrase, other: Phrase, annotated: Annotated) -> bool:
    """Whether two phrases have one head noun, and the first tells more than it: "a station in A", "the station"."""
    nouns = [annotated.sentences[p.sentence].tokens[p.head] for p in (one, other)]
    alike = nouns[0].lemma.lower() == nouns[1].lemma.lower() and nouns[0].upos == "NOUN"
    return alike and len(one.text) > len(other.text)
