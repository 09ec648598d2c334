import pytest

from evaluation.tally import Tally


def test_both_sides_are_counted_apart() -> None:
    tally = Tally()

    tally.add(found=2, wanted=4, right=1, given=1)

    assert (tally.recall, tally.precision) == (0.5, 1.0)
    assert tally.f1 == pytest.approx(2 / 3)


def test_merging_weighs_texts_by_their_size() -> None:
    small, large = Tally.of(1, wanted=1, given=1), Tally.of(0, wanted=9, given=3)

    small.merge(large)

    assert small.figures() == pytest.approx({"recall": 0.1, "precision": 0.25, "f1": 1 / 7})


def test_nothing_counted_scores_nothing() -> None:
    assert Tally().figures() == {"f1": 0.0, "recall": 0.0, "precision": 0.0}
