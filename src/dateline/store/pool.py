"""Pool: a record read by several threads, each with a connection of its own that stays open."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import RecordError
from dateline.store.browse.memo import Memo
from dateline.store.database import Database
from dateline.store.queries import RecordView

Held = tuple[Database, RecordView, tuple[int, int]]


class Views:
    """Opens a record for reading again and again, cheaply."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._memo = Memo()

    @contextmanager
    def view(self) -> Iterator[RecordView]:
        """Give one state of the record, throughout.

        Raises:
            RecordError: the file is missing or cannot be used as a record.
        """
        database, view, _ = self._held()
        try:
            with database.snapshot():
                yield view
        except RecordError:
            self._close()
            raise

    def _held(self) -> Held:
        """Return this thread's connection, another one where the file was replaced."""
        held: Held | None = getattr(self._local, "held", None)
        which = self._which()
        if held is None or held[2] != which:
            self._close()
            database = Database(self.path, create=False)
            held = self._local.held = database, RecordView(database, self._memo), which
        return held

    def _which(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except OSError:
            return 0, 0
        return found.st_dev, found.st_ino

    def _close(self) -> None:
        held: Held | None = getattr(self._local, "held", None)
        if held:
            held[0].close()
            self._local.held = None


@contextmanager
def open_view(path: Path) -> Iterator[RecordView]:
    """Open a record for reading; one state of it is seen until it is closed.

    Raises:
        RecordError: the file is missing or cannot be used as a record.
    """
    database = Database(path, create=False)
    try:
        with database.snapshot():
            yield RecordView(database)
    finally:
        database.close()
