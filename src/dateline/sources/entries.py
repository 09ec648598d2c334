"""Entries: paragraphs of a chronicle or round-up that open with their day, and often with their place.

"15 June - …", "Wednesday, Aden: …", "July 30. Qana. A house …", "04/03 - Ras Lanuf. Fighters …", and the rows of a
log: "05.05 | Ras Lanuf | Airstrip overrun | 12 killed".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.model.report import Block, BlockKind
from dateline.reference.calendar import MONTHS, ROMAN_MONTHS, WEEKDAYS, find_dates
from dateline.reference.places_words import place_nouns

_LONGEST: Final = 70  # characters of a label
_DAYS: Final = re.compile(r"\d\d?\s?[-–]\s?\d\d?\s(?=[A-Z])")
_FIGURES: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?:/\d\d)?\b|\d\d?\.\d\d?\.\d\d\b")
_CELL_ENDS: Final = re.compile(r"\s*[|;]\s*")
_ROW_DAY: Final = re.compile(r"(?:0[1-9]|[12]\d|3[01])[./](?:0[1-9]|1[0-2])(?:[./](?:\d\d|\d{4}))?|\d{4}-\d\d-\d\d")
_ENDS: Final = re.compile(r"(?:[.:](?=\s)|\s*[—–]|\s-+(?=\s))\s*")
_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 3  # letters of the last word of a label: "A. Smith, mayor of …" is none
_MOST: Final = 9  # words of a label
_LITTLE: Final = frozenset(
    {
        "of",
        "the",
        "and",
        "de",
        "del",
        "la",
        "al",
        "el",
        "st",
        "nd",
        "rd",
        "th",
        "to",
        "in",
        "nr",
        "near",
        "same",
        "ditto",
        "idem",
        "ibid",
    }
)


def labelled(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, each that opens with a day as two: its label, which is no part of the sentence behind it.

    Only where two paragraphs or more do: one alone has a dateline.

    Args:
        text: the report's text.
        blocks: its blocks.
    """
    ends = {block.start: end for block in blocks if (end := label_end(text, block))}
    return tuple(_parts(blocks, ends)) if len(ends) > 1 else tuple(blocks)


def label_end(text: str, block: Block) -> int | None:
    """Return where the label ends that a paragraph opens with: a day, a place if any, and the stop, stroke or colon.

    Args:
        text: the report's text.
        block: the paragraph.

    Returns:
        The offset of what follows; None where the paragraph opens with no day, or is nothing else.
    """
    opening = text[block.start : min(block.end, block.start + _LONGEST)]
    if block.kind in {BlockKind.BODY, BlockKind.HEADLINE} and (end := _row_end(text, block)):
        return end  # without a full stop a row looks like a headline
    if block.kind is not BlockKind.BODY:
        return None
    ends = [end for end in _ENDS.finditer(opening) if _is_label(opening[: end.start()])]
    ends = [end for end in ends if block.start + end.end() < block.end]
    return block.start + ends[-1].end() if ends else None


def _row_end(text: str, block: Block) -> int | None:
    """Return where the cells end that label a row of three or more: its day, and the name behind it, if any."""
    marks = [mark.span() for mark in _CELL_ENDS.finditer(text, block.start, block.end)]
    if len(marks) <= 1:
        return None
    day, name = text[block.start : marks[0][0]], text[marks[0][1] : marks[1][0]]
    if not _ROW_DAY.fullmatch(day) and not _is_label(day):
        return None
    words = _WORD.findall(name)
    return marks[1][1] if words and len(words) <= _MOST and all(map(_is_name, words)) else marks[0][1]


def _parts(blocks: Sequence[Block], ends: dict[int, int]) -> Iterator[Block]:
    for block in blocks:
        if end := ends.get(block.start):
            yield replace(block, end=end, kind=BlockKind.BODY)
            yield replace(block, start=end, kind=BlockKind.BODY)
        else:
            yield block


def _is_label(told: str) -> bool:
    """Tell whether the opening of a paragraph is a day, with names if any, and nothing else."""
    words = _WORD.findall(told)
    if not words or len(words) > _MOST or any(mark in told for mark in "!?;\n"):
        return False
    whole = told.endswith(")") or words[-1].isdigit() or len(words[-1]) >= _SHORTEST or words[-1].casefold() in MONTHS
    return whole and all(map(_is_name, words)) and _tells_day(told)


def _tells_day(told: str) -> bool:
    if _FIGURES.match(told):
        return True
    told = _DAYS.sub("1 ", told)  # "28-29 March"
    return next(find_dates(told), None) is not None or any(w.casefold() in WEEKDAYS for w in _WORD.findall(told))


def _is_name(word: str) -> bool:
    """Tell whether a word may stand in a label, which has no verb: a name, a number, a site, a joining word."""
    return not word[0].islower() or word in _LITTLE or word in ROMAN_MONTHS or word in _sites()


@cache
def _sites() -> frozenset[str]:
    """Return the words of nouns for places: "border post", "bus station"."""
    return frozenset(word for noun in place_nouns() for word in noun.split())
