"""Copies: how much of one text stands in another, so that one wire story printed by ten papers is one voice.

A text is the set of its runs of four words. What papers do to a story (cut it, retitle it, change a number, set another
agency's name under it) leaves most runs of the shorter text in the longer one; two accounts of one happening, even by
one agency, share few. Which pairs are worth comparing at all is found by MinHash with bands: texts that share runs get
a band in common the likelier, the more they share.
"""

import re
import zlib
from collections.abc import Iterable
from typing import Final

from rensa import RMinHash

from dateline.model.report import BlockKind, Report

RUN: Final = 4  # words; a changed number breaks four runs of a sentence of twenty words
LEAST: Final = 20  # runs below which a text is a note whose like anyone may write
SHARE: Final = 0.45  # of the runs of the shorter text
CUT: Final = 0.15  # of the longer text's runs: a statement quoted whole in a long account of its own is no copy of it
BANDS: Final = 32
_ROWS: Final = 2  # hashes a band: a text cut to a third meets the whole in some band 97 times of 100
_SEED: Final = 2015
_WORD: Final = re.compile(r"\w+")


def body_text(report: Report) -> str:
    """Return the text of a report without headlines and captions, which are what a copy changes first."""
    body = (report.text[block.start : block.end] for block in report.blocks if block.kind is BlockKind.BODY)
    return "\n".join(body)


def runs(text: str) -> frozenset[str]:
    """Return the runs of words of a text, without case and punctuation; none of a text that is too short to tell."""
    words = _WORD.findall(text.casefold())
    found = frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return found if len(found) >= LEAST else frozenset()


def bands(text_runs: Iterable[str]) -> tuple[int, ...]:
    """Return the bands of a text's runs: numbers of which texts that share runs have some in common; none for none."""
    wanted = list(text_runs)  # in any order: a hash is the least over all
    if not wanted:
        return ()
    sketch = RMinHash(BANDS * _ROWS, _SEED)
    sketch.update(wanted)
    digest = [*sketch.digest()]
    rows = zip(digest[::_ROWS], digest[1::_ROWS], strict=True)
    return tuple(_mixed(number, *row) for number, row in enumerate(rows))


def numbered(text_runs: Iterable[str]) -> frozenset[int]:
    """Return runs as numbers, which are smaller to keep and quicker to compare; two runs share one by rare chance."""
    return frozenset(zlib.crc32(run.encode()) for run in text_runs)


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether one of two texts, given by the numbers of their runs, is a copy of the other, whole or cut."""
    shorter, longer = sorted((one, other), key=len)
    common = len(shorter & longer)
    return bool(common) and common >= SHARE * len(shorter) and common >= CUT * len(longer)


def _mixed(number: int, first: int, second: int) -> int:
    """Return one number for a band, below 2⁶³ so that SQLite can keep it."""
    return (number << 57) | ((first << 25) ^ zlib.crc32(second.to_bytes(4, "little"))) & ((1 << 57) - 1)
