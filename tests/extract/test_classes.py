"""Classes of phrases in trees written by hand."""

from dateline.extract.classes import Classes
from tests.extract.written import tree


def test_half_of_a_town_is_a_place() -> None:
    one = tree("""
        Half/half NOUN NN -1 root
        of/of ADP IN 3 case
        the/the DET DT 3 det
        town/town NOUN NN 0 nmod
    """)
    assert "place" in Classes((), [one]).of(one, 0)


def test_a_counting_word_alone_stands_for_people() -> None:
    one = tree("""
        Hundreds/hundred NOUN NNS 1 nsubj
        marched/march VERB VBD -1 root
    """)
    assert "people" in Classes((), [one]).of(one, 0)
