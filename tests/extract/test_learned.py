"""Triggers that the event head takes for no event: everyday senses of verbs go, whatever is spelled out stays."""

from dataclasses import replace

from dateline.extract.classes import Classes
from dateline.extract.considered import considered
from dateline.extract.events import read_events
from dateline.extract.extraction import extract
from dateline.extract.learned import is_unlikely, told
from dateline.extract.matching import Match, matches
from dateline.extract.patterns import pattern_book
from dateline.extract.tree import Tree, trees
from dateline.model.annotated import Annotated
from tests.extract.read_text import read
from tests.extract.written import annotated

SEIZED = """
Rebels/rebel NOUN NNS 1 nsubj
seized/seize VERB VBD -1 root
Harem PROPN NNP 1 obj
"""
SET_FIRE = """
Rebels/rebel NOUN NNS 1 nsubj
set/set VERB VBD -1 root
fire NOUN NN 1 obj
to ADP IN 4 case
houses/house NOUN NNS 1 obl
"""


def scored(written: str, score: float | None, upos: str = "VERB") -> Annotated:
    """The written sentence, its second word as likely to tell of an event as said."""
    found = annotated([written])
    sentence = found.sentences[0]
    verb = replace(sentence.tokens[1], event=score, upos=upos)
    tokens = (sentence.tokens[0], verb, *sentence.tokens[2:])
    return replace(found, sentences=(replace(sentence, tokens=tokens),))


def match_of(found: Annotated) -> tuple[Match, Classes]:
    all_trees = trees(found.sentences, found.report.text)
    classes = Classes(found.mentions, all_trees)
    return matches(all_trees[0], classes, pattern_book("event"))[0], classes


def events_of(found: Annotated) -> list[str]:
    all_trees: list[Tree] = trees(found.sentences, found.report.text)
    return [e.type for e in read_events(all_trees, Classes(found.mentions, all_trees), pattern_book("event"))]


def test_a_verb_below_its_types_limit_is_not_read() -> None:
    assert events_of(scored(SEIZED, 0.9)) == ["Territory taken"]
    assert events_of(scored(SEIZED, 0.01)) == []


def test_a_word_that_was_not_asked_is_read_by_the_rules_alone() -> None:
    assert events_of(scored(SEIZED, None)) == ["Territory taken"]


def test_what_a_pattern_spells_out_in_further_words_is_kept() -> None:
    match, classes = match_of(scored(SET_FIRE, 0.001))
    assert match.pattern.type == "Looting/property destruction"
    assert not is_unlikely(match, classes)


def test_the_score_stands_in_the_path_of_an_event() -> None:
    found = scored(SEIZED, 0.9)
    (event, *_) = extract(found)
    assert event.path[-1] == "learned.event@1: 0.90"
    assert told(trees(found.sentences, found.report.text)[0], 0) == ""


def test_why_not_names_the_head() -> None:
    word = next(one for one in considered(scored(SEIZED, 0.01), 0) if one.text == "seized")
    assert word.why == "the learned head takes it for no event of the conflict"
    assert word.learned == "learned.event@1: 0.01"


def test_everyday_senses_are_not_read() -> None:
    for text in (
        "Please take it up from there.",
        "I took my Mustang here and it looked amazing.",
        "We got lost there.",
    ):
        found, _ = read(text)
        assert not [one for one in extract(found) if one.key.startswith("e")], text


def test_a_pattern_may_ask_for_a_probability_of_its_own() -> None:
    match, classes = match_of(scored(SET_FIRE, 0.3))
    assert not is_unlikely(match, classes)
    assert is_unlikely(replace(match, pattern=replace(match.pattern, least=0.4)), classes)
