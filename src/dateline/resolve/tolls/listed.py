"""Whose dead the officers and guards were of whom their own words tell no party.

They are of those counted in one breath with them ("a general and 40 officers of the armed forces"), or of the one
state that their event was against ("rebels attacked the base. Three guards were killed").
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model.actor import OF_NO_STATE, OF_STATES, ActorLink
from dateline.model.claim import EventClaim, TollClaim
from dateline.resolve.tolls.claims import COMBATANTS


def of_one_list(tolls: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls of a report, those of fighters without a party with the one party of their sentence's list.

    Args:
        tolls: the tolls.
    """
    return [replace(toll, side=side) if (side := _beside(toll, tolls)) else toll for toll in tolls]


def _beside(toll: TollClaim, tolls: Iterable[TollClaim]) -> ActorLink | None:
    """Return the only state's party that those counted with a toll by one word of harm were of."""
    if not _is_nobodys(toll):
        return None
    key = (toll.quote, toll.harm, toll.trigger, toll.event)
    listed = [one for one in tolls if one is not toll and (one.quote, one.harm, one.trigger, one.event) == key]
    sides = {one.side.name: one.side for one in listed if one.side is not None}
    side = next(iter(sides.values())) if len(sides) == 1 else None
    if side is None or side.kind not in OF_STATES or side.name in {party.name for party in toll.by}:
        return None
    return replace(side, how=f"counted beside those of: {side.how}")


def of_the_attacked(toll: TollClaim, event: EventClaim | None) -> TollClaim:
    """Give fighters without a party the one state whose forces or place those of no state attacked.

    Args:
        toll: the toll.
        event: the event that it belongs to.
    """
    if event is None or not _is_nobodys(toll) or not event.actors or not event.targets:
        return toll
    rebels = all(party.kind in OF_NO_STATE for party in event.actors)
    states = {party.name: party for party in event.targets if party.kind in OF_STATES}
    if not rebels or len(states) != 1 or len(event.targets) != 1:
        return toll
    side = next(iter(states.values()))
    return replace(toll, side=replace(side, how=f"whom their event was against: {side.how}"))


def _is_nobodys(toll: TollClaim) -> bool:
    return toll.status == COMBATANTS and toll.side is None and toll.part_of is None
