"""The manifest: the SHA-256 of each file of an export, and the state of the record that it was made from."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from dateline.export.formats.base import Counts, Format
from dateline.export.taken import Taken
from dateline.pipeline import ENGINE

MANIFEST: Final = "manifest.json"
KIND: Final = "dateline export"


def manifest(format_: Format, taken: Taken, counts: Counts, files: Mapping[Path, str]) -> str:
    """Return the manifest of an export as JSON; it holds no time, so that the same record gives the same bytes.

    Args:
        format_: the format.
        taken: what was taken of the record.
        counts: how many rows of what were written.
        files: the files as they lie, with the names that they will have.
    """
    options = taken.options
    told: dict[str, Any] = {
        "kind": KIND,
        "format": format_.name,
        "engine": ENGINE,
        "profile": options.profile.value,
        "policy": taken.policy,
        "asked": dict(options.asked),
        "counts": dict(counts),
        "record": {"counts": taken.view.counts(), "chain": taken.view.provenance.chain_heads()},
        "files": [_file(path, name) for path, name in sorted(files.items(), key=lambda item: item[1])],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _file(path: Path, name: str) -> dict[str, Any]:
    return {"name": name, "bytes": path.stat().st_size, "sha256": digest(path)}


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
