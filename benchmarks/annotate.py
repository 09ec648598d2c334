"""Words a second from text to trees, beside the bare encoder over the same text in the same run.

Run from the repository's root: python -m benchmarks.annotate [--reports N] [--text FOLDER]

The bare encoder is the shipped int8 network cut off after its last layer, fed with the same
sentences, tokenised beforehand, in two ways: batches of 32 by length with padding, as encoders
are mostly run, and the rows that the annotator packs. It needs the package `onnx` to be cut.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from benchmarks.annotate_text import made_up_reports
from dateline.annotate import Annotator
from dateline.annotate.packing import Encoded, encode, pack
from dateline.annotate.weights import WEIGHTS, load_weights
from dateline.model.report import Block, BlockKind, Report

_ROW_INPUTS = ("pieces", "positions", "shapes", "segments")
_LAST_LAYER = "layers.5/norm/LayerNormalization_output_0"
_BATCH = 32
_REPEATS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=int, default=120)
    parser.add_argument("--text", type=Path, help="a folder of .txt files to read instead of made-up reports")
    options = parser.parse_args()
    texts = _folder_texts(options.text) if options.text else made_up_reports(options.reports)
    reports = [as_report(index, text) for index, text in enumerate(texts)]
    one = Annotator.load(1)
    sentences = [[t.text for t in s.tokens] for found in one.annotate(reports) for s in found.sentences]
    words = sum(map(len, sentences))
    print(f"{len(reports)} reports, {len(sentences)} sentences, {words} words; best of {_REPEATS}")
    tasks = {"annotate": lambda: _exhaust(one.annotate(reports))} | _bare_encoders(reports, sentences, one)
    taken = best_cpu_times(tasks)
    print("one thread, by the processor's time, the rows taking turns:")
    for label, seconds in taken.items():
        ratio = taken["annotate"] / seconds
        print(f"  {label:28} {_rates(words, len(reports), seconds)}, annotate / this {ratio:.2f}")
    print("by the clock:")
    two = Annotator.load(2)
    clock = {
        "annotate, one thread": best_time(lambda: _exhaust(one.annotate(reports))),
        "annotate, two threads": best_time(lambda: _exhaust(two.annotate(reports))),
        "annotate, two processes": _two_processes(reports),
    }
    for label, seconds in clock.items():
        print(f"  {label:28} {_rates(words, len(reports), seconds)}")


def _rates(words: int, reports: int, seconds: float) -> str:
    return f"{words / seconds:8.0f} words/s {reports / seconds:7.1f} reports/s"


def as_report(index: int, text: str) -> Report:
    """Wrap a text, a block a paragraph."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start, start + len(paragraph), BlockKind.BODY))
        start += len(paragraph) + 2
    return Report(id=f"bench:{index}", file=f"{index}.txt", text=text, blocks=tuple(blocks))


def _folder_texts(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]


def best_cpu_times(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the least seconds of processor time of each task, the tasks taking turns."""
    taken = dict.fromkeys(tasks, float("inf"))
    for _ in range(_REPEATS):
        for label, run in tasks.items():
            started = time.process_time()
            run()
            taken[label] = min(taken[label], time.process_time() - started)
    return taken


def best_time(run: Callable[[], object]) -> float:
    """Return the least seconds of a few runs."""
    taken = []
    for _ in range(_REPEATS):
        started = time.perf_counter()
        run()
        taken.append(time.perf_counter() - started)
    return min(taken)


def _exhaust(items: Iterator[object]) -> None:
    for _ in items:
        pass


def _load_and_annotate(reports: list[Report]) -> float:
    annotator = Annotator.load(1)
    return best_time(lambda: _exhaust(annotator.annotate(reports)))


def _two_processes(reports: list[Report]) -> float:
    with ProcessPoolExecutor(2) as pool:
        return max(pool.map(_load_and_annotate, [reports[::2], reports[1::2]]))


def _bare_encoders(
    reports: Sequence[Report], sentences: Sequence[Sequence[str]], annotator: Annotator
) -> dict[str, Callable[[], object]]:
    try:
        session = _encoder_session()
    except ImportError:
        print("the bare encoder is skipped: pip install onnx")
        return {}
    pieces = load_weights(1).pieces
    encoded = [encode(words, pieces) for words in sentences]
    feeds = [padded(batch) for batch in _by_length(encoded)]
    packed = _packed(reports, annotator, encoded)
    return {
        "bare encoder, batches of 32": lambda: _run(session, feeds),
        "bare encoder, packed rows": lambda: _run(session, packed),
    }


def _encoder_session() -> onnxruntime.InferenceSession:
    """Cut the shipped network off after its last layer. Raises ImportError without `onnx`."""
    import onnx  # noqa: PLC0415 - wanted here alone, and not installed with Dateline
    from onnx.utils import extract_model  # noqa: PLC0415

    graph = onnx.load(str(WEIGHTS / "network.onnx")).graph
    output = next(name for node in graph.node for name in node.output if name.endswith(_LAST_LAYER))
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "encoder.onnx"
        extract_model(str(WEIGHTS / "network.onnx"), str(path), list(_ROW_INPUTS), [output])
        return onnxruntime.InferenceSession(str(path), settings, providers=["CPUExecutionProvider"])


def _run(session: Any, batches: Sequence[dict[str, Any]]) -> None:
    for feeds in batches:
        session.run(None, feeds)


def _by_length(encoded: Sequence[Encoded]) -> Iterator[list[Encoded]]:
    ordered = sorted(encoded, key=lambda sentence: len(sentence.pieces))
    for first in range(0, len(ordered), _BATCH):
        yield ordered[first : first + _BATCH]


def padded(batch: Sequence[Encoded]) -> dict[str, Any]:
    """Return the encoder's inputs for a batch with a sentence a row."""
    shape = (len(batch), max(len(sentence.pieces) for sentence in batch))
    feeds = {name: np.zeros(shape, np.int64) for name in _ROW_INPUTS}
    feeds["positions"][:] = np.arange(shape[1])
    for row, sentence in enumerate(batch):
        feeds["pieces"][row, : len(sentence.pieces)] = sentence.pieces
        feeds["shapes"][row, : len(sentence.shapes)] = sentence.shapes
        feeds["segments"][row, : len(sentence.pieces)] = 1
    return feeds


def _packed(reports: Sequence[Report], annotator: Annotator, encoded: Sequence[Encoded]) -> list[dict[str, Any]]:
    batches, first = [], 0
    for found in annotator.annotate(reports):
        last = first + len(found.sentences)
        if last > first:
            feeds = pack(encoded[first:last]).feeds
            batches.append({name: feeds[name] for name in _ROW_INPUTS})
        first = last
    return batches


if __name__ == "__main__":
    main()
