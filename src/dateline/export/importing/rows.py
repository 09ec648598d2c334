"""Rows of an export of ours: claims as JSON values, and what it tells of their reports."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from dateline.errors import DatelineError
from dateline.export.cells import LIST_MARK, bare
from dateline.export.formats.base import needed
from dateline.export.jsonl import Row
from dateline.export.tables import CLAIMS, Column

_READ: Final[Mapping[str, Callable[[str], Any]]] = {"whole": int, "degrees": float, "truth": "true".__eq__}
EXPECTED: Final = "what `export claims`, `export csv` or `export parquet` writes (`compare` reads coded data)"
_OF_EVENT: Final = ("type", "actors", "targets")
_OF_TOLL: Final = (
    "harm",
    "low",
    "high",
    "approximate",
    "status",
    "side",
    "demographic",
    "scope",
    "part_of",
    "event",
    "by",
)
_OF_DATE: Final = ("from", "to", "precision", "words", "basis")

Reports = Mapping[str, Mapping[str, str]]
"""What is told of reports, by id: file, outlet, agency, title, url, published."""


def read(path: Path) -> tuple[list[Row], Reports]:
    """Read an export: claims as JSON lines, the ZIP of tables or the folder of Parquet files.

    Raises:
        DatelineError: it is none of these, or broken; names the line.
    """
    try:
        for holds, reader in _READERS:
            if holds(path):
                return reader(path)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile, csv.Error) as why:
        raise DatelineError(f"{path}: cannot be read: {why}") from why
    raise DatelineError(f"{path}: is no export of claims; expected {EXPECTED}")


def _json_lines(path: Path) -> tuple[list[Row], Reports]:
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
        except ValueError as why:
            raise DatelineError(f"{path}, line {number}: is no JSON ({why}); expected {EXPECTED}") from why
        if not isinstance(row, dict) or not {"id", "kind", "report_id", "quote"} <= row.keys():
            raise DatelineError(f"{path}, line {number}: is no claim as `dateline export claims` writes it")
        rows.append(row)
    return rows, {}


def _zip(path: Path) -> tuple[list[Row], Reports]:
    with zipfile.ZipFile(path) as archive:
        missing = {"claims.csv", "reports.csv"} - set(archive.namelist())
        if missing:
            raise DatelineError(f"{path}: holds no {' and no '.join(sorted(missing))}")
        claims = [_parsed(row) for row in _csv(archive, "claims.csv")]
        told = [{name: bare(value) for name, value in row.items()} for row in _csv(archive, "reports.csv")]
    return [_row(values) for values in claims], {row["id"]: row for row in told}


def _csv(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, str]]:
    with archive.open(name) as raw, io.TextIOWrapper(raw, "utf-8", newline="") as text:
        yield from csv.DictReader(text)


def _parsed(cells: Mapping[str, str]) -> dict[str, Any]:
    return {column.name: _value(column, cells.get(column.name, "")) for column in CLAIMS}


def _value(column: Column, cell: str) -> Any:
    if column.kind == "list":
        return bare(cell).split(LIST_MARK) if cell else []
    if cell == "":
        return None
    return _READ.get(column.kind, bare)(cell)


def _parquet(path: Path) -> tuple[list[Row], Reports]:
    tables = needed("pyarrow.parquet", "parquet")
    claims = tables.read_table(path / "claims.parquet").to_pylist()
    reports = tables.read_table(path / "reports.parquet").to_pylist()
    told = {row["id"]: {name: str(value) for name, value in row.items() if value is not None} for row in reports}
    for row in claims:
        row |= {name: row[name] and row[name].isoformat() for name in ("date_from", "date_to")}
    return [_row(row) for row in claims], told


_READERS: Final[tuple[tuple[Callable[[Path], bool], Callable[[Path], tuple[list[Row], Reports]]], ...]] = (
    (lambda path: path.is_dir() and (path / "claims.parquet").is_file(), _parquet),
    (lambda path: path.is_file() and zipfile.is_zipfile(path), _zip),
    (Path.is_file, _json_lines),
)


def _row(values: Mapping[str, Any]) -> Row:
    """Return a flat row of the table of claims as the JSON values of `export claims`."""
    own: Row = {
        "event": {name: values[name] for name in _OF_EVENT},
        "toll": {**{name: values[name] for name in _OF_TOLL}, "words": values["count_words"]},
        "control": {"holder": values["holders"], "change": values["change"], "event": values["event"]},
    }[values["kind"]]
    date = {name: values[f"date_{name}"] for name in _OF_DATE}
    place = {name: values[name] for name in ("lat", "lon", "admin1", "country", "gazetteer_id")}
    place |= {"name": values["place"], "also": values["place_also"], "precision": values["place_precision"]}
    return {
        "id": values["id"], "kind": values["kind"], "report": values["report"], "report_id": values["report_id"],
        "quote": {"start": values["quote_start"], "end": values["quote_end"], "text": values["quote"] or ""},
        "said_by": values["said_by"], "stance": values["stance"], **own,
        "date": date if values["date_precision"] else None,
        "place": {**place, "words": values["place_words"]} if values["place"] else None,
        "incident": values["incident"], "found_by": values["found_by"],
    }  # fmt: skip
