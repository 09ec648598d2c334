import os
import time
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.whole_files import clear_away, whole, write_whole


def test_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with whole(path) as part:
        part.write_text("after")
        assert path.read_text() == "before"
    assert path.read_text() == "after"
    assert list(tmp_path.iterdir()) == [path]


def test_after_an_error_all_is_as_before(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with pytest.raises(OSError, match="disk full"), whole(path) as part:
        part.write_text("half")
        raise OSError("disk full")
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_only_old_files_are_cleared_away(tmp_path: Path) -> None:
    for name in ("kept-1", "old-1", "young-1", "other"):
        (tmp_path / name).write_text("")
    for name in ("kept-1", "old-1", "other"):
        os.utime(tmp_path / name, (0, time.time() - 100_000))
    clear_away(tmp_path / "kept-1", ["*-1"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept-1", "other", "young-1"]


def test_a_file_that_a_user_asked_for_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match=r"no/page\.html: cannot be written: No such file"):
        write_whole(tmp_path / "no" / "page.html", "text")


def test_what_is_written_is_for_all_to_read_as_the_user_lets_others(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.touch()
    write_whole(tmp_path / "page.html", "“text”")
    assert (tmp_path / "page.html").read_bytes() == "“text”".encode()
    assert (tmp_path / "page.html").stat().st_mode == beside.stat().st_mode
