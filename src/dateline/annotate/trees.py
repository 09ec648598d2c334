"""Heads to trees: what the network chose is kept where it is a tree with one root."""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.int64]
Scores = NDArray[np.float64]
# What a root arc is made to cost, raised until one is left; the last leaves one for certain.
_ROOT_COSTS: Final = (0.0, 4.0, 16.0, 64.0, 1e6)


def broken(heads: Heads, start: Heads, words: Heads) -> list[int]:
    """Return the indices of the sentences whose heads are no single-rooted tree.

    `heads` (n,) counts within each sentence, 0 being the root; `start` and `words`
    (sentences,) are where each sentence's root lies among the n, and how many are its own.
    """
    owner = np.repeat(np.arange(len(words)), words)
    above = heads + start[owner]
    above[start] = start
    roots = np.bincount(owner[above == start[owner]], minlength=len(words)) - 1
    for _ in range(int(words.max()).bit_length()):
        above = above[above]
    lost = np.bincount(owner[above != start[owner]], minlength=len(words))
    return [int(index) for index in np.flatnonzero((roots != 1) | (lost > 0))]


def best_tree(scores: Scores) -> Heads:
    """Return the heads of the best tree with one root, by Chu and Liu and Edmonds.

    A cost on root arcs is the same for all trees with one root, so that the best tree under
    it, if it has one root, is the best of these.

    `scores[d, h]` (words + 1, words + 1) is the score of head h for word d; row 0 is ignored.
    """
    scores = scores.astype(np.float64)
    np.fill_diagonal(scores, -np.inf)
    heads = _tree(scores)
    for before, cost in pairwise(_ROOT_COSTS):
        if (heads[1:] == 0).sum() == 1:
            break
        scores[1:, 0] -= cost - before
        heads = _tree(scores)
    return heads


def _tree(scores: Scores) -> Heads:
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    return heads if cycle is None else _without_cycle(scores, heads, cycle)


def _cycle(heads: Heads) -> Heads | None:
    """Return the nodes of one cycle, or None."""
    colour = np.zeros(len(heads), np.int64)
    colour[0] = -1
    for first in range(1, len(heads)):
        node = first
        while colour[node] == 0:
            colour[node] = first
            node = int(heads[node])
        if colour[node] == first:
            cycle = [node]
            while (following := int(heads[cycle[-1]])) != node:
                cycle.append(following)
            return np.array(cycle)
        node = first
        while colour[node] == first:
            colour[node] = -1
            node = int(heads[node])
    return None


def _without_cycle(scores: Scores, heads: Heads, cycle: Heads) -> Heads:
    """Contract the cycle to one node, solve the rest, and open the cycle where that enters it."""
    rest = np.setdiff1d(np.arange(len(heads)), cycle)
    gain = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    entered = gain.argmax(axis=0)
    leaving = scores[np.ix_(rest, cycle)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = gain.max(axis=0)
    smaller[:-1, -1] = leaving.max(axis=1)
    inner = _tree(smaller)
    result = heads.copy()
    outer = inner[:-1]
    from_cycle = outer == len(rest)
    result[rest] = np.where(from_cycle, cycle[leaving.argmax(axis=1)], rest[np.minimum(outer, len(rest) - 1)])
    opened = cycle[entered[inner[-1]]]
    result[opened] = rest[inner[-1]]
    return result
