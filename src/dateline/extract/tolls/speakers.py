"""The place of those who give a number, which is not that of the dead: "hospital workers in Algiers spoke of 200"."""

from typing import Final

from dateline.extract.tolls.numbers import SPEAKS
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_TELL: Final = frozenset({"tell", "inform"})
_TOLD: Final = frozenset({"obj", "iobj"})
_WITHIN: Final = frozenset({"nmod", "compound", "flat", "appos", "conj", "amod"})


def is_speakers(tree: Tree, token: int) -> bool:
    """Return whether a word stands in the phrase of who speaks, or of whom they tell: "told a station in Cairo".

    Args:
        tree: the sentence.
        token: the word.
    """
    for _ in range(len(tree)):
        if tree.rel(token) == "nsubj":
            verb = tree.head(token)
            if tree.lemma(token) in lexicon()["populace"]:
                return False  # "villagers in Bama spoke of 40 dead" were there
            return verb > token and tree.lemma(verb) in SPEAKS | lexicon()["say_verb"]
        if tree.rel(token) in _TOLD and tree.lemma(tree.head(token)) in _TELL:
            return True
        if tree.rel(token) not in _WITHIN or tree.head(token) < 0:
            return False
        token = tree.head(token)
    return False
