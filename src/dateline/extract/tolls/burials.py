"""Burials, whose number counts the dead: "49 had been laid to rest", "they buried 60", "the town had 120 to bury"."""

from typing import Final

from dateline.extract.tolls.group import Group
from dateline.extract.tolls.sentence import TollSentence

_BURY: Final = frozenset({"bury", "inter"})
_AUXILIARIES: Final = frozenset({"be", "have"})
_REACH: Final = 4  # words of auxiliaries and adverbs between a number and "buried", at most
_HAS: Final = frozenset({"have", "remain", "leave"})


def are_buried(told: TollSentence, group: Group) -> bool:
    """Return whether a number without a noun, or with one for the dead, is told of those who were or will be buried.

    Args:
        told: the sentence.
        group: one of its groups.
    """
    tree = told.tree
    if tree.lemma(told.before(group.first)) in _BURY:
        return True  # "they buried 40 of their neighbours"
    if not group.bare:
        return False
    after = group.last + 1
    if told.text(after) == "to" and after + 1 < len(told) and tree.lemma(after + 1) in _BURY:
        return tree.lemma(told.before(group.first)) in _HAS  # "had 120 to bury"
    passive = False
    for verb in range(after, min(after + _REACH, len(told))):
        lemma = tree.lemma(verb)
        if lemma not in _AUXILIARIES and told.upos(verb) != "ADV":
            laid = lemma == "lay" and told.text(verb + 1) == "to" and told.text(verb + 2) == "rest"
            return passive and (lemma in _BURY or laid)
        passive = passive or lemma == "be"
    return False
