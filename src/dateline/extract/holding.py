"""What the words around a word of holding say: that it is over, whose it is, and of which place it is said."""

from dateline.extract.classes import Classes
from dateline.extract.predicates import subject
from dateline.extract.tree import Tree
from dateline.extract.voice import is_passive, is_verbal
from dateline.reference.lexicon import lexicon


def is_over(tree: Tree, token: int) -> bool:
    """Return whether an adverb says that a place is held no more: "formerly held by", "once controlled".

    Args:
        tree: the sentence.
        token: the word of holding.
    """
    adverbs = tree.children(token, "advmod")
    if tree.words[token - 1 : token] == ["-"]:  # "previously rebel-held", split at the hyphen
        adverbs += tree.children(token - 2, "advmod")
    return any(tree.lemma(kid) in lexicon()["formerly"] and kid < token for kid in adverbs)


def routed_from(tree: Tree, classes: Classes, noun: int) -> int | None:
    """Return whose "their stronghold" is where a clause tells what befell them in it: "drove the rebels from theirs".

    Args:
        tree: the sentence.
        classes: the report's classes.
        noun: a noun with a possessive pronoun ("their stronghold").
    """
    verb = tree.head(noun)
    owned = any(tree.tokens[kid].upos == "PRON" for kid in tree.children(noun, "nmod:poss"))
    if not owned or verb < 0 or tree.rel(noun) != "obl" or not is_verbal(tree, verb):
        return None
    befallen = subject(tree, verb) if is_passive(tree, verb) else tree.children(verb, "obj")
    return next((one for one in befallen if "combatant" in classes.of(tree, one)), None)


def said_of(tree: Tree, classes: Classes, noun: int) -> list[int]:
    """Return the place that a noun is said to be, named before it: "X is the last town held by", "X, the last town".

    Empty where it is none.

    Args:
        tree: the sentence.
        classes: the report's classes.
        noun: a noun for a place.
    """
    if tree.tokens[noun].upos != "NOUN":
        return []
    verb = tree.head(noun)
    if tree.rel(noun) == "appos" and verb >= 0:
        named = [verb]
    elif tree.children(noun, "cop"):
        named = subject(tree, noun)
    elif tree.rel(noun) == "xcomp" and verb >= 0 and tree.lemma(verb) in lexicon()["remain"]:
        named = subject(tree, verb)
    else:
        return []
    return [one for one in named if tree.tokens[one].upos == "PROPN" and "place" in classes.of(tree, one)]
