"""`dateline add`: read reports into the record."""

from functools import partial
from pathlib import Path

import click

from dateline.cli.options import record_option, stages
from dateline.cli.reading import follow, jobs_option
from dateline.intake import add
from dateline.store import open_record


@click.command("add")
@click.argument("reports", nargs=-1, required=True, metavar="REPORTS...")
@record_option
@click.option(
    "--metadata",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A CSV with the columns file, published, outlet, url, title; all but the first may be missing.",
)
@jobs_option
@click.pass_context
def command(
    ctx: click.Context, reports: tuple[str, ...], record: Path, metadata: Path | None, jobs: int | None
) -> None:
    """Read reports into the record: files, folders of them, or patterns like "2015/*.html".

    Plain text, Markdown and HTML are read. A report that is in the record already is skipped, so the
    same command can be given again: after a stop or a crash it goes on where it was.

    \b
      dateline add report.txt
      dateline add reports/ --metadata reports.csv --record idlib.db
    """
    sources = stages().find(reports, metadata)
    if not sources.files:
        raise click.UsageError("\n".join(f"{one.file}: {one.reason}" for one in sources.missing + sources.skipped))
    with open_record(record, create=True) as opened:
        follow(ctx, opened, len(sources.files), jobs, partial(add, opened, sources))
