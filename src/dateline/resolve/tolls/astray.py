"""Tolls tied to an event of another place: "a strike on A killed nine. … Some 12,000 people were displaced from B"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.place import LOCAL, PlaceEntry
from dateline.model.reading import TollReading
from dateline.resolve.draft import Draft
from dateline.resolve.inheritance import own_place
from dateline.resolve.places.choice import lies_in
from dateline.resolve.places.scores import kilometres

_ONE_SPOT_KM: Final = 15.0  # a town and what it is told near lie this close
_REACH: Final = 4  # sentences back to what happened at the toll's place


def put_right(tolls: Sequence[Draft], events: Sequence[Draft]) -> None:
    """Tie each toll that tells in its own words of a place apart from its event's to what happened at that place.

    It is left without an event where the report tells none there. What its own sentence tells it is left with: "shells
    hit A, and 30 of the wounded reached B" counts what the shells did.

    Args:
        tolls: the tolls of a report; their readings are changed in place.
        events: its events, in text order, their places resolved.
    """
    at = {draft.reading.key: draft for draft in reversed(events)}
    for draft in tolls:
        reading = draft.reading
        event = at.get(reading.event or "") if isinstance(reading, TollReading) else None
        if event is None or event.reading.sentence == reading.sentence or not _are_apart(draft, event):
            continue
        there = [one for one in events if 0 <= reading.sentence - one.reading.sentence <= _REACH and _at(draft, one)]
        assert isinstance(reading, TollReading)
        draft.reading = replace(reading, event=there[-1].reading.key if there else None)


def _are_apart(toll: Draft, event: Draft) -> bool:
    if toll.place is None or event.place is None or not own_place(event):
        return False
    here, there = toll.place.entry, event.place.entry
    if here is None or there is None or here.id == there.id or not {here.precision, there.precision} <= LOCAL:
        return False
    return not _touch(here, there)


def _touch(here: PlaceEntry, there: PlaceEntry) -> bool:
    if here.near in (there.name, there.near) or there.near == here.name:
        return here.near is not None or there.near is not None
    return lies_in(here, there) or lies_in(there, here) or kilometres(here, there) <= _ONE_SPOT_KM


def _at(toll: Draft, event: Draft) -> bool:
    here, there = (draft.place.entry if draft.place else None for draft in (toll, event))
    return here is not None and there is not None and here.id == there.id
