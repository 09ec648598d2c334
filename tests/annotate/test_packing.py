"""Packing: every piece of every sentence is somewhere, once, and found again."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.packing import Encoded, pack


def encoded(length: int, number: int) -> Encoded:
    """Return a sentence of `length` pieces, each a word of its own, that can be told from others."""
    pieces = [101, *(1000 * number + index for index in range(length)), 102]
    return Encoded(pieces, [0] * len(pieces), list(range(length + 1)))


@given(st.lists(st.integers(1, 120), min_size=1, max_size=30))
def test_words_are_found_in_the_rows(lengths: list[int]) -> None:
    sentences = [encoded(length, number) for number, length in enumerate(lengths, 1)]
    packed = pack(sentences)
    feeds = packed.feeds
    found = feeds["pieces"].reshape(-1)[feeds["first"]]
    assert found.tolist() == [piece for sentence in sentences for piece in sentence.pieces[:-1]]
    assert found[packed.start].tolist() == [101] * len(lengths)
    assert (feeds["pieces"] != 0).sum() == sum(length + 2 for length in lengths)
    slots = feeds["slots"].reshape(-1)[feeds["back"]]
    assert slots.tolist() == list(range(len(slots)))


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30))
def test_positions_begin_anew_with_each_sentence(lengths: list[int]) -> None:
    feeds = pack([encoded(length, number) for number, length in enumerate(lengths, 1)]).feeds
    starts = feeds["pieces"] == 101
    assert (feeds["positions"][starts] == 0).all()
    assert len(np.unique(feeds["segments"][starts])) == len(lengths)
