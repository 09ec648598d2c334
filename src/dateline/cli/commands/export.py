"""`dateline export`: the record in the formats of the field."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli.options import filter_options, fresh_view, record_option, stages
from dateline.cli.selection import Selection
from dateline.cli.wording import number
from dateline.export.formats import FORMATS, Format, named
from dateline.export.formats.json_lines import ROWS, lines
from dateline.export.hiding import Curtain
from dateline.export.options import Options, Profile
from dateline.export.taken import Taken
from dateline.export.writing import Written, export
from dateline.pipeline import POLICY_NAMES
from dateline.store import RecordView

NO_ROW: Final = "no row: "
"""Before the reasons for which an incident has no row."""
_PROFILES: Final = [one.value for one in Profile]
_FILTERS: Final = {"on": "--on", "since": "--from", "until": "--to", "place": "--place", "actor": "--actor"}


@click.command("export")
@click.argument("format_name", metavar="FORMAT", type=click.Choice([one.name for one in FORMATS]))
@click.option("--out", type=click.Path(path_type=Path), help="The file or folder; stdout if not given (JSON lines).")
@record_option
@filter_options
@click.option("--policy", type=click.Choice(POLICY_NAMES), help="How figures become one.  [default: the format's]")
@click.option(
    "--profile", type=click.Choice(_PROFILES), default=Profile.INTERNAL.value, show_default=True, help="For whose eyes."
)
@click.option("--quote-length", type=click.IntRange(min=1), help="Most letters of a quote.  [default: public 200]")
@click.option("--generalise", is_flag=True, help="Places no closer than their province.")
@click.option("--delay", type=click.IntRange(min=0), default=0, metavar="DAYS", help="Only what is so old.")
@click.option("--pcodes", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="hapi: table of P-codes.")
@click.option("--hxl", is_flag=True, help="hapi: a row of HXL tags.")
def command(format_name: str, out: Path | None, record: Path, **asked: Any) -> None:
    """Write the record in one of the formats that the field uses.

    {formats}

    Beside what is written stand METHOD.md (what was read, how, what was left out and why) and manifest.json (the
    SHA-256 of each file), for `dateline verify`. The same record gives the same bytes.

    `--profile public` takes out names of victims, witnesses and minors, exact homes, and the rest of long quotes; a
    program does that, so look at what it leaves before you publish it.

    \b
      dateline export claims --out claims.jsonl
      dateline export acled --out idlib.csv --place Idlib --from 2015-03-01 --to 2015-06-30
      dateline export geojson --out public.geojson --profile public --delay 14
      dateline export tolls | head -n 3
    """
    format_ = named(format_name)
    if out is None and format_name not in ROWS:
        raise click.UsageError(f"{format_name} is no text to show here: say where to write it, with --out")
    with fresh_view(record) as view:
        taken = _taken(view, format_, **asked)
        if out is None:
            sys.stdout.writelines(lines(format_name, taken))
            return
        written = export(format_, taken, out)
    _tell(written, out)


def _taken(view: RecordView, format_: Format, *, policy: str | None, profile: str, **asked: Any) -> Taken:
    filters = {name: asked.pop(name) for name in _FILTERS}
    options = Options(
        choice=Selection.of(**filters),
        asked=tuple((_FILTERS[name], str(value)) for name, value in filters.items() if value is not None),
        policy=policy,
        profile=Profile(profile),
        today=dt.datetime.now(dt.UTC).date(),
        **asked,
    )
    hides = options.profile is Profile.PUBLIC or options.generalise
    veil = Curtain(view, options, stages().annotate) if hides else None
    return Taken(view, options, veil, policy or format_.policy)


def _tell(written: Written, out: Path) -> None:
    counts = ", ".join(f"{count:,} {what}" for what, count in written.counts.items())
    click.echo(f"{out}: {counts}", err=True)
    for reason, count in written.left_out.items():
        why = reason.removeprefix(NO_ROW)
        what = number(count, "incident" if why != reason else "thing")
        click.echo(f"  left out: {what}, {why}", err=True)


command.help = (command.help or "").replace(
    "{formats}", "\b\n" + "\n".join(f"      {one.name:<10} {one.about}" for one in FORMATS)
)
