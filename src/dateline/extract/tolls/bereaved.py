"""The bereaved: a survivor who "lost his wife and both sons" tells of some of the dead, and gives no number of them."""

from dateline.extract.tolls.group import Group
from dateline.extract.tolls.sentence import TollSentence
from dateline.extract.tolls.triggers import Trigger
from dateline.reference.lexicon import lexicon


def are_mourned(told: TollSentence, group: Group, trigger: Trigger) -> bool:
    """Return whether a group are the relatives whom somebody lost.

    Args:
        told: the sentence.
        group: one of its groups.
        trigger: the word of harm that it is tied to.
    """
    kin = lexicon()["kin"] | lexicon()["child"]
    return trigger.verb and bool(trigger.pattern.loses) and told.tree.lemma(group.head) in kin
