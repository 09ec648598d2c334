"""Parts: incidents that are one part of a wider one, kept beside it and never merged into it.

Three kinds are told apart here. A strike on a town is part of the strikes on its province that day. A strike is part of
the strikes of several days on its town. A capture is part of the fighting at that place that ends in it. A part points
at its whole, so that tolls of both are never added.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.link.facets import POINTS, RUN_DAYS, Party, party
from dateline.link.nearness import contains
from dateline.model.claim import EventClaim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.reference.codebook import codebook

_MOST_DAYS: Final = 31  # a whole told more vaguely holds everything and says nothing


@dataclass(frozen=True, slots=True)
class Extent:
    """What an incident covers: its place and days (ordinals, both within), its type's family, its parties."""

    incident: Incident
    place: PlaceEntry
    first: int
    last: int
    family: str
    doers: Party
    sides: frozenset[str]


def parts(incidents: Iterable[Incident], claims: dict[str, EventClaim]) -> dict[str, str]:
    """Return the id of the whole of each incident that is part of one, by the part's id.

    The narrowest whole in days is taken, then the first by id. Wholes and parts differ in place, family or length,
    always the same way round, so that no chain runs in a circle.
    """
    every = list(incidents)
    extents = [extent for incident in every if (extent := _extent(incident, claims))]
    wide = _by_country_day(extents)
    fights = _by_place_day(extent for extent in extents if extent.family == "ground")
    runs = _by_place_day(extent for extent in extents if extent.last - extent.first >= RUN_DAYS)
    found: dict[str, str] = {}
    for part in extents:
        if part.place.precision in POINTS:
            regions = (whole for day in (part.first, part.last) for whole in wide.get((part.place.country, day), ()))
            battles = (whole for day in (part.first, part.last) for whole in fights.get((part.place.id, day), ()))
            longer = runs.get((part.place.id, part.first), ())
            wholes = (
                [whole for whole in longer if _runs_over(whole, part)]
                or [whole for whole in regions if _regional(whole, part)]
                or [whole for whole in battles if _ends_in(whole, part)]
            )
            if wholes:
                found[part.incident.id] = min(wholes, key=lambda w: (w.last - w.first, w.incident.id)).incident.id
    dated = {extent.incident.id for extent in extents}
    return found | _without_a_day((incident for incident in every if incident.id not in dated), extents)


def _without_a_day(captures: Iterable[Incident], extents: Iterable[Extent]) -> dict[str, str]:
    """Return the fight that each capture without a day ends, where its reports tell of just one fight at the place."""
    at: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for fight in extents:
        if fight.family == "ground" and fight.place.precision in POINTS:
            for report in fight.incident.reports:
                at[fight.place.id, report].append(fight.incident.id)
    found = {}
    for capture in captures:
        if capture.place and codebook()[capture.type].family == "territory":
            fights = {key for report in capture.reports for key in at.get((capture.place.id, report), ())}
            if len(fights) == 1:
                found[capture.id] = fights.pop()
    return found


def _extent(incident: Incident, claims: dict[str, EventClaim]) -> Extent | None:
    when = incident.when
    if incident.place is None or when is None or when.first is None or when.last is None:
        return None
    if (when.days or 0) > _MOST_DAYS:
        return None
    members = [claims[key] for key in incident.claims]
    doers = party(tuple(actor for claim in members for actor in claim.actors))
    foes = party(tuple(actor for claim in members for actor in claim.targets))
    family = codebook()[incident.type].family
    sides = doers.camps | foes.camps
    return Extent(incident, incident.place, when.first.toordinal(), when.last.toordinal(), family, doers, sides)


def _by_country_day(extents: Sequence[Extent]) -> dict[tuple[str | None, int], list[Extent]]:
    grouped: defaultdict[tuple[str | None, int], list[Extent]] = defaultdict(list)
    for extent in extents:
        if extent.place.precision not in POINTS:
            for day in range(extent.first, extent.last + 1):
                grouped[extent.place.country, day].append(extent)
    return grouped


def _by_place_day(extents: Iterable[Extent]) -> dict[tuple[str, int], list[Extent]]:
    grouped: defaultdict[tuple[str, int], list[Extent]] = defaultdict(list)
    for extent in extents:
        for day in range(extent.first, extent.last + 1):
            grouped[extent.place.id, day].append(extent)
    return grouped


def _regional(whole: Extent, part: Extent) -> bool:
    kin = codebook().kinship(whole.incident.type, part.incident.type) > 0
    days = whole.first <= part.first and part.last <= whole.last
    return kin and days and contains(whole.place, part.place) and not _others(whole.doers, part.doers)


def _runs_over(whole: Extent, part: Extent) -> bool:
    """Whether one tells of several days of what the other tells of a day of; a place is not taken over several days."""
    kin = codebook().kinship(whole.incident.type, part.incident.type) > 0
    days = whole.first <= part.first and part.last <= whole.last
    longer = (whole.last - whole.first) - (part.last - part.first) >= RUN_DAYS
    once = codebook()[part.incident.type].once
    return kin and days and longer and not once and not _others(whole.doers, part.doers)


def _ends_in(fight: Extent, capture: Extent) -> bool:
    """Whether a capture falls on days of fighting at its place between sides that include the taker's."""
    if capture.family != "territory":
        return False
    return not fight.sides or not capture.doers.camps or bool(fight.sides & capture.doers.camps)


def _others(left: Party, right: Party) -> bool:
    if left.camps and right.camps:
        return not left.camps & right.camps
    return bool(left.keys and right.keys) and not left.keys & right.keys
