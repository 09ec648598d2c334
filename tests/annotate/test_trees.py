"""Trees: broken heads are seen, and the tree put in their place is the best one."""

from itertools import product

import numpy as np
import pytest

from dateline.annotate.trees import best_tree, broken


def is_tree(heads: tuple[int, ...]) -> bool:
    """Tell, the slow way, whether heads (0 for the root, itself first) make a single-rooted tree."""
    if sum(head == 0 for head in heads[1:]) != 1:
        return False
    return all(reaches_root(heads, node) for node in range(1, len(heads)))


def reaches_root(heads: tuple[int, ...], node: int) -> bool:
    for _ in heads:
        node = heads[node]
    return node == 0


def test_broken_agrees_with_walking_up_each_path() -> None:
    for heads in product(range(4), repeat=3):
        rows = np.array([0, 2, 0, 0, *heads])
        start, words = np.array([0, 3]), np.array([3, 4])
        # The first sentence, heads (2, 0), is a tree; the second is under test.
        assert (1 in broken(rows, start, words)) == (not is_tree((0, *heads)))
        assert 0 not in broken(rows, start, words)


@pytest.mark.parametrize("seed", range(40))
def test_best_tree_is_the_best_of_all(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5))
    trees = [(0, *heads) for heads in product(range(5), repeat=4) if is_tree((0, *heads))]
    best = max(trees, key=lambda heads: sum(scores[node, heads[node]] for node in range(1, 5)))
    assert tuple(best_tree(scores.copy()).tolist()) == best


def test_best_tree_of_a_long_sentence_is_a_tree() -> None:
    scores = np.random.default_rng(3).normal(size=(120, 120))
    assert is_tree(tuple(best_tree(scores).tolist()))
