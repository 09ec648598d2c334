"""Sentences to the arrays that the network reads: several sentences a row, hardly any padding."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.pieces import CLS, SEP, WordPieces
from dateline.annotate.shapes import LOWER

Integers = NDArray[np.int64]
# Attention grows with the row, so rows are short: a longer sentence has a row of its length.
_ROW_PIECES: Final = 32


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
    """Lay sentences into rows, the longest first, each into the row with most room left."""
    lengths = [len(sentence.pieces) for sentence in sentences]
    count = max(1, round(sum(lengths) / max(_ROW_PIECES, *lengths)))
    filled = [0] * count
    offsets = [(0, 0)] * len(sentences)
    for index in sorted(range(len(sentences)), key=lambda i: -lengths[i]):
        row = filled.index(min(filled))
        offsets[index] = (row, filled[row])
        filled[row] += lengths[index]
    width = max(filled)
    feeds = _rows(sentences, offsets, (count, width))
    starts = np.array([row * width + column for row, column in offsets], np.int64)
    words, start = _words(sentences, starts)
    return Packed(feeds | words, start)


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
