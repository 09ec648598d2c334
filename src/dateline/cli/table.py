"""Table: rows of text in the terminal, as wide as it is; elsewhere as wide as they need."""

import sys
from collections.abc import Iterable, Sequence
from typing import IO, Final, NoReturn

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

UNBOUND: Final = 100_000  # letters a line where no terminal cuts it


class Output(Console):
    """A console that leaves a reader who went away to the command line's own handling."""

    def on_broken_pipe(self) -> NoReturn:
        """Pass the error on; rich itself would end the program as failed."""
        raise BrokenPipeError


def output(stream: IO[str] | None = None) -> Output:
    """Return a console on a stream (stdout) that cuts nothing off when it is no terminal."""
    stream = stream or sys.stdout
    return Output(file=stream, width=None if stream.isatty() else UNBOUND, highlight=False)


def show(columns: Sequence[str], rows: Iterable[Sequence[str]], *, nothing: str) -> None:
    """Print rows under their columns; the first column, of ids, is never cut.

    Args:
        columns: headings; one that ends in "#" is of numbers and stands right.
        rows: cells as plain text.
        nothing: what to say where there are no rows.
    """
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    for place, heading in enumerate(columns):
        table.add_column(heading.rstrip("#"), justify="right" if heading.endswith("#") else "left", no_wrap=place == 0)
    for row in rows:
        table.add_row(*map(Text, row))
    if table.row_count:
        output().print(table)
    else:
        output().print(nothing, markup=False)
