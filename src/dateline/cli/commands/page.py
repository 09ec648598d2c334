"""`dateline page`: the record as one page to open in a browser."""

from pathlib import Path

import click

from dateline.cli.options import fresh_view, record_option
from dateline.export.page import write_page


@click.command("page")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.html")
@record_option
def command(out: Path, record: Path) -> None:
    """Make one page of the record: incidents by day, tolls with their disagreement, who held what.

    The page needs no network and no other file; each figure leads to the quote behind it.

    \b
      dateline page record.html
    """
    with fresh_view(record) as view:
        write_page(view, out)
    click.echo(f"Open {out.resolve()} in a browser.", err=True)
