"""Sentences to the arrays that the network reads: several sentences a row, hardly any padding."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.pieces import CLS, SEP, WordPieces
from dateline.annotate.shapes import LOWER

Integers = NDArray[np.int64]
# A slot of a row costs as much as attending to this many pieces: measured, and flat around there.
_SLOT_COST: Final = 240
_LONGEST_ROW: Final = 160


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence in pieces. `first` holds the first piece of the root and of each word."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]


@dataclass(frozen=True, slots=True)
class Packed:
    """The network's inputs by name; n is the number of words and roots in all.

    `start` (sentences,) is the index of each sentence's root among the n.
    """

    feeds: dict[str, Integers]
    start: Integers


def encode(words: Sequence[str], pieces: WordPieces) -> Encoded:
    """Encode the words of one sentence."""
    made = Encoded([CLS], [LOWER], [0])
    for piece in pieces.of(words):
        made.first.append(len(made.pieces))
        made.pieces.extend(piece.ids)
        made.shapes.extend(piece.shapes)
    made.pieces.append(SEP)
    made.shapes.append(LOWER)
    return made


def pack(sentences: Sequence[Encoded]) -> Packed:
    """Lay sentences into rows, in the cheapest of the ways tried."""
    lengths = [len(sentence.pieces) for sentence in sentences]
    offsets, shape = _layout(lengths)
    feeds = _rows(sentences, offsets, shape)
    starts = np.array([row * shape[1] + column for row, column in offsets], np.int64)
    words, start = _words(sentences, starts)
    return Packed(feeds | words, start)


def _layout(lengths: Sequence[int]) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """Return the row and column of each sentence, and the number and length of rows.

    Many short rows waste slots, few long ones attention; each number of rows between is tried.
    """
    total, longest = sum(lengths), max(lengths)
    order = sorted(range(len(lengths)), key=lambda index: -lengths[index])
    fewest = max(1, total // max(_LONGEST_ROW, longest))
    layouts = [_filled(lengths, order, count) for count in range(fewest, max(fewest, total // longest + 1) + 1)]
    return min(layouts, key=lambda layout: layout[1][0] * layout[1][1] * (_SLOT_COST + layout[1][1]))


def _filled(lengths: Sequence[int], order: Sequence[int], count: int) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """Put the longest sentences first, each into the row with most room left."""
    filled = [0] * count
    offsets = [(0, 0)] * len(lengths)
    for index in order:
        row = filled.index(min(filled))
        offsets[index] = (row, filled[row])
        filled[row] += lengths[index]
    return offsets, (count, max(filled))


def _rows(
    sentences: Sequence[Encoded], offsets: Sequence[tuple[int, int]], shape: tuple[int, int]
) -> dict[str, Integers]:
    """Return `pieces`, `positions`, `shapes` and `segments`, each (rows, pieces)."""
    arrays = {name: np.zeros(shape, np.int64) for name in ("pieces", "positions", "shapes", "segments")}
    steps = np.arange(shape[1])
    for number, (sentence, (row, column)) in enumerate(zip(sentences, offsets, strict=True), 1):
        length = len(sentence.pieces)
        place = slice(column, column + length)
        arrays["pieces"][row, place] = sentence.pieces
        arrays["positions"][row, place] = steps[:length]
        arrays["shapes"][row, place] = sentence.shapes
        arrays["segments"][row, place] = number
    return arrays


def _words(sentences: Sequence[Encoded], starts: Integers) -> tuple[dict[str, Integers], Integers]:
    """Return the inputs that find words in the rows, and the index of each sentence's root."""
    words = np.array([len(sentence.first) for sentence in sentences], np.int64)
    start = np.cumsum(words) - words
    longest = int(words.max())
    owner = np.repeat(np.arange(len(sentences)), words)
    place = np.arange(int(words.sum())) - start[owner]
    slots = np.zeros((len(sentences), longest), np.int64)
    slots[owner, place] = np.arange(len(owner))
    flat = np.fromiter((piece for sentence in sentences for piece in sentence.first), np.int64)
    feeds = {
        "first": flat + starts[owner],
        "slots": slots,
        "words": words,
        "back": owner * longest + place,
    }
    return feeds, start
