"""What a claim takes over from its neighbours in the report when its own clause is silent; always said in the claim."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.place import PlaceLink
from dateline.model.when import Precision, When
from dateline.resolve.draft import Draft

_LEAD: Final = 3  # sentences, the headline among them, that tell what a report is about
_CLOSE: Final = frozenset({Precision.DAY, Precision.DAYS})
_REACH: Final = 2  # sentences back: further off, a report has usually moved on


def inherit_places(drafts: Sequence[Draft]) -> None:
    """Give an event without a place that of the event before it, in its sentence or the two before.

    Args:
        drafts: the events of one report in text order; changed in place.
    """
    for number, draft in enumerate(drafts):
        if draft.place is None:
            draft.place = _from_same_sentence(drafts, number) or _from_before(drafts, number)


def _from_same_sentence(drafts: Sequence[Draft], number: int) -> PlaceLink | None:
    draft = drafts[number]
    here = [d for d in drafts if d.reading.sentence == draft.reading.sentence and d.place is not None and not d.place.how.startswith("taken over")]
    if not here:
        return None
    nearest = min(here, key=lambda d: abs(d.reading.trigger.start - draft.reading.trigger.start))
    return _taken_over(nearest.place, "same sentence") if nearest.place else None


def _from_before(drafts: Sequence[Draft], number: int) -> PlaceLink | None:
    for other in reversed(drafts[:number]):
        back = drafts[number].reading.sentence - other.reading.sentence
        if back > _REACH:
            return None
        if back > 0 and other.place is not None:
            return _taken_over(other.place, "sentence before")
    return None


def _taken_over(place: PlaceLink, whence: str) -> PlaceLink:
    return place if place.how.startswith("taken over") else replace(place, how=f"taken over from the {whence}: {place.how}")


def inherit_times(drafts: Sequence[Draft], said: Sequence[When | None]) -> None:
    """Give an event without a day that of its neighbours, surest first.

    In order: an event of the same sentence; an event of the same type at the same place; one at the same place; the event
    of the sentence before; the day until which it must have happened, because it was said on that day; the day of which
    the report's lead tells, for a news report tells of one day unless it says otherwise.

    Args:
        drafts: the events of one report in text order; changed in place.
        said: for each draft the day on which it was said, None where not told.
    """
    dated = [draft for draft in drafts if draft.when is not None]
    lead = next((d for d in dated if d.reading.sentence < _LEAD and d.when and d.when.precision in _CLOSE), None)
    for draft, spoken in zip(drafts, said, strict=True):
        if draft.when is None:
            draft.when = _from_neighbours(draft, dated) or _until(spoken) or _from_lead(lead)


def _from_neighbours(draft: Draft, dated: Sequence[Draft]) -> When | None:
    steps = (
        ("an event of the same sentence", lambda d: d.reading.sentence == draft.reading.sentence and _one_spot(d, draft)),
        ("the same kind of event at the same place", lambda d: d.spot is not None and d.spot == draft.spot and d.type == draft.type),
        ("an event at the same place", lambda d: d.spot is not None and d.spot == draft.spot),
        ("the event before", lambda d: 0 < draft.reading.sentence - d.reading.sentence <= _REACH),
    )
    for whence, fits in steps:
        near = [d for d in dated if fits(d)]
        if near:
            when = min(near, key=lambda d: abs(d.reading.sentence - draft.reading.sentence)).when
            if when is not None:
                return replace(when, basis=f"taken over from {whence}: {when.basis}")
    return None


def _from_lead(lead: Draft | None) -> When | None:
    return replace(lead.when, basis=f"taken over from the lead: {lead.when.basis}") if lead and lead.when else None


def _one_spot(one: Draft, other: Draft) -> bool:
    """Whether two events may be at one place: "the fall of A followed the loss of B last month" dates only B."""
    return one.spot is None or other.spot is None or one.spot == other.spot


def _until(spoken: When | None) -> When | None:
    if spoken is None or spoken.after is None:
        return None
    return When(None, spoken.after, Precision.OPEN, spoken.words, f"said on that day, so not later: {spoken.basis}")
