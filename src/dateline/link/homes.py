"""Homes: the event claim that a toll claim belongs to, within its report."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.link.fights import Fights
from dateline.link.further import further_figures
from dateline.link.meeting import (
    BODILY,
    can_harm,
    counted_later,
    covers_more,
    days_differ,
    days_meet,
    entry_of,
    one_place,
)
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.reading import Scope, Stance
from dateline.model.wholes import with_wholes
from dateline.reference.codebook import codebook

TELLING: Final = 10  # a number that one report seldom gives for two things

_FIGHTERS: Final = "combatants"
_ACCOUNTED_WITHIN: Final = dt.timedelta(days=7)  # of an event; weekdays may be read a week apart from it
_GIVEN: Final = frozenset({"dead", "toll", "death toll", "figure", "number", "count", "tally"})

_HAPPENED: Final = frozenset({Stance.ASSERTED, Stance.UNCERTAIN})


def homes(tolls: Iterable[TollClaim], events: Mapping[str, EventClaim]) -> dict[str, str]:
    """Return the id of the event claim of each toll claim that has one, by the toll claim's id.

    A toll goes where it says (`event`), unless that happened on other days than the toll tells of; of an event told of
    several places in the same words, to that at its own place; of a bomb or strike within a fight, to that fight where
    it counts fighters (`fights.py`); else where the whole
    that it is part of goes; else to the nearest event of its report that shares its place and its days; else where the
    report gives the same telling number; else, as a further figure, where the toll told before it goes. Women and
    children go with their whole. Running totals have no event.

    Args:
        tolls: toll claims of any reports.
        events: event claims by id.
    """
    by_id = {toll.id: toll for toll in tolls if _counts(toll)}
    of_report, fights = _by_report(events.values()), Fights(by_id.values())
    found: dict[str, str] = {}
    for toll in by_id.values():
        own, *wholes = with_wholes(toll, by_id.get)
        near = of_report.get(toll.report_id, ())
        tries = ([wholes] if toll.demographic else []) + [[own, *wholes]]
        if home := next(filter(None, (_home(chain, near, events, fights) for chain in tries)), None):
            found[toll.id] = home
    found |= _told_again(by_id.values(), found)
    return found | further_figures(by_id.values(), found, of_report)


def tolls_by_event(tolls: Iterable[TollClaim], found: Mapping[str, str]) -> dict[str, list[TollClaim]]:
    """Return the toll claims of each event claim by its id, in the order of their own ids."""
    grouped: defaultdict[str, list[TollClaim]] = defaultdict(list)
    for toll in sorted(tolls, key=lambda toll: toll.id):
        if toll.id in found:
            grouped[found[toll.id]].append(toll)
    return grouped


def _counts(toll: TollClaim) -> bool:
    return toll.scope is not Scope.CUMULATIVE and toll.stance is not Stance.PLANNED


def _by_report(events: Iterable[EventClaim]) -> dict[str, list[EventClaim]]:
    grouped: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for event in events:
        if event.stance in _HAPPENED:
            grouped[event.report_id].append(event)
    return grouped


def _home(
    chain: Sequence[TollClaim], near: Sequence[EventClaim], events: Mapping[str, EventClaim], fights: Fights
) -> str | None:
    """Return the event that one of a toll and its wholes names, else the nearest that fits one of them."""
    told = next((events[toll.event or ""] for toll in chain if _agrees(toll, events)), None)
    if told:
        there = _there(told, chain[0], near)
        return (fights.instead_of(there, chain[0], near) or there).id
    since = next((toll.event for toll in chain if _counted_since(toll, events)), None)
    found = next(filter(None, (_nearest(toll, near) for toll in chain)), since)
    return found or next(filter(None, (_change_of_hands(toll, near) for toll in chain)), None)


def _there(told: EventClaim, toll: TollClaim, near: Iterable[EventClaim]) -> EventClaim:
    """Return the event of the same words at the toll's place: "bombed A and B, killing three in B" is two claims."""
    if entry_of(toll) is None or one_place(entry_of(toll), entry_of(told)):
        return told
    same = (e for e in near if (e.quote, e.trigger, e.type) == (told.quote, told.trigger, told.type))
    return next((event for event in same if one_place(entry_of(toll), entry_of(event))), told)


