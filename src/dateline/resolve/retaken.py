"""Who took a place back, where the words name nobody: not those who had taken it ("the town was recaptured").

What rebels had taken, the state's forces have taken back; what those had taken, whoever had lost it to them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model.actor import ARMED, ActorLink
from dateline.model.how import TAKEN_OVER
from dateline.model.reading import EventReading
from dateline.reference.actors import party_of
from dateline.reference.sub_events import GOVERNMENT_REGAINS, NON_STATE_OVERTAKES, TERRITORY_TAKEN
from dateline.reference.trigger_words import takes_back
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import CAPTURES


def settle_retaken(events: Sequence[Draft]) -> None:
    """Settle the type and the parties of what was taken back by nobody who is named.

    Args:
        events: the events of a report in text order, their types settled otherwise; changed in place.
    """
    for draft in events:
        taken = _taken_before(draft, events) if _is_by_nobody(draft) else None
        if taken is None:
            continue
        draft.type = GOVERNMENT_REGAINS if taken.type == NON_STATE_OVERTAKES else NON_STATE_OVERTAKES
        draft.targets = _taken_over(taken.actors)
        draft.actors = _taken_over(link for link in taken.targets if link.kind in ARMED) or _state_forces(draft)


def _is_by_nobody(draft: Draft) -> bool:
    reading = draft.reading
    if not isinstance(reading, EventReading) or reading.type != TERRITORY_TAKEN or reading.actors:
        return False
    return takes_back(reading.trigger.text) and draft.spot is not None


def _taken_before(draft: Draft, events: Sequence[Draft]) -> Draft | None:
    """Return the last capture of the place before it whose taker is told."""
    told = [one for one in events if one is not draft and one.spot == draft.spot and one.type in CAPTURES]
    known = [one for one in told if isinstance(one.reading, EventReading) and one.reading.actors and one.actors]
    return max((one for one in known if _is_before(one, draft)), key=_order, default=None)


def _is_before(one: Draft, other: Draft) -> bool:
    """Whether one capture was before another, by their days or else by the order in which they are told.

    What was taken on the same day is told again: "the army took back A on Monday. After its recapture …".
    """
    if one.when and other.when and one.when.first and other.when.first:
        return one.when.first < other.when.first
    return one.reading.trigger.start < other.reading.trigger.start


def _order(draft: Draft) -> tuple[int, int]:
    first = draft.when.first if draft.when else None
    return first.toordinal() if first else 0, draft.reading.trigger.start


def _taken_over(links: Iterable[ActorLink]) -> tuple[ActorLink, ...]:
    how = f"{TAKEN_OVER} the capture before: "
    return tuple(replace(link, how=how + link.how) for link in links)


def _state_forces(draft: Draft) -> tuple[ActorLink, ...]:
    """Return the forces of the state in which the place lies, where it was taken back from those of no state."""
    country = draft.place.entry.country if draft.place and draft.place.entry else None
    if draft.type != GOVERNMENT_REGAINS or country is None:
        return ()
    trigger = draft.reading.trigger
    how = f"{TAKEN_OVER} the capture before: what was taken from the state is taken back by it"
    return (ActorLink.to(party_of("military", country), trigger.text, trigger.start, trigger.end, how),)
