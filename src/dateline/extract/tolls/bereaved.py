"""The bereaved: a survivor who "lost his wife and both sons" tells of some of the dead, and gives no number of them.

Nor do those left behind count the dead: "31 relatives of men who lost their lives", "twelve widows of soldiers killed".
"""

from typing import Final

from dateline.extract.tolls.group import Group
from dateline.extract.tolls.sentence import TollSentence
from dateline.extract.tolls.triggers import Trigger
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_LEFT: Final = frozenset(
    {"relative", "widow", "widower", "orphan", "survivor", "witness", "mourner", "friend", "colleague", "neighbour"}
    | {"neighbor", "kin", "descendant", "acquaintance", "dependant", "lawyer"}
)


def are_left_behind(tree: Tree, group: Group) -> bool:
    """Return whether people are those whom the dead left behind: "31 relatives of men who lost their lives".

    Args:
        tree: the sentence.
        group: one of its groups.
    """
    behind = group.last + 1
    return tree.lemma(group.head) in _LEFT and not group.bare and tree.words[behind : behind + 1] == ["of"]


def are_mourned(told: TollSentence, group: Group, trigger: Trigger) -> bool:
    """Return whether a group are the relatives whom somebody lost.

    Args:
        told: the sentence.
        group: one of its groups.
        trigger: the word of harm that it is tied to.
    """
    kin = lexicon()["kin"] | lexicon()["child"]
    return trigger.verb and bool(trigger.pattern.loses) and told.tree.lemma(group.head) in kin
