"""Entries: paragraphs of a chronicle or round-up that open with their day, "15 June - …", "Wednesday, Aden: …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.report import Block, BlockKind
from dateline.reference.calendar import WEEKDAYS, find_dates

_LONGEST: Final = 70  # characters of a label
_DAYS: Final = re.compile(r"\d\d?\s?[-–]\s?\d\d?\s(?=[A-Z])")
_LABEL: Final = re.compile(
    r"(?P<told>(?:\d\d?\s?[-–]\s?\d\d?\s)?[^.:;!?\n—–]{3,}?(?:\.[^.:;!?\n—–]{1,30}?)?)(?::\s+|\s*[—–]\s*|\s+-+\s+)(?=\S)"
)
_WORD: Final = re.compile(r"[^\W_]+")
_LITTLE: Final = frozenset({"of", "the", "and", "de", "del", "la", "al", "el", "st", "nd", "rd", "th", "to", "in"})


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
    """Return where the day ends that a paragraph opens with, the stroke or colon behind it included; None without one.

    Args:
        text: the report's text.
        block: the paragraph.
    """
    opening = text[block.start : min(block.end, block.start + _LONGEST)]
    found = _LABEL.match(opening) if block.kind is BlockKind.BODY else None
    if found is None or not _tells_day(found["told"]) or not all(map(_is_name, _WORD.findall(found["told"]))):
        return None
    return block.start + found.end()


def _parts(blocks: Sequence[Block], ends: dict[int, int]) -> Iterator[Block]:
    for block in blocks:
        if end := ends.get(block.start):
            yield replace(block, end=end)
            yield replace(block, start=end)
        else:
            yield block


def _tells_day(told: str) -> bool:
    told = _DAYS.sub("1 ", told)  # "28-29 March"
    return next(find_dates(told), None) is not None or any(w.casefold() in WEEKDAYS for w in _WORD.findall(told))


def _is_name(word: str) -> bool:
    """Tell whether a word may stand in a label, which has no verb: a name, a number, a word that joins names."""
    return not word[0].islower() or word in _LITTLE
