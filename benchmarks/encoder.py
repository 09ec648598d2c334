"""The bare encoder: the shipped int8 network stopped after its last layer, for comparison in the same run."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import onnxruntime

from benchmarks.annotate import padded
from dateline.annotate.packing import Encoded, encode, pack
from dateline.annotate.weights import WEIGHTS, load_weights, with_outputs
from dateline.model.annotated import Annotated

LAST_LAYER: Final = "/encoder/layers.5/norm/LayerNormalization_output_0"
ROW_INPUTS: Final = ("pieces", "positions", "shapes", "segments")
BATCH: Final = 32

Feeds = dict[str, Any]


class BareEncoder:
    """Runs the encoder alone over sentences that are in word pieces already."""

    def __init__(self, threads: int = 1, folder: Path = WEIGHTS) -> None:
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads
        settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
        model = with_outputs((folder / "network.onnx").read_bytes(), (LAST_LAYER,))
        self._session = onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
        self._rest = pack([Encoded([101, 102], [0, 0], [0])]).feeds  # inputs of the heads, which do not run
        self._only = onnxruntime.RunOptions()
        self._only.only_execute_path_to_fetches = True
        self._pieces = load_weights(1, folder).pieces

    def encoded(self, annotated: Annotated) -> list[Encoded]:
        """Return a report's sentences in word pieces."""
        return [encode([token.text for token in sentence.tokens], self._pieces) for sentence in annotated.sentences]

    def run(self, batches: Sequence[Feeds]) -> None:
        """Run over batches made beforehand."""
        for feeds in batches:
            self._session.run([LAST_LAYER], self._rest | {name: feeds[name] for name in ROW_INPUTS}, self._only)


def packed(reports: Iterable[Sequence[Encoded]]) -> list[Feeds]:
    """Return a batch a report, several sentences a row, as the annotator lays them out."""
    return [pack(sentences).feeds for sentences in reports if sentences]


def by_length(sentences: Sequence[Encoded]) -> Iterator[Feeds]:
    """Yield batches of 32 sentences, alike in length, a row each: how encoders are mostly run."""
    ordered = sorted(sentences, key=lambda sentence: len(sentence.pieces))
    for first in range(0, len(ordered), BATCH):
        yield padded(ordered[first : first + BATCH])
