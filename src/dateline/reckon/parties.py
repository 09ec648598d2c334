"""Parties: which camp's dead those are whom a claim only calls "militants", by whom the incident names."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from dateline.model.actor import OF_NO_STATE, ActorKind, ActorLink
from dateline.model.claim import TollClaim
from dateline.model.incident import Incident
from dateline.model.wholes import with_wholes
from dateline.reference.actors import actors_named, entry_of

_UNNAMED: Final = OF_NO_STATE | {ActorKind.UNIDENTIFIED}


def lone_camps(incidents: Iterable[Incident]) -> dict[str, str]:
    """Return by an incident's id the camp of the named armed groups in it, or else in its whole, where there is one.

    Args:
        incidents: the incidents, wholes among them.
    """
    by_id = {one.id: one for one in incidents}
    found = {}
    for one in by_id.values():
        for each in with_wholes(one, by_id.get):
            if camps := camps_of((*each.actors, *each.targets), OF_NO_STATE):
                if len(camps) == 1:
                    found[one.id] = camps.pop()
                break
    return found


def with_camps(
    claims: Iterable[TollClaim], incident_of: Mapping[str, str], camps: Mapping[str, str]
) -> Iterator[TollClaim]:
    """Yield toll claims, the side of those that name no group set to the camp that their incident alone names.

    Args:
        claims: toll claims.
        incident_of: the id of the incident of each toll claim that has one, by the claim's id.
        camps: the only camp whose groups an incident names, by the incident's id.
    """
    for claim in claims:
        camp = camps.get(incident_of.get(claim.id, ""))
        if claim.side and camp and unnamed(claim.side):
            yield replace(claim, side=replace(claim.side, side=camp))
        else:
            yield claim


def unnamed(side: ActorLink) -> bool:
    """Return whether a side is told by a word for any armed group of no state."""
    if side.kind is ActorKind.UNIDENTIFIED:
        return side.side is None
    entry = entry_of(side.id) if side.id else None
    return side.kind in _UNNAMED and entry is not None and entry.generic


def camps_of(names: Iterable[str], kinds: Collection[ActorKind] = frozenset(ActorKind)) -> set[str]:
    """Return the camps of actors.

    Args:
        names: the actors' names, in full as the reference has them.
        kinds: the kinds of which an actor must be one.
    """
    named = (entry for name in names for entry in actors_named(name) if entry.name == name)
    return {entry.side for entry in named if entry.kind in kinds and entry.side}
