"""Days of rivals: who took a place before did not take it on the day on which others take it.

"The army retook Sarra on Monday. … Jets had helped the rebels to win it in the first place": the rebels won it on no
day that is told.
"""

from collections.abc import Sequence

from dateline.model.actor import OF_STATES
from dateline.model.how import TAKEN_OVER
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import TERRITORY
from dateline.resolve.inheritance import at_one_place, own_day


def clear_days_of_rivals(events: Sequence[Draft]) -> frozenset[str]:
    """Take back the day of a capture that it has only from a capture of the same place by the other side.

    Returns the keys of the readings of those that have none any more.

    Args:
        events: the events, their types, places, days and parties settled; changed in place.
    """
    cleared = set()
    captures = [draft for draft in events if draft.type in TERRITORY]
    for draft in captures:
        if draft.when is None or not draft.when.basis.startswith(TAKEN_OVER):
            continue
        there = [d for d in captures if d is not draft and at_one_place(draft, d) and d.when and own_day(d)]
        lenders = [d for d in there if d.when and d.when.first == draft.when.first]
        if lenders and all(_are_rivals(draft, lender) for lender in lenders):
            draft.when = None
            cleared.add(draft.reading.key)
    return frozenset(cleared)


def _are_rivals(one: Draft, other: Draft) -> bool:
    mine, theirs = _camps(one), _camps(other)
    states = all(actor.kind in OF_STATES for actor in (*one.actors, *other.actors))
    return bool(mine and theirs) and mine.isdisjoint(theirs) and not states


def _camps(draft: Draft) -> frozenset[str]:
    return frozenset(actor.side for actor in draft.actors if actor.side)
