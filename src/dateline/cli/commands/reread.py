"""`dateline reread`: read the record's own reports again."""

from functools import partial
from pathlib import Path

import click

from dateline.cli.options import record_option
from dateline.cli.reading import follow, jobs_option
from dateline.intake import reread
from dateline.store import open_record


@click.command("reread")
@record_option
@click.option("--all", "every", is_flag=True, help="Those too that this version read last.")
@jobs_option
@click.pass_context
def command(ctx: click.Context, record: Path, every: bool, jobs: int | None) -> None:
    """Read the record's own reports again where an older version of Dateline read them last.

    The bytes are in the record, so the files are not needed. What older versions read is kept beside
    it; a claim that is found again keeps its id, so judgements on it stand.

    \b
      dateline reread
      dateline reread --all
    """
    with open_record(record) as opened:
        total = opened.view.counts()["reports"]
        follow(ctx, opened, total, jobs, partial(reread, opened, every=every))
