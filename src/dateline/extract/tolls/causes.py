"""Harm that no party did: accidents, disasters, disease and common crime, by the words of the sentence."""

from typing import Final

from dateline.extract.predicates import Predicate
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_CAUSES: Final = ("agent", "in", "by", "from", "of", "during", "after")
_VEHICLES: Final = frozenset(
    {"car", "bus", "train", "plane", "boat", "ferry", "lorry", "truck", "road", "traffic", "helicopter", "van"}
    | {"vehicle", "minibus", "motorcycle", "motorbike", "tanker", "head", "speed"}  # "head-on", "high-speed"
)
_COLLAPSES: Final = frozenset({"collapse", "cave"})
_BUILT: Final = frozenset(
    {
        "wall",
        "building",
        "roof",
        "scaffolding",
        "bridge",
        "shaft",
        "mine",
        "balcony",
        "ceiling",
        "block",
        "tower",
        "pit",
    }
)
_AIRCRAFT: Final = frozenset({"plane", "airplane", "aeroplane", "aircraft", "airliner", "helicopter", "jet"})
_FALLS: Final = frozenset({"fall", "crash"})
_BROUGHT_DOWN: Final = frozenset({"down", "shoot", "missile", "fire", "hit", "target"})  # what makes a fall a deed
_BLASTS: Final = frozenset({"explosion", "blast"})
_ACCIDENTS: Final = frozenset(
    {"crash", "collision", "wreck", "collide", "overturn", "capsize", "sink", "derail", "plunge", "disaster"}
)


def is_accident(tree: Tree, pred: Predicate) -> bool:
    """Return whether a predicate of harm names an accident, disaster or disease as its cause.

    Args:
        tree: the sentence.
        pred: the verb or noun of harm.
    """
    heads = (head for name in _CAUSES for head in pred.get(name))
    return any(_is_cause(tree, head) for head in heads)


def _storms(tree: Tree) -> bool:
    """Whether men storm something, and no storm rages."""
    return all(tree.tokens[n].upos == "VERB" for n, lemma in enumerate(tree.lemmas) if lemma == "storm")


def _is_cause(tree: Tree, head: int) -> bool:
    lemma = tree.lemma(head)
    if lemma in lexicon()["misfortune"]:
        return True
    beside = {tree.lemma(k) for k in tree.subtree(head) if k < head}
    return lemma in _ACCIDENTS and bool(beside & _VEHICLES)


def is_misfortune(tree: Tree) -> bool | None:
    """Return whether a sentence tells of harm by accident, disaster, disease or common crime.

    Args:
        tree: the sentence.

    Returns:
        True where it names such a cause and no violence, False where it names violence, None where it names neither.
    """
    words = lexicon()
    lemmas = set(tree.lemmas)
    if "storm" in lemmas and _storms(tree):
        lemmas.discard("storm")
    if (
        lemmas & _BLASTS
        and lemmas & words["accident"]
        and not lemmas & (words["violence"] - _BLASTS | words["irregular"])
    ):
        return True
    if lemmas & _AIRCRAFT and lemmas & _FALLS and not lemmas & (words["violence"] | _BROUGHT_DOWN):
        return True
    if lemmas & (words["violence"] | words["irregular"]):
        return False
    if lemmas & words["misfortune"]:
        return True
    if lemmas & _COLLAPSES and lemmas & _BUILT:
        return True
    return bool(lemmas & _ACCIDENTS and lemmas & _VEHICLES) or None
