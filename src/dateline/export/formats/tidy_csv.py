"""CSV: a ZIP of tidy tables, one row a thing, with a data dictionary."""

import zipfile
from pathlib import Path
from typing import Final

from dateline.export.cells import write_rows
from dateline.export.formats.base import Counts, Format
from dateline.export.options import Options
from dateline.export.tables import DICTIONARY, TABLES, dictionary
from dateline.export.taken import Taken
from dateline.export.zipped import entry


def write(taken: Taken, out: Path, options: Options) -> Counts:  # noqa: ARG001 - every format takes the same
    """Write the tables and their dictionary."""
    counts = {}
    with zipfile.ZipFile(out, "w") as archive:
        for table in TABLES:
            with entry(archive, f"{table.name}.csv") as file:
                counts[table.name] = write_rows(file, table.header, table.rows(taken))
        with entry(archive, "dictionary.csv") as file:
            write_rows(file, DICTIONARY, dictionary())
    return counts


FORMAT: Final = Format(
    "csv", ".zip", "a ZIP of tidy tables (reports, claims, incidents, tolls, figures, control), with a dictionary",
    write,
    limits=(
        "Lists stand in one cell, parted by “; ”.",
        "A cell that a sheet would take for a formula (= + - @, tab, return) has an apostrophe in front.",
    ),
)  # fmt: skip
