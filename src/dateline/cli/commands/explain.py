"""`dateline explain`: the evidence behind an id."""

from pathlib import Path
from typing import Final

import click

from dateline.cli.evidence import explain
from dateline.cli.options import fresh_view, record_option
from dateline.cli.table import output
from dateline.errors import RecordError
from dateline.store import RecordView

MOST_OFFERED: Final = 8


@click.command("explain")
@click.argument("identifier", metavar="ID")
@record_option
def command(identifier: str, record: Path) -> None:
    """Show the evidence behind an id of a claim, incident, toll or spell of control.

    Each claim stands with its speaker, its quote, its file, the rule that found it and the values that
    were read from its words; for an incident also why its claims were linked. The beginning of an id is
    enough where no other begins so.

    \b
      dateline explain i3f2a91c0
    """
    with fresh_view(record) as view:
        kind, whole = _only(view, identifier)
        console = output()
        for line in explain(view, kind, whole):
            console.print(line)


def _only(view: RecordView, identifier: str) -> tuple[str, str]:
    """Return the kind and id that is meant; raises RecordError where it is none or several."""
    found = view.find(identifier)
    if not found:
        raise RecordError(f"nothing on record has the id {identifier}; `dateline incidents` lists ids")
    if len(found) > 1:
        offered = ", ".join(whole for _, whole in found[:MOST_OFFERED])
        raise RecordError(f"{identifier} may mean {len(found)} things: {offered}; give more letters")
    return found[0]
