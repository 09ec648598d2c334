"""Mentions from BIO scores."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.annotate.entities import BioDecoder

LABELS = ["O", "B-person", "I-person", "B-location", "I-location"]


def scores(*tags: str) -> np.ndarray:
    """Return rows that favour the tags given, the root's row (favouring a mention, to be ignored) first."""
    rows = np.zeros((len(tags) + 1, len(LABELS)), np.float32)
    rows[0, 1] = 9
    for row, tag in enumerate(tags, 1):
        rows[row, LABELS.index(tag)] = 5
    return rows


def decode(*sentences: np.ndarray) -> list[tuple[int, int, str]]:
    words = np.array([len(rows) for rows in sentences])
    spans = BioDecoder(LABELS).decode(np.concatenate(sentences), np.cumsum(words) - words, words)
    return [(span.first, span.end, span.type) for span in spans]


def test_mentions_are_read_from_tags() -> None:
    assert decode(scores("B-person", "I-person", "O", "B-location")) == [(1, 3, "person"), (4, 5, "location")]


def test_mentions_side_by_side_stay_apart() -> None:
    assert decode(scores("B-person", "B-person")) == [(1, 2, "person"), (2, 3, "person")]


def test_an_inside_tag_without_a_beginning_is_mended() -> None:
    spans = decode(scores("O", "O"), scores("I-person", "I-person", "O"))
    assert spans == [(4, 6, "person")]


def test_a_mention_never_runs_into_the_next_sentence() -> None:
    assert decode(scores("B-person"), scores("I-person", "O"))[0] == (1, 2, "person")


def test_scores_of_certain_mentions_are_near_one() -> None:
    rows = scores("B-person")
    rows[1, 1] = 20
    words = np.array([2])
    (span,) = BioDecoder(LABELS).decode(rows, np.array([0]), words)
    assert 0.99 < span.score <= 1


@given(arrays(np.float32, (6, 5), elements=st.floats(-5, 5, width=32)))
def test_viterbi_finds_the_best_of_all_legal_tags(rows: np.ndarray) -> None:
    words = np.array([7])
    padded = np.concatenate([np.zeros((1, 5), np.float32), rows])
    spans = BioDecoder(LABELS).decode(padded, np.array([0]), words)
    best = max(
        (tags for tags in product(range(5), repeat=6) if legal(tags)),
        key=lambda tags: sum(float(rows[row, tag]) for row, tag in enumerate(tags)),
    )
    got = [0] * 6
    for span in spans:
        begin = LABELS.index("B-" + span.type)
        got[span.first - 1 : span.end - 1] = [begin] + [begin + 1] * (span.end - span.first - 1)
    reached, wanted = (sum(float(rows[row, tag]) for row, tag in enumerate(tags)) for tags in (got, best))
    assert legal(tuple(got))
    assert abs(reached - wanted) < 1e-3


def legal(tags: tuple[int, ...]) -> bool:
    before = (0, *tags)
    return all(tag not in {2, 4} or before[index] in {tag, tag - 1} for index, tag in enumerate(tags))
