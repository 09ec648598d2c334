"""Labels: what a paragraph of notes opens with before its first sentence, "Djibo, 28 June.", holds for all of it."""

from collections.abc import Mapping
from typing import Final

from dateline.model.annotated import Annotated, Sentence
from dateline.resolve.dates.expression import TimeKind
from dateline.resolve.dates.resolver import find_times

_LONGEST: Final = 12  # words of "Gorom-Gorom, Oudalan province, 1 July 2022."
_LEAST: Final = 2
_HEAD: Final = 3  # sentences
_WORDS: Final = frozenset({"PROPN", "NUM", "PUNCT", "NOUN", "SYM", "X", "ADJ", "CCONJ"})
_DAYS: Final = frozenset({TimeKind.DATE, TimeKind.TIME})


def labels(annotated: Annotated) -> dict[int, int]:
    """Return the sentence that labels each sentence of a report, for those that have one.

    A label is a sentence of names and a day, without a verb, with more behind it in its paragraph. A report that has
    one only has a dateline: "MOSCOW, 8 April."

    Args:
        annotated: the report.
    """
    found: dict[int, int] = {}
    at: int | None = None
    for number, sentence in enumerate(annotated.sentences):
        if number and _paragraph_ends(annotated, annotated.sentences[number - 1], sentence):
            at = None
        if is_label(annotated, sentence):
            at = number
        elif at is not None:
            found[number] = at
    return found if len(set(found.values())) > 1 else {}


def _paragraph_ends(annotated: Annotated, one: Sentence, following: Sentence) -> bool:
    """Whether a paragraph ends between two sentences; the label of an entry is a block of the same one."""
    return one.block != following.block and "\n" in annotated.report.text[one.end : following.start]


def filing_lines(annotated: Annotated, entries: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return where a report tells where it was filed: its dateline, and a line of a place and a day alone at its head.

    Args:
        annotated: the report.
        entries: the sentence that labels the entry of each sentence, for those in entries.
    """
    line = annotated.report.dateline
    heads = [(one.start, one.end) for one in annotated.sentences[:_HEAD] if is_label(annotated, one)]
    return [*([(line.start, line.end)] if line else []), *(heads if not entries else [])]


def is_label(annotated: Annotated, sentence: Sentence) -> bool:
    """Return whether a sentence is of names and a day alone.

    Args:
        annotated: its report.
        sentence: the sentence.
    """
    tokens = sentence.tokens
    if not _LEAST <= len(tokens) <= _LONGEST or not {token.upos for token in tokens} <= _WORDS:
        return False
    text = annotated.report.text[sentence.start : sentence.end]
    return tokens[0].upos in ("PROPN", "NUM") and any(one.kind in _DAYS for one in find_times(text, sentence.start))
