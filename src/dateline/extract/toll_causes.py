"""Harm that no party did: accidents, disasters, disease and common crime, by the words of the sentence."""

from typing import Final

from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_VEHICLES: Final = frozenset({"car", "bus", "train", "plane", "boat", "ferry", "lorry", "truck", "road", "traffic", "helicopter", "van"})
_ACCIDENTS: Final = frozenset({"crash", "collision", "wreck", "collide", "overturn", "capsize", "sink", "derail", "plunge", "disaster"})


def is_misfortune(tree: Tree) -> bool | None:
    """Return whether a sentence tells of harm by accident, disaster, disease or common crime.

    Args:
        tree: the sentence.

    Returns:
        True where it names such a cause and no violence, False where it names violence, None where it names neither.
    """
    words = lexicon()
    lemmas = set(tree.lemmas)
    if lemmas & words["violence"]:
        return False
    if lemmas & words["misfortune"]:
        return True
    return bool(lemmas & _ACCIDENTS and lemmas & _VEHICLES) or None
