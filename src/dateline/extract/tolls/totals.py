"""Events that are only running totals: "the group has killed more than 1,500 people this year"."""

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.model.reading import EventReading, Scope, TollReading
from dateline.reference.sub_events import ATTACK, CLASH

_HARM_TYPES: Final = frozenset({ATTACK, CLASH})  # what a verb of harm is read as by itself


def without_totals(events: Sequence[EventReading], tolls: Iterable[TollReading]) -> list[EventReading]:
    """Return the events without those that a running total's own verb tells.

    Args:
        events: the report's events.
        tolls: its tolls, with what each covers.
    """
    totals = {(toll.sentence, toll.trigger.head) for toll in tolls if toll.scope is Scope.CUMULATIVE}
    return [
        event for event in events if event.type not in _HARM_TYPES or (event.sentence, event.trigger.head) not in totals
    ]
