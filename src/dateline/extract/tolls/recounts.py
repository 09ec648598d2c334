"""Bare numbers that give another account of what was just counted: "the hospital counted 59", "put it at 42"."""

from collections.abc import Collection, Iterator
from typing import Final

from dateline.extract.attribution.left_out import accounts_left_out
from dateline.extract.attribution.lexicon import speech_lexicon
from dateline.extract.tolls.burials import are_buried
from dateline.extract.tolls.group import Group
from dateline.extract.tolls.name_lists import lists_the_dead
from dateline.extract.tolls.numbers import SPEAKS, is_nth
from dateline.extract.tolls.sentence import TollSentence

_COUNTS: Final = frozenset(
    {
        "count",
        "record",
        "register",
        "document",
        "tally",
        "list",
        "log",
        "report",
        "confirm",
        "admit",
        "acknowledge",
        "cite",
        "bury",
        "recover",
        "retrieve",
        "identify",
        "say",
        "give",
        "claim",
        "announce",
        "mention",
        "concede",
        "allege",
        "name",
    }
)
_NOTES: Final = frozenset({"write", "note", "take", "jot", "set"})
_NOTED: Final = frozenset({"count", "report", "record", "register", "list", "confirm", "announce", "verify"})
_FOLLOWS: Final = 4  # words behind "17 were reported" that may say what they were reported to be, at most
_SOURCE: Final = 6  # words behind a number that may tell whose count it is, at most
_RECKONING: Final = frozenset({"count", "reckoning", "tally", "estimate"})
_PERHAPS: Final = frozenset({"possibly", "perhaps", "maybe"})
_TOLLS: Final = frozenset({"loss", "toll", "death", "dead", "casualty", "number", "figure", "fatality", "victim"})
_THEM: Final = frozenset({"it", "them"})
_LISTS: Final = frozenset({"name", "list", "figure"})  # "the names of 240 victims", "figures of 100 and more"
_VICTIMS: Final = frozenset({"victim", "martyr"})  # a number of whom is one of the dead
_PUTS: Final = frozenset(
    {"put", "place", "set", "raise", "revise", "bring", "lift", "lower", "increase", "estimate", "have"}
)  # "it at 42"
_SAID_TO_BE: Final = frozenset({"dead", "killed"})  # a number right before: "spoke of 276 dead"
_NO_COUNT: Final = frozenset({"one", "zero"})  # "the ministry reported one" may be one of anything
_COUNTED: Final = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "SYM"})
_RECORDS: Final = frozenset(
    {"board", "commission", "court", "inquiry", "list", "register", "registry", "database", "record", "ledger", "we"}
)
_THAT: Final = frozenset({"that", "this", "which"})
_TURNS: Final = frozenset({"up", "down"})
_CLOSES: Final = frozenset({".", ",", ";", "dead", "killed", "and", "but", "while", ""})
_JOINS: Final = frozenset({"and", ",", "but", "while", ";", "or"})


def find_recounts(told: TollSentence, taken: Collection[int]) -> Iterator[int]:
    """Yield the groups that count again, by their numbers, whom a toll told before counts.

    Args:
        told: the sentence.
        taken: the groups that suffered a harm of their own, or are parts.
    """
    left_out = accounts_left_out(told.tree, speech_lexicon()) if len(told.groups) > len(taken) else {}
    for number, group in enumerate(told.groups):
        buried = are_buried(told, group)
        victims = buried or told.tree.lemma(group.head) in _VICTIMS
        if number not in taken and lists_the_dead(told, group):
            yield number
            continue
        if number in taken or not (group.bare or victims) or group.back or told.text(group.first) in _NO_COUNT:
            continue
        after = group.last + 1 + (told.text(group.last + 1) in _SAID_TO_BE)
        if after < len(told) and told.upos(after) in _COUNTED:
            continue  # "counted 40 votes", but "spoke of 276 dead"
        if (
            buried
            or _is_counted(told, group)
            or _is_left_behind(told, group)
            or _is_had(told, group)
            or group.count.head in left_out
            or _is_ascribed(told, group)
            or _are_noted(told, group)
        ):
            yield number


