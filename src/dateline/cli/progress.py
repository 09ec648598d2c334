"""Progress: a bar on stderr while reports are read, and Ctrl-C as a wish to stop."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Final

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from dateline.cli.table import output
from dateline.intake import Outcome

STOPPING: Final = "Stopping after this batch. Press Ctrl-C again to stop at once; nothing that was kept is lost."


@dataclass(slots=True)
class Bar:
    """Shows how far the reading has come."""

    _progress: Progress
    _task: TaskID

    def __call__(self, outcome: Outcome) -> None:
        """Show this state of it."""
        claims = outcome.claims.total()
        self._progress.update(self._task, total=outcome.total, completed=outcome.done, claims=f"{claims:,} claims")


@dataclass(slots=True)
class Wish:
    """Whether the user asked to stop; the second Ctrl-C does not ask."""

    asked: bool = field(default=False)

    def __call__(self) -> bool:
        """Say whether to stop."""
        return self.asked

    def note(self, _number: int, _frame: FrameType | None) -> None:
        """Take Ctrl-C as a wish; from then on it interrupts as usual."""
        self.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.stderr.write(f"\n{STOPPING}\n")


@contextmanager
def bar(total: int) -> Iterator[Bar]:
    """Show a bar on stderr if that is a terminal."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[claims]}"))
    console = output(sys.stderr)
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal) as progress:
        yield Bar(progress, progress.add_task("", total=total, claims="0 claims"))


@contextmanager
def wish_to_stop() -> Iterator[Wish]:
    """Take Ctrl-C as a wish to stop while within."""
    wish = Wish()
    before = signal.signal(signal.SIGINT, wish.note)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, before)
