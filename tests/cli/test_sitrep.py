from pathlib import Path

import pytest

from tests.cli.running import record_of, run

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed"


def test_a_situation_report_is_written_where_asked(tmp_path: Path) -> None:
    path, out = record_of(tmp_path, a=FALL), tmp_path / "r.md"
    result = run("sitrep", "--from", "2015-04-01", "--to", "2015-04-30", "--out", out, "--record", path)
    assert result.exit_code == 0, result.output
    text = out.read_text("utf-8")
    assert "# Situation report: 1 to 30 April 2015" in text
    assert "North Front took Afrin" in text


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--from", "2015-04-30", "--to", "2015-04-01", "--out", "r.md"), "is after"),
        (("--from", "2015-04-01", "--to", "2015-04-30", "--out", "r.pdf"), "ends in .html, .md, .docx"),
        (("--from", "April", "--to", "2015-04-30", "--out", "r.md"), "is no day"),
    ],
)
def test_what_cannot_be_written_says_why(tmp_path: Path, words: tuple[str, ...], why: str) -> None:
    result = run("sitrep", *words, "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert why in result.output
