"""Triggers that fit no pattern, read by the types of event that the head taught by reports gives them."""

from dataclasses import replace

import pytest

from dateline.extract.classes import Classes
from dateline.extract.events import read_events
from dateline.extract.patterns import pattern_book
from dateline.extract.tree import trees
from dateline.model.annotated import Annotated, Told
from tests.extract.written import annotated

STRUCK = """
They PRON PRP 1 nsubj
hit VERB VBD -1 root
the DET DT 3 det
turnips/turnip NOUN NNS 1 obj
"""
HAILED = """
They PRON PRP 1 nsubj
hailed/hail VERB VBD -1 root
the DET DT 3 det
evening NOUN NN 1 obj
"""
SHELLING = "Shelling/artillery/missile attack"


def scored(written: str, told: Told, event: float) -> Annotated:
    """The written sentence, its second word as likely to tell of events as said."""
    found = annotated([written])
    sentence = found.sentences[0]
    verb = replace(sentence.tokens[1], event=event, told=told)
    tokens = (sentence.tokens[0], verb, *sentence.tokens[2:])
    return replace(found, sentences=(replace(sentence, tokens=tokens),))


def types(found: Annotated) -> list[str]:
    all_trees = trees(found.sentences, found.report.text)
    return [e.type for e in read_events(all_trees, Classes(found.mentions, all_trees), pattern_book("event"))]


def test_a_word_whose_object_no_list_knows_is_read_by_its_type() -> None:
    assert types(scored(STRUCK, (), 0.9)) == []
    assert types(scored(STRUCK, ((SHELLING, 0.7),), 0.9)) == [SHELLING]


def test_probabilities_of_types_that_its_patterns_know_are_summed() -> None:
    assert types(scored(STRUCK, ((SHELLING, 0.4), ("Air/drone strike", 0.2)), 0.9)) == [SHELLING]
    assert types(scored(STRUCK, ((SHELLING, 0.4), ("Agreement", 0.2)), 0.9)) == []


@pytest.mark.parametrize(("told", "event"), [(((SHELLING, 0.3),), 0.9), (((SHELLING, 0.9),), 0.02)])
def test_both_heads_must_hold_it_for_an_event(told: Told, event: float) -> None:
    assert types(scored(STRUCK, told, event)) == []


@pytest.mark.parametrize("verb", ["hailed/hail", "took/take"])
def test_a_word_that_tells_by_its_object_is_left_alone(verb: str) -> None:
    told = (("Territory taken", 0.9),)
    assert types(scored(HAILED.replace("hailed/hail", verb), told, 0.9)) == []
    assert types(scored(HAILED.replace("hailed/hail", "liberated/liberate"), told, 0.9)) == ["Territory taken"]
