"""`dateline export`: claims, incidents, tolls, control or judgements as JSON lines."""

import sys
from pathlib import Path

import click

from dateline.cli.options import fresh_view, record_option
from dateline.cli.whole_file import whole_file
from dateline.export.jsonl import ROWS, write


@click.command("export")
@click.argument("what", type=click.Choice(list(ROWS)))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write; stdout if not given.")
@record_option
def command(what: str, out: Path | None, record: Path) -> None:
    """Write claims, incidents, tolls, control or judgements as JSON lines, in the same order each time.

    \b
      dateline export claims --out claims.jsonl
      dateline export tolls | head -n 3
    """
    with fresh_view(record) as view:
        if out is None:
            write(what, view, sys.stdout)
            return
        with whole_file(out) as file:
            count = write(what, view, file)
    click.echo(f"{out}: {count:,} {what}", err=True)
