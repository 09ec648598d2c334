"""Which harm a group of people suffered: the trigger beside its words, else the one that the tree ties it to."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from dateline.extract.tolls.beside import across, beside, fits
from dateline.extract.tolls.group import Group
from dateline.extract.tolls.pronouns import meant
from dateline.extract.tolls.sentence import TollSentence
from dateline.extract.tolls.triggers import Trigger, harmed

_JOINED: Final = frozenset({"and", "or", ",", ";", "as", "plus", "but", "while", "then", "with"})
_CORPSES: Final = frozenset({"toll.body", "toll.martyr"})
_TAKEN: Final = frozenset({"killed", "wounded", "abducted", "captured"})


def tie(told: TollSentence, parts: Collection[int]) -> dict[int, Trigger]:
    """Return the trigger of each group that has one, by the group's number.

    Lists of numbers are where trees go wrong most, so the words right beside a group go first ("killing 6").

    Args:
        told: the sentence.
        parts: the groups that are parts of another, which suffer what their whole suffers.
    """
    open_to = [i for i in range(len(told.groups)) if i not in parts]
    tied: dict[int, Trigger] = {}
    for i in reversed(open_to):
        group = told.groups[i]
        found = _itself(told, group) or beside(told, group) or across(told, group) or _joined(told, tied, i)
        if found is not None:
            tied[i] = found
    for trigger in told.triggers.values():
        for head in _heads(told, trigger):
            for i in open_to:
                group = told.groups[i]
                if i not in tied and group.first <= head <= group.last and _may_be_tied(told, group, trigger):
                    tied[i] = trigger
    for i in open_to:
        if i not in tied:
            found = _within(told, told.groups[i]) or _left_out(told, tied, i)
            if found is not None:
                tied[i] = found
    return tied


def _itself(told: TollSentence, group: Group) -> Trigger | None:
    """Return the noun for the dead that a group counts: "took away 103 bodies" captures nobody."""
    trigger = told.triggers.get(group.head)
    return trigger if trigger is not None and trigger.pattern.id in _CORPSES else None


def _joined(told: TollSentence, tied: Mapping[int, Trigger], i: int) -> Trigger | None:
    """Return the trigger behind the group that this one is joined to: "two soldiers and a guard injured"."""
    trigger = tied.get(i + 1)
    if trigger is None or trigger.token < told.groups[i + 1].first or not fits(told, told.groups[i], trigger):
        return None
    between = {told.text(k) for k in range(told.groups[i].last + 1, told.groups[i + 1].first)}
    return trigger if between and between <= {"and", ",", "plus"} else None


def _heads(told: TollSentence, trigger: Trigger) -> Iterator[int]:
    """Yield the words that the tree gives as harmed, and those in apposition to them."""
    tree, token = told.tree, told.tree.tokens[trigger.token]
    if trigger.of_subject and token.xpos == "VBG" and not tree.children(trigger.token, "nsubj", "aux"):
        return  # only accompanies something else: "shot while fleeing"
    for head in (*harmed(tree, trigger), *_together(trigger)):
        yield head
        yield from meant(tree, trigger, head)
        yield from tree.children(head, "appos")
        if tree.rel(head) == "appos":
            yield tree.head(head)


def _together(trigger: Trigger) -> Sequence[int]:
    """Return those who suffered it with others: "was killed along with his three children"."""
    if trigger.pattern.harm not in _TAKEN or trigger.pattern.loses:
        return ()
    names = ["along with", "together with", "alongside"]
    if trigger.verb and (trigger.of_subject or trigger.pred.passive):
        names.append("with")
    return [head for name in names for head in trigger.pred.get(name)]


def _may_be_tied(told: TollSentence, group: Group, trigger: Trigger) -> bool:
    """Whether a group is the trigger's, no object of a verb that the tree lost: "killed 12 and sickened thousands"."""
    if not fits(told, group, trigger):
        return False
    before = group.first - 1
    if before < 0 or before == trigger.token or told.upos(before) != "VERB":
        return True
    return told.tree.tokens[before].xpos not in ("VBD", "VBG", "VBZ") or told.tree.head(before) <= trigger.token


def _within(told: TollSentence, group: Group) -> Trigger | None:
    """Return the trigger between a number and its noun, or the noun itself: "42 wounded people", "eight deaths"."""
    inside = (told.triggers[k] for k in range(group.first, group.last + 1) if k in told.triggers)
    return next(
        (t for t in inside if not t.is_figure and (not t.verb or told.tree.tokens[t.token].xpos == "VBN")), None
    )


def _as_were(told: TollSentence, group: Group, trigger: Trigger) -> bool:
    """Whether a group suffered what those before it did: "seven soldiers died, as did nine civilians"."""
    like = told.text(group.first - 2) in ("as", "so") and told.text(group.first - 1) in ("was", "were", "did", "had")
    return like and trigger.token < group.first and fits(told, group, trigger)


def _left_out(told: TollSentence, tied: Mapping[int, Trigger], i: int) -> Trigger | None:
    """Return the trigger of the group before where this one leaves it out: "four were killed in A and three in B"."""
    group, tree = told.groups[i], told.tree
    trigger = tied.get(i - 1)
    if trigger is not None and group.sure and _as_were(told, group, trigger):
        return trigger
    if trigger is None or not group.sure or told.text(group.first - 1) not in _JOINED:
        return None
    for token in range(told.groups[i - 1].last + 1, group.first):
        own = token == trigger.token or (told.upos(token) == "AUX" and tree.head(token) == trigger.token)
        own = own or tree.tokens[token].deprel in ("acl", "amod")  # "a commander known as Abu Nasr and four of his men"
        if told.upos(token) in ("VERB", "AUX") and not own:
            return None
    rel, head = tree.rel(group.head), tree.head(group.head)
    anothers = (
        rel in ("nsubj", "obj", "obl", "nummod") and head not in (-1, trigger.token) and told.upos(head) == "VERB"
    )
    return None if anothers or told.upos(group.last + 1) in ("VERB", "AUX") else trigger
