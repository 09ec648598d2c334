"""`dateline site`: the record as a folder of pages, to open in a browser or put on any host."""

from pathlib import Path

import click

from dateline.cli.options import fresh_view, record_option
from dateline.web.site import write_site


@click.command("site")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False), metavar="OUT")
@record_option
def command(out: Path, record: Path) -> None:
    """Write the record as a folder of pages: overview, incidents, reports, places, actors.

    The pages need no server and no network; each figure leads to the quote behind it. Review is not
    among them: that is for `dateline serve`.

    \b
      dateline site record
    """
    with fresh_view(record) as view:
        count = write_site(view, out)
    click.echo(f"Wrote {count:,} pages. Open {(out / 'index.html').resolve()} in a browser.", err=True)
