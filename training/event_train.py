"""The event head: trained on frozen word states, with numpy alone.

    python training/event_train.py STATES OUT.npz [--folds 4]

With `--folds` nothing is written: texts are held out by turns, and what the rules read is held against the labels.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.events import EventHead, Floats
from event_codes import LABELS
from event_data import UNKNOWN, Words, labelled
from event_net import Net
from event_store import load

NARROW: Final = 64
HIDDEN: Final = 64
_EPOCHS: Final = 10
_BATCH: Final = 256
_EASY: Final = 10_000  # words an epoch of which only the rules say that they tell nothing
_SAMPLED: Final = 60_000  # states that the narrowing is found from
_READ_WEIGHT, _NONE_WEIGHT = 4.0, 2.0
_LIMITS: Final = (0.01, 0.02, 0.05, 0.1, 0.2)


@dataclass(slots=True)
class Set:
    """Words to learn from: features, labels, what the rules read, whether a person read them, and the text's number."""

    features: Floats
    label: NDArray[np.int64]
    rule: NDArray[np.int64]
    read: NDArray[np.bool_]
    text: NDArray[np.int64]
    names: list[str] = field(default_factory=list)


def narrowing(states: Floats) -> Floats:
    """Return (384, NARROW): the main directions of states, each the narrower the more it varies."""
    values, vectors = np.linalg.eigh(states.T @ states / len(states))
    found = vectors[:, ::-1][:, :NARROW] / (values[::-1][:NARROW] + 1e-3) ** 0.25
    return (found / (states @ found).std()).astype(np.float32)


def collect(texts: Sequence[Words]) -> tuple[dict[str, Floats], Set]:
    """Return the narrowing of both layers and all words of which something is known."""
    rng = np.random.default_rng(1)
    some = [words.states[rng.random(len(words.states)) < 0.1].astype(np.float32) for words in texts]
    sample = np.concatenate(some)[:_SAMPLED]
    arrays = {"early": narrowing(sample[:, 0]), "late": narrowing(sample[:, 1])}
    return arrays, known(EventHead(arrays, 1.0), texts)


def known(head: EventHead, texts: Sequence[Words]) -> Set:
    """Return all words of which something is known, with their features for a head."""
    parts = [_known(head, words, number) for number, words in enumerate(texts)]
    columns = [np.concatenate([part[k] for part in parts]) for k in range(5)]
    return Set(*columns, names=[words.id for words in texts])


def _known(head: EventHead, words: Words, number: int) -> tuple[NDArray[np.generic], ...]:
    rows = np.flatnonzero(words.may & (words.label != UNKNOWN))
    states = [words.states[:, layer].astype(np.float32) for layer in (0, 1)]
    features = head.features(states, words.near, rows, words.owner)
    return features, words.label[rows], words.rule[rows], words.read[rows], np.full(len(rows), number)


def fit(found: Set, rows: NDArray[np.int64], most: int = _EASY) -> Net:
    """Train a head on some of the words; `most` is how many an epoch are learned from that surely tell nothing."""
    rng = np.random.default_rng(0)
    net = Net(found.features.shape[1], HIDDEN, len(LABELS), rng)
    sure = rows[(found.label[rows] > 0) | found.read[rows]]
    rest = np.setdiff1d(rows, sure)
    easy = min(most, len(rest))
    steps = _EPOCHS * ((len(sure) + easy) // _BATCH)
    for _ in range(_EPOCHS):
        order = rng.permutation(np.concatenate([sure, rng.choice(rest, easy, replace=False)]))
        for first in range(0, len(order) - _BATCH + 1, _BATCH):
            some = order[first : first + _BATCH]
            weights = np.where(found.read[some], _READ_WEIGHT, np.where(found.label[some] == 0, _NONE_WEIGHT, 1.0))
            net.step(found.features[some], found.label[some], weights.astype(np.float32), steps)
    return net


def check(arrays: dict[str, Floats], found: Set, folds: int) -> None:
    """Print, by type, how many right and wrong readings of the rules fall below each limit, texts held out by turns."""
    names = [name.rstrip("^").partition("#")[0] for name in found.names]
    groups = {name: number for number, name in enumerate(dict.fromkeys(names))}
    fold = np.array([groups[name] % folds for name in names])[found.text]
    event = np.ones(len(found.label))
    for number in range(folds):
        net = fit(found, np.flatnonzero(fold != number))
        held = np.flatnonzero((fold == number) & found.read)
        event[held] = 1.0 - EventHead(arrays | net.arrays, 1.0).probabilities(found.features[held])[:, 0]
    plain = np.array([not name.endswith("^") for name in found.names])[found.text]
    for number, code in enumerate(LABELS[1:], 1):
        read = found.read & plain & (found.rule == number)
        right, wrong = read & (found.label > 0), read & (found.label == 0)
        below = "  ".join(f"{(right & (event < x)).sum()}/{(wrong & (event < x)).sum()}" for x in _LIMITS)
        print(f"{code}  right {right.sum():4}  wrong {wrong.sum():4}  below {_LIMITS}: {below}")


def main(texts: Iterable[Words], out: Path, folds: int) -> None:
    """Train on all, or only check."""
    arrays, found = collect(list(texts))
    if folds:
        check(arrays, found, folds)
        return
    net = fit(found, np.arange(len(found.label)))
    kept = {name: array.astype(np.float16) for name, array in (arrays | net.arrays).items()}
    np.savez_compressed(out, **kept, temperature=np.float16(1.0))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("states", type=Path, help="a folder that event_states.py wrote")
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    asked = parser.parse_args()
    main(labelled(load(asked.states)), asked.out, asked.folds)
