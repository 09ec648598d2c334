"""The event head: what it reads of a word, and that it tells everyday verbs from those of the conflict."""

import numpy as np
import pytest

from dateline.annotate import Annotator
from dateline.annotate.events import EventHead, neighbours, slot_of
from dateline.model.report import Block, BlockKind, Report


def test_a_word_reads_its_arguments_and_its_head() -> None:
    # root, rebels, seized, towns, yesterday: the root leads the sentence
    above = np.array([-1, 2, -1, 2, 2])
    slots = np.array([slot_of(name) for name in ("root", "nsubj", "root", "obj", "advmod")])
    near = neighbours(above, slots)
    assert near[2].tolist() == [2, 1, 3, -1, -1, -1]
    assert near[3].tolist() == [3, -1, -1, -1, -1, 2]


def test_of_several_arguments_of_a_kind_the_first_is_read() -> None:
    slots = np.array([0, slot_of("obl"), slot_of("nmod")])
    assert neighbours(np.array([-1, 0, 0]), slots)[0].tolist() == [0, -1, -1, 1, -1, -1]


def test_probabilities_sum_to_one_and_none_comes_first() -> None:
    arrays = {
        "early": np.ones((2, 1), np.float32),
        "late": np.ones((2, 1), np.float32),
        "inner": np.zeros((8, 1), np.float32),
        "inner_bias": np.ones(1, np.float32),
        "outer": np.array([[2.0, 0.0]], np.float32),
        "outer_bias": np.zeros(2, np.float32),
    }
    head = EventHead(arrays, temperature=1.0)
    states = [np.zeros((3, 2), np.float32)] * 2
    near = neighbours(np.array([-1, -1, 1]), np.array([0, 0, 0]))
    features = head.features(states, near, np.array([1, 2]), np.array([0, 0, 0]))
    shares = head.probabilities(features)
    assert shares[:, 1].tolist() == pytest.approx([1 / (1 + np.exp(2.0))] * 2)
    assert shares.sum(1).tolist() == pytest.approx([1.0, 1.0])


def test_a_report_gives_a_word_the_types_that_it_is_likely_to_tell() -> None:
    text = "Our lions liberated Harem before noon on Friday."
    report = Report(id="sha256:a", file="a.txt", text=text, blocks=(Block(0, len(text), BlockKind.BODY),))
    told = {t.text: dict(t.told) for s in Annotator.load().annotate_one(report).sentences for t in s.tokens}
    assert told["liberated"]["Territory taken"] > 0.5
    assert told["before"] == {}


def test_an_everyday_verb_is_told_from_one_of_war() -> None:
    text = "Rebels seized the town of Harem on Friday. I took my car to the garage."
    report = Report(id="sha256:a", file="a.txt", text=text, blocks=(Block(0, len(text), BlockKind.BODY),))
    tokens = [t for s in Annotator.load().annotate_one(report).sentences for t in s.tokens]
    scores = {token.text: token.event for token in tokens}
    assert scores["on"] is None
    assert scores["seized"] is not None and scores["seized"] > 0.5
    assert scores["took"] is not None and scores["took"] < 0.05
