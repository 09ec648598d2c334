"""Word states, trees and the rules' own readings of the texts to learn from, written to a folder once.

    python training/event_states.py FOLDER [KIND …]

The states are those that the shipped network passes through anyway: outputs that a few bytes behind its file add.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.annotate.annotator import Annotator
from dateline.annotate.events import LAYERS
from dateline.annotate.network import Network
from dateline.annotate.weights import WEIGHTS, load_weights, with_outputs
from dateline.extract.extraction import extract
from dateline.model.annotated import Annotated
from dateline.model.reading import EventReading
from dateline.model.report import Block, BlockKind, Report
from event_store import Stated, write
from event_texts import texts

_PARAGRAPH: Final = re.compile(r"[^\n]+")
_CHUNK: Final = 200  # texts a file


class _Recorder:
    """Stands for the network's session, and keeps the states of all words that went through."""

    def __init__(self) -> None:
        model = with_outputs((WEIGHTS / "network.onnx").read_bytes(), LAYERS)
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
        self.kept: list[NDArray[np.float16]] = []

    def run(self, names: Sequence[str], feeds: dict[str, Any]) -> list[Any]:
        """Run, and return what is asked for."""
        found = dict(zip(names, self._session.run(list(names), feeds), strict=True))
        words = feeds["words"]
        states = np.stack([found[layer] for layer in LAYERS], 1).astype(np.float16)
        self.kept.append(np.delete(states, np.cumsum(words) - words, 0))
        return list(found.values())


class Stater:
    """Annotates texts, keeping the states."""

    def __init__(self) -> None:
        weights = load_weights(1)
        self._recorder = _Recorder()
        network = Network(weights)
        network._session = self._recorder
        self._annotator = Annotator(network, weights.pieces, weights.lemmas)

    def of(self, text: str) -> tuple[Annotated, NDArray[np.float16]]:
        """Return a text annotated, with its states."""
        return self.of_report(as_report(text))

    def of_report(self, report: Report) -> tuple[Annotated, NDArray[np.float16]]:
        """Return a report annotated, with its states."""
        self._recorder.kept.clear()
        annotated = self._annotator.annotate_one(report)
        kept = self._recorder.kept
        return annotated, np.concatenate(kept) if kept else np.zeros((0, len(LAYERS), 384), np.float16)


def as_report(text: str) -> Report:
    """Return a text as a report: each line a paragraph."""
    blocks = tuple(Block(m.start(), m.end(), BlockKind.BODY) for m in _PARAGRAPH.finditer(text) if m[0].strip())
    return Report(id="sha256:" + "0" * 64, file="text", text=text, blocks=blocks)


def rules(annotated: Annotated) -> dict[tuple[int, int], tuple[str, str]]:
    """Return the events that the rules read: type and pattern by sentence and word."""
    found = (one for one in extract(annotated) if isinstance(one, EventReading))
    return {(one.sentence, one.trigger.head): (one.type, one.found_by) for one in found}


def stated(kinds: Sequence[str]) -> Iterator[Stated]:
    """Yield the texts of some corpora, all if none is named."""
    stater = Stater()
    for one in texts():
        if not kinds or one.kind in kinds:
            annotated, states = stater.of(one.text)
            yield Stated(one.id, annotated, rules(annotated), states)


def main(folder: Path, kinds: Sequence[str]) -> None:
    """Write the texts of some corpora, in files of some hundred texts."""
    folder.mkdir(parents=True, exist_ok=True)
    chunk: list[Stated] = []
    name, number = "-".join(kinds) or "all", 0
    for one in stated(kinds):
        chunk.append(one)
        if len(chunk) == _CHUNK:
            write(folder / f"{name}-{number:03}.pickle", chunk)
            chunk, number = [], number + 1
    write(folder / f"{name}-{number:03}.pickle", chunk)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
