"""Options that several commands share, and the record they open."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import click

from dateline.errors import RecordError
from dateline.intake import refresh
from dateline.pipeline import STAGES, Stages
from dateline.settings import DEFAULT_RECORD
from dateline.store import RecordView, open_record, open_view

Command = Callable[..., Any]


def day(text: str) -> dt.date:
    """Return the day that an option's text gives as year-month-day."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no day; write it like 2015-04-25") from error


record_option: Final = click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DEFAULT_RECORD,
    show_default=True,
    envvar="DATELINE_RECORD",
    show_envvar=True,
    help="The record's file.",
)

_FILTERS: Final = (
    click.option("--on", type=day, metavar="DAY", help="Only what touches this day, like 2015-04-25."),
    click.option("--from", "since", type=day, metavar="DAY", help="Only what touches this day or a later one."),
    click.option("--to", "until", type=day, metavar="DAY", help="Only what touches this day or an earlier one."),
    click.option("--place", metavar="NAME", help="Only this place or province, by any of its names or a part of one."),
    click.option("--actor", metavar="NAME", help="Only with this actor, by name or a part of it."),
)


def filter_options(command: Command) -> Command:
    """Give a command the options --on, --from, --to, --place and --actor."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def stages() -> Stages:
    """Return the stages that the run was given, the real ones unless a test gave others."""
    return click.get_current_context().find_object(Stages) or STAGES


@contextmanager
def fresh_view(path: Path) -> Iterator[RecordView]:
    """Open a record for reading, with everything that is reckoned up to date.

    Raises:
        RecordError: the record cannot be used.
    """
    with open_record(path) as record:
        if not refresh(record, stages()):
            raise RecordError(f"{path}: another process is adding reports. Try again when it is done")
    with open_view(path) as view:
        yield view