def _is_counted(told: TollSentence, group: Group) -> bool:
    """Whether somebody gives the number: "counted 59", "spoke of 40", "raised it to 47"."""
    tree, at = told.tree, told.before(group.first)
    if at < 1:
        return False
    if tree.lemma(at) == "add":
        return is_nth(tree, group.count.head)  # "to these we now add a twelfth"
    if told.text(at) == "down" and tree.lemma(at - 1) in _NOTES:
        return bool(tree.children(at - 1, "nsubj"))  # "the priest has written down 45"
    if tree.lemma(at) in _COUNTS:
        verb = told.upos(at) == "VERB" or tree.tokens[at].xpos == "VBZ"  # "the committee counts 380"
        return verb and bool(tree.children(at, "nsubj"))
    if told.text(at) == "of":
        return tree.lemma(at - 1) in SPEAKS | _LISTS or _goes_on_speaking(told, group)
    if tree.lemma(at) == "make" or (told.text(at) == "it" and tree.lemma(at - 1) == "make"):
        return _adds_up(told, at if tree.lemma(at) == "make" else at - 1)
    if told.text(at) in ("is", "was") and told.text(at - 1) == "it":
        return "according" in tree.words  # "according to the ministry, it was 20"
    if told.text(at) == "been" and told.text(at - 1) == "had":
        return told.text(at - 2) == "it" and told.tree.rel(at - 2) == "nsubj"  # "on the first day it had been 23"
    return (told.text(at) == "on" and tree.lemma(at - 1) == "insist") or _is_put_at(told, at)


def _goes_on_speaking(told: TollSentence, group: Group) -> bool:
    """Whether another speaks of a number beside one who did: "residents spoke of 31 dead, the prefect of 12"."""
    before = next((one for one in reversed(told.groups) if one.last < group.first), None)
    if before is None or told.text(before.first - 1) != "of" or told.tree.lemma(before.first - 2) not in SPEAKS:
        return False
    between = range(before.last + 1, group.first)
    return any(told.text(k) in _JOINS for k in between) and not any(told.upos(k) in ("VERB", "AUX") for k in between)


def _adds_up(told: TollSentence, verb: int) -> bool:
    """Whether what makes a number is a death or what was told: "a later death makes it 32", "that makes 32"."""
    tree = told.tree
    return any(tree.words[k] in _THAT or tree.lemma(k) in _TOLLS for k in tree.children(verb, "nsubj"))


def _is_left_behind(told: TollSentence, group: Group) -> bool:
    """Whether a number is what another was before: "raised the toll to 38 from 26", "235 dead, up from 184"."""
    at = told.before(group.first)
    if told.text(at) != "from":
        return False
    if told.text(at - 1) in _TURNS:
        return True
    return any(one.last == at - 1 and told.text(one.first - 1) == "to" for one in told.groups)


def _is_had(told: TollSentence, group: Group) -> bool:
    """Whether somebody who counts the dead has a number: "the UN has between 12 and 14", "the hospital has 15"."""
    tree, at = told.tree, told.before(group.first)
    if tree.lemma(at) != "have" or told.upos(at) not in ("VERB", "AUX") or told.text(group.last + 1) not in _CLOSES:
        return False
    counters = speech_lexicon().speakers | _RECORDS
    return any(tree.lemma(k) in counters or tree.tokens[k].upos == "PROPN" for k in tree.children(at, "nsubj"))


def _is_put_at(told: TollSentence, at: int) -> bool:
    """Whether somebody puts the number of those told of before: "put it at 42", "its losses, which they put at 30"."""
    tree = told.tree
    if told.text(at) not in ("at", "to", "as"):
        return False
    if told.text(at - 1) == "own":
        return not _PUTS.isdisjoint(tree.lemmas[:at])  # "put the army's losses at 50 and their own at five"
    if tree.lemma(at - 1) in _PUTS and "which" in tree.words[: at - 1]:
        counted = not _TOLLS.isdisjoint(tree.lemmas[: tree.words.index("which")])
        return counted and any(told.text(k) == "which" for k in tree.children(at - 1, "obj"))
    return told.text(at - 1) in _THEM and tree.lemma(at - 2) in _PUTS


def _are_noted(told: TollSentence, group: Group) -> bool:
    """Whether a number is told as what was given before: "on the first day 17 were reported", no "17 reported hurt"."""
    aux, verb = group.last + 1, group.last + 2
    if told.tree.tokens[group.last].upos != "NUM" or told.text(aux) != "were" or verb >= len(told):
        return False
    behind = range(verb + 1, verb + 1 + _FOLLOWS)
    return told.tree.lemma(verb) in _NOTED and not any(k in told.triggers or told.upos(k) == "ADJ" for k in behind)


def _is_ascribed(told: TollSentence, group: Group) -> bool:
    """Whether a number stands beside one by who gives it: "nine people according to A, twelve by B's count"."""
    if group.first == 0 or told.text(group.first - 1) not in _JOINS:
        return told.text(group.first - 1) in _PERHAPS  # "at least 16, and possibly as many as 25"
    behind = [told.text(k) for k in range(group.last + 1, min(group.last + 1 + _SOURCE, len(told)))]
    return behind[:2] == ["according", "to"] or (behind[:1] == ["by"] and not _RECKONING.isdisjoint(behind))
