"""Names that the words of holding type: whose control it is names a party, what is under control a place."""

from typing import Final

from dateline.extract.tree import Tree
from dateline.extract.voice import is_passive, is_verbal
from dateline.reference.lexicon import lexicon

_UNDER: Final = frozenset({"under", "in", "into"})
_OWNING: Final = frozenset({"compound", "amod", "nmod:poss"})
_OF: Final = frozenset({"of", "by"})


def top_of(tree: Tree, run: range) -> int:
    """Return the token of a run that the others hang on: of names the first or the last.

    Args:
        tree: the sentence.
        run: the run's tokens.
    """
    return next((token for token in run if tree.head(token) not in run), run[-1])


def names_a_holder(tree: Tree, run: range) -> bool:
    """Return whether a run of names says who holds: "X control", "X's stronghold", "under the control of X".

    Args:
        tree: the sentence.
        run: the run's tokens.
    """
    top = top_of(tree, run)
    head = tree.head(top)
    if head < 0 or tree.lemma(head) not in lexicon()["holding_noun"]:
        return False
    said = tree.case(head).rpartition(" ")[2] in _UNDER or tree.lemma(head) in lexicon()["bastion"]
    of_it = tree.rel(top) == "nmod" and tree.case(top) in _OF and said
    return of_it or (tree.rel(top) in _OWNING and top < head)


def names_a_held_place(tree: Tree, run: range) -> bool:
    """Return whether a run of names says what is held or taken: "X is under control", "X was recaptured".

    Args:
        tree: the sentence.
        run: the run's tokens.
    """
    top = top_of(tree, run)
    head, rel, words = tree.head(top), tree.rel(top), lexicon()
    if head < 0:
        return False
    if rel == "nsubj" and tree.lemma(head) in words["holding_noun"]:
        return tree.case(head) == "out of" or tree.case(head).rpartition(" ")[2] in _UNDER
    if not is_verbal(tree, head):
        return False
    if tree.lemma(head) == "fall" and rel == "nsubj":
        return not tree.children(head, "obj")
    if tree.lemma(head) not in words["taken_verb"]:
        return False
    return rel == "nsubj:pass" or (rel == "nsubj" and is_passive(tree, head)) or rel == "obj"
