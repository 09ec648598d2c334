"""Annotations of corpora, kept from one measure to the next: rules change far more often than the network.

They lie in the user's cache, each under a hash of the text, the weights and the annotator's code; what is there is
never older than these. Set DATELINE_NO_ANNOTATIONS to annotate anew and keep nothing.
"""

import hashlib
import os
import pickle
import zlib
from functools import cache
from pathlib import Path
from typing import Final

from dateline import pipeline
from dateline.annotate.weights import WEIGHTS
from dateline.model import annotated as model
from dateline.model.annotated import Annotated
from dateline.model.report import Report
from dateline.settings import cache_folder

OFF: Final = "DATELINE_NO_ANNOTATIONS"


def annotate(report: Report) -> Annotated:
    """Annotate a report as the pipeline does, or take what it was annotated as before."""
    if os.environ.get(OFF):
        return pipeline.annotate(report)
    kept = _folder() / f"{_key(report)}.z"
    try:
        found: Annotated = pickle.loads(zlib.decompress(kept.read_bytes()))
    except (OSError, EOFError, zlib.error, pickle.UnpicklingError):
        found = pipeline.annotate(report)
        _keep(kept, found)
    return Annotated(report, found.sentences, found.mentions)


STAGES: Final = pipeline.STAGES._replace(annotate=annotate)


def _key(report: Report) -> str:
    blocks = ",".join(f"{block.start}-{block.end}" for block in report.blocks)
    return hashlib.sha256(f"{blocks}\n{report.text}".encode()).hexdigest()[:32]


def _keep(path: Path, found: Annotated) -> None:
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(zlib.compress(pickle.dumps(found, pickle.HIGHEST_PROTOCOL), 1))
    half.replace(path)


@cache
def _folder() -> Path:
    """Return the folder for annotations by this network and code, made if missing."""
    code = [*WEIGHTS.parent.glob("*.py"), *WEIGHTS.iterdir(), Path(model.__file__)]
    version = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(code))).hexdigest()[:16]
    folder = cache_folder() / "annotations" / version
    folder.mkdir(parents=True, exist_ok=True)
    return folder
