"""Where fire into a country or across a province came down, where a participle behind it tells it closer."""

from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.nearest import AT, is_named_place
from dateline.extract.predicates import Predicate
from dateline.extract.spots import expand_places
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.places import shared_places

_HITS: Final = frozenset({"hit", "strike", "damage", "destroy", "target", "pound", "level", "flatten"})
_HARMS: Final = frozenset({"kill", "wound", "injure", "leave", "claim"})
_WIDE: Final = frozenset({"into", "across", "throughout", "on", "in", "at", "over", "toward", "towards"})


def closer_hits(tree: Tree, classes: Classes, pred: Predicate, heads: list[int]) -> tuple[Phrase, ...]:
    """Return the towns that a participle names behind fire into a country: "into Israel, hitting A, B and C".

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the predicate.
        heads: the places that its own phrases name; nothing is closer unless each is a country or in one.
    """
    if not all(_is_wide(tree, head) for head in heads):
        return ()
    for verb in (
        k for k in tree.children(pred.clause, "advcl", "xcomp") if tree.tokens[k].xpos == "VBG" and k > pred.token
    ):
        if tree.lemma(verb) in _HITS and (hit := _named(tree, classes, verb, "obj")):
            return hit
        if tree.lemma(verb) in _HARMS and (hit := _named(tree, classes, verb, "obl")):
            return hit
    return ()


def _is_wide(tree: Tree, head: int) -> bool:
    """Whether a place is a country, or something that only a country or its part is named for: "villages across A"."""
    named = [k for k in (head, *tree.children(head, "nmod")) if tree.tokens[k].upos == "PROPN"]
    cases = {tree.case(k) for k in named if k != head}
    return bool(named) and cases <= _WIDE and all(shared_places().country_named(tree.tokens[k].text) for k in named)


def _named(tree: Tree, classes: Classes, verb: int, rel: str) -> tuple[Phrase, ...]:
    """Return the places with names among a verb's objects, or where those that it harmed were."""
    kids = tree.children(verb, "obj") if rel == "obj" else _circumstances(tree, verb)
    named = [c for k in kids for c in tree.conjuncts(k) if is_named_place(tree, classes, c)]
    return tuple(phrase for k in named for phrase in expand_places(tree, classes, k, via="participle"))


def _circumstances(tree: Tree, verb: int) -> list[int]:
    harmed = [c for k in tree.children(verb, "obj") for c in tree.conjuncts(k)]
    return [k for one in (verb, *harmed) for k in tree.children(one, "obl", "nmod") if tree.case(k) in AT]
