"""What was considered in a sentence: the words held against patterns, and why nothing came of them."""

from dateline.extract.considered import Considered, considered
from tests.extract.read_text import read


def word(text: str, which: str) -> Considered:
    annotated, _ = read(text)
    return next(one for one in considered(annotated, 0) if one.text == which)


def test_a_word_that_is_read_names_its_pattern_and_those_before_it() -> None:
    shelled = word("Rockets hit a mill near Taiz.", "hit")
    assert [reading.found_by for reading in shelled.readings] == ["shelling.hit@1"]
    assert shelled.held[-1].pattern == "shelling.hit@1"
    assert not shelled.held[-1].why
    assert all(held.why for held in shelled.held[:-1])
    assert not shelled.why


def test_an_argument_of_the_wrong_class_is_named_with_its_classes() -> None:
    took = word("The rebels took the chance.", "took")
    assert took.why == "no pattern fits"
    whys = {held.pattern: held.why for held in took.held}
    assert whys["capture.seize@1"] == "patient must be place; it is chance (of no class)"
    assert "its object must be" in whys["capture.control_of@1"]
    assert "capture.take_over@1" in took.absent


def test_words_that_are_held_against_nothing() -> None:
    assert word("The captured towns were quiet.", "captured").why == "it only describes the noun behind it"
    assert word("A riot squad arrived.", "riot").why == "it only says what sort of thing another noun is"


def test_a_fitting_word_that_means_a_game() -> None:
    battle = word("The team lost the battle in the league tournament.", "battle")
    assert battle.held[-1].why == ""
    assert battle.why == "the sentence tells of a game, a drill or an old war"


def test_a_fitting_word_that_another_tells_more_of() -> None:
    attack = word("The army repelled an attack near Gao.", "attack")
    assert attack.why == "“repelled” tells the same event (clash.thwarted@1)"


def test_a_noun_that_points_back() -> None:
    assert word("The offensive made headlines.", "offensive").why == "it only points back to an event told elsewhere"


def test_a_sentence_without_such_words_holds_nothing() -> None:
    annotated, _ = read("The harbour was calm.")
    assert considered(annotated, 0) == ()


def test_control_is_considered_too() -> None:
    annotated, _ = read("The junta holds the port.")
    holds = next(one for one in considered(annotated, 0) if one.kind == "control")
    assert [reading.found_by for reading in holds.readings] == ["control.hold@1"]


def test_a_word_that_only_eased_patterns_read_is_held_against_these() -> None:
    gutted = word("Insurgents gutted granaries in Dorfu.", "gutted")
    assert [reading.found_by for reading in gutted.readings] == ["loot.vandal@1"]
    assert (gutted.held[-1].pattern, gutted.held[-1].why) == ("loot.vandal@1", "")


def test_what_the_event_head_would_do_for_is_said() -> None:
    cast = word("Police cast a dragnet across the city of Gafsa.", "cast")
    assert any(held.why.endswith("or the event head be at 0.70 or above") for held in cast.held)
