import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import RecordError
from dateline.store.database import APPLICATION_ID, Database, advice, migrations, statements

OPEN = """
import sys, pathlib
from dateline.store.database import Database
Database(pathlib.Path(sys.argv[1]), create=True).close()
"""


def test_a_new_file_gets_the_newest_layout_and_is_marked_as_ours(tmp_path: Path) -> None:
    Database(tmp_path / "r.db", create=True).close()
    with sqlite3.connect(tmp_path / "r.db") as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert plain.execute("PRAGMA application_id").fetchone()[0] != 0
    plain.close()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    Database(tmp_path / "r.db", create=True).close()
    before = (tmp_path / "r.db").read_bytes()
    Database(tmp_path / "r.db", create=True).close()
    assert (tmp_path / "r.db").read_bytes() == before


def test_migrations_are_numbered_without_gaps() -> None:
    assert [int(step.name[:4]) for step in migrations()] == list(range(1, len(migrations()) + 1))


def test_a_record_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record here"):
        Database(tmp_path / "r.db", create=False)
    assert not (tmp_path / "r.db").exists()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.write_text("These are notes, of some length, and no database at all. " * 20)
    with pytest.raises(RecordError, match="not a record"):
        Database(path, create=True)
    assert path.read_text().startswith("These are notes")


def test_a_database_of_someone_else(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "r.db") as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    with pytest.raises(RecordError, match="no record of Dateline"):
        Database(tmp_path / "r.db", create=True)


