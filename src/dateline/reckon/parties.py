"""Parties: which camp's dead those are whom a claim only calls "militants", by whom the incident names."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from dateline.model.actor import OF_NO_STATE, ActorEntry, ActorKind, ActorLink
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


def lone_groups(incidents: Iterable[Incident]) -> dict[str, ActorEntry]:
    """Return by an incident's id the only named armed group of no state among its parties, where there is one.

    Args:
        incidents: the incidents.
    """
    found = {}
    for one in incidents:
        named = {entry.id: entry for name in (*one.actors, *one.targets) for entry in actors_named(name)}
        groups = [entry for entry in named.values() if entry.kind in OF_NO_STATE and not entry.generic]
        groups = [entry for entry in groups if entry.name in (*one.actors, *one.targets)]
        if len(groups) == 1 and groups[0].side and not groups[0].side.startswith("government of"):
            found[one.id] = groups[0]
    return found


def with_groups(
    claims: Iterable[TollClaim], incident_of: Mapping[str, str], groups: Mapping[str, ActorEntry]
) -> Iterator[TollClaim]:
    """Yield toll claims, those that only say "rebels" or "militants" given the only group that their incident names.

    Args:
        claims: toll claims.
        incident_of: the id of the incident of each toll claim that has one, by the claim's id.
        groups: the only group that an incident names, by the incident's id.
    """
    for claim in claims:
        group = groups.get(incident_of.get(claim.id, ""))
        if (
            claim.side
            and group
            and unnamed(claim.side)
            and _may_be(claim.side, group)
            and not _is_told_by(claim, group)
        ):
            told = replace(claim.side, name=group.name, id=group.id, kind=group.kind, side=group.side)
            yield replace(claim, side=told)
        else:
            yield claim


def _may_be(side: ActorLink, group: ActorEntry) -> bool:
    """Whether fighters told by a word for any may be of a group: the rebels of some wars are known by their groups."""
    entry = entry_of(side.id) if side.id else None
    return entry is None or not entry.members or group.id in entry.members


def _is_told_by(claim: TollClaim, group: ActorEntry) -> bool:
    """Whether the group itself tells of those dead or killed them: whom it fights is another."""
    return any(party.side == group.side for party in (*claim.by, *claim.said_by))


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
        if claim.side and camp and unnamed(claim.side) and _may_fight_on(claim.side, camp):
            yield replace(claim, side=replace(claim.side, side=camp))
        else:
            yield claim


def _may_fight_on(side: ActorLink, camp: str) -> bool:
    """Whether fighters told by a word for any may be of a camp, as far as the groups that it stands for are known."""
    entry = entry_of(side.id) if side.id else None
    members = [known for one in (entry.members if entry else ()) if (known := entry_of(one)) is not None]
    return not members or any(one.side == camp for one in members)


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
