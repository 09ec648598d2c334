"""Scores of coreference: how well clusters of claims agree with gold clusters, by the published definitions.

MUC counts links, B³ claims, CEAF-e clusters; the CoNLL average is the mean of the three F1. Claims that stand on one
side only count against the other, as in the reference scorer (Pradhan et al., "Scoring Coreference Partitions of
Predicted Mentions: A Reference Implementation", ACL 2014): nothing is put in or taken out to make the sides equal.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final

from evaluation.tally import Tally

Cluster = frozenset[Hashable]

_INFINITY: Final = float("inf")


def muc(gold: Iterable[Iterable[Hashable]], system: Iterable[Iterable[Hashable]]) -> Tally:
    """Return the MUC score (Vilain et al., "A Model-Theoretic Coreference Scoring Scheme", MUC-6, 1995).

    A cluster of n needs n - 1 links; of them those are found that hold together what the other side leaves whole.
    Singletons need none and so do not count.
    """
    key, response = _clusters(gold), _clusters(system)
    found, wanted = _links(key, response)
    right, given = _links(response, key)
    return Tally(found, wanted, right, given)


def b_cubed(gold: Iterable[Iterable[Hashable]], system: Iterable[Iterable[Hashable]]) -> Tally:
    """Return the B³ score (Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", LREC workshop, 1998).

    For each claim, the share of its gold cluster that its system cluster holds (recall), and the reverse (precision).
    """
    key, response = _clusters(gold), _clusters(system)
    found, wanted = _shares(key, response)
    right, given = _shares(response, key)
    return Tally(found, wanted, right, given)


def ceaf_e(gold: Iterable[Iterable[Hashable]], system: Iterable[Iterable[Hashable]]) -> Tally:
    """Return CEAF-e (Luo, "On Coreference Resolution Performance Metrics", HLT-EMNLP 2005, with φ4).

    Clusters are paired one to one so that the sum of 2 |K ∩ R| / (|K| + |R|) is the greatest; that sum over the number
    of gold clusters is recall, over the number of system clusters precision.
    """
    key, response = _clusters(gold), _clusters(system)
    likeness = sum(_best_pairing(*part) for part in _components(key, response))
    return Tally(likeness, len(key), likeness, len(response))


def conll(gold: Iterable[Iterable[Hashable]], system: Iterable[Iterable[Hashable]]) -> float:
    """Return the CoNLL average: the mean F1 of MUC, B³ and CEAF-e (CoNLL-2011 and 2012 shared tasks)."""
    key, response = _clusters(gold), _clusters(system)
    return (muc(key, response).f1 + b_cubed(key, response).f1 + ceaf_e(key, response).f1) / 3


def _clusters(clusters: Iterable[Iterable[Hashable]]) -> list[Cluster]:
    found = [frozenset(cluster) for cluster in clusters]
    if len(frozenset().union(*found)) < sum(map(len, found)):
        raise ValueError("a claim stands in two clusters")
    return [cluster for cluster in found if cluster]


def _cluster_of(clusters: Iterable[Cluster]) -> dict[Hashable, int]:
    return {claim: number for number, cluster in enumerate(clusters) for claim in cluster}


def _links(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[int, int]:
    of = _cluster_of(response)
    # A claim that the other side lacks is a piece of its own.
    pieces = sum(len({of.get(claim, ("alone", claim)) for claim in cluster}) for cluster in key)
    claims = sum(map(len, key))
    return claims - pieces, claims - len(key)


def _shares(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, int]:
    of = _cluster_of(response)
    share = 0.0
    for cluster in key:
        common: defaultdict[int, int] = defaultdict(int)
        for claim in cluster:
            if claim in of:
                common[of[claim]] += 1
        share += sum(count * count for count in common.values()) / len(cluster)
    return share, sum(map(len, key))


def _components(
    key: Sequence[Cluster], response: Sequence[Cluster]
) -> Iterator[tuple[Sequence[Cluster], Sequence[Cluster]]]:
    """Yield groups of gold and system clusters that share claims only with one another: each is paired by itself."""
    of_key, of_response = _cluster_of(key), _cluster_of(response)
    seen: set[int] = set()
    for start in range(len(key)):
        if start in seen:
            continue
        mine, theirs, todo = {start}, set[int](), [start]
        while todo:
            for claim in key[todo.pop()]:
                if claim in of_response and of_response[claim] not in theirs:
                    theirs.add(of_response[claim])
                    fresh = {of_key[c] for c in response[of_response[claim]] if c in of_key} - mine
                    mine |= fresh
                    todo += fresh
        seen |= mine
        yield [key[n] for n in sorted(mine)], [response[n] for n in sorted(theirs)]


def _best_pairing(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    if not response:
        return 0.0
    rows, columns = sorted((key, response), key=len)
    likeness = [[2 * len(one & other) / (len(one) + len(other)) for other in columns] for one in rows]
    return sum(likeness[row][column] for row, column in enumerate(_assignment(likeness)))


def _assignment(gain: Sequence[Sequence[float]]) -> list[int]:
    """Return the column of each row such that the gain is greatest; there are no more rows than columns.

    The Hungarian method with potentials and shortest augmenting paths (Kuhn 1955, Munkres 1957; in the form of Jonker
    and Volgenant 1987), in time cubic in the rows.
    """
    rows, columns = len(gain), len(gain[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, back = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, done = [_INFINITY] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            done[column] = True
            here = owner[column]
            for other in (c for c in range(1, columns + 1) if not done[c]):
                slack = -gain[here - 1][other - 1] - of_row[here] - of_column[other]
                if slack < least[other]:
                    least[other], back[other] = slack, column
            step, nearest = min((least[c], c) for c in range(1, columns + 1) if not done[c])
            for c in range(columns + 1):
                if done[c]:
                    of_row[owner[c]] += step
                    of_column[c] -= step
                else:
                    least[c] -= step
            column = nearest
        while column:
            owner[column] = owner[back[column]]
            column = back[column]
    found = {owner[c]: c - 1 for c in range(1, columns + 1) if owner[c]}
    return [found[row] for row in range(1, rows + 1)]
