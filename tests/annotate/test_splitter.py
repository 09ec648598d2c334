"""Sentences: where they end and where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.splitter import has_case, split_sentences
from dateline.annotate.words import split_words


def sentences(text: str) -> list[str]:
    parts = split_sentences(text, split_words(text), cased=has_case(text))
    return [text[part[0][0] : part[-1][1]] for part in parts]


@pytest.mark.parametrize(
    "expected",
    [
        ["The town fell at dawn.", "Its bridge was blown up."],
        ["Gen. Salim and Lt. Col. Omar met Mr. Haddad near St. George's."],
        ["Envoys of the U.S. Congress left.", "They had come from the U.S.", "They did not stay."],
        ["Shelling began at 5 a.m. on Monday.", "By noon it was over."],
        ['"We hold the hill."', "A spokesman said so."],
        ["“Where are they?” he asked.", "Nobody knew!"],
        ["The base (it was empty.)", "The road was open."],
        ["Unit No. 5 left.", "Was it lost?", "No.", "It moved on."],
        ["Some 3.5 tonnes were found.", "Prices rose by 12.75 pounds."],
        ["On Jan. 5 the siege began.", "It ended in Feb. 2014."],
        ["they came at night.", "nobody was hurt."],
        ["They waited... and went home."],
        ["Fighters stormed the post.", '"It is ours," one said.'],
        ["He wrote to A. B. Karim.", "The answer was short."],
        ["The monitor counted 31 dead. [4]", "Others counted more."],
    ],
)
def test_a_line_is_split_where_sentences_end(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_line_end_always_ends_a_sentence() -> None:
    assert sentences("Rebels take town\nThe town fell on Monday") == ["Rebels take town", "The town fell on Monday"]


def test_text_without_capitals_is_split_at_stops() -> None:
    text = "the army left the base . rebels took it , a monitor said . -lrb- afp -rrb-"
    assert sentences(text)[:2] == ["the army left the base .", "rebels took it , a monitor said ."]


def test_text_in_capitals_is_split_at_stops() -> None:
    assert sentences("THE ARMY LEFT. GEN. SALIM STAYED.") == ["THE ARMY LEFT.", "GEN. SALIM STAYED."]


@given(st.text(alphabet='aB.!?"”() \n15…'))
def test_every_word_is_in_one_sentence(text: str) -> None:
    words = split_words(text)
    for cased in (True, False):
        parts = list(split_sentences(text, words, cased=cased))
        assert all(parts)
        assert [word for part in parts for word in part] == words
