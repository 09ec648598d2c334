"""Deaths that no event of their report accounts for tell one: "on Tuesday at least ten soldiers died at Mitú"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.claim import EventClaim, TollClaim
from dateline.model.reading import Harm, Scope, Stance
from dateline.model.when import When
from dateline.reference.sub_events import ATTACK, CLASH
from dateline.resolve.headline import may_be_called
from dateline.resolve.inheritance import is_fine
from dateline.resolve.merging import VIOLENT, overlap
from dateline.resolve.places.choice import touch
from dateline.resolve.tolls.claims import COMBATANTS
from dateline.resolve.tolls.told_event import event_of

FOUND_BY: Final = "toll.alone@1"
_EXACT: Final = 2  # days within which it must have been


def with_those_alone(
    events: Sequence[EventClaim], tolls: Sequence[TollClaim]
) -> tuple[list[EventClaim], list[TollClaim]]:
    """Return events and tolls, with an event for the dead of a place and day on which the report tells none.

    Place and day must be known, and one of them told beside the number: what only carries on may count anything.

    Args:
        events: the report's events.
        tolls: its tolls, each with the event that it was tied to.
    """
    made: dict[tuple[str, When], EventClaim] = {}
    out = []
    for toll in tolls:
        if not _is_alone(toll) or _is_accounted_for(toll, events):
            out.append(toll)
            continue
        if (told := _told_below(toll, events)) is not None:
            out.append(replace(toll, event=told.id))
            continue
        assert toll.place
        assert toll.place.entry
        assert toll.when
        kind = CLASH if toll.status == COMBATANTS else ATTACK
        told = event_of(toll, toll.place, kind, FOUND_BY)
        event = made.setdefault((toll.place.entry.id, toll.when), told)
        out.append(replace(toll, event=event.id))
    return [*events, *made.values()], out


def _is_alone(toll: TollClaim) -> bool:
    """Whether a toll is of the dead of one happening at a known place and day, and has no event."""
    place, when = toll.place, toll.when
    if toll.event or toll.part_of or toll.demographic or toll.harm is not Harm.KILLED or not (toll.count.low or 0) > 1:
        return False
    if toll.scope is not Scope.INCIDENT or toll.stance is not Stance.ASSERTED:
        return False
    if place is None or place.entry is None or not is_fine(place) or when is None or when.days is None:
        return False
    return when.days <= _EXACT and not (place.taken_over and when.taken_over)


def _told_below(toll: TollClaim, events: Iterable[EventClaim]) -> EventClaim | None:
    """Return the only violence that a report tells of, where its headline counts the dead: "Scores hacked to death".

    The headline may name a town nearby, or what the event's own place was taken from.
    """
    violent = [event for event in events if event.type in VIOLENT and event.stance is Stance.ASSERTED]
    above = all(toll.quote.end <= event.quote.start for event in violent)
    fitting = [event for event in violent if overlap(toll.when, event.when)]
    return fitting[0] if above and len(fitting) == 1 and _may_be_there(toll, fitting[0]) else None


def _may_be_there(toll: TollClaim, event: EventClaim) -> bool:
    here, there = toll.place, event.place
    if here is None or there is None or here.entry is None or there.entry is None:
        return True
    return here.taken_over or there.taken_over or may_be_called(here.entry, there.entry, near=True)


def _is_accounted_for(toll: TollClaim, events: Iterable[EventClaim]) -> bool:
    """Whether an event of the report may be what they died of: at their place, on their day or before it."""
    return any(event.type in VIOLENT and _not_after(event, toll) and _meet(toll, event) for event in events)


def _not_after(event: EventClaim, toll: TollClaim) -> bool:
    if event.when is None and event.quote.start > toll.quote.start:
        return False  # what is told behind them without a day may be anything
    if overlap(toll.when, event.when):
        return True
    first, then = (claim.when.first if claim.when else None for claim in (event, toll))
    return first is not None and then is not None and first <= then


def _meet(toll: TollClaim, event: EventClaim) -> bool:
    here, there = (claim.place.entry if claim.place else None for claim in (toll, event))
    if here is None or there is None:
        return True
    return touch(here, there)
