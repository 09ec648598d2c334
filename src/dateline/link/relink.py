"""Linking anew only what new claims touch: the same incidents as linking everything anew, at the cost of what changed.

Which incidents claims make depends on the claims that they are tied to and on nothing else. So what changes with a
report are the sets of claims tied to one of its claims, old or new; these are linked anew, the others stay.
"""

from collections.abc import Mapping, Sequence, Set

from dateline.link.facets import Facet
from dateline.link.keys import kept, stable
from dateline.link.linker import link_facets
from dateline.link.loading import Loader
from dateline.link.nearness import PlaceIndex
from dateline.link.parts import Extent, extent, holds, lies_in, parts, placed_in
from dateline.link.shelf import Shelf
from dateline.link.touching import tied_anew
from dateline.model.claim import EventClaim
from dateline.model.incident import Incident


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
        shelf, loader = self._shelf, Loader(self._shelf, self._places)
        gone, left = shelf.forget(reports)
        gone |= set(
            shelf.sets_of(shelf.found(left)).values()
        )  # a capture that is no more may have told two others apart
        fresh = loader.read(reports)
        shelf.put_nodes(map(loader.node, fresh))
        # All incidents that may change go first: those that stay have no claim that is gone.
        portions = [(sets, shelf.take_incidents(sets)) for sets in tied_anew(fresh, gone, shelf, loader)]
        for sets, keys in portions:
            self._link(sets, keys, loader)
            loader.rest()

    def _link(self, sets: Mapping[str, Sequence[str]], left: Set[int], loader: Loader) -> None:
        """Link the claims of sets that hang together with no other set; `left` are keys of incidents they made."""
        shelf = self._shelf
        every = loader.load(claim for claims in sets.values() for claim in claims)
        beside = [one for one in loader.load(_captures_beside(every, shelf)) if not one.denies]
        linked = link_facets(every, loader.tolls, loader.reports, shelf.judged(), beside)
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


def _captures_beside(every: Sequence[Facet], shelf: Shelf) -> set[str]:
    """Return the claims at the places and on the days of captures, which may tell two captures apart."""
    captures = [one for one in every if one.type.family == "territory" and one.narrow and one.place_key]
    days = {stable(key) for one in captures for key in kept(one) if key[0] == "day"}
    return shelf.found(days) - {one.claim.id for one in every}
