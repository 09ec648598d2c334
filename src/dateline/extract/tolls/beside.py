"""The trigger whose words stand beside a group: "killing 6", "15 wounded", "two brothers, A and B, were found dead"."""

from dataclasses import replace
from typing import Final

from dateline.extract.tolls.group import Group
from dateline.extract.tolls.nouns import are_people
from dateline.extract.tolls.sentence import TollSentence
from dateline.extract.tolls.triggers import Trigger, harmed, is_active
from dateline.reference.lexicon import time_heads

_LOST: Final = "toll.lose"
_ENDS: Final = frozenset({",", ".", ";", ":", "–", "-", "—", "and", "there", "here"})
_NEAR: Final = 4  # words between a group and the trigger beside it, at most
_FAR: Final = 6  # and behind it: "15 people now known to have died"
_INSERTED: Final = 90  # words of what is inserted between a group and its verb, at most
_LABEL: Final = 3  # words of a party's name before "dead:", at most
_NAMES_ONE: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
_BREAKS: Final = frozenset({",", "–", "—", "-", ")", "("})
_WHO: Final = frozenset({"who", "that"})
_OF: Final = frozenset({"of", "to", "among"})
_NOMINAL: Final = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"})
_NUMERAL: Final = frozenset({"at", "up", "more", "some"})  # what a number may open with that is no noun
_PARTICLES: Final = frozenset(
    [
        "dead",
        "death",
        "down",
        "out",
        "off",
        "up",
        "to",
        "hostage",
        "prisoner",
        "captive",
        "the",
        "all",
        "also",
        "its",
        "their",
    ]
)
_HEARD: Final = frozenset(
    [
        "report",
        "confirm",
        "find",
        "declare",
        "pronounce",
        "list",
        "leave",
        "fear",
        "believe",
        "presume",
        "also",
        "estimate",
        "know",
    ]
)


def beside(told: TollSentence, group: Group) -> Trigger | None:
    """Return the trigger that stands right before or behind a group, None where there is none.

    Args:
        told: the sentence.
        group: one of its groups.
    """
    return _before(told, group) or _after(told, group)


def fits(told: TollSentence, group: Group, trigger: Trigger) -> bool:
    """Return whether a group may suffer a harm: an unknown noun counts only where the verb says that people did.

    Args:
        told: the sentence.
        group: one of its groups.
        trigger: one of its triggers.
    """
    want, tree = trigger.pattern.harmed, told.tree
    if group.bare and trigger.pattern.loses and told.text(group.last) == "ours":
        return True  # "we have lost three of ours"
    if (
        group.bare
        and trigger.pattern.id == _LOST
        and told.text(group.last + 1) in _ENDS
        and _loses_people(told, trigger)
    ):
        return True  # "we have lost nine, four of them children"
    if group.bare and want and not trigger.of_subject:  # "captured two" may be towns, unless people were told before
        return any(told.upos(k) == "NOUN" and told.classes.of(tree, k) & want for k in range(group.first))
    if group.bare or not want:
        return group.sure or not want
    people = "people" in want and are_people(tree, told.classes, group.head)
    return people or bool(told.classes.of(tree, group.head) & want)


def _loses_people(told: TollSentence, trigger: Trigger) -> bool:
    """Whether those who lost a bare number are such as lose people: "we", a family, an army."""
    heads = trigger.pred.get("agent")
    return any(told.text(k) == "we" or are_people(told.tree, told.classes, k) for k in heads)


def _before(told: TollSentence, group: Group) -> Trigger | None:
    """Return the verb or noun right before a group: "killing 6", "shot dead three", "the deaths of 13"."""
    token = group.first - 1
    if told.text(token) == ":" and (label := told.triggers.get(token - 1)) is not None and label.describes:
        return label if _heads_a_list(told, token - 1) else None  # "Dead: 48 (police)", "Rebel dead: 10"
    if told.text(token) in _OF and (noun := told.triggers.get(token - 1)) is not None and not noun.verb:
        return noun if not noun.is_figure and not noun.describes else None
    for _ in range(_NEAR):
        trigger = told.triggers.get(token)
        if trigger is not None and trigger.verb:
            takes = not trigger.of_subject and not _is_passive(told, trigger)
            return trigger if takes and fits(told, group, trigger) else None
        if told.text(token) not in _PARTICLES:
            return None
        token -= 1
    return None


