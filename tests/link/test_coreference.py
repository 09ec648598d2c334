from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.coreference import b_cubed, ceaf_e, conll, muc

# The worked example of Pradhan et al. (2014): gold {a b c} {d e f g}, system {a b} {c d} {f g h i}.
GOLD = [{"a", "b", "c"}, {"d", "e", "f", "g"}]
SYSTEM = [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}]


def test_the_worked_example_of_the_reference_scorer() -> None:
    found = muc(GOLD, SYSTEM)
    assert (found.recall, found.precision) == pytest.approx((2 / 5, 2 / 5))
    found = b_cubed(GOLD, SYSTEM)
    assert (found.recall, found.precision) == pytest.approx((35 / 12 / 7, 4 / 8))
    found = ceaf_e(GOLD, SYSTEM)
    assert (found.recall, found.precision) == pytest.approx((1.3 / 2, 1.3 / 3))


def test_the_same_clusters_score_one_and_all_apart_find_no_link() -> None:
    assert conll(GOLD, GOLD) == pytest.approx(1)
    alone = [{claim} for cluster in GOLD for claim in cluster]
    assert muc(GOLD, alone).f1 == 0 and b_cubed(GOLD, alone).precision == 1


def test_nothing_given_scores_nothing() -> None:
    assert conll(GOLD, []) == 0 and conll([], GOLD) == 0 and conll([], []) == 0


def test_a_claim_in_two_clusters_is_an_error() -> None:
    with pytest.raises(ValueError, match="two clusters"):
        muc([{"a"}, {"a", "b"}], GOLD)


@st.composite
def partitions(draw: st.DrawFn) -> list[set[int]]:
    labels = draw(st.lists(st.integers(0, 4), min_size=1, max_size=9))
    kept = [(claim, label) for claim, label in enumerate(labels) if draw(st.booleans()) or claim == 0]
    return [found for label in set(labels) if (found := {claim for claim, own in kept if own == label})]


@given(partitions(), partitions())
def test_ceaf_pairs_clusters_as_well_as_trying_every_pairing(gold: list[set[int]], system: list[set[int]]) -> None:
    few, many = sorted((gold, system), key=len)
    best = max(
        sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(few, chosen, strict=True))
        for chosen in permutations(many, len(few))
    )
    assert ceaf_e(gold, system).found == pytest.approx(best)


@given(partitions(), partitions())
def test_scores_lie_between_nothing_and_one_and_turn_with_the_sides(
    gold: list[set[int]], system: list[set[int]]
) -> None:
    for measure in (muc, b_cubed, ceaf_e):
        there, back = measure(gold, system), measure(system, gold)
        assert 0 <= there.recall <= 1 and 0 <= there.precision <= 1
        assert (there.recall, there.precision) == pytest.approx((back.precision, back.recall))
