"""The shipped weights: where they lie, and the network loaded from them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import onnxruntime

from dateline.annotate.events import LAYERS, EventHead
from dateline.annotate.lemmas import Lemmas
from dateline.annotate.pieces import WordPieces
from dateline.errors import ResourceError

WEIGHTS: Final = Path(__file__).parent / "weights"
_ADVICE: Final = "install Dateline again, or train the weights as training/README.md tells"
_FATAL_ONLY: Final = 4
# Fields of ONNX's messages: a model's graph, a graph's outputs, an output's name.
_GRAPH, _OUTPUT, _NAME = 7, 12, 1


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories, each in the order of the network's scores."""

    upos: list[str]
    xpos: list[str]
    deprels: list[str]
    mentions: list[str]
    events: list[str]


@dataclass(frozen=True, slots=True)
class Weights:
    """All that annotating needs from disk; `network` and `relations` are onnxruntime sessions."""

    network: Any
    relations: Any
    pieces: WordPieces
    labels: Labels
    lemmas: Lemmas
    events: EventHead


def load_weights(threads: int, folder: Path = WEIGHTS) -> Weights:
    """Load the weights, for `threads` threads. Raises ResourceError when they are missing or broken."""
    try:
        names = json.loads((folder / "labels.json").read_text("utf-8"))
        labels = Labels(names["upos"], names["xpos"], names["deprels"], names["mentions"], names["events"])
        lemmas = Lemmas.from_file(folder / "lemmas.json")
        pieces = WordPieces.from_file(folder / "tokenizer.json")
        network = _session(folder / "network.onnx", threads, LAYERS)
        relations = _session(folder / "relations.onnx", threads)
        events = EventHead.from_file(folder / "events.npz")
    # onnxruntime and tokenizers raise bare Exception for a file they cannot read.
    except Exception as fault:
        raise ResourceError(f"the annotator's weights in {folder} cannot be loaded ({fault}); {_ADVICE}") from fault
    return Weights(network, relations, pieces, labels, lemmas, events)


def with_outputs(model: bytes, names: Iterable[str]) -> bytes:
    """Return an ONNX model that gives more of its values as outputs.

    Messages of Protocol Buffers that stand one after the other are read as one, their lists joined.
    """
    return b"".join((model, *(_field(_GRAPH, _field(_OUTPUT, _field(_NAME, name.encode()))) for name in names)))


def _field(number: int, content: bytes) -> bytes:
    if len(content) > 127:
        raise ValueError(f"too long for a length of one byte: {content!r}")
    return bytes([number << 3 | 2, len(content)]) + content


def _session(path: Path, threads: int, more: tuple[str, ...] = ()) -> Any:
    if not path.is_file():
        raise FileNotFoundError(f"no file {path.name}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _FATAL_ONLY
    # A thread that spins while it waits takes the core from whoever else has work.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    model = with_outputs(path.read_bytes(), more)
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
