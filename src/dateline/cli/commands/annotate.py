"""`dateline annotate`: the sentences, trees and mentions of one report."""

from pathlib import Path

import click

from dateline.annotate import to_conllu
from dateline.cli.options import stages
from dateline.intake import load
from dateline.pipeline import Source


@click.command("annotate")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def command(file: Path) -> None:
    """Show the sentences, trees and mentions of one report as CoNLL-U.

    Mentions stand in the last column (Entity), with the characters of the cleaned text (TokenRange).

    \b
      dateline annotate report.txt > report.conllu
    """
    report = stages().clean(load(Source(file.name, file)))
    click.echo(to_conllu(stages().annotate(report)), nl=False)
