"""Attaching: what becomes of claims that lack a place or a day, and of denials.

A claim that lacks either founds nothing that others could join by chance. It goes to the one cluster that it fits best,
and stays alone where it fits two about as well. A denial makes no incident: it contests the one that it denies.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from dateline.link.cluster import Clusters, Edge, Profile, compatible, joined
from dateline.link.facets import Facet, loosened
from dateline.link.keys import Key, asked, kept
from dateline.link.score import THRESHOLD, compare, forbidden, rate
from dateline.link.ties import Ties
from dateline.model.incident import Feature, Link

MARGIN: Final = 0.1  # how much better the best cluster must fit than the second
DENIAL_THRESHOLD: Final = 0.3  # a denial tells little of what it denies


class Neighbours:
    """Where a claim that lacks place or day, or a denial, may belong: what is kept under the keys that it asks for.

    That is its own report, captures of its place, a number that it shares, and what happened there on its days.
    """

    def __init__(self, facets: Sequence[Facet], near: Mapping[str, tuple[str, ...]]) -> None:
        self._facets = facets
        self._near = near
        self._kept: defaultdict[Key, list[int]] = defaultdict(list)
        for number, facet in enumerate(facets):
            for key in kept(facet):
                self._kept[key].append(number)

    def of(self, facet: Facet) -> list[int]:
        """Return the numbers of the facets that one may belong with, its own number left out, in order."""
        near = self._near.get(facet.place_key or "", (facet.place_key or "",))
        found = {number for key in asked(facet, near) for number in self._kept.get(key, ())}
        return sorted(number for number in found if self._facets[number] is not facet)


def attach_loose(facets: Sequence[Facet], clusters: Clusters, neighbours: Neighbours, ties: Ties) -> list[Edge]:
    """Join the facets that lack place or day to clusters or to one another; return the edges that did.

    All of them are held against the clusters as they stand at the beginning of a round, so that the order does not
    matter: first against firm facets, then against those that found a cluster, at last against one another. All that
    may have had a say in that is tied.
    """
    near = {number: neighbours.of(facet) for number, facet in enumerate(facets) if not (facet.firm and facet.narrow)}
    # Also what a copy or a judgement put in its place: were that taken back, it would look around again.
    _tie(near, facets, ties)
    alone = {number for number in near if clusters.alone(number) and not facets[number].firm}
    spanning: list[Edge] = []
    for _ in range(2):
        found = [edge for number in sorted(alone) if (edge := _best_cluster(number, near, alone, facets, clusters))]
        spanning += (new := joined(clusters, found))
        alone -= {number for _, *ends in new for number in ends}
    pairs = {(min(n, other), max(n, other)) for n in alone for other in near[n] if other in alone}
    spanning += joined(clusters, _edges(sorted(pairs), facets, clusters))
    vague = {number for number in near if clusters.alone(number) and facets[number].firm}
    found = [edge for number in sorted(vague) if (edge := _best_cluster(number, near, vague, facets, clusters))]
    return spanning + joined(clusters, found)


def fits(one: Facet, other: Facet) -> float | None:
    """Return the score of two facets, one of which lacks place or day, None where a feature forbids the link.

    What is dated to weeks alone ("in February") fits what is dated within these as it would if it told no day, unless
    its kind is seen again and again: which of several it is does not show by that, but there may be one alone.
    """
    score = rate(one, other)
    if score is None or (pair := _loosened(one, other)) is None:
        return score
    return max(score, rate(*pair) or 0.0)


def explained(one: Facet, other: Facet) -> Link:
    """Return the link of two facets by which they fit best."""
    link = compare(one, other)
    if forbidden(link) or (pair := _loosened(one, other)) is None:
        return link
    return max((link, compare(*pair)), key=lambda found: found.score)


def _loosened(one: Facet, other: Facet) -> tuple[Facet, Facet] | None:
    """Return two facets, that which is dated to weeks without a day of its own, None where none may be read so."""
    vague, narrow = (one, other) if other.narrow else (other, one)
    if vague.first is None or vague.narrow or not narrow.narrow or not _is_told_apart(vague, narrow):
        return None
    return loosened(vague), narrow


def _is_told_apart(one: Facet, other: Facet) -> bool:
    """Whether more than the kind tells two strikes or bombings from others: many dead, or what was hit."""
    often = one.type.family == other.type.family == "explosion"
    return not often or (one.deadly and other.deadly) or bool(one.landmarks & other.landmarks)


def weighs(left: Facet, right: Facet) -> bool:
    """Return whether two facets, one of which lacks place or day, are alike enough to bear on each other."""
    score = fits(left, right)
    return score is not None and score >= THRESHOLD - MARGIN


def _tie(near: Mapping[int, Iterable[int]], facets: Sequence[Facet], ties: Ties) -> None:
    for number, others in near.items():
        for other in others:
            if weighs(facets[number], facets[other]):
                ties.tie(facets[number].claim.id, facets[other].claim.id)


def denials(
    denied: Iterable[Facet], facets: Sequence[Facet], clusters: Clusters, neighbours: Neighbours, ties: Ties
) -> Iterator[tuple[int, Link]]:
    """Yield for each denial that fits a cluster its root and the link to the member it fits best; tie all it fits."""
    for facet in denied:
        meant = [(number, link) for number in neighbours.of(facet) if (link := denies(facet, facets[number]))]
        for _, link in meant:
            ties.tie(link.left, link.right)
        if meant:
            number, link = max(meant, key=lambda fit: (fit[1].score, -fit[0]))
            yield clusters.root(number), link


def _best_cluster(
    number: int, near: Mapping[int, Iterable[int]], alone: Set[int], facets: Sequence[Facet], clusters: Clusters
) -> Edge | None:
    own = Profile.of(number, facets[number])
    best: dict[int, Edge] = {}
    refused: set[int] = set()
    for other in near[number]:
        if other in alone:
            continue
        score, root = fits(facets[number], facets[other]), clusters.root(other)
        if score is None:
            refused.add(root)
            continue
        edge = (score, min(number, other), max(number, other))
        best[root] = max(best.get(root, edge), edge)
    open_to = (root for root in best if root not in refused and compatible(own, clusters.profile(root)))
    return _clear_best({root: best[root] for root in open_to}, clusters)


def _clear_best(fits: Mapping[int, Edge], clusters: Clusters) -> Edge | None:
    """Return the best edge, None where another happening fits about as well; one that may be the same is no rival."""
    ranked = sorted(fits, key=lambda root: (-fits[root][0], root))
    if not ranked or fits[ranked[0]][0] < THRESHOLD:
        return None
    first = fits[ranked[0]]
    close = [root for root in ranked[1:] if first[0] - fits[root][0] < MARGIN]
    best = clusters.profile(ranked[0])
    return first if all(compatible(best, clusters.profile(root)) for root in close) else None


def _edges(pairs: Iterable[tuple[int, int]], facets: Sequence[Facet], clusters: Clusters) -> list[Edge]:
    edges = []
    for left, right in pairs:
        score = rate(facets[left], facets[right])
        if score is None:
            clusters.forbid(left, right)
        elif score >= THRESHOLD and _placed(facets[left], facets[right]):
            edges.append((score, left, right))
    return edges


def _placed(left: Facet, right: Facet) -> bool:
    """Whether two loose facets share something to go by: both name a place, or both a day."""
    places = left.place_key is not None and right.place_key is not None
    return places or (left.first is not None and right.first is not None)


def denies(denied: Facet, facet: Facet) -> Link | None:
    """Return the link of a denial to what it may deny, None where the two have too little in common."""
    tries = [denied]
    if denied.type.once and denied.first is not None:
        tries.append(dataclasses.replace(denied, first=None, last=None))  # it is denied days after
    link = max((compare(one, facet) for one in tries), key=lambda link: link.score)
    if forbidden(link) or link.score < DENIAL_THRESHOLD:
        return None
    stance = Feature("stance", 0.0, f"{denied.claim.id} denies it")
    return dataclasses.replace(link, features=(*link.features, stance), joined=False)
