"""Past tenses that a parser has in a name or for a noun, written by hand, and what mending makes of them."""

from dateline.extract.mending.buried_pasts import with_buried_past
from tests.extract.mending.test_mends import arcs, tokens


def test_a_past_in_the_name_of_whom_the_doers_follow() -> None:
    right = with_buried_past(
        tokens("""
        Fighters/fighter NOUN NNS 1 nsubj:pass
        led/lead VERB VBN -1 root
        by ADP IN 3 case
        Hamza PROPN NNP 1 obl:agent
        overran PROPN NNP 3 flat
        Sinjar PROPN NNP 4 flat
        on ADP IN 7 case
        Monday PROPN NNP 1 obl
    """)
    )
    assert arcs(right) == [
        "nsubj overran", "acl Fighters", "case Hamza", "obl:agent led", "root ROOT", "obj overran", "case Monday",
        "obl overran",
    ]  # fmt: skip
    assert (right[4].upos, right[4].lemma) == ("VERB", "overrun")


def test_a_past_that_passes_for_what_its_doer_qualifies() -> None:
    right = with_buried_past(
        tokens("""
        A DET DT 2 det
        drone NOUN NN 2 compound
        mistook NOUN NN -1 root
        shepherds/shepherd NOUN NNS 2 obj
    """)
    )
    assert arcs(right) == ["det drone", "nsubj mistook", "root ROOT", "obj mistook"]


def test_a_name_without_such_a_word_is_left_alone() -> None:
    written = """
        Fighters/fighter NOUN NNS 1 nsubj:pass
        led/lead VERB VBN -1 root
        by ADP IN 3 case
        Hamza PROPN NNP 1 obl:agent
    """
    assert with_buried_past(tokens(written)) == tokens(written)
