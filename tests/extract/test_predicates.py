"""Predicates of trees written by hand: what trees get wrong is set right before a pattern sees it."""

from dateline.extract.predicates import argument, predicate
from dateline.extract.tree import Tree
from tests.extract.written import place_of, tree


def heads(one: Tree, tokens: list[int]) -> list[str]:
    return [one.tokens[token].text for token in tokens]


def test_gerund_as_subject_has_its_sides() -> None:
    one = tree("""
        Fighting/fight VERB VBG 5 csubj
        between/between ADP IN 2 case
        soldiers/soldier NOUN NNS 0 obl
        and/and CCONJ CC 4 cc
        rebels/rebel NOUN NNS 2 conj
        raged/rage VERB VBD -1 root
    """)
    assert heads(one, predicate(one, 0).get("between")) == ["soldiers", "rebels"]


def test_subject_of_a_bare_past_is_its_agent() -> None:
    one = tree("""
        Units/unit NOUN NNS 1 nsubj:pass
        pulled/pull VERB VBD -1 root
        out/out ADP RP 1 compound:prt
    """)
    assert heads(one, predicate(one, 1).get("agent")) == ["Units"]


def test_object_taken_for_a_circumstance_is_the_patient() -> None:
    one = tree("""
        Militias/militia NOUN NNS 1 nsubj
        handed/hand VERB VBD -1 root
        over/over ADP RP 1 compound:prt
        barracks/barracks NOUN NNS 1 obl
    """)
    assert heads(one, predicate(one, 1).get("patient")) == ["barracks"]


def test_preposition_hung_on_the_word_above_is_found() -> None:
    one = tree("""
        Clashes/clash NOUN NNS 3 nsubj
        in/in ADP IN 0 case
        Goma/Goma PROPN NNP 0 nmod
        ended/end VERB VBD -1 root
    """)
    assert one.case(place_of(one, "Goma")) == "in"


def test_arguments_by_name() -> None:
    one = tree("""
        Gunmen/gunman NOUN NNS 1 nsubj
        killed/kill VERB VBD -1 root
        nuns/nun NOUN NNS 1 obj
        and/and CCONJ CC 4 cc
        guards/guard NOUN NNS 2 conj
    """)
    pred = predicate(one, 1)
    assert heads(one, argument(one, pred, "patient")) == ["nuns", "guards"]
    assert heads(one, argument(one, pred, "first")) == ["nuns"]
    assert heads(one, argument(one, pred, "self")) == ["killed"]


def test_what_one_caller_adds_no_other_sees() -> None:
    one = tree("""
        Gunmen/gunman NOUN NNS 1 nsubj
        fled/flee VERB VBD -1 root
    """)
    predicate(one, 1).add("agent", [1])
    assert predicate(one, 1).get("agent") == [0]


def test_a_recipient_of_nothing_is_what_was_taken() -> None:
    one = tree("""
        Rebels/rebel NOUN NNS 1 nsubj
        took/take VERB VBD -1 root
        Saraqib/Saraqib PROPN NNP 1 iobj
    """)
    assert heads(one, predicate(one, 1).get("patient")) == ["Saraqib"]


def test_a_preposition_that_ends_its_sentence_bounds_no_number() -> None:
    one = tree("""
        Heights/height NOUN NNS 2 obl
        they/they PRON PRP 2 nsubj
        climbed/climb VERB VBD -1 root
        up/up ADP RP 2 compound:prt
        to/to ADP IN 0 case
    """)
    assert heads(one, predicate(one, 2).get("agent")) == ["they"]


def test_joined_phrase_has_its_own_preposition() -> None:
    one = tree("""
        Columns/column NOUN NNS 1 nsubj
        poured/pour VERB VBD -1 root
        over/over ADP IN 3 case
        ridges/ridge NOUN NNS 1 obl
        and/and CCONJ CC 6 cc
        into/into ADP IN 6 case
        Bria/Bria PROPN NNP 3 conj
    """)
    pred = predicate(one, 1)
    assert (heads(one, pred.get("over")), heads(one, pred.get("into"))) == (["ridges"], ["Bria"])


def test_phrase_joined_to_the_verb_is_its_argument() -> None:
    one = tree("""
        Columns/column NOUN NNS 1 nsubj
        poured/pour VERB VBD -1 root
        over/over ADP IN 3 case
        ridges/ridge NOUN NNS 1 obl
        and/and CCONJ CC 6 cc
        into/into ADP IN 6 case
        Bria/Bria PROPN NNP 1 conj
    """)
    assert heads(one, predicate(one, 1).get("into")) == ["Bria"]
