"""Where the entries of a chronicle are: the first place of each label, a name alone where the gazetteer has none.

A label of a day alone leaves it to the note behind it; "The same" is where the entry before was.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.how import is_pointed_to
from dateline.model.place import POINTS, PlaceLink
from dateline.model.reading import Phrase
from dateline.reference.calendar import MONTHS
from dateline.resolve.draft import Draft
from dateline.resolve.places.resolver import PlaceResolver

_SAME: Final = re.compile(r"[-–—:.,]\s*(?:the same(?: place| town| village)?|ditto|idem|ibid)\s*[.:]", re.IGNORECASE)
_WITHIN: Final = re.compile(r",?\s\(?(?:near\s|in\s|nr\.?\s)?")
_HOW: Final = "at the head of its entry"


def entry_places(
    annotated: Annotated, labels: Mapping[int, range], mentioned: Sequence[PlaceLink], places: PlaceResolver
) -> dict[int, PlaceLink]:
    """Return the place of each sentence's entry, by the sentence's number, for those whose label names one.

    Args:
        annotated: the report.
        labels: the sentences that label the entry of each sentence.
        mentioned: what each name of a place in the report was taken for.
        places: resolves names.
    """
    found: dict[range, PlaceLink | None] = {}
    for label in dict.fromkeys(labels[number] for number in sorted(labels)):
        before = next(reversed(found.values()), None)
        again = _SAME.search(_text_of(annotated, label))
        found[label] = before if again else _place_of(annotated, label, mentioned, places)
    return {number: link for number, label in labels.items() if (link := found[label]) is not None}


def _place_of(
    annotated: Annotated, label: range, mentioned: Sequence[PlaceLink], places: PlaceResolver
) -> PlaceLink | None:
    start, end = annotated.sentences[label.start].start, annotated.sentences[label.stop - 1].end
    named = [link for link in mentioned if start <= link.start < end and link.words.casefold() not in MONTHS]
    if not named and (opening := _opening(annotated, label, mentioned)):
        label, named = range(label.stop, label.stop + 1), [opening]
    spots = [link for link in named if link.entry is not None and link.entry.precision in POINTS]
    if _is_village(annotated, named):
        spots = []
    link = next(iter(spots), None) or (places.resolve(_phrase(annotated, label, named[0])) if named else None)
    return replace(link, how=f"{_HOW}: {link.how}") if link else None


def _is_village(annotated: Annotated, named: Sequence[PlaceLink]) -> bool:
    """Tell whether a label opens with a name that the gazetteer lacks and what it lies in: "Tilwa, Ansongo"."""
    if len(named) < 2 or named[0].entry is not None:
        return False
    return _WITHIN.fullmatch(annotated.report.text[named[0].end : named[1].start]) is not None


def _opening(annotated: Annotated, label: range, mentioned: Sequence[PlaceLink]) -> PlaceLink | None:
    """Return the name that a verbless note opens with behind a bare day: "4.10 - Sarra, school. Drone. 9 dead"."""
    if label.stop >= len(annotated.sentences):
        return None
    note = annotated.sentences[label.stop]
    if any(token.deprel.startswith("nsubj") for token in note.tokens):
        return None
    return next((link for link in mentioned if link.start == note.start), None)


def _text_of(annotated: Annotated, label: range) -> str:
    return annotated.report.text[annotated.sentences[label.start].start : annotated.sentences[label.stop - 1].end]


def _phrase(annotated: Annotated, label: range, link: PlaceLink) -> Phrase:
    number = next(n for n in label if link.start < annotated.sentences[n].end)
    tokens = annotated.sentences[number].tokens
    head = max(n for n, token in enumerate(tokens) if token.start < link.end)
    return Phrase(number, head, link.start, link.end, annotated.report.text[link.start : link.end])


def keep_within(
    annotated: Annotated, drafts: Iterable[Draft], heads: Mapping[int, PlaceLink], mentioned: Sequence[PlaceLink]
) -> None:
    """Let "the town" of an entry be the place of its label, where it was taken for one that its note does not name.

    So with a paragraph and the place that heads it.

    Args:
        annotated: the report.
        drafts: its events; changed in place.
        heads: the place of each sentence's entry or paragraph.
        mentioned: what each name of a place in the report was taken for.
    """
    for draft in drafts:
        head, place = heads.get(draft.reading.sentence), draft.place
        if head is None or place is None or place.entry is None or not is_pointed_to(place.how):
            continue
        block = annotated.report.blocks[annotated.sentences[draft.reading.sentence].block]
        label = annotated.sentences[draft.entry.stop - 1].end if draft.entry is not None else block.start
        note = min(label, draft.reading.quote[0])
        here = [link for link in mentioned if note <= link.start < draft.reading.quote[1]]
        if all(link.entry.id != place.entry.id for link in here if link.entry):
            draft.place = head
