"""What heads a list of happenings or counts one among others: "Chronology of attacks", "the second such attack in"."""

from typing import Final

from dateline.extract.matching import Match
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_RANKS: Final = frozenset(
    {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "such"}
)
_IT: Final = frozenset({"it", "this", "that"})
_CLAUSES: Final = frozenset({"acl", "acl:relcl", "ccomp", "csubj", "advcl"})
_VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_listed(match: Match) -> bool:
    """Return whether a trigger tells no event of its own, but what many are called or how many there were.

    Args:
        match: the trigger with its pattern.
    """
    tree, token = match.tree, match.pred.token
    return _heads_a_list(tree, token) or _is_counted(tree, token)


def is_ranked(tree: Tree, noun: int) -> bool:
    """Return whether a sentence only says which of its kind an event was: "It was the second such attack in the city".

    Args:
        tree: the sentence.
        noun: the noun for the event.
    """
    if tree.tokens[noun].upos != "NOUN" or not tree.children(noun, "cop"):
        return False
    if not any(tree.lemma(k) in _IT for k in tree.children(noun, "nsubj")):
        return False
    return any(tree.lemma(k) in _RANKS or tree.tokens[k].xpos == "JJS" for k in tree.children(noun, "amod"))


def _heads_a_list(tree: Tree, noun: int) -> bool:
    """Whether a plural stands in a title with a word for a list: "Humanitarian snapshot - Attacks in the Sahel"."""
    if tree.tokens[noun].xpos not in ("NNS", "NNPS") or tree.children(noun, "nummod"):
        return False
    return bool(tree.vocabulary & lexicon()["listing"]) and all(t.xpos not in _VERBS for t in tree.tokens)


def _is_counted(tree: Tree, token: int) -> bool:
    """Whether a clause tells what happened for the how manieth time: "It is the sixth time that a school was hit"."""
    for one in (token, *tree.ancestors(token)):
        above = tree.head(one)
        if above >= 0 and tree.tokens[one].deprel in _CLAUSES and tree.lemma(above) == "time":
            return bool(tree.children(above, "cop")) and bool(tree.children(above, "amod"))
    return False
