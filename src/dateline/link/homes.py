"""Homes: the event claim that a toll claim belongs to, within its report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.model.claim import EventClaim, TollClaim
from dateline.model.place import PlaceEntry
from dateline.model.reading import Harm, Scope, Stance
from dateline.model.when import When
from dateline.reference.codebook import codebook

TELLING: Final = 10  # a number that one report seldom gives for two things
_BODILY: Final = frozenset({Harm.KILLED, Harm.WOUNDED})


def homes(tolls: Iterable[TollClaim], events: Mapping[str, EventClaim]) -> dict[str, str]:
    """Return the id of the event claim of each toll claim that has one, by the toll claim's id.

    A toll goes where it says (`event`), unless that happened on other days than the toll tells of; of an event told of
    several places in the same words, to that at its own place; else where the whole
    that it is part of goes; else to the nearest event of its report that shares its place and its days; else where the
    report gives the same telling number. Women and children go with their whole. Running totals have no event.

    Args:
        tolls: toll claims of any reports.
        events: event claims by id.
    """
    by_id = {toll.id: toll for toll in tolls if _counts(toll)}
    of_report = _by_report(events.values())
    found: dict[str, str] = {}
    for toll in by_id.values():
        own, *wholes = _wholes(toll, by_id)
        near = of_report.get(toll.report_id, ())
        tries = ([wholes] if toll.demographic else []) + [[own, *wholes]]
        if home := next(filter(None, (_home(chain, near, events) for chain in tries)), None):
            found[toll.id] = home
    return found | _told_again(by_id.values(), found)


def tolls_by_event(tolls: Iterable[TollClaim], found: Mapping[str, str]) -> dict[str, list[TollClaim]]:
    """Return the toll claims of each event claim by its id, in the order of their own ids."""
    grouped: defaultdict[str, list[TollClaim]] = defaultdict(list)
    for toll in sorted(tolls, key=lambda toll: toll.id):
        if toll.id in found:
            grouped[found[toll.id]].append(toll)
    return grouped


def can_harm(type_name: str, harm: Harm | None) -> bool:
    """Return whether an event of a type may have a toll of that harm: no one dies of an agreement."""
    violent = codebook()[type_name].disorder_type != "Strategic developments"
    return violent or (harm is not None and harm not in _BODILY)


def _counts(toll: TollClaim) -> bool:
    return toll.scope is not Scope.CUMULATIVE and toll.stance is not Stance.PLANNED


def _by_report(events: Iterable[EventClaim]) -> dict[str, list[EventClaim]]:
    grouped: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for event in events:
        if event.stance in {Stance.ASSERTED, Stance.UNCERTAIN}:
            grouped[event.report_id].append(event)
    return grouped


def _home(chain: Sequence[TollClaim], near: Sequence[EventClaim], events: Mapping[str, EventClaim]) -> str | None:
    """Return the event that one of a toll and its wholes names, else the nearest that fits one of them."""
    told = next((events[toll.event or ""] for toll in chain if _agrees(toll, events)), None)
    if told:
        return _there(told, chain[0], near).id
    return next(filter(None, (_nearest(toll, near) for toll in chain)), None)


def _there(told: EventClaim, toll: TollClaim, near: Iterable[EventClaim]) -> EventClaim:
    """Return the event of the same words at the toll's place: "bombed A and B, killing three in B" is two claims."""
    if _entry(toll) is None or _one_place(_entry(toll), _entry(told)):
        return told
    same = (e for e in near if (e.quote, e.trigger, e.type) == (told.quote, told.trigger, told.type))
    return next((event for event in same if _one_place(_entry(toll), _entry(event))), told)


def _agrees(toll: TollClaim, events: Mapping[str, EventClaim]) -> bool:
    """Whether a toll names an event of its own that did not happen on other days."""
    event = events.get(toll.event or "")
    return event is not None and not _days_differ(toll.when, event.when)


def _told_again(tolls: Iterable[TollClaim], found: Mapping[str, str]) -> dict[str, str]:
    """Return homes for tolls without one whose number their report gives again, where that has one home only."""
    same: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    lost = []
    for toll in tolls:
        if (toll.count.low or 0) >= TELLING:
            if toll.id in found:
                same[_number(toll)].add(found[toll.id])
            else:
                lost.append(toll)
    return {toll.id: next(iter(home)) for toll in lost if len(home := same.get(_number(toll), set())) == 1}


def _number(toll: TollClaim) -> tuple[object, ...]:
    return toll.report_id, toll.harm, toll.status, toll.demographic, toll.count.low


def _wholes(toll: TollClaim, tolls: Mapping[str, TollClaim]) -> Iterator[TollClaim]:
    """Yield a toll, the whole that it is part of, the whole of that, and so on."""
    seen: set[str] = set()
    here: TollClaim | None = toll
    while here and here.id not in seen:
        yield here
        seen.add(here.id)
        here = tolls.get(here.part_of) if here.part_of else None


def _nearest(toll: TollClaim, events: Iterable[EventClaim]) -> str | None:
    fitting = [event for event in events if can_harm(event.type, toll.harm) and _fits(toll, event)]
    if not fitting:
        return None
    return min(fitting, key=lambda event: (abs(event.quote.start - toll.quote.start), event.id)).id


def _fits(toll: TollClaim, event: EventClaim) -> bool:
    return _one_place(_entry(toll), _entry(event)) and _days_meet(toll.when, event.when)


def _entry(claim: TollClaim | EventClaim) -> PlaceEntry | None:
    return claim.place.entry if claim.place else None


def _one_place(left: PlaceEntry | None, right: PlaceEntry | None) -> bool:
    return left is not None and right is not None and left.id == right.id


def _days_meet(left: When | None, right: When | None) -> bool:
    known = left and right and left.first and left.after and right.first and right.after
    return bool(known) and not _days_differ(left, right)


def _days_differ(left: When | None, right: When | None) -> bool:
    """Whether two intervals are both known at the ends that keep them apart."""
    if not left or not right:
        return False
    before = left.after and right.first and left.after <= right.first
    return bool(before or (right.after and left.first and right.after <= left.first))
