"""Foreign forces among the harmed: "a bomb hit a French convoy in Mali. Two soldiers died" counts no Malians."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.model.actor import OF_STATES, ActorEntry, ActorKind, ActorLink
from dateline.model.claim import EventClaim, TollClaim
from dateline.reference.actors import party_of
from dateline.reference.countries import by_adjective, countries

_HELD: Final = (
    r"base|camp|barracks|outpost|garrison|post|convoy|patrol|column|positions?|checkpoint|contingent|troops|soldiers"
)

_HOMES: Final = r"refugee|migrant|displace|summer"  # "a Palestinian refugee camp" is no army's


def of_guests(toll: TollClaim, event: EventClaim | None) -> TollClaim:
    """Return a toll of "soldiers" as one of the foreign force that its event was against.

    Words that name no country are else taken for the forces of the country that the report tells of.

    Args:
        toll: the toll, with its side.
        event: its event, if any.
    """
    side = toll.side
    if event is None or side is None or side.kind is not ActorKind.STATE_FORCES or _names_a_country(side):
        return toll
    if any(party.side == side.side for party in event.actors):
        return toll
    force = _struck(event, side) or _held(event)
    if force is None or force.side in {None, side.side}:
        return toll
    how = f"“{side.words}”: those that it was against"
    told = replace(side, name=force.name, id=force.id, kind=ActorKind.EXTERNAL_FORCES, side=force.side)
    return replace(toll, side=replace(told, country=force.country, how=how))


def _names_a_country(side: ActorLink) -> bool:
    """Whether words tell whose soldiers they were: by a capital within them, or by a country at their head."""
    return side.words[1:] != side.words[1:].lower() or _country().match(side.words) is not None


def _struck(event: EventClaim, side: ActorLink) -> ActorLink | None:
    """Return the only force that an event was against, but for that which the toll itself gave it."""
    struck = {party.name: party for party in event.targets if party.kind in OF_STATES and party.side != side.side}
    return next(iter(struck.values())) if len(struck) == 1 else None


def _held(event: EventClaim) -> ActorEntry | None:
    """Return the army of the only country whose base or convoy the words of an event tell of."""
    found = {by_adjective()[match[1].lower()] for match in _pattern().finditer(event.quote.text)}
    return party_of("military", found.pop()) if len(found) == 1 else None


@cache
def _country() -> re.Pattern[str]:
    names = (country.name for country in countries().values())
    return re.compile(rf"(?:{'|'.join(map(re.escape, (*by_adjective(), *names)))})\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, by_adjective()))
    return re.compile(rf"\b({words})\b (?:(?!{_HOMES})[\w-]+ ){{0,2}}?(?:{_HELD})\b", re.IGNORECASE)