def test_a_record_made_by_a_newer_version(tmp_path: Path) -> None:
    Database(tmp_path / "r.db", create=True).close()
    with sqlite3.connect(tmp_path / "r.db") as newer:
        newer.execute("PRAGMA user_version = 999")
    newer.close()
    with pytest.raises(RecordError, match="newer version of Dateline made this record"):
        Database(tmp_path / "r.db", create=True)


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="this is a folder"):
        Database(tmp_path, create=True)
    with pytest.raises(RecordError, match="folder exists"):
        Database(tmp_path / "no" / "r.db", create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(RecordError, match="may be written to"):
        Database(tmp_path / "r.db", create=True)


def test_writing_to_what_may_only_be_read(tmp_path: Path) -> None:
    database = Database(tmp_path / "r.db", create=True)
    database.run("PRAGMA query_only = ON")
    with pytest.raises(RecordError, match="cannot be written to"):
        database.run("INSERT INTO place VALUES ('a', '{}')")
    database.close()


def test_a_full_disk_keeps_what_was_there(tmp_path: Path) -> None:
    database = Database(tmp_path / "r.db", create=True)
    database.run("INSERT INTO place VALUES ('before', '{}')")
    (pages,) = database.row("PRAGMA page_count") or ()
    database.run(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(RecordError, match="the disk is full"), database.transaction():
        for number in range(100):
            database.run("INSERT INTO place VALUES (?, ?)", (str(number), f'"{"x" * 4000}"'))
    assert list(database.rows("SELECT digest FROM place")) == [("before",)]
    database.run("PRAGMA max_page_count = 100000")
    database.run("INSERT INTO place VALUES ('after', '{}')")
    database.close()


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    database = Database(path, create=True)
    database.run_many("INSERT INTO place VALUES (?, ?)", ((str(n), f'"{"x" * 4000}"') for n in range(100)))
    database.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(RecordError, match="damaged"):
        list(_rows_of(path))


def _rows_of(path: Path) -> list[object]:
    database = Database(path, create=False)
    try:
        return list(database.rows("SELECT * FROM place"))
    finally:
        database.close()


def test_an_error_undoes_the_whole_transaction(tmp_path: Path) -> None:
    database = Database(tmp_path / "r.db", create=True)
    with pytest.raises(KeyboardInterrupt), database.transaction():
        database.run("INSERT INTO place VALUES ('a', '{}')")
        raise KeyboardInterrupt
    assert database.row("SELECT * FROM place") is None
    database.close()


def test_a_writer_that_hangs_is_named_and_not_waited_for_for_ever(tmp_path: Path) -> None:
    one, other = Database(tmp_path / "r.db", create=True), Database(tmp_path / "r.db", create=True)
    other.run("PRAGMA busy_timeout = 50")
    with one.transaction(), pytest.raises(RecordError, match="another process"), other.transaction():
        pass
    with other.transaction():
        other.run("INSERT INTO place VALUES ('a', '{}')")
    one.close()
    other.close()


def test_a_snapshot_does_not_see_what_others_write(tmp_path: Path) -> None:
    reader, writer = Database(tmp_path / "r.db", create=True), Database(tmp_path / "r.db", create=True)
    with reader.snapshot():
        assert reader.row("SELECT count(*) FROM place") == (0,)
        writer.run("INSERT INTO place VALUES ('a', '{}')")
        assert reader.row("SELECT count(*) FROM place") == (0,)
    assert reader.row("SELECT count(*) FROM place") == (1,)
    reader.close()
    writer.close()


def test_processes_that_make_the_record_at_once(tmp_path: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", OPEN, str(tmp_path / "r.db")]) for _ in range(6)]
    assert [process.wait(60) for process in started] == [0] * 6


@pytest.mark.parametrize("table", ["report", "reading", "claim", "place", "judgement", "log"])
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = 'other'", "DELETE FROM {}"])
def test_what_is_evidence_can_be_neither_changed_nor_deleted(tmp_path: Path, table: str, change: str) -> None:
    database = Database(tmp_path / "r.db", create=True)
    _one_row_in_each(database)
    (column,) = database.row("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT' LIMIT 1", (table,)) or ()
    with pytest.raises(RecordError, match="append-only"):
        database.run(change.format(table, column))
    database.close()


def _one_row_in_each(database: Database) -> None:
    database.run("INSERT INTO report VALUES (1, 'sha256:1', 'a.txt', NULL, 'x')")
    database.run("INSERT INTO reading VALUES (1, 'sha256:1', '1', NULL, NULL, NULL, '', '', '{}')")
    database.run("INSERT INTO claim VALUES (1, 0, 'c1', 'event', 'asserted', NULL, NULL, NULL, '{}')")
    database.run("INSERT INTO place VALUES ('d', '{}')")
    database.run("INSERT INTO judgement VALUES (1, 'now', 'me', 'accept', 'c1', '{}', NULL, NULL)")
    database.run("INSERT INTO log VALUES (1, 'now', 'me', '1', 'add', '{}')")


def test_statements_are_cut_where_they_end_triggers_whole() -> None:
    trigger = "-- a comment; with a semicolon\nCREATE TRIGGER t BEFORE DELETE ON a BEGIN\nSELECT 1;\nEND;\n"
    script = f"CREATE TABLE a (b);\n{trigger}"
    assert [part.strip().split()[0] for part in statements(script)] == ["CREATE", "--"]


def test_an_unforeseen_error_keeps_its_own_words() -> None:
    assert advice(sqlite3.OperationalError("something new")) == "something new"


def test_what_was_judged_before_still_counts_in_a_newer_layout(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with sqlite3.connect(path) as old:
        for number, step in enumerate(migrations()[:3], 1):
            for statement in statements(step.read_text("utf-8")):
                old.execute(statement)
            old.execute(f"PRAGMA user_version = {number}")
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        rows = [("reject", "c1"), ("accept", "c1"), ("reject", "c2"), ("split", "link of c3 c4"), ("withdraw", "c2")]
        old.executemany("INSERT INTO judgement (at, who, verdict, subject) VALUES ('now', 'me', ?, ?)", rows)
    old.close()
    database = Database(path, create=False)
    assert list(database.rows("SELECT number, verdict, thing FROM standing ORDER BY number")) == [
        (2, "accept", "c1"), (4, "split", "link of c3 c4"),
    ]  # fmt: skip
    assert database.row("SELECT count(*) FROM judgement") == (5,)
    database.close()
