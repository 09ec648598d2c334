"""Parts: incidents that are one part of a wider one, kept beside it and never merged into it.

Three kinds are told apart here. A strike on a town is part of the strikes on its province that day. A strike is part of
the strikes of several days on its town. A capture is part of the fighting at that place that ends in it. A part points
at its whole, so that tolls of both are never added.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.link.facets import POINTS, RUN_DAYS, Party, party
from dateline.link.keys import Key
from dateline.link.nearness import contains
from dateline.model.claim import EventClaim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.when import When
from dateline.reference.codebook import codebook

_MOST_DAYS: Final = 31  # a whole told more vaguely holds everything and says nothing


@dataclass(frozen=True, slots=True)
class Extent:
    """What an incident covers: its place and days (ordinals, none if not known), its type's family, its parties."""

    incident: Incident
    place: PlaceEntry | None
    days: range
    family: str
    doers: Party
    sides: frozenset[str]


def parts(extents: Iterable[Extent]) -> dict[str, str]:
    """Return the id of the whole of each incident that is part of one, by the part's id.

    The narrowest whole in days is taken, then the first by id. Wholes and parts differ in place, family or length,
    always the same way round, so that no chain runs in a circle.
    """
    every = list(extents)
    at: defaultdict[Key, list[Extent]] = defaultdict(list)
    for one in every:
        for key in holds(one):
            at[key].append(one)
    found = {}
    for one in every:
        if whole := _whole(one, [near for key in lies_in(one) for near in at.get(key, ())]):
            found[one.incident.id] = whole
    return found


def holds(one: Extent) -> Iterator[Key]:
    """Yield the keys under which the parts of an incident find it, if it may have any."""
    if one.place is None:
        return
    if one.family == "ground" and one.place.precision in POINTS:
        yield from (("fight told", one.place.id, report) for report in one.incident.reports)
    for day in one.days:
        if one.place.precision not in POINTS:
            yield "wide", one.place.country, day
        if one.family == "ground":
            yield "fight", one.place.id, day
        if len(one.days) > RUN_DAYS:
            yield "run", one.place.id, day


def lies_in(one: Extent) -> Iterator[Key]:
    """Yield the keys under which the wholes of an incident are found, if it may be part of one."""
    if one.place is None:
        return
    if not one.days:
        if one.family == "territory":
            yield from (("fight told", one.place.id, report) for report in one.incident.reports)
    elif one.place.precision in POINTS:
        yield "run", one.place.id, one.days[0]
        for day in {one.days[0], one.days[-1]}:
            yield "wide", one.place.country, day
            yield "fight", one.place.id, day


def extent(incident: Incident, claims: Mapping[str, EventClaim]) -> Extent:
    """Return what an incident covers, as its claims tell it."""
    members = [claims[key] for key in incident.claims]
    doers = party(tuple(actor for claim in members for actor in claim.actors))
    foes = party(tuple(actor for claim in members for actor in claim.targets))
    family = codebook()[incident.type].family
    return Extent(incident, incident.place, _days(incident.when), family, doers, doers.camps | foes.camps)


def _days(when: When | None) -> range:
    if when is None or when.first is None or when.last is None or (when.days or 0) > _MOST_DAYS:
        return range(0)
    return range(when.first.toordinal(), when.last.toordinal() + 1)


def _whole(part: Extent, near: Iterable[Extent]) -> str | None:
    """Return the id of the whole of a part among those near it: a longer run, else a wider place, else a fight."""
    others = {one.incident.id: one for one in near if one.incident.id != part.incident.id}.values()
    if not part.days:
        fights = [one.incident.id for one in others]
        return fights[0] if len(fights) == 1 else None  # told of just one fight, a capture without a day ends that
    for holds_it in (_runs_over, _regional, _ends_in):
        if wholes := [one for one in others if holds_it(one, part)]:
            return min(wholes, key=lambda one: (len(one.days), one.incident.id)).incident.id
    return None


def _regional(whole: Extent, part: Extent) -> bool:
    if whole.place is None or part.place is None or not _kin_within(whole, part):
        return False
    return contains(whole.place, part.place) and not _others(whole.doers, part.doers)


def _runs_over(whole: Extent, part: Extent) -> bool:
    """Whether one tells of several days of what the other tells of a day of; a place is not taken over several days."""
    longer = len(whole.days) - len(part.days) >= RUN_DAYS
    once = codebook()[part.incident.type].once
    here = _kin_within(whole, part) and _one_place(whole, part)
    return here and longer and not once and not _others(whole.doers, part.doers)


def _ends_in(fight: Extent, capture: Extent) -> bool:
    """Whether a capture falls on days of fighting at its place between sides that include the taker's."""
    if capture.family != "territory" or fight.family != "ground" or not _one_place(fight, capture):
        return False
    return not fight.sides or not capture.doers.camps or bool(fight.sides & capture.doers.camps)


def _kin_within(whole: Extent, part: Extent) -> bool:
    kin = codebook().kinship(whole.incident.type, part.incident.type) > 0
    return kin and bool(whole.days) and whole.days[0] <= part.days[0] and part.days[-1] <= whole.days[-1]


def _one_place(whole: Extent, part: Extent) -> bool:
    return whole.place is not None and part.place is not None and whole.place.id == part.place.id


def _others(left: Party, right: Party) -> bool:
    if left.camps and right.camps:
        return not left.camps & right.camps
    return bool(left.keys and right.keys) and not left.keys & right.keys
