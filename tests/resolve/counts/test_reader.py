"""Counts are read as the convention of docs/counts.md says, in any case, and told from other numbers."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ResourceError
from dateline.reference.numerals import COUNTS
from dateline.resolve.counts.grammars import count_grammar, other_grammar
from dateline.resolve.counts.reader import NumberKind, find_counts, find_numbers, read_count
from dateline.resolve.phrases.grammar import Grammar
from dateline.resolve.phrases.words import split_words

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int, *, joint: str = " and ") -> str:
    """A number below a million in words."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f"{joint}{spelled(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100]} hundred{rest}"
    lower = number % 1000
    link = joint if lower < 100 else " "
    thousands = f"{spelled(number // 1000, joint=joint)} thousand"
    return thousands + (f"{link}{spelled(lower, joint=joint)}" if lower else "")


def bounds(words: str) -> tuple[int | None, int | None] | None:
    count = read_count(words)
    return (count.low, count.high) if count else None


def kinds(text: str) -> dict[str, str]:
    return {span.text: span.kind.value for span in find_numbers(text)}


@given(st.integers(0, 999_999), st.sampled_from([" and ", " "]), st.sampled_from([str, str.upper, str.capitalize]))
def test_every_number_in_words_reads_back(number: int, joint: str, case: Callable[[str], str]) -> None:
    assert bounds(case(spelled(number, joint=joint))) == (number, number)


@given(st.integers(0, 99_999_999), st.sampled_from([",", "", "\u00a0", "\u202f"]))
def test_every_number_in_figures_reads_back(number: int, mark: str) -> None:
    figures = f"{number:,}".replace(",", mark)
    assert bounds(f"{figures} people") == (number, number)


@given(st.integers(1000, 999_999))
def test_groups_of_three_may_stand_apart(number: int) -> None:
    assert bounds(f"{number:,}".replace(",", " ") + " people") == (number, number)


@given(st.integers(1, 99_999))
def test_what_bounds_a_number_bounds_its_interval(number: int) -> None:
    assert bounds(f"at least {number}") == (number, None)
    assert bounds(f"more than {number:,}") == (number + 1, None)
    assert bounds(f"up to {spelled(number)}") == (None, number)
    assert bounds(f"fewer than {number:,}") == (None, number - 1)
    assert bounds(f"between {number:,} and {number + 3:,}") == (number, number + 3)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("31", (31, 31)),
        ("at least 31", (31, None)),
        ("no fewer than twelve", (12, None)),
        ("more than 30", (31, None)),
        ("more than two dozen", (25, None)),
        ("over a hundred", (101, None)),
        ("2,000 or more", (2000, None)),
        ("30-plus", (30, None)),
        ("as many as 40", (None, 40)),
        ("no more than 40", (None, 40)),
        ("between 10 and 15", (10, 15)),
        ("10-15", (10, 15)),
        ("10–15", (10, 15)),
        ("two or three", (2, 3)),
        ("2 to 3 million", (2_000_000, 3_000_000)),
        ("12, possibly 15", (12, 15)),
        ("up to 10 or 15", (None, 15)),
        ("at least 10 to 15", (10, None)),
        ("a couple", (2, 2)),
        ("both", (2, 2)),
        ("a dozen", (12, 12)),
        ("half a dozen", (6, 6)),
        ("dozens", (24, None)),
        ("scores of", (40, None)),
        ("hundreds", (200, None)),
        ("several hundred", (200, None)),
        ("thousands", (2000, None)),
        ("tens of thousands", (20_000, None)),
        ("hundreds of thousands", (200_000, None)),
        ("1.2 million", (1_200_000, 1_200_000)),
        ("a million and a half", (1_500_000, 1_500_000)),
        ("several", (None, None)),
        ("a number of", (None, None)),
        ("an unknown number of", (None, None)),
        ("many", (None, None)),
        ("a handful", (None, None)),
        ("a family of five", (5, 5)),
        ("a convoy of at least 12", (12, 12)),
        ("30-member", (30, 30)),
        ("a", (1, 1)),
        ("An", (1, 1)),
        ("a lone", (1, 1)),
        ("no", (0, 0)),
        ("none", (0, 0)),
        ("nobody", (0, 0)),
        ("another twelve", (12, 12)),
        ("a total of 40", (40, 40)),
    ],
)
def test_the_convention(words: str, expected: object) -> None:
    assert bounds(words) == expected
    assert bounds(words.upper()) == expected


@pytest.mark.parametrize(
    "words", ["about 30", "some 2,000", "nearly thirty", "an estimated 12 000", "30 or so", "30-odd"]
)
def test_about_is_marked(words: str) -> None:
    count = read_count(words)
    assert count
    assert count.approximate
    assert count.low == count.high


@pytest.mark.parametrize("words", ["31", "at least 31", "some", "dozens"])
def test_other_counts_are_not_marked(words: str) -> None:
    count = read_count(words)
    assert count
    assert not count.approximate


