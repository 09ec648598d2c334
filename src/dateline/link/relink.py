"""Linking anew only what new claims touch: the same incidents as linking everything anew, at the cost of what changed.

Which incidents claims make depends on the claims that they are tied to and on nothing else. So what changes with a
report are the sets of claims tied to one of its claims, old or new; these are linked anew, the others stay.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from dateline.link.again import same_words
from dateline.link.attach import denies, weighs
from dateline.link.facets import Facet, facet, facets
from dateline.link.homes import homes, tolls_by_event
from dateline.link.keys import Key, asked, asks_alone, kept, stable
from dateline.link.linker import by_kind, link_facets
from dateline.link.nearness import PlaceIndex
from dateline.link.parts import Extent, extent, holds, lies_in, parts, placed_in
from dateline.link.score import THRESHOLD, rate
from dateline.link.shelf import Node, Shelf
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.incident import Incident
from dateline.model.reading import Stance
from dateline.model.report import Report


class Relinker:
    """Links reports among all that a record has.

    Args:
        shelf: what the record knows of its linked claims.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._places = PlaceIndex(shelf.places())

    def link(self, reports: Sequence[str]) -> None:
        """Link the claims of reports that are new or changed, and what they touch.

        Args:
            reports: ids of the reports.
        """
        shelf = self._shelf
        gone, left = shelf.forget(reports)
        gone |= shelf.sets_of(shelf.found(left))  # a capture that is no more may have told two others apart
        work = _Work(shelf, self._places)
        fresh = work.read(reports)
        gone |= shelf.sets_of(work.touched(fresh) | _judged_with(fresh, shelf))
        every = sorted([*fresh, *work.load(shelf.members(gone))], key=lambda one: one.claim.id)
        beside = [one for one in work.load(_captures_beside(every, shelf)) if not one.denies]
        linked = link_facets(every, work.tolls, work.reports, shelf.judged(), beside)
        left = shelf.take_incidents(gone)
        shelf.put_nodes(map(work.node, fresh))
        shelf.tie(linked.ties)
        shelf.put_links(linked.links, linked.ties)
        shelf.put_incidents(linked.incidents, linked.ties)
        self._part(linked.incidents, left, {one.claim.id: one.claim for one in every})

    def _part(self, fresh: Sequence[Incident], left: Set[int], known: Mapping[str, EventClaim]) -> None:
        """Find the wholes of new incidents, and of those whose whole may be new or gone: `left` are its keys."""
        shelf = self._shelf
        extents = [extent(one, known) for one in fresh]
        shelf.put_keys((one.incident.id, map(stable, holds(one)), map(stable, lies_in(one))) for one in extents)
        keys = left | {stable(key) for one in extents for key in holds(one)}
        new = {one.id for one in fresh}
        maybe = [*extents, *self._extents([one for one in shelf.lying_in(keys) if one.id not in new])]
        there = {one.incident.id for one in maybe}
        wanted = {stable(key) for one in maybe for key in lies_in(one)}
        near = self._extents([one for one in shelf.wholes(wanted) if one.id not in there])
        wholes = parts([*maybe, *near], shelf.judged())
        for part in (one.incident for one in maybe):
            if (placed := placed_in(part, wholes.get(part.id))) != part:
                shelf.change_incident(placed)

    def _extents(self, incidents: Sequence[Incident]) -> list[Extent]:
        """Return what incidents cover, by the claims that they had when they were linked."""
        wanted = {claim for one in incidents for claim in one.claims}
        claims = {key: claim for key, (claim, _) in self._shelf.events(wanted).items()}
        return [extent(one, claims) for one in incidents]


