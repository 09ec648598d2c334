"""What an event's noun did, told by a relative clause on it: "the bomb that killed nine people in Zaria on Friday"."""

from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.tree import Tree
from dateline.extract.voice import HARMS
from dateline.reference.lexicon import lexicon

_RELATIVES: Final = frozenset({"that", "which", "who"})
_AT: Final = frozenset({"in", "at", "near", "outside", "inside", "on"})


def deed(tree: Tree, noun: int) -> int | None:
    """Return the verb of the relative clause that tells what an event's noun did, None where there is none.

    Args:
        tree: the sentence.
        noun: the noun.
    """
    if tree.tokens[noun].upos not in ("NOUN", "PROPN"):
        return None
    return next((verb for verb in tree.children(noun, "acl:relcl") if is_deed(tree, verb)), None)


def is_deed(tree: Tree, verb: int) -> bool:
    """Return whether the verb of a relative clause tells what its noun did to whom or to what, and is over.

    Args:
        tree: the sentence.
        verb: the verb.
    """
    if tree.lemma(verb) in HARMS:
        return True
    itself = any(tree.words[k] in _RELATIVES for k in tree.children(verb, "nsubj"))
    to_what = bool(tree.children(verb, "obj")) or tree.lemma(verb) in lexicon()["set_off_verb"]
    return itself and to_what and tree.tokens[verb].xpos == "VBD"  # "clashes which began on Sunday" only began


def spots_of_deed(tree: Tree, classes: Classes, noun: int) -> list[int]:
    """Return the heads of the places that such a clause names: where the deed was done, else what it was done to.

    Args:
        tree: the sentence.
        classes: the report's classes.
        noun: the noun.
    """
    verb = deed(tree, noun)
    if verb is None:
        return []
    struck = tree.children(verb, "obj")
    around = [*tree.children(verb, "obl"), *(k for one in struck for k in tree.children(one, "nmod"))]
    heads = [k for k in around if tree.case(k) in _AT]
    return [k for k in heads if _is_named(tree, classes, k)] or [k for k in struck if _is_named(tree, classes, k)]


def _is_named(tree: Tree, classes: Classes, head: int) -> bool:
    have = classes.of(tree, head)
    return tree.tokens[head].upos == "PROPN" and "place" in have and not have & {"time", "combatant", "aircraft"}
