"""Reading: what `add` and `reread` share: the bar, the wish to stop, the summary and how the run ends."""

import os
from collections.abc import Callable
from typing import Final

import click

from dateline.cli.group import INTERRUPTED, Unfinished
from dateline.cli.options import stages
from dateline.cli.progress import bar, wish_to_stop
from dateline.cli.summary import tell
from dateline.errors import RecordError
from dateline.intake import Outcome, Way, refresh
from dateline.store import Record

MANY: Final = 64  # reports from which a second process, which takes seconds to begin, pays
MOST_JOBS: Final = 2  # unless asked for more: each holds the network and the gazetteer in memory

jobs_option: Final = click.option(
    "--jobs", type=click.IntRange(1, 64), help="How many processes read.  [default: 2 for many reports, else 1]"
)


def follow(ctx: click.Context, record: Record, total: int, jobs: int | None, go: Callable[[Way], Outcome]) -> None:
    """Let reports be read, show how far it has come, say what came of it, and end the run.

    Args:
        ctx: the command's context, to end it.
        record: where the reports go.
        total: how many there are.
        jobs: how many processes; None chooses.
        go: reads them.
    """
    try:
        with wish_to_stop() as stop, bar(total) as told:
            outcome = go(Way(stages=stages(), jobs=jobs or _jobs(total), told=told, stop=stop))
            told(outcome)
    except RecordError as error:
        raise Unfinished(str(error)) from error
    fresh = not outcome.stopped and refresh(record, stages())
    tell(outcome, record.view, fresh=fresh)
    if outcome.stopped:
        ctx.exit(INTERRUPTED)
    ctx.exit(1 if outcome.failed else 0)


def _jobs(total: int) -> int:
    return min(MOST_JOBS, os.cpu_count() or 1) if total >= MANY else 1
