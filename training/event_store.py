"""Texts with their states, as files that are written once and read again at each training."""

import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.model.annotated import Annotated


@dataclass(frozen=True, slots=True)
class Stated:
    """A text annotated, the rules' events by (sentence, word) with the pattern, and (words, layers, 384) states."""

    id: str
    annotated: Annotated
    events: dict[tuple[int, int], tuple[str, str]]
    states: NDArray[np.float16]


def write(path: Path, texts: list[Stated]) -> None:
    """Write some texts to a file."""
    path.write_bytes(pickle.dumps(texts, pickle.HIGHEST_PROTOCOL))
    sys.stderr.write(f"{path.name}: {sum(len(one.states) for one in texts)} words\n")


def load(folder: Path) -> Iterator[Stated]:
    """Yield what was written to a folder."""
    for path in sorted(folder.glob("*.pickle")):
        yield from pickle.loads(path.read_bytes())
