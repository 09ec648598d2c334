"""A closer place than the province that an event's own words name, where its sentence says one beside it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Sentence, Token
from dateline.model.place import VAST, PlaceEntry, PlaceLink, PlacePrecision
from dateline.reference.places_words import place_nouns
from dateline.resolve.places.choice import lies_in
from dateline.resolve.places.scores import kilometres

_AT: Final = frozenset({"in", "at", "near", "outside", "between", "around", "inside"})
_AROUND_KM: Final = 60.0  # no place of a district lies farther from its town
_BETWEEN: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ"})


def closer(
    wide: PlaceLink, mentioned: Iterable[PlaceLink], sentence: Sentence, is_another: Callable[[PlaceLink], bool]
) -> PlaceLink:
    """Return the first place within a province, district or country at which its sentence says that something is.

    "In A province, gunmen ambushed a convoy between B and C" was at B.

    Args:
        wide: what an event's own words name.
        mentioned: the report's names of places that may be scenes.
        sentence: the event's.
        is_another: tells whether a place of the sentence is another claim's.
    """
    if wide.entry is None or not _is_wide(wide.entry):
        return wide
    for link in mentioned:
        entry = link.entry
        if entry is None or entry.precision in VAST or not sentence.start <= link.start < sentence.end:
            continue
        if wide.start <= link.start < wide.end:
            continue
        if _may_lie_in(entry, wide.entry) and _opening(sentence, link.start) in _AT and not is_another(link):
            return replace(link, how=f"{link.how}; closer than “{wide.words}”")
    return wide


def _is_wide(entry: PlaceEntry) -> bool:
    """Tell whether a place is a province, a district, or what a report calls one after its town."""
    return entry.precision.is_wide or _is_around(entry)


def _is_around(entry: PlaceEntry) -> bool:
    return entry.precision is PlacePrecision.AREA and entry.near == entry.name


def _may_lie_in(entry: PlaceEntry, wide: PlaceEntry) -> bool:
    """Tell whether a place lies in a wider one; a name that the gazetteer lacks may, where it is no more than that."""
    if entry.unlisted and entry.lat is None:
        return entry.country == wide.country
    if _is_around(wide):
        return entry.id != wide.id and kilometres(entry, wide) <= _AROUND_KM
    return lies_in(entry, wide)


def _opening(sentence: Sentence, start: int) -> str:
    """Return the preposition before a name's phrase, "" where none stands there."""
    before = [token for token in sentence.tokens if token.end <= start]
    while before and (before[-1].upos in _BETWEEN or _is_of_noun(before)):
        before.pop()
    return before[-1].text.lower() if before else ""


def _is_of_noun(before: list[Token]) -> bool:
    """Tell whether words end in the "of" between a noun for a place and its name: "at the hamlet of"."""
    return len(before) > 1 and before[-1].text.lower() == "of" and before[-2].lemma.lower() in place_nouns()
