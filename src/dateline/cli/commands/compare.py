"""`dateline compare`: the record beside a user's own coded data, or beside another record."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli.options import filter_options, fresh_view, record_option
from dateline.cli.selection import Selection
from dateline.cli.table import output, show
from dateline.export.compare import About, Comparison, Entry, as_json, compare, entry_of, page, read_coded, rows_of
from dateline.export.compare.outcome import COLUMNS, counts
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.pipeline import POLICY, POLICY_NAMES
from dateline.store import RecordView, open_view
from dateline.whole_files import write_whole

SQLITE: Final = b"SQLite format 3\x00"
RECORD: Final = "record"


@click.command("compare")
@click.argument("theirs", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@record_option
@filter_options
@click.option("--policy", type=click.Choice(POLICY_NAMES), default=POLICY, show_default=True, help="Of our figures.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write a page to open in a browser.")
@click.option("--json", "as_lines", is_flag=True, help="Print JSON in place of the table.")
def command(theirs: Path, record: Path, policy: str, out: Path | None, as_lines: bool, **asked: Any) -> None:
    """Show what the record and coded data both have, what only one of them has, and where their figures differ.

    FILE is your own download of ACLED or UCDP GED, old columns or new, or another record of Dateline. Rows are matched
    to incidents one to one, by place (by name in any spelling, or by distance), days, type and parties. Nothing of it
    is kept.

    \b
      dateline compare acled.csv --place Idlib
      dateline compare GEDEvent.csv --from 2015-01-01 --to 2015-12-31 --out beside.html
      dateline compare theirs.db --json
    """
    selection = Selection.of(**asked)
    kind, rows = _read(theirs)
    with fresh_view(record) as view:
        found = compare(_entries(view, policy, selection), [one for one in rows if _asked(one, selection)])
    about = About(record.name, theirs.name, kind)
    if as_lines:
        click.echo(json.dumps(as_json(found, about), ensure_ascii=False, indent=1))
    else:
        _tell(found)
    if out:
        write_whole(out, page(found, about))
        click.echo(f"Open {out.resolve()} in a browser.", err=True)


def _read(theirs: Path) -> tuple[str, Sequence[Entry]]:
    with theirs.open("rb") as file:
        if file.read(len(SQLITE)) != SQLITE:
            coded = read_coded(theirs)
            return coded.kind, coded.entries
    with open_view(theirs) as view:
        return RECORD, list(_entries(view, POLICY, Selection()))


def _entries(view: RecordView, policy: str, selection: Selection) -> Iterable[Entry]:
    taken = Taken(view, Options(choice=selection), policy=policy)
    return [entry_of(facts) for facts in taken.incidents()]


def _asked(one: Entry, selection: Selection) -> bool:
    """Whether a row of theirs is asked for; a place is held against its name and province."""
    in_time = selection.days(one.first, one.last, known=one.first is not None)
    return in_time and selection.named((one.place, one.admin1)) and selection.by(one.actors)


def _tell(found: Comparison) -> None:
    show(COLUMNS, rows_of(found), nothing="Neither has anything for this.")
    console = output()
    for name, count in counts(found).items():
        console.print(f"{count:>7,} {name.replace('_', ' ')}")
