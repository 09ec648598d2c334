"""A closer place than the province that an event's own words name, where its sentence says one beside it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Sentence
from dateline.model.place import VAST, PlaceLink
from dateline.resolve.places.choice import lies_in

_AT: Final = frozenset({"in", "at", "near", "outside", "between", "around", "inside"})
_BETWEEN: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ"})


def closer(
    wide: PlaceLink, mentioned: Iterable[PlaceLink], sentence: Sentence, is_another: Callable[[PlaceLink], bool]
) -> PlaceLink:
    """Return the first place within a province or country at which its sentence says that something is.

    "In A province, gunmen ambushed a convoy between B and C" was at B.

    Args:
        wide: what an event's own words name.
        mentioned: every name of a place in the report.
        sentence: the event's.
        is_another: tells whether a place of the sentence is another claim's.
    """
    if wide.entry is None or wide.entry.precision not in VAST:
        return wide
    for link in mentioned:
        entry = link.entry
        if entry is None or entry.precision in VAST or not sentence.start <= link.start < sentence.end:
            continue
        if wide.start <= link.start < wide.end or is_another(link):
            continue
        if lies_in(entry, wide.entry) and _opening(sentence, link.start) in _AT:
            return replace(link, how=f"{link.how}; closer than “{wide.words}”")
    return wide


def _opening(sentence: Sentence, start: int) -> str:
    """Return the preposition before a name's phrase, "" where none stands there."""
    before = [token for token in sentence.tokens if token.end <= start]
    while before and before[-1].upos in _BETWEEN:
        before.pop()
    return before[-1].text.lower() if before else ""
