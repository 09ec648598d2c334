"""Events that tolls alone tell of: "raids on the province killed 73 people, eight of them in Saraqib"."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.claim import EventClaim, TollClaim
from dateline.model.place import LOCAL, VAST, PlaceEntry, PlaceLink
from dateline.model.reading import Harm, Scope, Stance
from dateline.resolve.inheritance import is_fine
from dateline.resolve.merging import overlap
from dateline.resolve.places.choice import lies_in, touch
from dateline.resolve.tolls.told_event import event_of

FOUND_BY: Final = "toll.place@1"


def with_places(events: Sequence[EventClaim], tolls: Sequence[TollClaim]) -> tuple[list[EventClaim], list[TollClaim]]:
    """Return events and tolls, with an event for each place within a wider event's at which people were harmed.

    The dead of one town are those of what happened in that town, and no more than a part of the province's. Where the
    report tells an event of that kind at the place itself, the tolls go to that one.

    Args:
        events: the report's events.
        tolls: its tolls, each with the event that it was tied to.
    """
    by_id = {event.id: event for event in (_moved(event, tolls) for event in events)}
    made: dict[tuple[str, str], EventClaim] = {}
    listed = {toll.id for toll in tolls if _is_elsewhere(toll, by_id.get(toll.event or ""), tolls)}
    placed = [_placed(toll, by_id, made, listed) for toll in tolls]
    return [*by_id.values(), *(event for event in made.values() if event.id not in by_id)], placed


def _moved(event: EventClaim, tolls: Iterable[TollClaim]) -> EventClaim:
    """Return an event at the one place within its own at which all its tolls, told beside it, say people were harmed.

    "Fired missiles at the west of the country, wounding two in X" tells one strike, and it hit X.
    """
    own = [toll for toll in tolls if toll.event == event.id and toll.quote == event.quote]
    places = {toll.place.entry.id: toll.place for toll in own if toll.place and toll.place.entry}
    if len(places) != 1 or not all(_is_local(toll, event) for toll in own):
        return event
    (place,) = places.values()
    return replace(event, place=place)


def _placed(
    toll: TollClaim,
    events: dict[str, EventClaim],
    made: dict[tuple[str, str], EventClaim],
    listed: Container[str],
) -> TollClaim:
    wide = events.get(toll.event or "")
    if wide is None or toll.place is None or not (toll.id in listed or _is_local(toll, wide)):
        return toll
    spot = toll.place.entry
    assert spot
    own = made.get((wide.id, spot.id)) or _told_there(wide, spot, events.values()) or _made(toll, wide, toll.place)
    made[wide.id, spot.id] = own
    return replace(toll, event=own.id, when=own.when if overlap(toll.when, own.when) else toll.when)


def _is_local(toll: TollClaim, wide: EventClaim) -> bool:
    """Whether a toll tells in its own words of a town within the wider place of its event."""
    place, holder = toll.place, wide.place
    if place is None or place.entry is None or holder is None or holder.entry is None:
        return False
    if place.taken_over or not is_fine(place) or not _holds(holder.entry, place.entry):
        return False
    happened = toll.stance in {Stance.ASSERTED, Stance.UNCERTAIN} and bool(toll.count.low)
    return happened and toll.harm is not None and toll.scope is not Scope.CUMULATIVE


def _is_elsewhere(toll: TollClaim, told: EventClaim | None, tolls: Iterable[TollClaim]) -> bool:
    """Whether dead are told beside those of another town: "killed 15 in A, and at least 17 others were killed in B"."""
    if told is None or not _are_dead(toll, told) or not _are_apart(toll.place, told.place):
        return False
    beside = [one for one in tolls if one is not toll and one.event == told.id and _are_dead(one, told)]
    return any(not _are_apart(one.place, told.place) for one in beside)


def _are_dead(toll: TollClaim, told: EventClaim) -> bool:
    """Whether a toll counts dead, and no part of others, in the sentence of their event."""
    whole = toll.part_of is None and toll.demographic is None and toll.scope is Scope.INCIDENT
    return whole and toll.quote == told.quote and toll.harm is Harm.KILLED and (toll.count.low or 0) > 1


def _are_apart(one: PlaceLink | None, other: PlaceLink | None) -> bool:
    """Whether two places are both told, and neither is the other, near it or in it."""
    if one is None or one.entry is None or other is None or other.entry is None or one.taken_over or other.taken_over:
        return False
    return {one.entry.precision, other.entry.precision} <= LOCAL and not touch(one.entry, other.entry)


def _holds(wide: PlaceEntry, spot: PlaceEntry) -> bool:
    """Whether a province or country holds a place; a name that the gazetteer lacks lies in what the report tells of."""
    unknown = spot.lat is None and spot.admin1 is None and wide.precision in VAST
    return lies_in(spot, wide) or (unknown and spot.country in {None, wide.country})


def _told_there(wide: EventClaim, spot: PlaceEntry, events: Iterable[EventClaim]) -> EventClaim | None:
    """Return the event of the same type that the report tells at a place on the same days."""
    return next(
        (e for e in events if e.type == wide.type and e.place and e.place.entry == spot and e.when == wide.when), None
    )


def _made(toll: TollClaim, wide: EventClaim, place: PlaceLink) -> EventClaim:
    told = event_of(toll, place, wide.type, FOUND_BY)
    return replace(told, when=wide.when, said_by=toll.said_by or wide.said_by, actors=wide.actors, targets=())
