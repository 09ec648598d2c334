"""Words of a phrase as the lexicons know them; trees by hand, no model loaded."""

import pytest

from dateline.model.annotated import Annotated, Sentence, Token
from dateline.model.reading import Phrase
from dateline.model.report import Block, BlockKind, Report
from dateline.resolve.actors.parts import Scene, split_phrase
from dateline.resolve.actors.terms import cores, head_of, read_terms, singular


def scene(tagged: str) -> Scene:
    """Build a scene of one sentence from "word/TAG" pairs; all hang from the first word."""
    pairs = [item.rsplit("/", 1) for item in tagged.split()]
    text = " ".join(word for word, _ in pairs)
    tokens, at = [], 0
    for number, (word, tag) in enumerate(pairs):
        tokens.append(Token(at, at + len(word), word, word.lower(), tag, tag, number - 1, "dep"))
        at += len(word) + 1
    report = Report(id="sha256:0", file="a.txt", text=text, blocks=(Block(0, len(text), BlockKind.BODY),))
    return Scene(Annotated(report, (Sentence(0, len(text), 0, tuple(tokens)),), ()))


def whole(found: Scene) -> Phrase:
    text = found.annotated.report.text
    return Phrase(0, 0, 0, len(text), text)


@pytest.mark.parametrize(
    ("tagged", "heads"),
    [
        ("dozens/NOUN of/ADP rebels/NOUN", ["rebels"]),
        ("fighters/NOUN from/ADP the/DET village/NOUN", ["village", "fighters"]),
        ("the/DET army/NOUN", ["army"]),
        ("an/DET attack/NOUN by/ADP gunmen/NOUN", ["attack"]),
    ],
)
def test_the_likeliest_core_comes_first(tagged: str, heads: list[str]) -> None:
    found = scene(tagged)
    terms = read_terms(found, 0, range(len(found.tokens(0))))
    assert [head.text for core in cores(terms) if (head := head_of(core))] == heads


def test_marks_are_left_out_of_the_terms() -> None:
    found = scene("rebel/NOUN -/PUNCT held/VERB town/NOUN")
    assert [term.text for term in read_terms(found, 0, range(4))] == ["town"]


def test_listed_compounds_stay_whole() -> None:
    found = scene("pro/ADJ -/PUNCT government/NOUN militia/NOUN")
    assert [term.text for term in read_terms(found, 0, range(4))] == ["pro-government", "militia"]


@pytest.mark.parametrize(
    ("tagged", "parts"),
    [
        ("soldiers/NOUN and/CCONJ policemen/NOUN", ["soldiers", "policemen"]),
        ("at/ADP least/ADJ 31/NUM soldiers/NOUN", ["at least 31 soldiers"]),
        ("rebels/NOUN who/PRON fled/VERB", ["rebels"]),
        ("militants/NOUN against/ADP the/DET army/NOUN", ["militants"]),
        ("troops/NOUN backed/VERB by/ADP jets/NOUN", ["troops", "by jets"]),
    ],
)
def test_a_phrase_falls_into_its_parts(tagged: str, parts: list[str]) -> None:
    found = scene(tagged)
    tokens = found.tokens(0)
    got = [" ".join(tokens[index].text for index in part.words) for part in split_phrase(found, whole(found))]
    assert got == parts


@pytest.mark.parametrize(
    ("plural", "single"), [("armies", "army"), ("rebels", "rebel"), ("boss", "boss"), ("gas", "gas")]
)
def test_singular_is_a_rough_guess(plural: str, single: str) -> None:
    assert singular(plural) == single