def _heads_a_list(told: TollSentence, label: int) -> bool:
    """Whether a word of harm opens a sentence, or follows in it upon the name of a party alone."""
    before = range(label)
    return len(before) <= _LABEL and all(told.upos(k) in _NAMES_ONE for k in before)


def _is_passive(told: TollSentence, trigger: Trigger) -> bool:
    return any(told.tree.tokens[k].deprel == "aux:pass" for k in told.tree.kids[trigger.token])


def _after(told: TollSentence, group: Group) -> Trigger | None:
    """Return the word right behind a group that tells its harm: "15 wounded", "two others were hurt", "seven died"."""
    helped = False
    token = group.last + 1
    if told.text(token) == "-":
        return None
    for _ in range(_FAR):
        trigger = told.triggers.get(token)
        if trigger is not None and not trigger.is_figure:
            return trigger if _suffers(told, trigger, helped=helped) and fits(told, group, trigger) else None
        if token >= len(told) or not _leads_on(told, token):
            return None
        helped = helped or told.tree.lemma(token) in ("be", "get")
        token += 1
    return None


def _leads_on(told: TollSentence, token: int) -> bool:
    """Whether a word may stand between people and what they suffered: "are now known to have", "were reported"."""
    if told.upos(token) in ("AUX", "ADV") or told.tree.lemma(token) in _HEARD:
        return True
    if told.text(token) in _WHO and told.upos(token + 1) == "AUX":
        return True  # "12 foreigners who were found beheaded"
    return told.text(token) == "to" and told.tree.lemma(token - 1) in _HEARD


def _suffers(told: TollSentence, trigger: Trigger, *, helped: bool) -> bool:
    """Whether a word behind people says what they suffered rather than what they did."""
    tree, after = told.tree, trigger.token + 1
    if not trigger.verb:
        return trigger.describes and told.upos(after) not in ("NOUN", "PROPN", "ADJ")
    if trigger.of_subject:
        return True
    if tree.tokens[trigger.token].xpos not in ("VBN", "VBD"):
        return False
    if trigger.pattern.loses and not helped:
        return False  # "thousands mourned"
    if helped or (trigger.pred.passive and not is_active(tree, trigger)):
        return True
    object_follows = told.upos(after) in _NOMINAL or told.text(after) in _NUMERAL
    return not tree.children(trigger.token, "obj") and (not object_follows or _is_time(told, after))


def _is_time(told: TollSentence, token: int) -> bool:
    """Whether a noun phrase tells a time: "killed the previous week"."""
    while told.upos(token) in ("DET", "ADJ", "NUM"):
        token += 1
    return token < len(told) and told.tree.lemma(token) in time_heads()


def across(told: TollSentence, group: Group) -> Trigger | None:
    """Return the trigger behind what is inserted: "two brothers, A and B, were reported killed".

    Args:
        told: the sentence.
        group: one of its groups.
    """
    if not group.sure:
        return None
    end = group.last + 1
    while end - group.last <= 2 * _NEAR and told.upos(end) in ("ADP", "DET", "ADJ", "NOUN", "PROPN"):
        end += 1
    if (
        told.upos(end) == "AUX"
    ):  # "eight members of the guard had been killed", where the tree gives the verb no subject
        behind = _after(told, replace(group, last=end - 1))
        return behind if behind is not None and not harmed(told.tree, behind) else None
    if told.text(end) not in _BREAKS:
        return None
    for token in range(end + 1, min(end + _INSERTED, len(told))):
        if told.upos(token) == "AUX":
            closed = told.text(token - 1) in _BREAKS
            return _after(told, replace(group, last=token - 1)) if closed else None
        if told.tree.tokens[token].xpos in ("VBD", "VBZ", "VBP") or token in told.triggers:
            return _died(told, group, token)
    return None


def _died(told: TollSentence, group: Group, token: int) -> Trigger | None:
    """Return the verb of "27 people, 20 of them rebels, died", which the tree gives no subject."""
    trigger = told.triggers.get(token)
    if trigger is None or not trigger.of_subject or told.text(token - 1) not in _BREAKS:
        return None
    others = [head for head in harmed(told.tree, trigger) if not group.first <= head < token]
    # "ten lost their lives, and 35, among them children, received injuries": what ten did stands between
    apart = all(any(k in told.triggers for k in range(head, group.first)) for head in others)
    return trigger if apart and fits(told, group, trigger) else None
