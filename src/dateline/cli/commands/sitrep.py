"""`dateline sitrep`: a period and an area in plain sentences, each with the quotes behind it."""

from pathlib import Path
from typing import Any

import click

from dateline.cli.options import day, fresh_view, record_option
from dateline.pipeline import POLICY, POLICY_NAMES
from dateline.sitrep import FORMATS, Asked, sitrep, write_sitrep


@click.command("sitrep")
@click.option("--from", "since", type=day, metavar="DAY", required=True, help="First day, like 2015-03-24.")
@click.option("--to", "until", type=day, metavar="DAY", required=True, help="Last day.")
@click.option("--place", metavar="NAME", help="Only this place, province or country.")
@click.option(
    "--policy", type=click.Choice(POLICY_NAMES), default=POLICY, show_default=True, help="How figures become one."
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A file in .html, .md or .docx."
)
@record_option
def command(out: Path, record: Path, **asked: Any) -> None:
    """Write a situation report for a period and area, in plain sentences with numbered notes.

    It tells what happened by day, who was harmed as each speaker puts it, who held what, what is contested
    and what is not known. Each sentence rests on the quotes that its notes name.

    \b
      dateline sitrep --from 2015-03-24 --to 2015-04-30 --place Idlib --out idlib.html
    """
    scope = Asked(**asked)
    if scope.since > scope.until:
        raise click.UsageError(f"--from {scope.since} is after --to {scope.until}")
    if out.suffix.casefold() not in FORMATS:
        raise click.UsageError(f"{out}: name a file that ends in {', '.join(FORMATS)}")
    with fresh_view(record) as view:
        document = sitrep(view, scope)
    write_sitrep(document, out)
    count = sum(1 for _ in document.sentences())
    told = f"{count:,} sentences, {len(document.footnotes):,} notes" if count else " ".join(document.remarks)
    click.echo(f"{out}: {told}", err=True)
