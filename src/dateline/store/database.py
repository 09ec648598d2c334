"""Database: the SQLite file under a record, its layout's versions, and its errors in plain words."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from dateline.errors import RecordError

APPLICATION_ID: Final = 0x444C4E45  # marks the file as ours in its header
MIGRATIONS: Final = Path(__file__).parent / "migrations"
BUSY_SECONDS: Final = 60.0  # another process writes a batch in well under a second; a minute means that it hangs

CACHE_KB: Final = 32_000  # what linking a day looks up in a record of a million claims

Row = tuple[Any, ...]

LISTED: Final = "(SELECT value FROM json_each(?))"
"""Stands behind IN for values given as `listed`: a statement takes any number of them, and stays the same."""

ADVICE: Final = {
    "SQLITE_FULL": "the disk is full. What was read until now is kept; make room and give the same command again",
    "SQLITE_BUSY": "another process has been writing to it for more than a minute. Try again when that one is done",
    "SQLITE_LOCKED": "another process has been writing to it for more than a minute. Try again when that one is done",
    "SQLITE_NOTADB": "this file is not a record (not an SQLite database). Name another file with --record",
    "SQLITE_READONLY": "it cannot be written to. Check the rights of the file and of its folder",
    "SQLITE_CANTOPEN": "it cannot be opened. Check that its folder exists and may be written to",
    "SQLITE_PERM": "it cannot be opened. Check the rights of the file and of its folder",
    "SQLITE_CORRUPT": "the file is damaged. Restore it from a copy, or make a new record from the reports",
    "SQLITE_IOERR": "the disk failed while it was read or written",
}


def listed(values: Iterable[str] | Iterable[int]) -> str:
    """Return values as one, for `LISTED` and `json_each`."""
    return json.dumps(sorted(values))


def migrations() -> tuple[Path, ...]:
    """Return the steps of the layout, in order; the first makes version 1."""
    return tuple(sorted(MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql")))


class Database:
    """A connection to a record's file; what goes wrong in sqlite3 comes out as a RecordError."""

    def __init__(self, path: Path, *, create: bool) -> None:
        """Open the file, make its tables or bring them up to date.

        Args:
            path: the record's file.
            create: make the file where there is none.

        Raises:
            RecordError: there is no such file, it is no record, or a newer version of Dateline made it.
        """
        self.path = path
        if not create and not path.exists():
            raise RecordError(f"{path}: there is no record here. Make one with: dateline add REPORTS --record {path}")
        if path.is_dir():
            raise RecordError(f"{path}: this is a folder; a record is one file")
        with self._explained():
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the file; a transaction that is open is rolled back."""
        self._connection.close()

    def run(self, sql: str, values: Row = ()) -> None:
        """Carry out one statement."""
        with self._explained():
            self._connection.execute(sql, values)

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Carry out one statement for each row of values."""
        with self._explained():
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, values: Row = ()) -> Iterator[Row]:
        """Yield the rows of a query as they are fetched."""
        with self._explained():
            yield from self._connection.execute(sql, values)

    def row(self, sql: str, values: Row = ()) -> Row | None:
        """Return the first row of a query, None where it has none."""
        return next(self.rows(sql, values), None)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the right to write; all that is done within is kept, or after an error none of it."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk makes SQLite roll back by itself
                self._connection.rollback()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read one state of the record throughout, whatever others write meanwhile."""
        self.run("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.rollback()

    def _prepare(self) -> None:
        self._connection.create_function("sha256", 1, _sha256, deterministic=True)
        self.run("PRAGMA foreign_keys = ON")
        self.run(f"PRAGMA cache_size = -{CACHE_KB}")
        self.run("PRAGMA synchronous = NORMAL")  # with WAL a power cut may cost the last batch, never the file
        if self._version() < len(migrations()):
            self.run("PRAGMA journal_mode = WAL")
            with self.transaction():
                self._migrate()

    def _version(self) -> int:
        """Return the version of the file's layout, 0 for a new file."""
        ((version,), (application,)) = self.row("PRAGMA user_version") or (), self.row("PRAGMA application_id") or ()
        ours = application == APPLICATION_ID
        if not ours and self.row("SELECT 1 FROM sqlite_master") is not None:
            raise RecordError(f"{self.path}: this is a database, but no record of Dateline. Name another with --record")
        if version > len(migrations()):
            raise RecordError(
                f"{self.path}: a newer version of Dateline made this record (layout {version}; this version knows "
                f"{len(migrations())}). Update Dateline"
            )
        return int(version)

    def _migrate(self) -> None:
        """Run the steps that the file lacks; asks its version again, since another process may have just done it."""
        for number, step in enumerate(migrations()[self._version() :], self._version() + 1):
            for statement in statements(step.read_text("utf-8")):
                self.run(statement)
            self.run(f"PRAGMA user_version = {number}")
        self.run(f"PRAGMA application_id = {APPLICATION_ID}")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise RecordError(f"{self.path}: {advice(error)}") from error


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one (sqlite3's own executescript would end the transaction)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def advice(error: sqlite3.Error) -> str:
    """Say in plain words what is wrong with the file and what to do; an unforeseen error keeps SQLite's own words."""
    name = getattr(error, "sqlite_errorname", None) or ""
    family = "_".join(name.split("_")[:2])  # SQLITE_IOERR_WRITE is one of SQLITE_IOERR
    return ADVICE.get(family, str(error))
