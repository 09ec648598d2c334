"""Entries: the paragraphs of a chronicle, each behind a label of day and place, tell each of a thing of its own."""

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.extract.tree import Tree
from dateline.model.annotated import Annotated
from dateline.reference.calendar import MONTHS, WEEKDAYS

_LONGEST: Final = 12  # words of "31 March, Hat Yai, Songkhla:"
_LEAST: Final = 2
_WORDS: Final = frozenset({"PROPN", "NUM", "PUNCT", "NOUN", "SYM", "X", "ADJ"})
_OPENS: Final = frozenset({"PROPN", "NUM"})
_DAYS: Final = frozenset((*MONTHS, *WEEKDAYS))


def entries(annotated: Annotated, all_trees: Sequence[Tree]) -> Mapping[int, int]:
    """Return the label of the entry in which each sentence stands, for those in entries; none where fewer than two are.

    Args:
        annotated: the report.
        all_trees: its sentences.
    """
    found: dict[int, int] = {}
    at: int | None = None
    for number, tree in enumerate(all_trees):
        if number and "\n" in annotated.report.text[all_trees[number - 1].sentence.end : tree.sentence.start]:
            at = None
        if _is_label(tree):
            at = number
        if at is not None:
            found[number] = at
    return found if len(set(found.values())) > 1 else {}


def _is_label(tree: Tree) -> bool:
    """Whether a sentence is a day, with names or without: "31 March, Hat Yai, Songkhla:"."""
    tokens = tree.tokens
    if not _LEAST <= len(tokens) <= _LONGEST or tokens[0].upos not in _OPENS:
        return False
    words = {token.upos for token in tokens} <= _WORDS
    return words and any(token.text.lower().strip(".") in _DAYS for token in tokens)
