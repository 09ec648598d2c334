"""Numbers and groups on trees written by hand: no model is loaded."""

import pytest

from dateline.extract.classes import Classes
from dateline.extract.tolls.group import Group
from dateline.extract.tolls.groups import find_groups
from dateline.extract.tolls.numbers import can_count, number_span
from dateline.extract.tree import Tree
from tests.extract.written import place_of, tree

AT_LEAST = """
at ADP IN 2 case
least/least ADJ JJS 2 nmod
31 NUM CD 3 nummod
villagers/villager NOUN NNS 4 nsubj
died/die VERB VBD -1 root
"""
HUNDRED_AND_TWENTY = """
one NUM CD 1 nummod
hundred NUM CD 4 nummod
and CCONJ CC 3 cc
twenty NUM CD 1 conj
peasants/peasant NOUN NNS 5 nsubj
died/die VERB VBD -1 root
"""
FAMILY = """
a DET DT 1 det
family NOUN NN 4 nsubj
of ADP IN 3 case
five NUM CD 1 nmod
died/die VERB VBD -1 root
"""
OF_THEM = """
eight NUM CD 3 nsubj
of ADP IN 2 case
them/they PRON PRP 0 nmod
died/die VERB VBD -1 root
"""
VILLAGES = """
rebels/rebel NOUN NNS 1 nsubj
burned/burn VERB VBD -1 root
12 NUM CD 3 nummod
villages/village NOUN NNS 1 obj
"""
TWELFTH_GRADE = """
a DET DT 3 det
12th NUM CD 3 amod
grade NOUN NN 3 compound
pupil NOUN NN 4 nsubj
died/die VERB VBD -1 root
"""
TWELFTH_PUPIL = """
a DET DT 2 det
12th NUM CD 2 amod
pupil NOUN NN 3 nsubj
died/die VERB VBD -1 root
"""
AGE = """
a DET DT 5 det
12 NUM CD 3 nummod
- PUNCT HYPH 3 punct
year NOUN NN 4 compound
old ADJ JJ 5 amod
girl NOUN NN 6 nsubj
died/die VERB VBD -1 root
"""


def words(one: Tree, first: int, last: int) -> str:
    return " ".join(token.text for token in one.tokens[first : last + 1])


def groups(written: str) -> list[tuple[str, str]]:
    one = tree(written)
    return [(group.count.text, one.tokens[group.head].text) for group in _found(one)]


def _found(one: Tree) -> list[Group]:
    return find_groups(one, Classes((), [one]))


@pytest.mark.parametrize(
    ("written", "word", "span"),
    [(AT_LEAST, "31", "at least 31"), (HUNDRED_AND_TWENTY, "one", "one hundred and twenty")],
)
def test_a_number_takes_in_the_words_that_bound_it(written: str, word: str, span: str) -> None:
    one = tree(written)
    assert words(one, *number_span(one, place_of(one, word))) == span


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (AT_LEAST, [("at least 31", "villagers")]),
        (HUNDRED_AND_TWENTY, [("one hundred and twenty", "peasants")]),
        (FAMILY, [("a family of five", "family")]),
        (OF_THEM, [("eight", "eight")]),
        (VILLAGES, []),
        (AGE, [("a", "girl")]),
        (TWELFTH_GRADE, [("a", "pupil")]),
        (TWELFTH_PUPIL, [("a 12th", "pupil")]),
    ],
)
def test_groups_are_people(written: str, expected: list[tuple[str, str]]) -> None:
    assert groups(written) == expected


def test_of_them_points_back() -> None:
    (group,) = _found(tree(OF_THEM))
    assert group.back
    assert group.bare


@pytest.mark.parametrize(
    ("before", "number", "after", "counts"),
    [
        ("killing", "6", ".", True),
        ("in", "2015", ".", False),
        ("March", "12", ".", False),
        ("aged", "43", ".", False),
        ("killing", "12", "km", False),
        ("killing", "30", "%", False),
        ("killing", "1,200", ".", True),
        ("at", "5:30", ".", False),
    ],
)
def test_what_a_bare_number_may_count(before: str, number: str, after: str, counts: bool) -> None:
    one = tree(f"{before} X FW -1 root\n{number} NUM CD 0 obj\n{after} X FW 0 obj")
    assert can_count(one, 1, 1) is counts


@pytest.mark.parametrize(("whom", "counts"), [("dead", True), ("displaced", True), ("exhibit", False)])
def test_number_is_what_the_harmed_do(whom: str, counts: bool) -> None:
    one = tree(f"the DET DT 1 det\n{whom} NOUN NN 2 nsubj\nnumber VERB VBP -1 root\n23 NUM CD 2 obj")
    assert can_count(one, 3, 3) is counts
