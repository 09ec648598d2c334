"""Said again: the same sentence in copies of one text tells of one happening, however each copy was read.

A copy that lost its dateline or its day is read with other places and days than the whole. What it says is the same.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from dateline.link.cluster import Clusters
from dateline.link.facets import Facet
from dateline.link.keys import Key, said_again
from dateline.link.ties import Ties
from dateline.model.incident import Feature, Link
from dateline.reference.codebook import codebook

_WHY = Feature("copy", 1.0, "the same words in copies of one text")


def same_words(one: Facet, other: Facet) -> bool:
    """Return whether two claims are the same words of two copies of one text, read as kin happenings."""
    if one.claim.report_id == other.claim.report_id or said_again(one) != said_again(other):
        return False
    return codebook().kinship(one.type.type, other.type.type) > 0


def fold_copies(facets: Sequence[Facet], clusters: Clusters, ties: Ties) -> list[Link]:
    """Put what copies say in the same words in with the one that tells place and day best; return the links."""
    groups: defaultdict[Key, list[int]] = defaultdict(list)
    for number, facet in enumerate(facets):
        groups[said_again(facet)].append(number)
    links = []
    for group in groups.values():
        for left, right in combinations(group, 2):
            if same_words(facets[left], facets[right]):
                ties.tie(facets[left].claim.id, facets[right].claim.id)
        left_over = sorted(group, key=lambda number: _vagueness(facets[number]))
        while left_over:
            main, *others = left_over
            like = [other for other in others if same_words(facets[main], facets[other])]
            links += [_link(facets[main], facets[other]) for other in like if clusters.fold(main, other)]
            left_over = [other for other in others if other not in like]
    return links


def _link(one: Facet, other: Facet) -> Link:
    left, right = sorted((one.claim.id, other.claim.id))
    return Link(left, right, 1.0, (_WHY,), joined=True)


def _vagueness(facet: Facet) -> tuple[bool, bool, bool, int, bool, str]:
    first = facet.claim.report_id == facet.story
    return not facet.firm, not facet.point, not facet.narrow, facet.span, not first, facet.claim.id
