"""Loading: the facets of claims of a record, new ones and those on the shelf, with what they need."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.link.facets import Facet, facet, facets
from dateline.link.homes import homes, tolls_by_event
from dateline.link.keys import Key, asked, asks_alone, kept, kept_beside, stable
from dateline.link.linker import by_kind
from dateline.link.nearness import PlaceIndex
from dateline.link.shelf import Node, Shelf
from dateline.model.claim import TollClaim
from dateline.model.reading import Stance
from dateline.model.report import Report

AT_HAND: Final = 4000  # facets of linked claims that stay in memory for the next use: some 30 MB


class Loader:
    """Facets made while linking; those of new claims stay in memory, of the others only so many.

    Args:
        shelf: what the record knows of its linked claims.
        places: all places of the record.
    """

    def __init__(self, shelf: Shelf, places: PlaceIndex) -> None:
        self._shelf = shelf
        self._places = places
        self._fresh: dict[str, Facet] = {}
        self._loaded: dict[str, Facet] = {}
        self.tolls: dict[str, Sequence[TollClaim]] = {}
        self.reports: dict[str, Report] = {}

    def read(self, reports: Sequence[str]) -> list[Facet]:
        """Return the facets of the claims of reports, plans left out."""
        events, tolls = by_kind(self._shelf.claims_of(reports))
        self.reports |= self._shelf.reports(reports)
        at_home = tolls_by_event(tolls.values(), homes(tolls.values(), events))
        found = facets(events.values(), self.reports, at_home)
        fresh = [one for one in found if one.claim.stance is not Stance.PLANNED]
        self._fresh |= {one.claim.id: one for one in fresh}
        self.tolls |= {key: at_home[key] for key in self._fresh.keys() & at_home.keys()}
        return fresh

    def load(self, claims: Iterable[str]) -> list[Facet]:
        """Return the facets of claims that are on the shelf, in order of their ids."""
        wanted = sorted(claims)
        missing = self._shelf.events([one for one in wanted if one not in self._fresh and one not in self._loaded])
        heads = {claim.report_id for claim, _ in missing.values()} - self.reports.keys()
        self.reports |= self._shelf.reports(heads)
        for key, (claim, tolls) in missing.items():
            self.tolls[key] = tolls
            self._loaded[key] = facet(claim, self.reports.get(claim.report_id), tolls)
        return [self._fresh.get(key) or self._loaded[key] for key in wanted]

    def rest(self) -> None:
        """Let go of facets of linked claims where there are many."""
        if len(self._loaded) > AT_HAND:
            self._loaded.clear()
            self.reports = dict(self._shelf.reports({one.claim.report_id for one in self._fresh.values()}))
            self.tolls = {key: tolls for key, tolls in self.tolls.items() if key in self._fresh}

    def node(self, one: Facet) -> Node:
        """Return what is to be kept of a facet."""
        asks = tuple(map(stable, self.asked(one))) if asks_alone(one) else ()
        tolls = tuple(toll.id for toll in self.tolls.get(one.claim.id, ()))
        return one.claim.id, one.claim.report_id, tolls, tuple(map(stable, kept(one))), asks

    def asked(self, one: Facet) -> Iterator[Key]:
        """Yield the keys under which what a facet may belong with is kept."""
        return asked(one, self._near(one))

    def kept(self, one: Facet) -> Iterator[Key]:
        """Yield the keys under which a facet is asked for, those of places near its own among them."""
        yield from kept(one)
        yield from kept_beside(one, self._near(one))

    def _near(self, one: Facet) -> Iterable[str]:
        return self._places.near(one.place) if one.place else (one.place_key or "",)
