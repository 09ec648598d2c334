import re
from pathlib import Path

import pytest

from dateline.intake import Way, add
from dateline.store import open_record
from dateline.store.database import Database
from tests.cli.running import FALL, OTHER, record_of, reports, run, start
from tests.fakes import FAKES


def test_add_says_what_it_read_found_skipped_and_why(tmp_path: Path) -> None:
    folder = reports(tmp_path / "reports", a=FALL, b=OTHER, copy=FALL)
    result = run("add", folder, "--record", tmp_path / "r.db")
    assert result.exit_code == 0
    assert "Read 2 reports: 5 claims (2 control, 2 event, 1 toll)." in result.stderr
    assert "Skipped 1 file, the same bytes as a.txt: copy.txt." in result.stderr
    assert "2 reports, 2 incidents, 1 toll and 2 spells of control" in result.stderr
    assert result.stdout == ""


def test_add_again_changes_nothing(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    before = run("export", "claims", "--record", path).stdout
    result = run("add", tmp_path / "reports", "--record", path)
    assert (result.exit_code, "Skipped 1 file, already in the record" in result.stderr) == (0, True)
    assert run("export", "claims", "--record", path).stdout == before


def test_reports_that_fail_are_named_and_the_others_read(tmp_path: Path) -> None:
    folder = reports(tmp_path / "reports", a=FALL, bad="unreadable", worse="crash")
    result = run("add", folder, "--record", tmp_path / "r.db")
    assert result.exit_code == 1
    assert "Read 1 report:" in result.stderr
    assert "bad.txt: this cannot be read" in result.stderr
    assert "worse.txt: a fault of Dateline's own" in result.stderr


def test_many_skipped_files_are_not_all_named(tmp_path: Path) -> None:
    texts = {f"r{number:02}": f"{FALL} {number}" for number in range(30)}
    path = record_of(tmp_path, **texts)
    result = run("add", tmp_path / "reports", "--record", path)
    assert "Skipped 30 files, already in the record: r00.txt" in result.stderr
    assert "and 10 more." in result.stderr


def test_a_full_disk_says_so_and_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = reports(tmp_path / "reports", **{f"r{n:02}": f"{FALL} {n} {'x ' * 9000}" for n in range(40)})
    prepare = Database._prepare

    def small_disk(self: Database) -> None:
        prepare(self)
        self.run("PRAGMA max_page_count = 60")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "_prepare", small_disk)
        result = run("add", folder, "--record", tmp_path / "r.db")
    assert result.exit_code == 1
    assert "the disk is full" in result.stderr
    assert "give the same command again" in result.stderr
    assert run("add", folder, "--record", tmp_path / "r.db").exit_code == 0


def test_reread_reads_again_only_on_request(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    before = run("export", "claims", "--record", path).stdout
    assert "Read 0 reports" in run("reread", "--record", path).stderr
    assert "Read 1 report" in run("reread", "--all", "--record", path).stderr
    assert run("export", "claims", "--record", path).stdout == before


def test_what_is_shown_is_never_older_than_the_claims(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)

    folder = reports(tmp_path / "more", b=OTHER)
    with open_record(path) as record:  # what a kill between claims and reckoning leaves
        add(record, FAKES.find([str(folder)], None), Way(stages=FAKES))
    assert "Binnish" in run("incidents", "--record", path).stdout


def test_two_processes_that_add_at_once_make_one_record(tmp_path: Path) -> None:
    folder = reports(tmp_path / "reports", **{f"r{number:03}": f"{FALL} {number}" for number in range(100)})
    both = [start("add", str(folder), "--jobs", "1", "--record", str(tmp_path / "r.db")) for _ in range(2)]
    told = [process.communicate(timeout=60)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    read = [int(match[1]) for text in told if (match := re.search(r"Read (\d+) report", text))]
    assert sum(read) == 100
    with open_record(tmp_path / "r.db") as record:
        assert record.view.counts()["reports"] == 100
