"""`dateline import`: an export of claims, read back into a record."""

from pathlib import Path

import click

from dateline.cli.options import record_option, stages
from dateline.cli.wording import number
from dateline.errors import DatelineError
from dateline.export.checks import check_export
from dateline.export.importing import import_claims
from dateline.intake import refresh
from dateline.store import open_record


@click.command("import")
@click.argument("export", type=click.Path(path_type=Path, exists=True))
@record_option
def command(export: Path, record: Path) -> None:
    """Read an export of claims into a record: `export claims`, `export csv` or `export parquet`.

    Claims keep their ids, values and quotes; incidents, tolls and control are reckoned from them anew. The reports
    themselves are in no export: each comes in as what was quoted of it, marked as imported, and cannot be read again.
    Names of actors find their entries by their one name; one that has no entry comes in without kind and side.

    \b
      dateline import claims.jsonl --record theirs.db
    """
    _check(export)
    with open_record(record, create=True) as opened:
        outcome = import_claims(opened, export)
        refresh(opened, stages())
    click.echo(f"{number(outcome.claims, 'claim')} of {number(outcome.reports, 'report')} came in", err=True)
    if outcome.known:
        click.echo(f"{number(outcome.known, 'report')} left out: the record has them", err=True)


def _check(export: Path) -> None:
    """Say where an export is no longer as it was made; one without a manifest is taken as it is."""
    try:
        problems = check_export(export).problems
    except DatelineError:
        problems = ["it has no manifest, so whether it was changed is not known"]
    for problem in problems:
        click.echo(f"Note: {problem}", err=True)
