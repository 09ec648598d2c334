"""Classes of nouns in trees written by hand."""

from dateline.extract.noun_classes import noun_classes, part_of, qualified
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


def test_suicide_bombers_do_not_fly() -> None:
    one = tree("""
        suicide/suicide NOUN NN 1 compound
        bombers/bomber NOUN NNS -1 root
        bombers/bomber NOUN NNS 1 appos
    """)
    assert "aircraft" not in qualified(one, 1, noun_classes("bomber"))
    assert "aircraft" in qualified(one, 2, noun_classes("bomber"))


def test_forces_of_a_state_make_arrests() -> None:
    one = tree("""
        security/security NOUN NN 1 compound
        forces/force NOUN NNS -1 root
        forces/force NOUN NNS 1 appos
    """)
    assert "security" in qualified(one, 1, noun_classes("force"))
    assert "security" not in qualified(one, 2, noun_classes("force"))
