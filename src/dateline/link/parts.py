"""Parts: incidents that are one part of a wider one, kept beside it and never merged into it.

Four kinds are told apart here. A strike on a town is part of the strikes on its province that day. A strike is part of
the strikes of several days on its town. A capture is part of the fighting at that place that ends in it. Bombs and
shells of a side that fights are part of that fight, or of the capture where no fight is told. A part points at its
whole, so that tolls of both are never added. A person who splits the two undoes it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.link.facets import RUN_DAYS, Party, party
from dateline.link.keys import Key
from dateline.link.nearness import contains, nowhere
from dateline.model.actor import ActorKind
from dateline.model.claim import EventClaim
from dateline.model.incident import Feature, Incident
from dateline.model.judgement import Judgement, Verdict
from dateline.model.place import POINTS, PlaceEntry
from dateline.model.when import When
from dateline.reference.codebook import codebook

_WHOLES_OF_CAPTURES: Final = frozenset({("territory", "territory"), ("ground", "territory")})
_MOST_DAYS: Final = 31  # a whole told more vaguely holds everything and says nothing


@dataclass(frozen=True, slots=True)
class Extent:
    """What an incident covers: its place and days (ordinals, none if not known), its type's family, its parties.

    `on_civilians` says that any of its claims names civilians as those whom it was against.
    """

    incident: Incident
    place: PlaceEntry | None
    days: range
    family: str
    doers: Party
    sides: frozenset[str]
    on_civilians: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """The id of the incident that another is part of, and why, in named reasons."""

    id: str
    why: tuple[Feature, ...]


def parts(extents: Iterable[Extent], judgements: Sequence[Judgement] = ()) -> dict[str, Whole]:
    """Return the whole of each incident that is part of one, by the part's id.

    The narrowest whole in days is taken, then the first by id. Wholes and parts differ in place, family or length,
    always the same way round, so that no chain runs in a circle.

    Args:
        extents: what the incidents cover.
        judgements: what persons said; incidents that hold two claims that someone split are no part of one another.
    """
    apart = _apart(judgements)
    every = list(extents)
    at: defaultdict[Key, list[Extent]] = defaultdict(list)
    for one in every:
        for key in holds(one):
            at[key].append(one)
    found = {}
    for one in every:
        near = [other for key in lies_in(one) for other in at.get(key, ())]
        if whole := _whole(one, [other for other in near if not _split(one, other, apart)]):
            found[one.incident.id] = whole
    return found


def placed_in(one: Incident, whole: Whole | None) -> Incident:
    """Return an incident with its whole, if any, in place of the one that it had."""
    return replace(one, part_of=whole.id if whole else None, part_why=whole.why if whole else ())


def _apart(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """Return for each claim the claims that a person split from it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in judgements:
        if one.verdict == Verdict.SPLIT and len(one.claims) > 1:
            left, right = one.claims
            found[left].add(right)
            found[right].add(left)
    return found


def _split(part: Extent, whole: Extent, apart: Mapping[str, set[str]]) -> bool:
    others = set(whole.incident.claims)
    return any(not apart[claim].isdisjoint(others) for claim in part.incident.claims if claim in apart)


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
        if one.family == "territory":
            yield "taken", one.place.id, day
            yield "taken", one.place.id, day - 1
        if len(one.days) > RUN_DAYS:
            yield "run", one.place.id, day


def lies_in(one: Extent) -> Iterator[Key]:
    """Yield the keys under which the wholes of an incident are found, if it may be part of one."""
    if one.place is None:
        return
    if not one.days:
        if one.family == "territory":
            yield from (("fight told", one.place.id, report) for report in one.incident.reports)
    elif one.place.precision in POINTS or nowhere(one.place):
        yield "run", one.place.id, one.days[0]
        for day in {one.days[0], one.days[-1]}:
            if one.place.precision in POINTS:
                yield "wide", one.place.country, day
            yield "fight", one.place.id, day
            yield "taken", one.place.id, day


def extent(incident: Incident, claims: Mapping[str, EventClaim]) -> Extent:
    """Return what an incident covers, as its claims tell it."""
    members = [claims[key] for key in incident.claims]
    doers = party(tuple(actor for claim in members for actor in claim.actors))
    foes = party(tuple(actor for claim in members for actor in claim.targets))
    family = codebook()[incident.type].family
    hurt = any(actor.kind is ActorKind.CIVILIANS for claim in members for actor in claim.targets)
    return Extent(incident, incident.place, _days(incident.when), family, doers, doers.camps | foes.camps, hurt)