class _Work:
    """Facets made while linking, with what they need."""

    def __init__(self, shelf: Shelf, places: PlaceIndex) -> None:
        self._shelf = shelf
        self._places = places
        self._facets: dict[str, Facet] = {}
        self.tolls: dict[str, Sequence[TollClaim]] = {}
        self.reports: dict[str, Report] = {}

    def read(self, reports: Sequence[str]) -> list[Facet]:
        """Return the facets of the claims of reports, plans left out."""
        events, tolls = by_kind(self._shelf.claims_of(reports))
        self.reports |= self._shelf.reports(reports)
        at_home = tolls_by_event(tolls.values(), homes(tolls.values(), events))
        self.tolls |= at_home
        found = facets(events.values(), self.reports, at_home)
        return [one for one in found if one.claim.stance is not Stance.PLANNED]

    def load(self, claims: Iterable[str]) -> list[Facet]:
        """Return the facets of claims that are on the shelf."""
        wanted = sorted(claims)
        missing = self._shelf.events([claim for claim in wanted if claim not in self._facets])
        heads = {claim.report_id for claim, _ in missing.values()} - self.reports.keys()
        self.reports |= self._shelf.reports(heads)
        for key, (claim, tolls) in missing.items():
            self.tolls[key] = tolls
            self._facets[key] = facet(claim, self.reports.get(claim.report_id), tolls)
        return [self._facets[key] for key in wanted]

    def touched(self, fresh: Sequence[Facet]) -> set[str]:
        """Return the claims on the shelf that new ones are tied to, or whose ties may change with them."""
        asks = {one.claim.id: set(self._asked(one)) for one in fresh}
        keeps = {one.claim.id: set(kept(one)) for one in fresh}
        near = self._shelf.found(_numbers(asks)) | self._shelf.asking(_numbers(keeps))
        by_key: defaultdict[Key, list[Facet]] = defaultdict(list)
        asking: defaultdict[Key, list[Facet]] = defaultdict(list)
        for one in self.load(near):
            for key in kept(one):
                by_key[key].append(one)
            for key in self._asked(one) if asks_alone(one) else ():
                asking[key].append(one)
        found = set()
        for one in fresh:
            others = {id(other): other for key in asks[one.claim.id] for other in by_key.get(key, ())}
            others |= {id(other): other for key in keeps[one.claim.id] for other in asking.get(key, ())}
            found |= {other.claim.id for other in others.values() if _bears_on(one, other)}
        return found

    def node(self, one: Facet) -> Node:
        """Return what is to be kept of a facet."""
        asks = tuple(map(stable, self._asked(one))) if asks_alone(one) else ()
        tolls = tuple(toll.id for toll in self.tolls.get(one.claim.id, ()))
        return one.claim.id, one.claim.report_id, tolls, tuple(map(stable, kept(one))), asks

    def _asked(self, one: Facet) -> Iterable[Key]:
        return asked(one, self._places.near(one.place) if one.place else (one.place_key or "",))


def _judged_with(fresh: Sequence[Facet], shelf: Shelf) -> set[str]:
    """Return the claims of which a person said whether they are one with a new one."""
    own = {one.claim.id for one in fresh}
    return {claim for one in shelf.judged() if not own.isdisjoint(one.claims) for claim in one.claims} - own


def _numbers(keys: Mapping[str, Set[Key]]) -> set[int]:
    """Return all keys as the shelf has them."""
    every: set[Key] = set().union(*keys.values())
    return set(map(stable, every))


def _bears_on(one: Facet, other: Facet) -> bool:
    """Whether two claims are tied, or one may tell two captures apart that the other is one of."""
    if same_words(one, other):
        return True
    if one.denies or other.denies:
        if one.denies and other.denies:
            return False
        return (denies(one, other) if one.denies else denies(other, one)) is not None
    if one.type.family == other.type.family == "territory" and one.place_key == other.place_key:
        return True
    if not one.firm or not other.firm:
        return weighs(one, other)
    score = rate(one, other)
    return score is not None and score >= THRESHOLD


def _captures_beside(every: Sequence[Facet], shelf: Shelf) -> set[str]:
    """Return the claims at the places and on the days of captures, which may tell two captures apart."""
    captures = [one for one in every if one.type.family == "territory" and one.narrow and one.place_key]
    days = {stable(key) for one in captures for key in kept(one) if key[0] == "day"}
    return shelf.found(days) - {one.claim.id for one in every}
