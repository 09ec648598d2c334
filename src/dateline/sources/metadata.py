"""Metadata: a user's table of what is known of each report."""

import csv
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from dateline.errors import MetadataError, ReportError
from dateline.reference.calendar import find_dates
from dateline.sources.decoding import decode

_COLUMNS: Final = ("file", "published", "outlet", "url", "title")
_ALSO: Final = {
    **dict.fromkeys(("filename", "file name", "report", "path"), "file"),
    **dict.fromkeys(("date", "publication date"), "published"),
    **dict.fromkeys(("source", "publisher"), "outlet"),
    **dict.fromkeys(("link", "address"), "url"),
    "headline": "title",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of one report; `number` is its line in the table, the header being line 1."""

    file: str
    number: int
    published: dt.date | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    table: str = "metadata"


@dataclass(frozen=True, slots=True)
class Metadata:
    """A table's rows by the file that they are about, as the table names it."""

    rows: dict[str, Row]

    @classmethod
    def load(cls, path: Path) -> "Metadata":
        """Read a table with the columns file, published, outlet, url, title; all but the first may be missing.

        Args:
            path: a CSV file; commas, semicolons or tabs; a byte order mark and any case in the header do no harm.

        Returns:
            The table.

        Raises:
            MetadataError: if the file cannot be read, has no column "file", names a file twice, or a day is none; the
                line is named.

        """
        try:
            text = decode(path.read_bytes(), path.name)
        except (OSError, ReportError) as error:
            raise MetadataError(f"{path}: the table of metadata cannot be read: {error}") from error
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        columns = [_column(name) for name in next(lines, [])]
        if "file" not in columns:
            raise MetadataError(f'{path}: has no column "file"; its header wants to be {",".join(_COLUMNS)}')
        rows: dict[str, Row] = {}
        for cells in lines:
            if any(cell.strip() for cell in cells):
                row = _row(path, lines.line_num, dict(zip(columns, (cell.strip() for cell in cells), strict=False)))
                if row.file in rows:
                    first = rows[row.file].number
                    raise MetadataError(f"{path}, line {row.number}: {row.file} stands in line {first} already")
                rows[row.file] = row
        return cls(rows)

    def row(self, name: str) -> Row | None:
        """Return the row about a report, the one that names most of the end of its path, or None."""
        parts = PurePath(name).parts
        endings = ("/".join(parts[start:]) for start in range(len(parts)))
        return next((self.rows[ending] for ending in endings if ending in self.rows), None)

    def unmatched(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return a warning for each row about none of these reports."""
        matched = {row.file for name in names if (row := self.row(name))}
        lost = (row for row in self.rows.values() if row.file not in matched)
        return tuple(f"{row.table}, line {row.number}: no report is called {row.file}" for row in lost)


def _delimiter(text: str) -> str:
    """Return the mark between cells: the one that is most frequent in the header."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _column(name: str) -> str:
    """Return a column's name as this module writes it."""
    plain = name.strip().casefold().replace("_", " ")
    return _ALSO.get(plain, plain)


def _row(path: Path, number: int, cells: dict[str, str]) -> Row:
    """Return one row, its cells checked."""
    file = cells.get("file", "").replace("\\", "/").removeprefix("./")
    if not file:
        raise MetadataError(f"{path}, line {number}: names no file")
    return Row(
        file=file,
        number=number,
        published=_day(path, number, cells.get("published", "")),
        outlet=cells.get("outlet") or None,
        url=cells.get("url") or None,
        title=cells.get("title") or None,
        table=path.name,
    )


def _day(path: Path, number: int, text: str) -> dt.date | None:
    """Return the day that a cell gives, None for an empty one."""
    if not text:
        return None
    dates = list(find_dates(text[:10] if text[10:11] in {"T", " "} and text[:4].isdigit() else text))
    day = dates[0].date if len(dates) == 1 else None
    if day is None:
        raise MetadataError(f'{path}, line {number}: "{text}" is no day; write it as 2015-04-27')
    if day > dt.date.today() + dt.timedelta(days=1):
        raise MetadataError(f"{path}, line {number}: {day} is still to come")
    return day
