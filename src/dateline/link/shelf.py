"""Shelf: what linking needs of a record in order to link anew only what new claims touch."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Protocol

from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.incident import Incident, Link
from dateline.model.judgement import Judgement
from dateline.model.place import PlaceEntry
from dateline.model.report import Report

Node = tuple[str, str, Sequence[str], Sequence[int], Sequence[int]]
"""A claim that is linked: its id, its report, its toll claims, the keys that it is found by and those it asks for."""


class Shelf(Protocol):
    """The linked claims of a record: what they are found by, which are tied, and what they make.

    A set of tied claims goes by the first of their ids.
    """

    def places(self) -> Iterable[PlaceEntry]:
        """Return all places of the record."""

    def judged(self) -> Sequence[Judgement]:
        """Return the judgements that hold on whether two claims are one."""

    def claims_of(self, reports: Iterable[str]) -> Iterable[Claim]:
        """Return the live event and toll claims of reports."""

    def events(self, claims: Iterable[str]) -> Mapping[str, tuple[EventClaim, Sequence[TollClaim]]]:
        """Return event claims as they were linked, each with the toll claims that belong to it, by id."""

    def reports(self, ids: Iterable[str]) -> Mapping[str, Report]:
        """Return reports without their texts, and those that stand for copies, by id."""

    def found(self, keys: Set[int]) -> set[str]:
        """Return the event claims that are found by any of the keys."""

    def asking(self, keys: Set[int]) -> set[str]:
        """Return the event claims that ask for any of the keys."""

    def sets_of(self, claims: Iterable[str]) -> Mapping[str, str]:
        """Return the sets that event claims are in, by the claims' ids."""

    def members(self, sets: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """Return the event claims of sets that have any."""

    def wholes(self, keys: Iterable[int]) -> Iterable[Incident]:
        """Return the incidents that hold what lies in any of the keys."""

    def lying_in(self, keys: Iterable[int]) -> Iterable[Incident]:
        """Return the incidents that may be parts of what holds any of the keys."""

    def forget(self, reports: Iterable[str]) -> tuple[set[str], set[int]]:
        """Take the claims of reports off; return the sets that they were in, and the keys that they were found by."""

    def put_nodes(self, nodes: Iterable[Node]) -> None:
        """Put claims on, each in a set of its own."""

    def tie(self, ties: Mapping[str, str]) -> None:
        """Put down the set of each claim."""

    def take_incidents(self, sets: Iterable[str]) -> set[int]:
        """Take off the incidents and links of sets; return the keys by which parts found them."""

    def put_links(self, links: Iterable[Link], ties: Mapping[str, str]) -> None:
        """Put links on, each with the set of its claims."""

    def put_incidents(self, incidents: Iterable[Incident], ties: Mapping[str, str]) -> None:
        """Put incidents on, each with the set of its claims."""

    def put_keys(self, keys: Iterable[tuple[str, Iterable[int], Iterable[int]]]) -> None:
        """Keep for incidents, by id, the keys by which their parts find them, and by which they find their wholes."""

    def change_incident(self, one: Incident) -> None:
        """Put an incident in place of the one with its id."""
