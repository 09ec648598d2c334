"""`dateline verify`: hold a record or an export against its hashes."""

from pathlib import Path

import click

from dateline.cli.options import record_option
from dateline.export.checks import Checked, check_export, check_record
from dateline.store import open_view


@click.command("verify")
@click.argument("export", required=False, type=click.Path(path_type=Path, exists=True))
@record_option
@click.option("--against-record", is_flag=True, help="Hold the export against the record that it was made from, too.")
@click.pass_context
def command(ctx: click.Context, export: Path | None, record: Path, against_record: bool) -> None:
    """Check that a record, or an export, is as it was made.

    Of a record: the bytes of each report against its hash, the quote of each claim against the report's text, and the
    log, the judgements and the list of reports against the chain of hashes that runs through them. Of an export: each
    file against its manifest; with --against-record also that the record is the one it was made from.

    The exit code is 1 where something is wrong.

    \b
      dateline verify --record idlib.db
      dateline verify claims.jsonl
      dateline verify tables/ --against-record --record idlib.db
    """
    if export is None:
        with open_view(record) as view:
            checked = check_record(view)
    elif against_record:
        with open_view(record) as view:
            checked = check_export(export, view)
    else:
        checked = check_export(export)
    _tell(checked)
    ctx.exit(1 if checked.problems else 0)


def _tell(checked: Checked) -> None:
    for what, count in checked.counts.items():
        click.echo(f"checked {count:,} {what}")
    for problem in checked.problems:
        click.echo(f"WRONG: {problem}")
    click.echo(f"{len(checked.problems):,} wrong" if checked.problems else "all as it was made")
