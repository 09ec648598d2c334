from pathlib import Path

from dateline.sources import Found, find_reports


def _folder(parent: Path, *names: str) -> Path:
    for name in names:
        path = parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Gunmen took the dam.")
    return parent


def _names(found: Found) -> list[str]:
    return [report.name for report in found.reports]


def _reasons(found: Found) -> dict[str, str]:
    return {note.path.name: note.reason for note in found.skipped}


def test_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    found = find_reports([_folder(tmp_path, "b.txt", "a.HTML", "c/d.md")])
    assert _names(found) == ["a.HTML", "b.txt", "c/d.md"]
    assert (found.skipped, found.errors) == ((), ())


def test_what_is_no_report_is_skipped_and_told(tmp_path: Path) -> None:
    found = find_reports([_folder(tmp_path, "a.txt", ".hidden.txt", "x.pdf", "reports.csv", "README.md", "Makefile")])
    assert _names(found) == ["a.txt"]
    assert _reasons(found) == {
        ".hidden.txt": "is hidden",
        "x.pdf": "no reader for .pdf",
        "reports.csv": "is a table; give it with --metadata",
        "README.md": "is about the folder",
        "Makefile": "no reader for a file without suffix",
    }


def test_hidden_folder_stays_closed(tmp_path: Path) -> None:
    assert _names(find_reports([_folder(tmp_path, "a.txt", ".git/b.txt")])) == ["a.txt"]


def test_folder_without_reports_is_an_error(tmp_path: Path) -> None:
    found = find_reports([_folder(tmp_path, "x.pdf")])
    assert [(note.path, note.reason) for note in found.errors] == [
        (tmp_path, "the folder holds no reports (.htm, .html, .markdown, .md, .text, .txt, .xhtml)")
    ]


def test_pattern(tmp_path: Path) -> None:
    _folder(tmp_path, "b.txt", "a.txt", "c.md", "d/e.txt")
    assert _names(find_reports([tmp_path / "*.txt"])) == ["a.txt", "b.txt"]
    assert _names(find_reports([tmp_path / "**" / "e.*"])) == ["e.txt"]
    assert find_reports([tmp_path / "*.html"]).errors[0].reason == "no file fits this pattern"


def test_named_file_is_taken_whatever_its_suffix_and_once(tmp_path: Path) -> None:
    _folder(tmp_path, "wire.dat")
    assert _names(find_reports([tmp_path / "wire.dat", tmp_path / "." / "wire.dat"])) == ["wire.dat"]


def test_missing_path_is_an_error(tmp_path: Path) -> None:
    assert find_reports([tmp_path / "gone.txt"]).errors[0].reason == "there is no such file or folder"