def _agrees(toll: TollClaim, events: Mapping[str, EventClaim]) -> bool:
    """Whether a toll names an event of its own that is told to have happened, and not on other days.

    The day of a number that somebody gave is the day on which they gave it: "on Friday the police had counted 18".
    """
    event = events.get(toll.event or "")
    if event is None or event.stance not in _HAPPENED or covers_more(toll, event):
        return False
    return not days_differ(toll.when, event.when) or (_is_account(toll) and _soon(toll, event))


def _is_account(toll: TollClaim) -> bool:
    """Whether a toll is a number that somebody gave, rather than a deed with a day of its own ("died", "killed")."""
    told = toll.trigger.casefold()
    return told in _GIVEN or told == toll.count.words.casefold()


def _soon(toll: TollClaim, event: EventClaim) -> bool:
    """Whether the day of an account lies within days of that of the event that the report ties it to."""
    given = toll.when.first if toll.when else None
    day = event.when.first if event.when else None
    return given is not None and day is not None and abs(given - day) <= _ACCOUNTED_WITHIN


def _counted_since(toll: TollClaim, events: Mapping[str, EventClaim]) -> bool:
    """Whether a toll counts later the dead of an event that its own sentence tells."""
    event = events.get(toll.event or "")
    return event is not None and event.quote == toll.quote and counted_later(toll.when, event.when)


def _told_again(tolls: Iterable[TollClaim], found: Mapping[str, str]) -> dict[str, str]:
    """Return homes for tolls without one whose number their report gives again, where that has one home only."""
    same: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    lost = []
    for toll in tolls:
        if (_told(toll) or 0) >= TELLING:
            if toll.id in found:
                same[_number(toll)].add(found[toll.id])
            else:
                lost.append(toll)
    return {toll.id: next(iter(home)) for toll in lost if len(home := same.get(_number(toll), set())) == 1}


def _number(toll: TollClaim) -> tuple[object, ...]:
    side = (toll.side.side or toll.side.name) if toll.side else None
    return toll.report_id, toll.harm, toll.status, side, toll.demographic, _told(toll)


def _told(toll: TollClaim) -> int | None:
    """Return the number that a toll tells, the most where that alone is told: "22 dead", "up to 22"."""
    return toll.count.high if toll.count.low is None else toll.count.low


def _nearest(toll: TollClaim, events: Iterable[EventClaim]) -> str | None:
    fitting = [event for event in events if can_harm(event.type, toll.harm) and _fits(toll, event)]
    if not fitting:
        return None
    return min(fitting, key=lambda event: _far(toll, event)).id


def _change_of_hands(toll: TollClaim, events: Iterable[EventClaim]) -> str | None:
    """Return the change of hands in which fighters died, though their report calls it one without a fight."""
    if toll.status != _FIGHTERS or toll.harm not in BODILY:
        return None
    taken = [event for event in events if codebook()[event.type].family == "territory" and _fits(toll, event)]
    return min(taken, key=lambda event: _far(toll, event)).id if taken else None


def _far(toll: TollClaim, event: EventClaim) -> tuple[bool, int, str]:
    """Return what orders events by nearness: one that is in doubt, told only behind the toll, comes last."""
    doubted = event.stance is Stance.UNCERTAIN and event.quote.start > toll.quote.start
    return doubted, abs(event.quote.start - toll.quote.start), event.id


def _fits(toll: TollClaim, event: EventClaim) -> bool:
    there = one_place(entry_of(toll), entry_of(event)) and days_meet(toll.when, event.when)
    return there and not covers_more(toll, event)
