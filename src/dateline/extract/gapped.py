"""Lists that state their verb once: "took A on Friday, B on Saturday and C on Sunday" tells three events.

Read from the words in their order: trees of such lists tie the later places to days, and days to places.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.extract.times import is_time
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Phrase
from dateline.reference.calendar import MONTHS

_OF_A_PLACE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_BEFORE_A_TIME: Final = frozenset({"on", "in"})
_OF_A_TIME: Final = frozenset(
    {"last", "this", "early", "late", "mid", "the", "morning", "night", "evening", "afternoon"}
)
_JOINS: Final = frozenset({",", ";", "and", "then"})
_LEAST: Final = 2  # places with a day of their own


def ungapped(tree: Tree, trigger: int, reading: EventReading) -> tuple[EventReading, ...]:
    """Return an event for each place of a list in which each has its own day, else the event alone.

    Args:
        tree: the sentence.
        trigger: the verb's token.
        reading: the event as read.
    """
    pairs = list(_pairs(tree, trigger + 1)) if tree.tokens[trigger].upos == "VERB" else []
    if len(pairs) < _LEAST:
        return (reading,)
    return tuple(replace(reading, places=(place,), times=(time,)) for place, time in pairs)


def _pairs(tree: Tree, at: int) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield the places that follow one another from a token on, each with the time behind it."""
    while at < len(tree):
        first = at
        while at < len(tree) and _is_of_a_place(tree, at):
            at += 1
        names = [n for n in range(first, at) if tree.tokens[n].upos == "PROPN"]
        begun = at
        while at < len(tree) and _is_of_a_time(tree, at, begun):
            at += 1
        days = [n for n in range(begun, at) if _is_day(tree, n)]
        if not names or names[-1] != begun - 1 or not days:
            return
        yield tree.span(list(range(first, begun)), names[-1]), tree.span(list(range(begun, at)), days[-1])
        joined = at
        while at < len(tree) and tree.words[at] in _JOINS:
            at += 1
        if at == joined:
            return


def _is_of_a_place(tree: Tree, at: int) -> bool:
    if _is_day(tree, at) or tree.words[at] in ("last", "this"):
        return False
    return tree.tokens[at].upos in _OF_A_PLACE or tree.words[at] == "of"


def _is_of_a_time(tree: Tree, at: int, begun: int) -> bool:
    return (at == begun and tree.words[at] in _BEFORE_A_TIME) or tree.words[at] in _OF_A_TIME or _is_day(tree, at)


def _is_day(tree: Tree, at: int) -> bool:
    return is_time(tree, at) or tree.words[at] in MONTHS or (tree.tokens[at].upos == "NUM" and tree.words[at].isdigit())
