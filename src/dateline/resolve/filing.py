"""Where a report was filed: its dateline, and a line of a place and a day alone at its head."""

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


def filing_lines(annotated: Annotated, entries: Mapping[int, range]) -> list[tuple[int, int]]:
    """Return where a report tells where it was filed: its dateline, and a line of a place and a day alone at its head.

    Args:
        annotated: the report.
        entries: the sentences that label the entry of each sentence, for those in entries.
    """
    line = annotated.report.dateline
    heads = [(one.start, one.end) for one in annotated.sentences[:_HEAD] if _is_filing_line(annotated, one)]
    return [*([(line.start, line.end)] if line else []), *(heads if not entries else [])]


def _is_filing_line(annotated: Annotated, sentence: Sentence) -> bool:
    """Return whether a sentence is of names and a day alone."""
    tokens = sentence.tokens
    if not _LEAST <= len(tokens) <= _LONGEST or not {token.upos for token in tokens} <= _WORDS:
        return False
    text = annotated.report.text[sentence.start : sentence.end]
    return tokens[0].upos in ("PROPN", "NUM") and any(one.kind in _DAYS for one in find_times(text, sentence.start))
