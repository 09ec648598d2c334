"""`dateline review`: what most needs a person's eyes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli.options import fresh_view, record_option
from dateline.cli.table import show
from dateline.review import Kind, Page, waiting

COLUMNS: Final = ("subject", "kind", "what", "why", "weight#")


@click.command("review")
@record_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice([str(kind) for kind in Kind]), help="Only this kind.")
@click.option("--page", "number", type=click.IntRange(1), default=1, show_default=True, help="Which page.")
@click.option("--size", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many on a page.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(record: Path, kinds: tuple[str, ...], number: int, size: int, as_json: bool) -> None:
    """List what most needs a person's eyes, the heaviest first.

    What was judged drops out (`dateline judge`); a claim that comes to it later brings it back.

    \b
      dateline review
      dateline review --kind "risky link" --json
    """
    with fresh_view(record) as view:
        found = waiting(view, number, size, map(Kind, kinds)).page
    if as_json:
        click.echo(json.dumps(_plain(found), ensure_ascii=False))
        return
    show(COLUMNS, _rows(found), nothing="Nothing here needs eyes.")
    if found.items:
        click.echo(f"Page {found.number} of {found.pages}, {found.total:,} in all.")


def _rows(found: Page) -> Iterator[tuple[str, ...]]:
    for item in found.items:
        yield item.subject, item.kind, item.what, item.reason, f"{item.weight:.1f}"


def _plain(found: Page) -> dict[str, Any]:
    rows = [one.plain() for one in found.items]
    return {"page": found.number, "pages": found.pages, "total": found.total, "items": rows}
