"""Which harm a group of people suffered: the trigger beside its words, else the one that the tree ties it to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.toll_groups import Group, are_people
from dateline.extract.toll_numbers import text
from dateline.extract.toll_triggers import Trigger, harmed, is_active
from dateline.extract.tree import Tree

_PARTICLES: Final = frozenset(
    {
        "dead",
        "down",
        "out",
        "off",
        "up",
        "to",
        "death",
        "hostage",
        "prisoner",
        "captive",
        "the",
        "all",
        "also",
        "its",
        "their",
    }
)
_OF: Final = frozenset({"of", "to", "among"})
_JOINED: Final = frozenset({"and", "or", ",", ";", "as", "plus", "but", "while", "then", "with"})
_NEAR: Final = 4  # words between a group and the trigger beside it, at most
_HEARD: Final = frozenset(
    {"report", "confirm", "find", "declare", "pronounce", "list", "leave", "fear", "believe", "presume", "also"}
)
_INSERTED: Final = 40  # words of what is inserted between a group and its verb, at most
_BREAKS: Final = frozenset({",", "–", "—", "-", ")", "("})
_NOMINAL: Final = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"})


def tie(
    tree: Tree, classes: Classes, triggers: Mapping[int, Trigger], groups: Sequence[Group], parts: Collection[int]
) -> dict[int, Trigger]:
    """Return the trigger of each group that has one.

    Lists of numbers are where trees go wrong most, so the words right beside a group go first: "killing 6", "15 wounded".

    Args:
        tree: the sentence.
        classes: the report's classes.
        triggers: its triggers.
        groups: its groups.
        parts: the groups that are parts of another, which suffer what their whole suffers.
    """
    open_to = [i for i in range(len(groups)) if i not in parts]
    tied: dict[int, Trigger] = {}
    for i in open_to:
        found = beside(tree, classes, triggers, groups[i])
        if found is not None:
            tied[i] = found
    for trigger in triggers.values():
        for head in () if _in_passing(tree, trigger) else (*harmed(tree, trigger), *_together(trigger)):
            heads = [head, *tree.children(head, "appos")]
            heads += [tree.head(head)] if tree.rel(head) == "appos" else []
            for i in open_to:
                fits = i not in tied and any(_holds(groups[i], h) for h in heads)
                if fits and _fits(tree, classes, groups[i], trigger) and not _anothers(tree, groups[i], trigger):
                    tied[i] = trigger
    for i in open_to:
        if i not in tied:
            within = [triggers[k] for k in range(groups[i].first, groups[i].last + 1) if k in triggers]
            found = next((t for t in within if _tells_of(tree, t)), None)
            found = found or _across(tree, classes, triggers, groups[i]) or _left_out(tree, groups, tied, i)
            if found is not None:
                tied[i] = found
    return tied


def beside(tree: Tree, classes: Classes, triggers: Mapping[int, Trigger], group: Group) -> Trigger | None:
    """Return the trigger that stands right before or behind a group, None where there is none.

    Args:
        tree: the sentence.
        classes: the report's classes.
        triggers: its triggers.
        group: one of its groups.
    """
    return _before(tree, classes, triggers, group) or _after(tree, classes, triggers, group)


def _holds(group: Group, head: int) -> bool:
    return group.first <= head <= group.last


def _anothers(tree: Tree, group: Group, trigger: Trigger) -> bool:
    """Whether a group is the object of a verb right before it that the tree lost: "killed 12 and sickened thousands"."""
    before = group.first - 1
    if before < 0 or before == trigger.token:
        return False
    one = tree.tokens[before]
    return one.upos == "VERB" and one.xpos in ("VBD", "VBG", "VBZ") and tree.head(before) > trigger.token


def _fits(tree: Tree, classes: Classes, group: Group, trigger: Trigger) -> bool:
    """Whether a group may suffer a harm: an unknown noun counts only where the verb itself says that people did."""
    want = trigger.pattern.harmed
    if group.bare and want and not trigger.of_subject:  # "captured two" may be towns, unless people were told before
        return any(tree.tokens[k].upos == "NOUN" and classes.of(tree, k) & want for k in range(group.first))
    if group.bare or not want:
        return group.sure or not want
    return bool(classes.of(tree, group.head) & want) or ("people" in want and are_people(tree, classes, group.head))


def _before(tree: Tree, classes: Classes, triggers: Mapping[int, Trigger], group: Group) -> Trigger | None:
    """Return the verb or noun right before a group: "killing 6", "shot dead three", "the deaths of 13"."""
    token = group.first - 1
    if text(tree, token) in _OF and (noun := triggers.get(token - 1)) is not None and not noun.verb:
        return noun if not noun.is_figure and not noun.describes else None
    for _ in range(_NEAR):
        trigger = triggers.get(token)
        if trigger is not None and trigger.verb:
            takes = not trigger.of_subject and not _is_passive(tree, trigger)
            return trigger if takes and _fits(tree, classes, group, trigger) else None
        if text(tree, token) not in _PARTICLES:
            return None
        token -= 1
    return None


def _is_passive(tree: Tree, trigger: Trigger) -> bool:
    return any(tree.tokens[k].deprel == "aux:pass" for k in tree.kids[trigger.token])


def _after(tree: Tree, classes: Classes, triggers: Mapping[int, Trigger], group: Group) -> Trigger | None:
    """Return the participle, adjective or verb right behind a group: "15 wounded", "two others were hurt", "seven died"."""
    helped = False
    token = group.last + 1
    if text(tree, token) == "-":
        return None
    for _ in range(_NEAR):
        trigger = triggers.get(token)
        if trigger is not None and not trigger.is_figure:
            return trigger if _suffers(tree, trigger, helped=helped) and _fits(tree, classes, group, trigger) else None
        if token >= len(tree) or (tree.tokens[token].upos not in ("AUX", "ADV") and tree.lemma(token) not in _HEARD):
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
    if helped or (trigger.pred.passive and not is_active(tree, trigger)):
        return True
    after = trigger.token + 1
    told = after < len(tree) and (
        tree.tokens[after].upos in _NOMINAL or text(tree, after) in ("at", "up", "more", "some")
    )
    return not told and not tree.children(trigger.token, "obj")


def _left_out(tree: Tree, groups: Sequence[Group], tied: Mapping[int, Trigger], i: int) -> Trigger | None:
    """Return the trigger of the group before where this one leaves it out: "four were killed in A and three in B"."""
    group, before = groups[i], i - 1
    if before not in tied or not group.sure or text(tree, group.first - 1) not in _JOINED:
        return None
    trigger = tied[before]
    between = range(groups[before].last + 1, group.first)
    if any(
        tree.tokens[k].upos in ("VERB", "AUX") and k != trigger.token and not _helps(tree, k, trigger) for k in between
    ):
        return None
    behind = tree.tokens[group.last + 1].upos if group.last + 1 < len(tree) else "PUNCT"
    if behind in ("VERB", "AUX"):
        return None
    rel, head = tree.rel(group.head), tree.head(group.head)
    if (
        rel in ("nsubj", "obj", "obl", "nummod")
        and head not in (-1, trigger.token)
        and tree.tokens[head].upos == "VERB"
    ):
        return None
    return trigger


def _across(tree: Tree, classes: Classes, triggers: Mapping[int, Trigger], group: Group) -> Trigger | None:
    """Return the trigger behind what is inserted: "two brothers, A and B, were reported killed"."""
    end = group.last + 1
    while (
        end < len(tree)
        and end - group.last <= 2 * _NEAR
        and tree.tokens[end].upos in ("ADP", "DET", "ADJ", "NOUN", "PROPN")
    ):
        end += 1
    if text(tree, end) not in _BREAKS:
        return None
    for token in range(end + 1, min(end + _INSERTED, len(tree))):
        if tree.tokens[token].upos == "AUX":
            if text(tree, token - 1) not in _BREAKS:
                return None
            return _after(tree, classes, triggers, replace(group, last=token - 1))
        if tree.tokens[token].xpos in ("VBD", "VBZ", "VBP") or token in triggers:
            return None
    return None


def _tells_of(tree: Tree, trigger: Trigger) -> bool:
    """Whether a trigger between a number and its noun, or the noun itself, says what they suffered: "42 wounded people"."""
    return not trigger.is_figure and (not trigger.verb or tree.tokens[trigger.token].xpos == "VBN")


def _together(trigger: Trigger) -> Sequence[int]:
    """Return those who suffered it with others: "was killed along with his three children"."""
    if trigger.pattern.harm not in ("killed", "wounded", "abducted", "captured") or trigger.pattern.loses:
        return ()
    names = ["along with", "together with", "alongside"]
    if trigger.verb and (trigger.of_subject or trigger.pred.passive):
        names.append("with")
    return [head for name in names for head in trigger.pred.get(name)]


def _in_passing(tree: Tree, trigger: Trigger) -> bool:
    """Whether what the subject underwent only accompanies something else: "shot while fleeing"."""
    token = tree.tokens[trigger.token]
    return trigger.of_subject and token.xpos == "VBG" and not tree.children(trigger.token, "nsubj", "aux")


def _helps(tree: Tree, token: int, trigger: Trigger) -> bool:
    return tree.tokens[token].upos == "AUX" and tree.head(token) == trigger.token
