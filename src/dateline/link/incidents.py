"""Incidents: what the record says of a cluster of claims in one line."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from dateline.link.facets import Facet, party
from dateline.link.nearness import contains, nowhere
from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import EventClaim
from dateline.model.incident import Grade, Incident
from dateline.model.place import PlaceEntry
from dateline.model.report import Report
from dateline.model.when import When
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import CLASH
from dateline.reference.voices import voices

_NO_DAY = 10**7  # later than any day: reports without a day come last


def incident(
    members: Sequence[Facet],
    plain: Sequence[Facet],
    reports: Mapping[str, Report],
    tolls: Iterable[str],
    contested_by: Iterable[str],
) -> Incident:
    """Return the incident of a cluster.

    Args:
        members: its facets, at least one.
        plain: those of them that stand there for what they tell, at least one: these say where and when.
        reports: reports by id.
        tolls: ids of the toll claims of its events.
        contested_by: ids of the claims that deny it.
    """
    told = sorted(members, key=_order)
    ids = sorted(facet.claim.id for facet in members)
    actors, targets = _sides(told)
    against = tuple(sorted(contested_by))
    heard = tuple(dict.fromkeys(voice for facet in told for voice in voices(facet.claim, reports)))
    found = [reports[facet.claim.report_id] for facet in told if facet.claim.report_id in reports]
    return Incident(
        id="i" + hashlib.sha256(ids[0].encode()).hexdigest()[:16],
        type=_type(told),
        claims=tuple(ids),
        tolls=tuple(sorted(tolls)),
        place=_place(sorted(plain, key=_order)),
        when=_when(sorted(plain, key=_order)),
        actors=actors,
        targets=targets,
        speakers=_names(actor for facet in told for actor in facet.claim.said_by),
        outlets=tuple(dict.fromkeys(report.outlet for report in found if report.outlet)),
        reports=tuple(dict.fromkeys(facet.claim.report for facet in told)),
        contested_by=against,
        voices=heard,
        grade=_grade(told, heard, denied=bool(against)),
    )


def _grade(told: Sequence[Facet], heard: Sequence[str], *, denied: bool) -> Grade:
    if denied or _blamed_on_both_sides(told):
        return Grade.CONTESTED
    return Grade.FAIR if len(heard) > 1 else Grade.WEAK


def _blamed_on_both_sides(told: Sequence[Facet]) -> bool:
    """Whether accounts name doers of opposite sides, save in a fight, where either side may be told of first."""
    doers = {facet.actors for facet in told if facet.type.family != "ground" and facet.actors.camps}
    return any(one.opposed(other) for one, other in combinations(doers, 2))


def _order(facet: Facet) -> tuple[int, str, int, str]:
    claim = facet.claim
    return (_NO_DAY if facet.published is None else facet.published, claim.report, claim.quote.start, claim.id)


def _sides(told: Sequence[Facet]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the doers and of those whom they did it to.

    Where some claims tell who came, those who left are no doers of it. Where some tell who took a place, they are the
    doers of the battle for it, whichever side others tell of first; whoever fought them there lost it.
    """
    comers = [facet.claim for facet in told if not facet.type.leaver] or [facet.claim for facet in told]
    leavers = [facet.claim for facet in told if facet.claim not in comers]
    fights = [facet.claim for facet in told if facet.type.type == CLASH]
    takers = [facet.claim for facet in told if facet.once and facet.claim in comers]
    if not takers or not fights:
        # In a fight either side may be told of first: there "an armed group" beside the army is the other side.
        parties = _names if fights else _known
        return parties(_doers(comers)), parties([*_foes(comers), *_foes(leavers), *_doers(leavers)])
    doers = _doers(takers)
    taking = party(tuple(doers))
    fought = [actor for actor in (*_doers(fights), *_foes(fights)) if party((actor,)).opposed(taking)]
    lost = [*_foes(takers), *_foes(leavers), *_doers(leavers), *fought]
    return _known(doers or _doers(fights)), _known(lost)


def _doers(claims: Iterable[EventClaim]) -> list[ActorLink]:
    return [actor for claim in claims for actor in claim.actors]


def _foes(claims: Iterable[EventClaim]) -> list[ActorLink]:
    return [actor for claim in claims for actor in claim.targets]


def _names(actors: Iterable[ActorLink]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.name for actor in actors))


def _known(actors: Iterable[ActorLink]) -> tuple[str, ...]:
    """Return names in order, an unidentified group only where no account names anyone."""
    told = list(actors)
    return _names([actor for actor in told if actor.kind is not ActorKind.UNIDENTIFIED] or told)


def _type(told: Sequence[Facet]) -> str:
    """Return the type that most claims tell, of those equally often told the first by the codebook's precedence.

    A battle of which anybody tells that the place changed hands is of the type that says so, as ACLED codes it; where
    no more than checkpoints in it did, it is a clash.
    """
    if any(facet.type.family == "territory" and not facet.unsided for facet in told):
        told = [facet for facet in told if not facet.unsided]  # these were of the likelier type alone
    counts = Counter(facet.type.type for facet in told)
    if CLASH in counts and any(facet.once for facet in told):
        del counts[CLASH]
    elif CLASH in counts:
        counts = Counter(facet.type.type for facet in told if facet.type.family != "territory")
    return min(counts, key=lambda name: (codebook()[name].internal, -counts[name], codebook()[name].rank))


def _place(told: Sequence[Facet]) -> PlaceEntry | None:
    """Return the place told most often among those that hold no narrower one of the cluster, one on the map first."""
    places = {facet.place.id: facet.place for facet in told if facet.place}
    counts = Counter(facet.place.id for facet in told if facet.place)
    narrow = [key for key, place in places.items() if not any(contains(place, other) for other in places.values())]
    return places[min(narrow, key=lambda key: (nowhere(places[key]), -counts[key], key))] if narrow else None


def _when(told: Sequence[Facet]) -> When | None:
    """Return the most exact interval of days; of several the one told most often, then the earliest."""
    dated = [(facet.span, facet.first, facet.claim.when) for facet in told if facet.span and facet.claim.when]
    if not dated:
        return next((facet.claim.when for facet in told if facet.claim.when), None)
    counts = Counter((span, first) for span, first, _ in dated)
    best = min(counts, key=lambda days: (days[0], -counts[days], days[1] or 0))
    return next(when for span, first, when in dated if (span, first) == best)
