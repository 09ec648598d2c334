"""Where a lead's camp or train was, of which only the next sentences tell: "a camp in A … The camp, at B, lay by it".

A lead says what was struck, and the country at most; "the camp" behind it has the place.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.model.annotated import Annotated, Sentence, Token
from dateline.model.how import FROM_DATELINE
from dateline.model.place import POINTS, PlaceEntry, PlaceLink, PlacePrecision
from dateline.reference.places_words import MOVING, place_nouns
from dateline.resolve.draft import Draft
from dateline.resolve.inheritance import LEAD, taken_from
from dateline.resolve.places.resolver import PlaceResolver
from dateline.resolve.placing import is_land

_WIDE: Final = frozenset({PlacePrecision.COUNTRY, PlacePrecision.PROVINCE})
_NEXT: Final = 4  # sentences behind a lead
_STEPS: Final = 2  # arcs from a name to the noun, or to the verb that it stands with
_KINDS: Final = frozenset({"site", "camp", "base", "town"})
_POINTING: Final = frozenset({"the", "this", "that"})


def place_nouns_next(events: Sequence[Draft], annotated: Annotated, places: PlaceResolver) -> None:
    """Give events of a lead the place that the report tells next of what they struck.

    Args:
        events: the events of a report in text order; changed in place.
        annotated: the report.
        places: resolves its places.
    """
    links = list(places.named.scenes())
    for draft in events:
        if draft.reading.sentence < LEAD and not draft.many and _is_open(draft.place, places):
            draft.place = _placed(draft, annotated, links) or draft.place


def _is_open(place: PlaceLink | None, places: PlaceResolver) -> bool:
    """Tell whether no place is told, or only a country, province or land, or the capital that it was filed from."""
    if place is None or place.precision in _WIDE or is_land(place):
        return True
    return place.how.endswith(FROM_DATELINE) and places.named.is_capital(place)


def _placed(draft: Draft, annotated: Annotated, scenes: Sequence[PlaceLink]) -> PlaceLink | None:
    number = draft.reading.sentence
    wide = draft.place.entry if draft.place else None
    country = wide.country if wide else None
    told = {token.lemma.lower() for token in annotated.sentences[number].tokens if _is_of_kind(token)}
    for sentence in annotated.sentences[number + 1 : number + 1 + _NEXT]:
        for noun in _taken_up(sentence, told):
            for link in scenes:
                fits = link.entry is not None and (country is None or link.entry.country in {None, country})
                fits = fits and _may_lie_in(link.entry, wide)
                if fits and _is_fine(link) and _is_told_with(sentence, link, noun):
                    return taken_from(link, f"where the report tells of the {sentence.tokens[noun].lemma.lower()} next")
    return None


def _may_lie_in(entry: PlaceEntry | None, wide: PlaceEntry | None) -> bool:
    """Tell whether a place lies in the province that a lead tells, if it tells one."""
    if entry is None or wide is None or wide.precision is not PlacePrecision.PROVINCE:
        return True
    return entry.admin1 in {None, wide.admin1}


def _is_of_kind(token: Token) -> bool:
    lemma = token.lemma.lower()
    return token.upos == "NOUN" and (lemma in MOVING or place_nouns().get(lemma) in _KINDS)


def _taken_up(sentence: Sentence, told: set[str]) -> Iterator[int]:
    """Yield the nouns of a sentence that point back to one that a lead told of."""
    for number, token in enumerate(sentence.tokens):
        pointing = any(one.head == number and one.text.lower() in _POINTING for one in sentence.tokens)
        if pointing and token.lemma.lower() in told and _is_of_kind(token):
            yield number


def _is_fine(link: PlaceLink) -> bool:
    return link.precision in POINTS or (link.entry is not None and link.entry.unlisted)


def _is_told_with(sentence: Sentence, link: PlaceLink, noun: int) -> bool:
    """Tell whether a name stands with a noun, or with the verb of which that is the subject or object."""
    at = sentence.token_at(link.start)
    tokens = sentence.tokens
    above = tokens[noun].head if tokens[noun].deprel.startswith(("nsubj", "obj")) else -1
    while at >= 0 and tokens[at].deprel in ("compound", "flat"):
        at = tokens[at].head
    for _ in range(_STEPS):
        if at < 0:
            return False
        at = tokens[at].head
        if at == noun or (at == above >= 0):
            return True
    return False
