"""What heads a list of happenings or counts one among others: "Chronology of attacks", "the sixth time that"."""

from typing import Final

from dateline.extract.matching import Match
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_CLAUSES: Final = frozenset({"acl", "acl:relcl", "ccomp", "csubj", "advcl"})
_VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_listed(match: Match) -> bool:
    """Return whether a trigger tells no event of its own, but what many are called or how many there were.

    Args:
        match: the trigger with its pattern.
    """
    tree, token = match.tree, match.pred.token
    return _heads_a_list(tree, token) or _is_counted(tree, token)


def _heads_a_list(tree: Tree, noun: int) -> bool:
    """Whether a plural stands in a title with a word for a list: "Humanitarian snapshot - Attacks in the Sahel"."""
    if tree.tokens[noun].xpos not in ("NNS", "NNPS") or tree.children(noun, "nummod"):
        return False
    return bool(tree.vocabulary & lexicon()["listing"]) and all(t.xpos not in _VERBS for t in tree.tokens)


def _is_counted(tree: Tree, token: int) -> bool:
    """Whether a clause tells what happened for the how manieth time: "It is the sixth time that a school was hit"."""
    if "time" not in tree.vocabulary:
        return False
    for one in (token, *tree.ancestors(token)):
        above = tree.head(one)
        if above >= 0 and tree.tokens[one].deprel in _CLAUSES and tree.lemma(above) == "time":
            return bool(tree.children(above, "cop")) and bool(tree.children(above, "amod"))
    return False
