"""Whose dead "the enemy" were, where the report's party was not known: never of those who did it."""

from dataclasses import replace

from dateline.model.actor import ARMED, OF_NO_STATE, ActorKind, ActorLink
from dateline.model.claim import EventClaim, TollClaim
from dateline.reference.actors import party_of
from dateline.reference.lexicon import lexicon


def of_the_enemy(toll: TollClaim, event: EventClaim | None) -> TollClaim:
    """Give the dead of "the enemy" to those whom the event was against, where their party is that of its doers.

    "The fighters of the Front freed the town. Forty of the enemy lie dead" comes from the Front, whatever its outlet.

    Args:
        toll: the toll.
        event: the event that it belongs to.
    """
    side = toll.side
    if side is None or event is None or lexicon()["enemy"].isdisjoint(side.words.casefold().split()):
        return toll
    doers = [party for party in event.actors if party.kind in OF_NO_STATE or party.kind is ActorKind.UNIDENTIFIED]
    if not doers or len(doers) < len(event.actors) or not _is_theirs(side, doers):
        return toll
    armed = [party for party in event.targets if party.kind in ARMED and not _is_theirs(party, doers)]
    country = side.country or (event.place.entry.country if event.place and event.place.entry else None)
    how = f"“{side.words}”: whom the doers fight"
    if len(armed) == 1:
        return replace(toll, side=replace(armed[0], how=how))
    if country is None:
        return toll
    return replace(toll, side=ActorLink.to(party_of("military", country), side.words, side.start, side.end, how))


def _is_theirs(side: ActorLink, doers: list[ActorLink]) -> bool:
    """Whether a party may be the doers': of their name or camp, or a class of those who fight the state, as they do."""
    return any(
        side.name == doer.name or (side.side and side.side == doer.side) or side.kind in OF_NO_STATE for doer in doers
    )
