"""Sheets: a workbook of tidy tables with a data dictionary."""

import re
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from dateline.export.cells import LIST_MARK, guarded
from dateline.export.facts import cut
from dateline.export.formats.base import Counts, Format, needed
from dateline.export.options import Options
from dateline.export.tables import DICTIONARY, TABLES, Values, dictionary
from dateline.export.taken import Taken
from dateline.export.zipped import repack

MOST_ROWS: Final = 1_000_000  # a sheet holds 1,048,576; what is beyond goes on in a sheet of its own
MOST_LETTERS: Final = 32_000  # a cell holds 32,767
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CORE: Final = "docProps/core.xml"
_MOMENT: Final = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def write(taken: Taken, out: Path, options: Options) -> Counts:  # noqa: ARG001 - every format takes the same
    """Write the tables as sheets.

    Raises:
        DatelineError: openpyxl is not installed.
    """
    book = needed("openpyxl", "xlsx").Workbook(write_only=True)
    counts = {table.name: _fill(book, table.name, table.header, table.rows(taken)) for table in TABLES}
    _fill(book, "dictionary", DICTIONARY, dictionary())
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".sheets.") as folder:
        draft = Path(folder) / "draft.xlsx"
        book.save(draft)
        with zipfile.ZipFile(draft) as archive:
            core = _MOMENT.sub(b"1980-01-01T00:00:00Z", archive.read(_CORE))
        repack(draft, out, {_CORE: core})
    return counts


def _fill(book: Any, name: str, header: Iterable[str], rows: Iterable[Values]) -> int:
    """Write rows into a sheet, and into further ones where they do not fit."""
    columns = list(header)
    sheet, count = _sheet(book, name, columns), 0
    for row in rows:
        if count and count % MOST_ROWS == 0:
            sheet = _sheet(book, f"{name} {count // MOST_ROWS + 1}", columns)
        sheet.append([_value(value) for value in row])
        count += 1
    return count


def _sheet(book: Any, name: str, columns: list[str]) -> Any:
    """Add a sheet whose header stays in sight while its rows are scrolled."""
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"  # before any row: what is written goes to the file at once
    sheet.append(columns)
    return sheet


def _value(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        text = value
    elif isinstance(value, list | tuple):
        text = LIST_MARK.join(map(str, value))
    else:
        text = str(value)
    return cut(guarded(_NOT_XML.sub(" ", text)), MOST_LETTERS) or None


FORMAT: Final = Format(
    "xlsx", ".xlsx", "a workbook of tidy tables (reports, claims, incidents, tolls, figures, control)", write,
    limits=(
        "Lists stand in one cell, parted by “; ”; days are text (2015-04-25).",
        "A cell that would be taken for a formula (= + - @, tab, return) has an apostrophe in front.",
        f"Cells end after {MOST_LETTERS:,} letters; sheets go on in another after {MOST_ROWS:,} rows.",
    ),
)  # fmt: skip
