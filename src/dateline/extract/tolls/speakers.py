"""The place of those who give a number, which is not that of the dead: "hospital workers in Algiers spoke of 200"."""

from typing import Final

from dateline.extract.tolls.sentence import SPEAKS
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_WITHIN: Final = frozenset({"nmod", "compound", "flat", "appos", "conj", "amod"})


def is_speakers(tree: Tree, token: int) -> bool:
    """Return whether a word stands in the phrase of who speaks: as the place of an office, a ward, a party.

    Args:
        tree: the sentence.
        token: the word.
    """
    for _ in range(len(tree)):
        if tree.rel(token) == "nsubj":
            verb = tree.head(token)
            return verb > token and tree.lemma(verb) in SPEAKS | lexicon()["say_verb"]
        if tree.rel(token) not in _WITHIN or tree.head(token) < 0:
            return False
        token = tree.head(token)
    return False
