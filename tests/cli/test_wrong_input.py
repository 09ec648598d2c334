"""Wrong input through the real stages: each has its message, and the reports beside it are read."""

from pathlib import Path

import pytest

from dateline.pipeline import STAGES
from dateline.store import open_view
from tests.cli.running import run

GOOD = (
    "Fighters of the Al-Nusra Front seized the town of Binnish on Saturday, residents said. "
    "At least nine soldiers were killed in the clashes."
)


def add(tmp_path: Path, *files: str | Path) -> tuple[int, str]:
    result = run("add", *files, "--record", tmp_path / "r.db", stages=STAGES)
    return result.exit_code, " ".join(result.stderr.split())


def read_files(tmp_path: Path) -> list[str]:
    with open_view(tmp_path / "r.db") as view:
        return [report.file for report in view.reports()]


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "image"),
        ("program.txt", b"\x7fELF" + bytes(range(256)) * 9, "binary"),
        ("scan.pdf", b"%PDF-1.4 \xff\xfe\x00", "PDF"),
        ("noise.txt", bytes(range(128, 256)) * 40, "encoding"),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "holds no report"),
    ],
)
def test_a_file_that_is_no_report(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    code, told = add(tmp_path, tmp_path / name, tmp_path / "good.txt")
    assert code == 1
    assert "Read 1 report" in told
    assert f"Failed on 1 file: {name}: " in told
    assert message in told
    assert read_files(tmp_path) == ["good.txt"]


def test_a_file_of_fifty_megabytes(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    code, told = add(tmp_path, sparse(tmp_path / "dump.txt", 50_000_000), tmp_path / "good.txt")
    assert code == 1
    assert "dump.txt: 50 MB; a report may have 20 MB" in told
    assert read_files(tmp_path) == ["good.txt"]


def test_a_report_in_an_old_encoding_is_read_as_what_it_says(tmp_path: Path) -> None:
    text = f"{GOOD} “They left at night,” said the mayor – a café owner."
    (tmp_path / "old.txt").write_bytes(text.encode("cp1252"))
    assert add(tmp_path, tmp_path / "old.txt")[0] == 0
    with open_view(tmp_path / "r.db") as view:
        assert next(view.reports()).text == text


def test_a_folder_without_reports_is_wrong_use_and_makes_no_record(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "map.png").write_bytes(b"\x89PNG")
    code, told = add(tmp_path, tmp_path / "pictures")
    assert (code, "holds no reports" in told) == (2, True)
    assert not (tmp_path / "r.db").exists()


def test_a_name_that_stands_for_nothing_is_a_failure_beside_one_that_does(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    code, told = add(tmp_path, tmp_path / "good.txt", tmp_path / "gone.txt", f"{tmp_path}/*.html")
    assert code == 1
    assert "no such file" in told
    assert "no file fits this pattern" in told
    assert read_files(tmp_path) == ["good.txt"]


def test_metadata_belongs_to_its_file_and_a_row_without_one_is_told_of(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    table = folder / "reports.csv"
    table.write_text("file,published,outlet\ngood.txt,2015-03-30,Levant Wire\nlost.txt,,Levant Wire\n", "utf-8")
    code, told = add(tmp_path, folder, "--metadata", table)
    assert code == 0
    assert "Note: reports.csv, line 3: no report is called lost.txt." in told
    assert "Skipped" not in told
    with open_view(tmp_path / "r.db") as view:
        (report,) = view.reports()
        assert report.outlet == "Levant Wire"
        assert report.published
        assert str(report.published.day) == "2015-03-30"
        assert (view.raw(report.id).metadata or {})["outlet"] == "Levant Wire"
    assert run("reread", "--all", "--record", tmp_path / "r.db", stages=STAGES).exit_code == 0
    with open_view(tmp_path / "r.db") as view:
        assert next(view.reports()) == report


@pytest.mark.parametrize(
    ("table", "message"),
    [("name,day\na,b\n", 'no column "file"'), ("file,published\ngood.txt,soon\n", "line 2"), ("", "file")],
)
def test_a_table_that_cannot_be_used_is_wrong_use(tmp_path: Path, table: str, message: str) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "m.csv").write_text(table, "utf-8")
    code, told = add(tmp_path, tmp_path / "good.txt", "--metadata", tmp_path / "m.csv")
    assert (code, message in told) == (2, True)


def test_annotate_shows_trees_and_mentions(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    result = run("annotate", tmp_path / "good.txt", stages=STAGES)
    rows = [line.split("\t") for line in result.stdout.splitlines() if line and not line.startswith("#")]
    assert result.exit_code == 0
    assert all(len(row) == 10 for row in rows)
    assert ["seized", "VERB"] in [[row[1], row[3]] for row in rows]
    assert "Entity=" in result.stdout


def test_annotate_of_what_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = run("annotate", tmp_path / "empty.txt", stages=STAGES)
    assert (result.exit_code, "empty" in result.stderr) == (2, True)
