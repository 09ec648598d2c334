"""Classes of phrases in trees written by hand."""

from dateline.extract.classes import Classes
from dateline.extract.tree import trees
from dateline.model.annotated import Mention
from tests.extract.written import annotated, tree


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


def test_shouted_headline_taken_for_a_name_makes_no_persons() -> None:
    one = annotated(
        [
            """
        TROOPS/troops PROPN NNP 1 nsubj
        LIBERATE/liberate VERB VBP -1 root
        BAGA/Baga PROPN NNP 1 obj
    """
        ]
    )
    whole = Mention(one.sentences[0].start, one.sentences[0].end, "person", 0, 0.6)
    (tree_of,) = trees(one.sentences, one.report.text)
    assert "place" in Classes((whole,), [tree_of]).of(tree_of, 2)
