"""Verbs of trees written by hand: which are nouns, which passive."""

from dateline.extract.voice import is_passive, is_verbal_noun
from tests.extract.written import tree


def test_gerund_as_subject_is_a_noun() -> None:
    one = tree("""
        Shelling/shell VERB VBG 1 nsubj
        resumed/resume VERB VBD -1 root
    """)
    assert is_verbal_noun(one, 0)


def test_gerund_with_an_object_stays_a_verb() -> None:
    one = tree("""
        Fighting/fight VERB VBG 2 csubj
        rebels/rebel NOUN NNS 0 obj
        failed/fail VERB VBD -1 root
    """)
    assert not is_verbal_noun(one, 0)


def test_bare_past_with_a_passive_subject_is_active() -> None:
    one = tree("""
        Units/unit NOUN NNS 1 nsubj:pass
        pulled/pull VERB VBD -1 root
        out/out ADP RP 1 compound:prt
    """)
    assert not is_passive(one, 1)


def test_relative_clause_without_a_pronoun_is_a_participle() -> None:
    one = tree("""
        people/people NOUN NNS 4 nsubj
        hurt/hurt VERB VBD 0 acl:relcl
        in/in ADP IN 3 case
        raids/raid NOUN NNS 1 obl
        died/die VERB VBD -1 root
    """)
    assert is_passive(one, 1)


def test_relative_clause_with_its_pronoun_is_active() -> None:
    one = tree("""
        men/man NOUN NNS 3 nsubj
        who/who PRON WP 2 nsubj
        fired/fire VERB VBD 0 acl:relcl
        died/die VERB VBD -1 root
    """)
    assert not is_passive(one, 2)