@pytest.mark.parametrize(
    "words", ["", "soldiers", "three-year", "47th", "43-year-old", "40 km", "$5 million", "more than"]
)
def test_what_is_no_count_has_none(words: str) -> None:
    assert read_count(words) is None


def test_the_words_are_kept_as_given() -> None:
    count = read_count("At Least 31 soldiers")
    assert count
    assert count.words == "At Least 31 soldiers"


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("a 12-year-old girl", "12-year-old", "age"),
        ("the 43-year-old commander", "43-year-old", "age"),
        ("children aged 7 to 15 fled", "aged 7 to 15", "age"),
        ("Nour Q, 43, said so", "43", "age"),
        ("worth $5 million in all", "$5 million", "money"),
        ("about 30 per cent of them", "about 30 per cent", "percent"),
        ("some 40 km south", "some 40 km", "measure"),
        ("fired 122-mm shells", "122-mm", "measure"),
        ("lost a T-72 there", "72", "name"),
        ("cut off Route 60 again", "Route 60", "name"),
        ("resolution 2139 says", "resolution 2139", "name"),
        ("the 47th Brigade left", "47th", "ordinal"),
        ("for three days more", "three days", "time"),
        ("on 12 March 2015 they", "12 March 2015", "time"),
        ("in 2014 many fled", "2014", "time"),
        ("struck three times that", "three times", "other"),
        ("lost by 3-2 there", "3-2", "other"),
    ],
)
def test_numbers_that_count_nobody(text: str, number: str, kind: str) -> None:
    assert kinds(text)[number] == kind


def test_a_sentence_with_many_numbers() -> None:
    text = "On 12 March two T-72 tanks of the 47th Brigade hit it from 40 km, killing at least 31, 12 of them aged 9."
    assert [(span.text, span.count.low if span.count else None) for span in find_counts(text)] == [
        ("two", 2),
        ("at least 31", 31),
        ("12", 12),
    ]


def test_a_place_noun_before_a_number_names_nothing() -> None:
    assert kinds("in that sector 12 people died")["12"] == "count"


def test_a_day_of_a_month_is_no_group_of_thousands() -> None:
    assert kinds("On May 12 300 people fled")["300"] == "count"


def test_a_dash_between_clauses_is_no_hyphen() -> None:
    assert [span.text for span in find_counts("two were killed - 12 - and nine hurt")] == ["two", "12", "nine"]


def test_a_number_has_one_kind() -> None:
    assert kinds("a six-month siege from Oct. 7, 2014, on") == {"six-month": "time", "Oct. 7, 2014": "time"}


def test_negations_that_count_nobody_are_left_out() -> None:
    assert find_counts("They no longer hold the hill and no doubt know it.") == ()


@given(st.text(alphabet="at least 1234567890-,.%$ dozen of hundreds aged\n", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    spans = find_numbers(text, 7)
    assert all(text[span.start - 7 : span.end - 7] == span.text for span in spans)
    assert all(left.start < right.start for left, right in pairwise(spans))
    assert all((span.count is not None) == (span.kind is NumberKind.COUNT) for span in spans)


def examples() -> list[tuple[str, str, str, str]]:
    content = yaml.safe_load(COUNTS.read_text(encoding="utf-8"))
    return [
        (part, entry["id"], text, found)
        for part in ("patterns", "others")
        for entry in content[part]
        for text, found in entry.get("examples", {}).items()
    ]


@pytest.mark.parametrize(("part", "pattern", "text", "found"), examples())
def test_each_pattern_finds_its_examples(part: str, pattern: str, text: str, found: str) -> None:
    grammar = count_grammar() if part == "patterns" else other_grammar()
    words = split_words(text)
    spans = {text[words[m.first].start : words[m.after - 1].end] for m in grammar.find(words) if m.pattern == pattern}
    assert found in spans


def broken(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "grammar.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("classes: {}\nmacros: {}\n", "patterns"),
        ("classes: {a: [on]}\nmacros: {}\npatterns: []\n", "class a"),
        ("classes: {}\nmacros: {}\npatterns: [{id: p, makes: m}]\n", "pattern p"),
        ("classes: {}\nmacros: {}\npatterns: [{id: p, makes: m, words: '@missing'}]\n", "missing"),
        ("classes: {}\nmacros: {}\npatterns: [{id: p, makes: m, words: '<missing>'}]\n", "missing"),
        ("- a list\n", "expected a table"),
        ("{", "cannot be read"),
    ],
)
def test_a_broken_grammar_names_its_fault(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(ResourceError, match=fault):
        Grammar(broken(tmp_path, text), {}, lambda _: "")


def test_a_missing_grammar_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="nowhere"):
        Grammar(tmp_path / "nowhere.yml", {}, lambda _: "")