def _days(when: When | None) -> range:
    if when is None or when.first is None or when.last is None or (when.days or 0) > _MOST_DAYS:
        return range(0)
    return range(when.first.toordinal(), when.last.toordinal() + 1)


def _whole(part: Extent, near: Iterable[Extent]) -> Whole | None:
    """Return the whole of a part among those near it: a longer run, else a wider place, a fight, a capture."""
    others = {one.incident.id: one for one in near if one.incident.id != part.incident.id}.values()
    if not part.days:  # told of just one fight, a capture without a day ends that
        fights = list(others)
        return _because(fights[0], part, "the one fight that its report tells of") if len(fights) == 1 else None
    for holds_it, why in _KINDS:
        if wholes := [one for one in others if holds_it(one, part)]:
            return _because(min(wholes, key=lambda one: (len(one.days), one.incident.id)), part, why)
    return None


def _because(whole: Extent, part: Extent, why: str) -> Whole:
    """Return a whole with the reasons that make the other a part of it."""
    reasons = [Feature("part", 1.0, why)]
    if whole.place and part.place:
        same = whole.place.id == part.place.id
        where = part.place.name if same else f"{part.place.name} in {whole.place.name}"
        reasons.append(Feature("place", 1.0 if same else 0.5, where))
    if whole.days and part.days:
        days = f"{_span(part.days)} within {_span(whole.days)}" if part.days != whole.days else _span(part.days)
        reasons.append(Feature("days", 1.0, days))
    if common := sorted(whole.sides & part.sides):
        reasons.append(Feature("actors", 1.0, f"both: {', '.join(common)}"))
    return Whole(whole.incident.id, tuple(reasons))


def _span(days: range) -> str:
    first, last = dt.date.fromordinal(days[0]), dt.date.fromordinal(days[-1])
    return f"{first}" if first == last else f"{first} to {last}"


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


def _armed_in(fight: Extent, part: Extent) -> bool:
    """Whether bombs or shells are those of a side in a fight."""
    if fight.family != "ground" or not _is_means(part) or not _one_place(fight, part):
        return False
    within = part.days[0] >= fight.days[0] and part.days[-1] <= fight.days[-1]
    return within and bool(part.doers.camps & fight.sides)


def _opened(capture: Extent, part: Extent) -> bool:
    """Whether bombs or shells are those of the takers, on the day or eve of a capture of which no fight is told."""
    if capture.family != "territory" or not _is_means(part) or not _one_place(capture, part):
        return False
    near = capture.days[0] - 1 <= part.days[0] <= capture.days[-1]
    return near and bool(part.doers.camps & capture.doers.camps)


def _is_means(part: Extent) -> bool:
    """Whether a part may be a means of fighting; what hits a town's people in those days may be another thing."""
    return part.family == "explosion" and not part.on_civilians and bool(part.doers.camps)


def _kin_within(whole: Extent, part: Extent) -> bool:
    """Whether one tells of what the other tells of, on its days: fighting may hold a capture, not the other way."""
    if "territory" in {whole.family, part.family} and (whole.family, part.family) not in _WHOLES_OF_CAPTURES:
        return False
    kin = codebook().kinship(whole.incident.type, part.incident.type) > 0
    return kin and bool(whole.days) and whole.days[0] <= part.days[0] and part.days[-1] <= whole.days[-1]


def _one_place(whole: Extent, part: Extent) -> bool:
    return whole.place is not None and part.place is not None and whole.place.id == part.place.id


def _others(left: Party, right: Party) -> bool:
    if left.camps and right.camps:
        return not left.camps & right.camps
    return bool(left.keys and right.keys) and not left.keys & right.keys


_KINDS: Final[tuple[tuple[Callable[[Extent, Extent], bool], str], ...]] = (
    (_runs_over, "one of several days of the same"),
    (_regional, "one of those in the wider place"),
    (_ends_in, "the capture in which the fight ended"),
    (_armed_in, "the bombs or shells of a side in it"),
    (_opened, "the bombs or shells of those who took it"),
)
"""What makes one incident part of another, in the order in which it is asked, and how it is said."""
