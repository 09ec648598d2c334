"""Lemmas by endings and exceptions."""

import pytest

from dateline.annotate.lemmas import Lemmas, by_rules
from dateline.annotate.weights import WEIGHTS


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    return Lemmas.from_file(WEIGHTS / "lemmas.json")


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "lemma"),
    [
        ("soldiers", "NOUN", "NNS", "soldier"),
        ("bodies", "NOUN", "NNS", "body"),
        ("killed", "VERB", "VBD", "kill"),
        ("fled", "VERB", "VBD", "flee"),
        ("seized", "VERB", "VBN", "seize"),
        ("bombed", "VERB", "VBN", "bomb"),
        ("shelled", "VERB", "VBN", "shell"),
        ("besieging", "VERB", "VBG", "besiege"),
        ("was", "AUX", "VBD", "be"),
        ("Fighting", "VERB", "VBG", "fight"),
        ("I", "PRON", "PRP", "I"),
        ("n't", "PART", "RB", "not"),
        ("Idlib", "PROPN", "NNP", "Idlib"),
        ("Wounded", "ADJ", "JJ", "wounded"),
    ],
)
def test_lemma(lemmas: Lemmas, word: str, upos: str, xpos: str, lemma: str) -> None:
    assert lemmas.of(word, upos, xpos) == lemma


def test_the_longest_ending_wins() -> None:
    rules = {"NOUN NNS": {"": (0, ""), "s": (1, ""), "ies": (3, "y")}}
    assert [by_rules(form, "NOUN NNS", rules) for form in ("armies", "towns", "men")] == ["army", "town", "men"]
