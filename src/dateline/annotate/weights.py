"""The shipped weights: where they lie, and the network loaded from them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.annotate.lemmas import Lemmas
from dateline.annotate.pieces import WordPieces
from dateline.errors import ResourceError

WEIGHTS: Final = Path(__file__).parent / "weights"
_ADVICE: Final = "install Dateline again, or train the weights as training/README.md tells"
_FATAL_ONLY: Final = 4


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories, each in the order of the network's scores."""

    upos: list[str]
    xpos: list[str]
    deprels: list[str]
    mentions: list[str]


@dataclass(frozen=True, slots=True)
class RelationScorer:
    """The network's relation head once more, for heads that the tree decoder changed."""

    product: NDArray[np.float32]
    linear: NDArray[np.float32]
    bias: NDArray[np.float32]

    def best(self, dependents: NDArray[np.float32], heads: NDArray[np.float32]) -> NDArray[np.int64]:
        """Return the best relation of each pair; both are (pairs, width)."""
        width = dependents.shape[1]
        product = (dependents @ self.product).reshape(len(dependents), -1, width)
        bilinear = np.einsum("nrw,nw->nr", product, heads)
        linear = np.concatenate([dependents, heads], axis=1) @ self.linear.T
        return np.asarray((bilinear + linear + self.bias).argmax(axis=1), np.int64)


@dataclass(frozen=True, slots=True)
class Weights:
    """All that annotating needs from disk."""

    session: Any
    pieces: WordPieces
    labels: Labels
    relations: RelationScorer
    lemmas: Lemmas


def load_weights(threads: int, folder: Path = WEIGHTS) -> Weights:
    """Load the weights, for `threads` threads. Raises ResourceError when they are missing or broken."""
    try:
        names = json.loads((folder / "labels.json").read_text("utf-8"))
        labels = Labels(names["upos"], names["xpos"], names["deprels"], names["re3d"])
        with np.load(folder / "relations.npz") as arrays:
            relations = RelationScorer(arrays["product"], arrays["linear"], arrays["bias"])
        lemmas = Lemmas.from_file(folder / "lemmas.json")
        pieces = WordPieces.from_file(folder / "tokenizer.json")
        session = _session(folder / "network.onnx", threads)
    # onnxruntime and tokenizers raise bare Exception for a file they cannot read.
    except Exception as fault:
        raise ResourceError(f"the annotator's weights in {folder} cannot be loaded ({fault}); {_ADVICE}") from fault
    return Weights(session, pieces, labels, relations, lemmas)


def _session(path: Path, threads: int) -> Any:
    if not path.is_file():
        raise FileNotFoundError(f"no file {path.name}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _FATAL_ONLY
    # A thread that spins while it waits takes the core from whoever else has work.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
