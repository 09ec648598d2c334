"""Cells: values as text in CSV, TSV and sheets, after RFC 4180 and without formulas.

A sheet takes a cell that begins with = + - @, a tab or a return for a formula and may run it: reports are hostile.
Such a cell gets an apostrophe in front, and so does one that begins with an apostrophe before one of these, so that
`bare` gives back exactly what was there.
"""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, TextIO

LIST_MARK: Final = "; "
_SUSPECT: Final = frozenset("=+-@\t\r'")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")


def cell(value: Any) -> str:
    """Return a value as the text of a cell: what is not known is empty, numbers stay numbers, words are no formula."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | dt.date):
        return str(value)
    return guarded(LIST_MARK.join(map(str, value)))


def guarded(text: str) -> str:
    """Return a text that no sheet takes for a formula."""
    return f"'{text}" if text[:1] in _SUSPECT and _FORMULA.match(text) else text


def bare(text: str) -> str:
    """Return the text that was guarded."""
    return text[1:] if _GUARDED.match(text) else text


def write_rows(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, tab: bool = False) -> int:
    """Write a header and rows; return how many rows there were.

    Args:
        out: where to write; opened without translation of line ends.
        columns: the header.
        rows: values, in the order of the columns.
        tab: part the cells by tabs, as in POLECAT's files.
    """
    writer = csv.writer(out, delimiter="\t" if tab else ",", lineterminator="\n" if tab else "\r\n")
    writer.writerow(columns)
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - how many there were is returned
        writer.writerow([cell(value) for value in row])
    return count
