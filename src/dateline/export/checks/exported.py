"""Checks of an export: its files against its manifest, and the manifest against the record that it was made from."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.export.checks.record import Checked
from dateline.export.manifest import KIND, MANIFEST, digest
from dateline.store import RecordView


def manifest_of(path: Path) -> Path:
    """Return the manifest of an export: of a file, of a folder, or the manifest itself.

    Raises:
        DatelineError: there is none.
    """
    places = (path / MANIFEST, path.with_name(f"{path.name}.{MANIFEST}"), path)
    found = next((one for one in places if one.name.endswith(MANIFEST) and one.is_file()), None)
    if found is None:
        raise DatelineError(f"{path}: no manifest stands beside it; {MANIFEST} is written with each export")
    return found


def check_export(path: Path, view: RecordView | None = None) -> Checked:
    """Check an export.

    Args:
        path: its file, folder or manifest.
        view: the record that it was made from; None checks only the files.

    Raises:
        DatelineError: there is no manifest, or it is none of ours.
    """
    place = manifest_of(path)
    told, checked = _read(place), Checked()
    for one in told["files"]:
        checked.count("files, by their hashes")
        checked.problems += _file(place.with_name(one["name"]), one)
    if place.name == MANIFEST:
        known = {one["name"] for one in told["files"]} | {MANIFEST}
        strange = sorted(one.name for one in place.parent.iterdir() if one.name not in known)
        checked.problems += [f"{name}: is no part of the export" for name in strange]
    if view:
        _against(view, told, checked)
    return checked


def _read(place: Path) -> dict[str, Any]:
    try:
        told = json.loads(place.read_text("utf-8"))
    except (OSError, ValueError) as why:
        raise DatelineError(f"{place}: cannot be read: {why}") from why
    if not isinstance(told, dict) or told.get("kind") != KIND:
        raise DatelineError(f"{place}: is no manifest of an export of Dateline")
    return told


def _file(path: Path, told: dict[str, Any]) -> Iterator[str]:
    if not path.is_file():
        yield f"{path.name}: is missing"
    elif digest(path) != told["sha256"]:
        yield f"{path.name}: was changed after it was exported"


def _against(view: RecordView, told: dict[str, Any], checked: Checked) -> None:
    """Hold the chains that an export names against a record: it may have gone on since, never back."""
    for table, hash_ in told["record"]["chain"].items():
        checked.count("chains, against the record")
        if not view.provenance.has_link(table, hash_):
            checked.problems.append(f"the record's {table} is not the one that the export was made from")
