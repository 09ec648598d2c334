"""Which harm a group of people suffered: the trigger beside its words, else the one that the tree ties it to."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from dateline.extract.toll_groups import Group
from dateline.extract.toll_numbers import text
from dateline.extract.toll_triggers import Trigger, harmed
from dateline.extract.tree import Tree

_PARTICLES: Final = frozenset({"dead", "down", "out", "off", "up", "to", "death", "hostage", "prisoner", "captive", "the", "all", "also", "its", "their"})
_OF: Final = frozenset({"of", "to", "among"})
_JOINED: Final = frozenset({"and", "or", ",", ";", "as", "plus", "but", "while", "then", "with"})
_NEAR: Final = 4  # words between a group and the trigger beside it, at most
_NOMINAL: Final = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"})


def tie(
    tree: Tree, triggers: Mapping[int, Trigger], groups: Sequence[Group], parts: Collection[int]
) -> dict[int, Trigger]:
    """Return the trigger of each group that has one.

    Lists of numbers are where trees go wrong most, so the words right beside a group go first: "killing 6", "15 wounded".

    Args:
        tree: the sentence.
        triggers: its triggers.
        groups: its groups.
        parts: the groups that are parts of another, which suffer what their whole suffers.
    """
    open_to = [i for i in range(len(groups)) if i not in parts]
    tied: dict[int, Trigger] = {}
    for i in open_to:
        found = _before(tree, triggers, groups[i]) or _after(tree, triggers, groups, i)
        if found is not None:
            tied[i] = found
    for trigger in triggers.values():
        for head in harmed(tree, trigger):
            for i in open_to:
                if i not in tied and _holds(groups[i], head) and _may_count(groups[i], trigger):
                    tied[i] = trigger
    for i in open_to:
        if i not in tied:
            within = [triggers[k] for k in range(groups[i].first, groups[i].last + 1) if k in triggers]
            found = next((t for t in within if not t.is_figure and not t.verb), None) or _left_out(tree, groups, tied, i)
            if found is not None:
                tied[i] = found
    return tied


def _holds(group: Group, head: int) -> bool:
    return head == group.head or (group.bare and group.first <= head <= group.last)


def _may_count(group: Group, trigger: Trigger) -> bool:
    """Whether the noun of a group may be people for this trigger: an unknown noun only among the killed and wounded."""
    return group.sure or not trigger.pattern.needs


def _before(tree: Tree, triggers: Mapping[int, Trigger], group: Group) -> Trigger | None:
    """Return the verb or noun right before a group: "killing 6", "shot dead three", "the deaths of 13"."""
    token = group.first - 1
    if text(tree, token) in _OF and (noun := triggers.get(token - 1)) is not None and not noun.verb:
        return noun if not noun.is_figure and not noun.describes else None
    for _ in range(_NEAR):
        trigger = triggers.get(token)
        if trigger is not None and trigger.verb:
            takes = not trigger.of_subject and not _is_passive(tree, trigger)
            return trigger if takes and _may_count(group, trigger) else None
        if text(tree, token) not in _PARTICLES:
            return None
        token -= 1
    return None


def _is_passive(tree: Tree, trigger: Trigger) -> bool:
    return any(tree.tokens[k].deprel == "aux:pass" for k in tree.kids[trigger.token])


def _after(tree: Tree, triggers: Mapping[int, Trigger], groups: Sequence[Group], i: int) -> Trigger | None:
    """Return the participle, adjective or verb right behind a group: "15 wounded", "two others were hurt", "seven died"."""
    group, helped = groups[i], False
    token = group.last + 1
    if text(tree, token) == "-":
        return None
    for _ in range(_NEAR):
        trigger = triggers.get(token)
        if trigger is not None and not trigger.is_figure:
            return trigger if _suffers(tree, trigger, helped=helped) and _may_count(group, trigger) else None
        if token >= len(tree) or tree.tokens[token].upos not in ("AUX", "ADV"):
            return None
        helped = helped or tree.lemma(token) in ("be", "get")
        token += 1
    return None


def _suffers(tree: Tree, trigger: Trigger, *, helped: bool) -> bool:
    """Whether a word behind people says what they suffered rather than what they did."""
    token = tree.tokens[trigger.token]
    if not trigger.verb:
        return trigger.describes and not (token.deprel == "amod" and token.head > trigger.token)
    if trigger.of_subject:
        return True
    if token.xpos not in ("VBN", "VBD"):
        return False
    after = trigger.token + 1
    return helped or trigger.pred.passive or after >= len(tree) or tree.tokens[after].upos not in _NOMINAL


def _left_out(tree: Tree, groups: Sequence[Group], tied: Mapping[int, Trigger], i: int) -> Trigger | None:
    """Return the trigger of the group before where this one leaves it out: "four were killed in A and three in B"."""
    group, before = groups[i], i - 1
    if before not in tied or not group.sure or text(tree, group.first - 1) not in _JOINED:
        return None
    trigger = tied[before]
    between = range(groups[before].last + 1, group.first)
    if any(tree.tokens[k].upos in ("VERB", "AUX") and k != trigger.token and not _helps(tree, k, trigger) for k in between):
        return None
    behind = tree.tokens[group.last + 1].upos if group.last + 1 < len(tree) else "PUNCT"
    if behind in ("VERB", "AUX"):
        return None
    rel, head = tree.rel(group.head), tree.head(group.head)
    if rel in ("nsubj", "obj", "obl", "nummod") and head not in (-1, trigger.token) and tree.tokens[head].upos == "VERB":
        return None
    return trigger


def _helps(tree: Tree, token: int, trigger: Trigger) -> bool:
    return tree.tokens[token].upos == "AUX" and tree.head(token) == trigger.token
