"""Lists of names, which count the dead: "our own list has 182 names", "we have the names of 20", "58 names on it"."""

from typing import Final

from dateline.extract.tolls.group import Group
from dateline.extract.tolls.sentence import TollSentence

_NAME: Final = "name"
_LISTS: Final = frozenset({"list", "register", "roll", "registry"})
_HOLDS: Final = frozenset(
    {"have", "hold", "collect", "gather", "compile", "record", "know", "publish", "verify", "bear", "contain", "print"}
    | {"carry", "read"}
)
_STANDS: Final = frozenset({"stand", "run", "come", "grow", "rise"})
_SHOWN: Final = frozenset({"read", "carve", "engrave", "inscribe", "chisel", "recite", "call"})
_STONES: Final = frozenset({"plaque", "memorial", "monument", "wall", "stone", "tablet", "paper", "newspaper"})
_DEAD: Final = frozenset({"dead", "victim", "martyr", "kill", "slain", "fallen", "deceased"})
_WE: Final = frozenset({"we", "office", "committee", "commission", "mission", "organisation", "organization"})


def lists_the_dead(told: TollSentence, group: Group) -> bool:
    """Return whether a number of names is one of a list of those told of before.

    Args:
        told: the sentence.
        group: one of its groups.
    """
    tree = told.tree
    if tree.lemma(group.head) != _NAME or tree.words[group.head] == _NAME:
        return False
    above = tree.head(group.head)
    listed = {tree.lemma(k) for k in range(group.first)} & (_LISTS | _STONES)
    if listed and above >= 0 and tree.lemma(above) == "be" and "there" in tree.words[max(above - 2, 0) : above]:
        return True  # "on the stone there are 118 names"
    if told.text(group.last + 1) == "on" and told.text(group.last + 2) == "it":
        return True
    if above < 0 or tree.lemma(above) in _LISTS:
        return above >= 0 and tree.case(group.head) in ("of", "with")  # "a list of 352 names"
    if any(tree.case(k) == "of" and tree.lemma(k) in _DEAD for k in tree.children(group.head, "nmod")):
        return True  # "206 names of the dead"
    if tree.lemma(above) in _SHOWN and tree.rel(group.head).startswith("nsubj"):
        return True  # "31 names were read out"
    if tree.lemma(above) in _STANDS and tree.case(group.head) in ("at", "to"):  # "the register now stands at 80 names"
        return any(tree.lemma(k) in _LISTS for k in tree.children(above, "nsubj"))
    holds = tree.lemma(above) in _HOLDS and tree.rel(group.head) == "obj"
    return holds and any(tree.lemma(k) in _LISTS | _WE | _STONES for k in tree.children(above, "nsubj"))
