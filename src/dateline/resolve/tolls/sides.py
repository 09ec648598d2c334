"""Whose dead "fighters" or "gunmen" were, where the rest of the report leaves one camp only."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.actor import ARMED, OF_NO_STATE, OF_STATES, ActorKind, ActorLink
from dateline.model.claim import EventClaim, TollClaim
from dateline.reference.actors import entry_of
from dateline.resolve.tolls.claims import COMBATANTS, PEOPLE
from dateline.resolve.tolls.enemies import of_the_enemy
from dateline.resolve.tolls.fallen import counted_on, of_the_doers
from dateline.resolve.tolls.guests import of_guests
from dateline.resolve.tolls.listed import of_one_list, of_the_attacked

_ISLAMISTS: Final = ".islamists"  # what networks of many countries are called too
_THEIRS: Final = frozenset({"its", "their", "his"})


def with_camps(tolls: Sequence[TollClaim], events: Iterable[EventClaim]) -> list[TollClaim]:
    """Return the tolls of a report, those of unnamed fighters with the camp that they must have been of.

    "Twelve members of the government's forces and nine fighters were killed" in a report on one rebel camp: the nine
    were of that camp, whichever of its groups they fought in. Their name stays what the words say.

    Args:
        tolls: the report's tolls.
        events: its events, whose parties tell which camps of fighters the report speaks of.
    """
    happened = {event.id: event for event in events}
    tolls = [_of_those_struck(toll, happened.get(toll.event or "")) for toll in tolls]
    tolls = [of_guests(toll, happened.get(toll.event or "")) for toll in tolls]
    tolls = [of_the_enemy(toll, happened.get(toll.event or "")) for toll in tolls]
    only = _by_one_party(happened.values())
    tolls = counted_on([of_the_doers(toll, happened.get(toll.event or "") or only) for toll in tolls])
    tolls = of_one_list([of_the_attacked(toll, happened.get(toll.event or "")) for toll in tolls])
    parties = [party for event in happened.values() for party in (*event.actors, *event.targets)]
    parties += [toll.side for toll in tolls if toll.side is not None]
    named = {party.id: party for party in parties if _is_named_group(party)}
    if len(named) == 1:
        group = next(iter(named.values()))
        its_own = {key for key, event in happened.items() if _is_its_own(event, group)}
        tolls = [_of_the_group(toll, group) if toll.event in its_own else toll for toll in tolls]
    camps = {party.side for party in parties if party.side is not None and party.kind in OF_NO_STATE}
    states = {party.side for party in parties if party.side is not None and party.kind in OF_STATES}
    return [_with_camp(toll, camps - states) if _is_unnamed(toll) else toll for toll in tolls]


def _by_one_party(events: Iterable[EventClaim]) -> EventClaim | None:
    """Return an event of a report that names one armed party alone as doing anything, None for any other report."""
    told = [event for event in events if any(party.kind in ARMED for party in event.actors)]
    doers = {party.name for event in told for party in event.actors if party.kind in ARMED}
    return told[0] if len(doers) == 1 else None


def _is_named_group(party: ActorLink) -> bool:
    entry = entry_of(party.id) if party.id else None
    return entry is not None and not entry.generic and party.kind in OF_NO_STATE


def _is_its_own(event: EventClaim, group: ActorLink) -> bool:
    """Whether an event tells of a group and of no other people under arms but a state's, "the assailants" left out."""
    sides = (event.actors, event.targets)
    fighters = [{one.name for one in side if one.kind in OF_NO_STATE and not _is_states(one)} for side in sides]
    return {group.name} in fighters and not any(names - {group.name} for names in fighters)


def _is_states(party: ActorLink) -> bool:
    """Whether a militia fights for a state: "loyalist forces"."""
    return party.side is not None and party.side.startswith("government of")


def _of_the_group(toll: TollClaim, group: ActorLink) -> TollClaim:
    """Give a toll of "rebels" or "assailants" the only group that the report names, if they may be of it.

    They are not where that group tells of them or killed them, nor where its camp is not the one of the words.
    """
    side = toll.side
    if side is None or toll.status != COMBATANTS or group.name in {party.name for party in (*toll.by, *toll.said_by)}:
        return toll
    if not (_is_unnamed(toll) or _is_class_of(side, group)):
        return toll
    how = f"{side.how}; of the only group that the report names"
    told = replace(side, name=group.name, id=group.id, kind=group.kind, side=group.side, country=group.country)
    return replace(toll, side=replace(told, how=how))


def _is_class_of(side: ActorLink, group: ActorLink) -> bool:
    """Whether a party is a class of those who fight the state of a group's own country ("rebels", "militants")."""
    entry, own = (entry_of(one.id) if one.id else None for one in (side, group))
    if entry is None or own is None or not entry.generic or side.kind is not ActorKind.REBEL_GROUP:
        return False
    everywhere = own.country is None and side.id is not None and side.id.endswith(_ISLAMISTS)
    return own.kind is ActorKind.REBEL_GROUP and (own.country == entry.country or everywhere)


def _of_those_struck(toll: TollClaim, event: EventClaim | None) -> TollClaim:
    """Give "killed 25 of them" the one armed party that its event was against: "repelled the militia".

    So are the 17 of "struck a gathering of militiamen, 17 of whom were killed", and 76 of "ambushed a battalion and
    wiped out 76 of its men": nobody wipes out their own.
    """
    if event is None or not (_is_open(toll) or _killed_its_own(toll)):
        return toll
    armed = [party for party in event.targets if party.kind in ARMED]
    if len(armed) != 1 or armed[0].name in {party.name for party in toll.by}:
        return toll
    words = f"“{toll.side.words}”" if toll.side else "“of them”"
    side = replace(armed[0], how=f"{words}: those that it was against: {armed[0].how}")
    return replace(toll, side=side, status=COMBATANTS)


def _is_open(toll: TollClaim) -> bool:
    return toll.side is None and toll.status == PEOPLE and _counts_them(toll)


def _killed_its_own(toll: TollClaim) -> bool:
    """Whether "its" or "their" was taken for those who did it."""
    side = toll.side
    if side is None or side.words.casefold() not in _THEIRS:
        return False
    return any(party.name == side.name or (side.side and party.side == side.side) for party in toll.by)


def _counts_them(toll: TollClaim) -> bool:
    told, number = " ".join(toll.quote.text.split()).casefold(), toll.count.words.casefold()
    return toll.part_of is None and any(f"{number} of {back}" in told for back in ("them", "whom"))


def _is_unnamed(toll: TollClaim) -> bool:
    side = toll.side
    return toll.status == COMBATANTS and side is not None and side.kind is ActorKind.UNIDENTIFIED and not side.side


def _with_camp(toll: TollClaim, camps: set[str]) -> TollClaim:
    """Give a toll the only camp that is left once those who tell of it and who did it are taken out."""
    others = {party.side for party in (*toll.by, *_parties(toll.said_by))}
    left = camps - others
    if toll.side is None or len(left) != 1:
        return toll
    how = f"{toll.side.how}; of the only camp of fighters that the report tells of"
    return replace(toll, side=replace(toll.side, side=left.pop(), how=how))


def _parties(speakers: Iterable[ActorLink]) -> Iterable[ActorLink]:
    return (speaker for speaker in speakers if speaker.kind in OF_NO_STATE)
