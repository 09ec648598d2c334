import datetime as dt
from pathlib import Path

import pytest

from dateline.errors import MetadataError
from dateline.sources import Metadata


def _load(folder: Path, text: str, encoding: str = "utf-8") -> Metadata:
    table = folder / "reports.csv"
    table.write_bytes(text.encode(encoding))
    return Metadata.load(table)


def test_reads_rows_with_any_columns(tmp_path: Path) -> None:
    row = _load(
        tmp_path, 'file,published,outlet,url,title\na.txt,2015-04-27,"Courier, The",https://x.example,"Dam\nlost"\n'
    ).row("a.txt")
    assert row is not None
    assert (row.published, row.outlet, row.title) == (dt.date(2015, 4, 27), "Courier, The", "Dam\nlost")
    assert _load(tmp_path, "file\na.txt\n").row("a.txt") is not None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("FILE,Published\na.txt,2015-04-27\n", "utf-8-sig"),
        ("File ;Publication date\na.txt;27 April 2015\n", "utf-8"),
        ("published\tfile\n2015-04-27T10:00:00Z\ta.txt\n", "utf-16"),
        ("file,date\r\n\r\n./a.txt, 2015-04-27 \r\n", "utf-8"),
    ],
)
def test_tables_as_spreadsheets_leave_them(tmp_path: Path, text: str, encoding: str) -> None:
    row = _load(tmp_path, text, encoding).row("a.txt")
    assert row is not None
    assert row.published == dt.date(2015, 4, 27)


def test_row_is_found_by_the_end_of_the_path(tmp_path: Path) -> None:
    metadata = _load(tmp_path, "file,outlet\na.txt,One\n2015/a.txt,Two\n")
    assert [row.outlet for name in ("news/2015/a.txt", "2014/a.txt") if (row := metadata.row(name))] == ["Two", "One"]
    assert metadata.row("b.txt") is None


def test_row_without_its_file_is_a_warning(tmp_path: Path) -> None:
    metadata = _load(tmp_path, "file\na.txt\nb.txt\n")
    assert metadata.unmatched(["x/a.txt"]) == ("reports.csv, line 3: no report is called b.txt",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,published\na.txt,soon\n", 'line 2: "soon" is no day'),
        ("file,published\na.txt,2015-02-30\n", 'line 2: "2015-02-30" is no day'),
        ("file,published\na.txt,04/05/2015\n", 'line 2: "04/05/2015" is no day'),
        ("file,published\na.txt,2099-01-01\n", "line 2: 2099-01-01 is still to come"),
        ("file,published\na.txt,\na.txt,\n", "line 3: a.txt stands in line 2 already"),
        ("file,outlet\n,Courier\n", "line 2: names no file"),
        ("name,day\na.txt,2015-04-27\n", 'has no column "file"'),
        ("", 'has no column "file"'),
    ],
)
def test_broken_tables_name_the_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(MetadataError, match=message.replace("(", r"\(")):
        _load(tmp_path, text)


def test_missing_table(tmp_path: Path) -> None:
    with pytest.raises(MetadataError, match="cannot be read"):
        Metadata.load(tmp_path / "gone.csv")
