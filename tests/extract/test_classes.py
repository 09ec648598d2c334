"""Classes of phrases in trees written by hand."""

from dateline.extract.classes import Classes, part_of
from tests.extract.written import place_of, tree


def test_a_part_has_the_classes_of_its_whole() -> None:
    one = tree("""
        They/they PRON PRP 1 nsubj
        seized/seize VERB VBD -1 root
        all/all PRON DT 1 obj
        of/of ADP IN 5 case
        the/the DET DT 5 det
        town/town NOUN NN 2 nmod
    """)
    assert part_of(one, place_of(one, "all")) == place_of(one, "town")


def test_half_of_a_town_is_a_place() -> None:
    one = tree("""
        Half/half NOUN NN -1 root
        of/of ADP IN 3 case
        the/the DET DT 3 det
        town/town NOUN NN 0 nmod
    """)
    assert "place" in Classes((), [one]).of(one, 0)


def test_suicide_bombers_do_not_fly() -> None:
    one = tree("""
        suicide/suicide NOUN NN 1 compound
        bombers/bomber NOUN NNS -1 root
        bombers/bomber NOUN NNS 1 appos
    """)
    classes = Classes((), [one])
    assert "aircraft" not in classes.of(one, 1)
    assert "aircraft" in classes.of(one, 2)


def test_forces_of_a_state_make_arrests() -> None:
    one = tree("""
        security/security NOUN NN 1 compound
        forces/force NOUN NNS -1 root
        forces/force NOUN NNS 1 appos
    """)
    classes = Classes((), [one])
    assert "security" in classes.of(one, 1)
    assert "security" not in classes.of(one, 2)


def test_a_counting_word_alone_stands_for_people() -> None:
    one = tree("""
        Hundreds/hundred NOUN NNS 1 nsubj
        marched/march VERB VBD -1 root
    """)
    assert "people" in Classes((), [one]).of(one, 0)
