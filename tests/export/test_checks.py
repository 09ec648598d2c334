import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.export.checks import Checked, check_export, check_record
from dateline.model.judgement import Verdict
from dateline.store import open_record, open_view
from tests.cli.running import FALL, OTHER, record_of
from tests.export.records import exported


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = record_of(tmp_path, a=FALL, b=OTHER)
    with open_record(made) as record:
        claim = next(record.view.claims("event")).id
        record.judge(Verdict.REJECT, claim, (claim,), "me", "misread")
        record.judge(Verdict.WITHDRAW, claim, (claim,), "me", "it was not")
    return made


def checked(path: Path) -> Checked:
    with open_view(path) as view:
        return check_record(view)


def tampered(path: Path, *statements: str) -> list[str]:
    """What the checks say after someone who knows SQLite went to work: triggers off, rows changed."""
    with closing(sqlite3.connect(path)) as base:
        for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            base.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            base.execute(statement)
        base.commit()
    return checked(path).problems


def test_a_record_is_as_it_was_made(path: Path) -> None:
    found = checked(path)
    assert found.problems == []
    assert found.counts["reports, by the hash of their bytes"] == 2
    assert found.counts["rows of log, by their chain"] == 2
    assert found.counts["rows of judgement, by their chain"] == 2
    assert found.counts["claims, by their quotes"] == 5


def test_changed_bytes_of_a_report_are_found(path: Path) -> None:
    (problem,) = tampered(path, "UPDATE report SET raw = (SELECT raw FROM report WHERE number = 2) WHERE number = 1")
    assert problem.startswith("report a.txt: its bytes are not those that were added")


def test_bytes_that_cannot_be_unpacked_are_found(path: Path) -> None:
    (problem,) = tampered(path, "UPDATE report SET raw = x'00' WHERE number = 1")
    assert "cannot be read" in problem


def test_a_changed_row_of_the_log_is_found(path: Path) -> None:
    assert tampered(path, "UPDATE log SET who = 'someone else' WHERE number = 1") == [
        "log 1: it, or the row before it, was changed or taken out"
    ]


def test_a_judgement_that_was_taken_out_is_found(path: Path) -> None:
    found = tampered(path, "DELETE FROM judgement WHERE number = 1")
    assert "judgement 1: was taken out" in found


def test_a_judgement_taken_out_with_its_link_is_found_by_the_next(path: Path) -> None:
    found = tampered(
        path, "DELETE FROM judgement WHERE number = 1", "DELETE FROM chain WHERE of = 'judgement' AND number = 1"
    )
    assert found == ["judgement 2: it, or the row before it, was changed or taken out"]


def test_a_row_put_in_by_other_means_is_found(path: Path) -> None:
    found = tampered(path, "INSERT INTO log VALUES (9, '2015-01-01', 'x', '1', 'add ends', '{}')")
    assert found == ["log 9: is not in the chain; it was put in by other means"]


def test_a_changed_text_is_found_by_its_quotes(path: Path) -> None:
    found = tampered(path, "UPDATE reading SET text = replace(text, 'Afrin', 'Efrin')")
    assert found
    assert all("quotes what reading" in problem for problem in found)


def test_nothing_but_dateline_writes_to_the_log(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base, pytest.raises(sqlite3.OperationalError, match="sha256"):
        base.execute("INSERT INTO log VALUES (9, '2015-01-01', 'x', '1', 'add ends', '{}')")


def test_an_export_is_held_against_its_manifest_and_its_record(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    exported(path, "claims", out)
    with open_view(path) as view:
        found = check_export(out, view)
    assert found.problems == []
    assert found.counts == {"files, by their hashes": 2, "chains, against the record": 3}
    out.write_text(out.read_text("utf-8").replace("12", "13"), "utf-8")
    assert check_export(out).problems == ["c.jsonl: was changed after it was exported"]
    out.unlink()
    assert check_export(tmp_path / "c.jsonl.manifest.json").problems == ["c.jsonl: is missing"]


def test_a_record_that_went_on_is_still_the_one(path: Path, tmp_path: Path) -> None:
    exported(path, "claims", tmp_path / "c.jsonl")
    with open_record(path) as record:
        record.log("something", "1")
    with open_view(path) as view:
        assert check_export(tmp_path / "c.jsonl", view).problems == []


def test_another_record_is_not_the_one(path: Path, tmp_path: Path) -> None:
    exported(path, "claims", tmp_path / "c.jsonl")
    (tmp_path / "other").mkdir()
    with open_view(record_of(tmp_path / "other", c=FALL)) as view:
        found = check_export(tmp_path / "c.jsonl", view).problems
    assert "the record's log is not the one that the export was made from" in found


def test_what_is_strange_in_a_folder_is_told(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="parquet needs an extra")
    exported(path, "parquet", tmp_path / "p")
    (tmp_path / "p" / "extra.txt").write_text("x", "utf-8")
    assert check_export(tmp_path / "p").problems == ["extra.txt: is no part of the export"]


def test_what_is_no_export_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a", "utf-8")
    with pytest.raises(DatelineError, match="no manifest stands beside it"):
        check_export(tmp_path / "x.csv")
    (tmp_path / "x.csv.manifest.json").write_text(json.dumps({"files": []}), "utf-8")
    with pytest.raises(DatelineError, match="is no manifest of an export"):
        check_export(tmp_path / "x.csv")
