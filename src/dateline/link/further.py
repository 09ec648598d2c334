"""Further figures: tolls that name no event give another number for what was last counted.

"The governor spoke of 52 dead": no word says of what. A report that has just counted the dead of one happening goes on
about that one, unless the toll tells a place, an earlier day or a span of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.link.meeting import FIGHTS, can_harm, counted_later, covers_more, days_differ, entry_of, one_place
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.reading import Scope
from dateline.reference.codebook import codebook

_REACH: Final = 1200  # characters back to what was counted or told before
_RECENT: Final = 60  # days before a report's latest event within which one is still news
_ACTS: Final = frozenset(
    {"killed", "killing", "kill", "kills", "died", "dies", "shot", "executed", "massacred", "fell"}
)
"""Triggers that tell a deed: on a day of its own it is another one. "Dead" and "bodies" are only counted."""


def further_figures(
    tolls: Iterable[TollClaim], found: Mapping[str, str], events: Mapping[str, Sequence[EventClaim]]
) -> dict[str, str]:
    """Return homes for tolls without one: that of the toll told before them, else the event told before them.

    Args:
        tolls: all tolls.
        found: the homes known, by the tolls' ids.
        events: the event claims of each report.
    """
    of_report: defaultdict[str, list[TollClaim]] = defaultdict(list)
    for toll in sorted(tolls, key=lambda toll: (toll.quote.start, toll.id)):
        of_report[toll.report_id].append(toll)
    out: dict[str, str] = {}
    for report, told in of_report.items():
        here = {event.id: event for event in events.get(report, ())}
        for number, toll in enumerate(told):
            if toll.id not in found and toll.scope is Scope.INCIDENT and toll.part_of is None:
                known = (found.get(other.id) or out.get(other.id) for other in reversed(told[:number]))
                counted = [here[key] for key in known if key in here]
                told_before = [*counted, *_told_before(toll, here.values())]
                if home := _home(toll, (event for event in told_before if not _is_long_past(event, toll, here))):
                    out[toll.id] = home
    return out


def _is_long_past(event: EventClaim, toll: TollClaim, here: Mapping[str, EventClaim]) -> bool:
    """Whether an event is one that a report only recalls, which a further figure without a day is not about."""
    if toll.when is not None and not toll.when.taken_over:
        return False
    days = [one.when.first for one in here.values() if one.when and one.when.first]
    first = event.when.first if event.when else None
    return first is not None and bool(days) and (max(days) - first).days > _RECENT


def _told_before(toll: TollClaim, events: Iterable[EventClaim]) -> list[EventClaim]:
    before = [event for event in events if event.quote.start <= toll.quote.start]
    return sorted(before, key=lambda event: (-event.quote.start, event.id))


def _home(toll: TollClaim, events: Iterable[EventClaim]) -> str | None:
    fitting = (event for event in events if can_harm(event.type, toll.harm) and _fits(toll, event))
    return next((event.id for event in fitting), None)


def _fits(toll: TollClaim, event: EventClaim) -> bool:
    if toll.quote.start - event.quote.start > _REACH or not _one_spot(toll, event):
        return False
    fight = codebook()[event.type].family in FIGHTS
    if toll.side is not None and not fight and toll.side.name not in {party.name for party in event.targets}:
        return False  # fighters die in fights, unless a strike was on them
    if covers_more(toll, event):
        return False
    if not days_differ(toll.when, event.when):
        return True
    return toll.trigger.casefold() not in _ACTS and counted_later(toll.when, event.when)


def _one_spot(toll: TollClaim, event: EventClaim) -> bool:
    own = toll.place is not None and not toll.place.taken_over
    return not own or event.place is None or one_place(entry_of(toll), entry_of(event))
