"""Lists of names, which count the dead: "our own list has 182 names", "we have the names of 20", "58 names on it"."""

from typing import Final

from dateline.extract.tolls.groups import Group
from dateline.extract.tolls.sentence import TollSentence

_NAME: Final = "name"
_LISTS: Final = frozenset({"list", "register", "roll", "registry"})
_HOLDS: Final = frozenset({"have", "hold", "collect", "gather", "compile", "record", "know", "publish", "verify"})
_WE: Final = frozenset({"we", "who", "office", "committee", "commission", "mission", "organisation", "organization"})


def lists_the_dead(told: TollSentence, group: Group) -> bool:
    """Return whether a number of names is one of a list of those told of before.

    Args:
        told: the sentence.
        group: one of its groups.
    """
    tree = told.tree
    if tree.lemma(group.head) != _NAME or tree.words[group.head] == _NAME:
        return False
    if not _LISTS.isdisjoint(tree.lemmas):
        return True
    if told.text(group.last + 1) == "on" and told.text(group.last + 2) == "it":
        return True
    verb = tree.head(group.head)
    holds = verb >= 0 and tree.lemma(verb) in _HOLDS and tree.rel(group.head) == "obj"
    return holds and any(told.text(k) in _WE or tree.lemma(k) in _WE for k in tree.children(verb, "nsubj"))
