"""What is dated: the happenings and tolls that may lend their day, found by place."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.link.facets import Facet, facet
from dateline.link.nearness import nowhere
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.place import POINTS, PlaceEntry
from dateline.model.reading import Scope, Stance
from dateline.reference.codebook import codebook

KIN: Final = 0.6
_LOOSE: Final = 0.3
MOST_DAYS: Final = 3  # a happening dated more vaguely dates nothing else
TELLING: Final = 5  # so many harmed are seldom the same number twice
FIRM: Final = frozenset({Stance.ASSERTED, Stance.UNCERTAIN})


class Dated:
    """What is told with its day, found by place.

    Args:
        claims: live claims whose days rest on no inference from other reports.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        told = list(claims)
        counts = counts_of(told)
        self._events: defaultdict[str, list[Facet]] = defaultdict(list)
        self._tolls: defaultdict[tuple[str, ...], list[TollClaim]] = defaultdict(list)
        for claim in told:
            if isinstance(claim, EventClaim):
                one = told_at(claim, counts.get(claim.id, ()))
                if one and one.place_key and 0 < one.span <= MOST_DAYS:
                    self._events[one.place_key].append(one)
            elif isinstance(claim, TollClaim) and (key := number_of(claim)) and days_of(claim):
                self._tolls[key].append(claim)

    def like(self, own: Facet) -> Iterator[tuple[Facet, float]]:
        """Yield the dated happenings of other reports at an event's place that may be the same one, and how akin."""
        for other in self._events.get(own.place_key or "", ()):
            if other.claim.report_id == own.claim.report_id:
                continue
            kinship = _kinship(own, other)
            if kinship > 0 and not _by_rivals(own, other):
                yield other, kinship

    def at(self, own: Facet) -> Iterator[Facet]:
        """Yield whatever is dated at the place of an event in other reports."""
        here = self._events.get(own.place_key or "", ())
        return (other for other in here if other.claim.report_id != own.claim.report_id)

    def same_number(self, toll: TollClaim) -> Sequence[TollClaim]:
        """Return the dated tolls of the same telling number at the same place in other reports."""
        key = number_of(toll)
        found = self._tolls.get(key, ()) if key else ()
        return [one for one in found if one.report_id != toll.report_id]


def _kinship(own: Facet, other: Facet) -> float:
    """Return how readily two types tell of one happening; a town sees many fights, and few of them change hands."""
    kinship = codebook().kinship(own.type.type, other.type.type)
    if {own.type.family, other.type.family} == {"territory", "ground"}:
        return min(kinship, _LOOSE)
    return max(kinship, KIN) if kinship > 0 and (own.general or other.general) else kinship


def _by_rivals(own: Facet, other: Facet) -> bool:
    """Whether opposite sides took a place, which cannot be one; for one massacre both may be blamed."""
    return {own.type.family, other.type.family} == {"territory"} and own.actors.opposed(other.actors)


def counts_of(claims: Iterable[Claim]) -> dict[str, list[TollClaim]]:
    """Return the tolls that name an event, by its id."""
    found: defaultdict[str, list[TollClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, TollClaim) and claim.event:
            found[claim.event].append(claim)
    return found


def told_at(claim: EventClaim, counts: Iterable[TollClaim]) -> Facet | None:
    """Return the facet of an event that is said to have happened at a town or site, or at a place by its name alone."""
    here = claim.place.entry if claim.place else None
    return facet(claim, None, counts) if claim.stance in FIRM and here and _is_spot(here) else None


def _is_spot(place: PlaceEntry) -> bool:
    return place.precision in POINTS or nowhere(place)


def number_of(toll: TollClaim) -> tuple[str, ...] | None:
    """Return what an exact, telling number is found by: its place, its harm and the number itself."""
    low, high = toll.count.low, toll.count.high
    whole = toll.part_of is None and toll.demographic is None and toll.scope is Scope.INCIDENT
    if not whole or toll.harm is None or low is None or low < TELLING or high not in {None, low}:
        return None
    if not toll.place or not toll.place.entry or not _is_spot(toll.place.entry):
        return None
    return toll.place.entry.id, str(toll.harm), str(low)


def days_of(toll: TollClaim) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a toll that is dated to a few days."""
    when = toll.when
    if when is None or when.first is None or when.last is None or (when.days or 0) > MOST_DAYS:
        return None
    return when.first, when.last
