"""Words that rank what their sentence tells, which is no event of its own, and words that tell of one more."""

from typing import Final

from dateline.extract.matching import Match
from dateline.extract.tolls.numbers import is_nth
from dateline.extract.tree import Tree

_RANKS: Final = frozenset({"first", "last", "latest", "only", "such"})  # beside the ordinals
_IT: Final = frozenset({"it", "this", "that"})
_ADDED: Final = ("appos", "parataxis")
_AS: Final = frozenset({"in", "as"})
_NEW: Final = frozenset({"a", "another", "second", "third", "other", "several"})


def says_which(tree: Tree, verb: int) -> bool:
    """Return whether a clause only ranks what its sentence tells: "overran A, the first capital they took".

    Args:
        tree: the sentence.
        verb: the clause's verb.
    """
    noun = tree.head(verb)
    if tree.tokens[verb].deprel != "acl:relcl" or noun < 0 or tree.rel(noun) != "appos":
        return False
    return _is_ranked(tree, noun)


def ranks(one: Match, other: Match) -> bool:
    """Return whether a noun only ranks what was told: "a bomb went off in A, the first big attack there in years".

    So does "in the worst atrocity of the war", and "in what could prove to be the bloodiest attack".

    Args:
        one: what was told.
        other: the noun.
    """
    tree, noun = other.tree, other.pred.token
    if tree.tokens[noun].upos != "NOUN" or one.pred.token > noun or not _is_ranked(tree, noun):
        return False
    return tree.rel(noun) in _ADDED or tree.case(noun) in _AS or bool(tree.children(noun, "cop"))


def only_ranks(tree: Tree, noun: int) -> bool:
    """Return whether a sentence only says which of its kind an event was: "It was the second such attack in the city".

    Args:
        tree: the sentence.
        noun: the noun for the event.
    """
    if tree.tokens[noun].upos != "NOUN" or not tree.children(noun, "cop"):
        return False
    return any(tree.lemma(k) in _IT for k in tree.children(noun, "nsubj")) and _is_ranked(tree, noun)


def is_told_anew(match: Match) -> bool:
    """Return whether a weak trigger opens a clause of its own as something new: "…, and a blast hit a hotel in B".

    Args:
        match: the trigger with its pattern.
    """
    tree, noun = match.tree, match.pred.token
    verb = tree.head(noun)
    if tree.tokens[noun].deprel != "nsubj" or verb < 0 or tree.tokens[verb].deprel != "conj":
        return False
    new = any(tree.lemma(k) in _NEW or tree.rel(k) == "nummod" for k in tree.kids[noun])
    return new and tree.tokens[verb].upos == "VERB" and verb in {match.pred.clause, noun}


def _is_ranked(tree: Tree, noun: int) -> bool:
    own = tree.children(noun, "amod")
    words = (*own, *(k for word in own for k in tree.children(word, "amod")))  # "the worst single atrocity"
    return any(tree.lemma(k) in _RANKS or is_nth(tree, k) or tree.tokens[k].xpos == "JJS" for k in words)
