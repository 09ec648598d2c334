"""Clustering: links joined from the likeliest down, refused wherever two members could not be one happening.

The same links give the same clusters in any order: they are sorted by score, then by the ids of their claims. What a
cluster holds is checked by its profile (types, places, days, sides), so that two claims which no block ever brought
together are still never joined through a third.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from dateline.link.facets import Facet, Party
from dateline.link.nearness import Nearness, may_hide, nearness
from dateline.model.place import PlaceEntry
from dateline.reference.codebook import codebook

_NOBODY: Final[frozenset[Party]] = frozenset()

Edge = tuple[float, int, int]
"""Score and numbers of two facets, the lesser first."""


@dataclass(slots=True)
class Profile:
    """What the members of a cluster are, as far as it can forbid others.

    There is one for each claim to begin with, so that what is empty or alike in most is no set of its own.
    """

    members: list[int]
    types: frozenset[str]
    places: dict[str, PlaceEntry | None]
    latest_first: int | None
    earliest_last: int | None
    doers: frozenset[Party]
    foes: set[int] | None = None

    @classmethod
    def of(cls, number: int, facet: Facet) -> "Profile":
        """Return the profile of one facet."""
        places = {facet.place_key: facet.place} if facet.place_key and not facet.guessed else {}
        doers = frozenset([facet.actors]) if facet.type.family == "territory" and facet.actors.camps else _NOBODY
        return cls([number], _only(facet.type.type), places, facet.first, facet.last, doers)

    def absorb(self, other: "Profile") -> None:
        """Take in all that another cluster holds."""
        self.members += other.members
        self.types |= other.types
        self.places |= other.places
        self.latest_first = _known(max, self.latest_first, other.latest_first)
        self.earliest_last = _known(min, self.earliest_last, other.earliest_last)
        self.doers |= other.doers
        self.forbid(other.foes or ())

    def forbid(self, numbers: Iterable[int]) -> None:
        """Keep facets out of the cluster for good."""
        if self.foes is None:
            self.foes = set(numbers) or None
        else:
            self.foes.update(numbers)


class Clusters:
    """Disjoint sets of facets that know which may not be joined."""

    def __init__(self, facets: Sequence[Facet], numbers: Iterable[int]) -> None:
        self._root = {number: number for number in numbers}
        self._profiles = {number: Profile.of(number, facets[number]) for number in self._root}
        self._folded: set[int] = set()

    def root(self, number: int) -> int:
        """Return the number that stands for the cluster of a facet."""
        while (above := self._root[number]) != number:
            self._root[number] = self._root[above]
            number = above
        return number

    def forbid(self, left: int, right: int) -> None:
        """Keep two facets apart for what they tell, unless one was folded in with another, whatever it tells."""
        if not (self.folded(left) or self.folded(right)):
            self.part(left, right)

    def part(self, left: int, right: int) -> None:
        """Keep two facets apart for good."""
        self._profiles[self.root(left)].forbid([right])
        self._profiles[self.root(right)].forbid([left])

    def join(self, left: int, right: int) -> bool:
        """Join the clusters of two facets; return False, and leave them, where something forbids it."""
        one, other = self.root(left), self.root(right)
        if one == other:
            return True
        if not compatible(self._profiles[one], self._profiles[other]):
            return False
        if len(self._profiles[one].members) < len(self._profiles[other].members):
            one, other = other, one
        self._profiles[one].absorb(self._profiles.pop(other))
        self._root[other] = one
        return True

    def fold(self, main: int, other: int) -> bool:
        """Put the cluster of a facet in with that of another whatever forbids it; False where they are one already.

        What the main one is alone decides from then on what else may join: the two need not agree.
        """
        root, under = self.root(main), self.root(other)
        if root == under:
            return False
        profile = self._profiles.pop(under)
        self._profiles[root].members += profile.members
        self._profiles[root].forbid(profile.foes or ())
        self._root[under] = root
        self._folded.update(profile.members)
        return True

    def folded(self, number: int) -> bool:
        """Return whether a facet stands in its cluster because of another one, whatever it tells itself."""
        return number in self._folded

    def alone(self, number: int) -> bool:
        """Return whether a facet is a cluster of its own."""
        return len(self.profile(number).members) == 1

    def together(self, left: int, right: int) -> bool:
        """Return whether two facets are in one cluster."""
        return self.root(left) == self.root(right)

    def profile(self, number: int) -> Profile:
        """Return the profile of a facet's cluster."""
        return self._profiles[self.root(number)]

    def groups(self) -> list[list[int]]:
        """Return the members of every cluster, sorted, the clusters by their least member."""
        return sorted(sorted(profile.members) for profile in self._profiles.values())


def compatible(one: Profile, other: Profile) -> bool:
    """Return whether every member of one cluster may be the same happening as every member of the other."""
    return (
        _days_meet(one, other)
        and _none_foe(one, other)
        and all(codebook().kinship(a, b) > 0 for a, b in product(one.types, other.types))
        and all(_may_be_one(a, b) for a, b in product(one.places.items(), other.places.items()))
        and not any(a.opposed(b) for a, b in product(one.doers, other.doers))
    )


def joined(clusters: Clusters, edges: Iterable[Edge]) -> list[Edge]:
    """Join edges from the likeliest down; return those that joined two clusters, which span all of them."""
    spanning = []
    for edge in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        _, left, right = edge
        if not clusters.together(left, right) and clusters.join(left, right):
            spanning.append(edge)
    return spanning


def _days_meet(one: Profile, other: Profile) -> bool:
    """Whether the days have one in common, or lie side by side as two accounts of one night may.

    Strikes of two days are not made one by a third account that tells of a run of them.
    """
    latest = _known(max, one.latest_first, other.latest_first)
    earliest = _known(min, one.earliest_last, other.earliest_last)
    if latest is None or earliest is None or latest <= earliest:
        return True
    chained = len(one.members) + len(other.members) > 2  # more than the two that the features weigh
    strikes = all(codebook()[kind].family == "explosion" for kind in one.types | other.types)
    return latest - earliest == 1 and not (chained and strikes)


def _none_foe(one: Profile, other: Profile) -> bool:
    mine = not one.foes or one.foes.isdisjoint(other.members)
    return mine and (not other.foes or other.foes.isdisjoint(one.members))


def _may_be_one(left: tuple[str, PlaceEntry | None], right: tuple[str, PlaceEntry | None]) -> bool:
    if left[0] == right[0] or left[1] is None or right[1] is None:
        return True
    return nearness(left[1], right[1]) is not Nearness.APART or may_hide(left[1], right[1])


@cache
def _only(type_name: str) -> frozenset[str]:
    return frozenset([type_name])


def _known(pick: Callable[[int, int], int], left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return left if right is None else right
    return pick(left, right)
