"""Sentences to batches of tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from dateline.annotate.pieces import CLS, SEP, WordPieces
from dateline.annotate.shapes import LOWER, word_shape

IGNORED = -100
LONGEST = 128
BATCH = 32
# Of a hundred sentences, twenty are read in lower case and fifteen in capitals.
LOWERED = 0.20
CAPITALISED = 0.35


@dataclass(slots=True)
class Example:
    """A sentence as numbers. Label lists have an entry a word; an empty one is unknown."""

    pieces: list[int]
    first: list[int]
    shapes: tuple[list[int], list[int], list[int]]
    upos: list[int] = field(default_factory=list)
    xpos: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[int] = field(default_factory=list)
    corpus: str = ""
    tags: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors; labels of padding and of the root are IGNORED."""

    pieces: Tensor
    positions: Tensor
    shapes: Tensor
    bias: Tensor
    first: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    deprels: Tensor
    corpus: str
    tags: Tensor


def example(words: Sequence[str], pieces: WordPieces) -> Example:
    """Encode the words of a sentence, in three casings: as written, lower, upper."""
    made = Example([CLS], [0], ([LOWER], [LOWER], [LOWER]))
    for word, piece in zip(words, pieces.of(words), strict=True):
        made.first.append(len(made.pieces))
        made.pieces.extend(piece.ids)
        for shapes, cased in zip(made.shapes, (word, word.lower(), word.upper()), strict=True):
            shapes.extend([word_shape(cased)] * len(piece.ids))
    made.pieces.append(SEP)
    for shapes in made.shapes:
        shapes.append(LOWER)
    return made


def _padded(rows: list[list[int]], length: int, filler: int) -> Tensor:
    return torch.tensor([row + [filler] * (length - len(row)) for row in rows])


def _labels(rows: list[list[int]], words: int) -> Tensor:
    return _padded([[IGNORED, *row] for row in rows], words, IGNORED)


def collate(examples: Sequence[Example], cases: Sequence[int]) -> Batch:
    """Pad examples to a batch, each in its casing (0 as written, 1 lower, 2 upper)."""
    length = max(len(e.pieces) for e in examples)
    words = max(len(e.first) for e in examples)
    real = torch.tensor([[i < len(e.pieces) for i in range(length)] for e in examples])
    offsets = torch.arange(len(examples)).unsqueeze(1) * length
    return Batch(
        pieces=_padded([e.pieces for e in examples], length, 0),
        positions=torch.arange(length).expand(len(examples), length),
        shapes=_padded([e.shapes[c] for e, c in zip(examples, cases, strict=True)], length, LOWER),
        bias=torch.where(real, 0.0, -1e4)[:, None, None, :],
        first=_padded([e.first for e in examples], words, 0) + offsets,
        upos=_labels([e.upos for e in examples], words),
        xpos=_labels([e.xpos for e in examples], words),
        heads=_labels([e.heads for e in examples], words),
        deprels=_labels([e.deprels for e in examples], words),
        corpus=examples[0].corpus,
        tags=_labels([e.tags for e in examples], words),
    )


def epoch_batches(groups: Sequence[Sequence[Example]], rng: random.Random) -> Iterator[Batch]:
    """Shuffle each group, batch it by length, and yield all groups' batches mixed."""
    batches: list[list[Example]] = []
    for group in groups:
        shuffled = [e for e in group if len(e.pieces) <= LONGEST]
        shuffled.sort(key=lambda e: len(e.pieces) + rng.random() * 4)
        batches.extend(shuffled[i : i + BATCH] for i in range(0, len(shuffled), BATCH))
    rng.shuffle(batches)
    for batch in batches:
        draws = [rng.random() for _ in batch]
        yield collate(batch, [1 if d < LOWERED else 2 if d < CAPITALISED else 0 for d in draws])
