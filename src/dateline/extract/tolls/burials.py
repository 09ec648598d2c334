"""Burials, whose number counts the dead: "49 had been laid to rest", "they buried 60", "the town had 120 to bury"."""

from typing import Final

from dateline.extract.tolls.group import Group
from dateline.extract.tolls.sentence import TollSentence

_BURY: Final = frozenset({"bury", "inter"})
_AUXILIARIES: Final = frozenset({"be", "have"})
_REACH: Final = 4  # words of auxiliaries and adverbs between a number and "buried", at most
_BURIED: Final = frozenset({"buried", "interred"})
_LAY: Final = frozenset({"lay", "put", "place", "commit", "lower", "lie"})
_IN: Final = frozenset({"in", "into", "to"})
_GRAVES: Final = frozenset({"grave", "graves", "ground", "earth", "rest", "soil", "tomb", "tombs", "pit", "pits"})
_TOMBS: Final = frozenset({"grave", "graves", "tomb", "tombs"})
_HOLD: Final = frozenset({"hold", "contain"})
_ALIVE: Final = frozenset(
    {
        "under",
        "beneath",
        "underneath",
        "alive",
        "rubble",
        "debris",
        "landslide",
        "avalanche",
        "mud",
        "snow",
        "collapsed",
    }
)
_HAS: Final = frozenset({"have", "remain", "leave"})


def are_buried(told: TollSentence, group: Group) -> bool:
    """Return whether a number is told of those who were or will be buried.

    A noun that may be the living takes words that leave no doubt: "27 people were buried under rubble" may live.

    Args:
        told: the sentence.
        group: one of its groups.
    """
    tree = told.tree
    if tree.lemma(told.before(group.first)) in _BURY or _are_laid(told, group) or _is_of_a_grave(told, group):
        return True  # "they buried 40 of their neighbours"
    after = group.last + 1
    if group.bare and told.text(after) == "to" and after + 1 < len(told) and tree.lemma(after + 1) in _BURY:
        return tree.lemma(told.before(group.first)) in _HAS  # "had 120 to bury"
    if not (group.bare or group.sure) or not _ALIVE.isdisjoint(tree.words):
        return False
    passive = group.first == 0 and told.text(after) in _BURIED  # "Over 40 buried after raid"
    for verb in range(after, min(after + _REACH, len(told))):
        lemma = tree.lemma(verb)
        if lemma not in _AUXILIARIES and told.upos(verb) != "ADV":
            return passive and (lemma in _BURY or _lays(told, verb, verb + 1))
        passive = passive or lemma == "be"
    return False


def _are_laid(told: TollSentence, group: Group) -> bool:
    """Whether people are the object of "laid 104 people in a mass grave"."""
    verb = told.before(group.first)
    return verb >= 0 and (group.sure or group.bare) and _lays(told, verb, group.last + 1)


def _is_of_a_grave(told: TollSentence, group: Group) -> bool:
    """Whether people are told to be in a grave: "in it lie 40 people", "the grave holds eleven"."""
    if not (group.sure or group.bare):
        return False
    verb = told.before(group.first)
    if told.tree.lemma(verb) in _HOLD:
        return any(told.text(k) in _TOMBS for k in told.tree.children(verb, "nsubj"))
    opens = told.text(0) == "in" and any(told.text(k) in _TOMBS for k in range(1, verb))
    return opens and told.tree.lemma(verb) in ("be", "lie")


def _lays(told: TollSentence, verb: int, behind: int) -> bool:
    """Whether a verb with what stands behind it or its object tells a burial: "laid to rest", "put in the ground"."""
    if verb < 0 or told.tree.lemma(verb) not in _LAY or told.text(behind) not in _IN:
        return False
    near = range(behind + 1, min(behind + 1 + _REACH, len(told)))
    return any(told.text(k) in _GRAVES for k in near)
