"""`dateline why-not`, with the stages themselves: what it prints of a line, and what it says of lines that are none."""

from pathlib import Path

import pytest
from click.testing import Result

from dateline.pipeline import STAGES
from tests.cli.running import run
from tests.extract.read_text import read

TEXT = "Quiet in the port\n\nThe rebels took the chance on Friday.\nRockets hit a mill near Taiz in Yemen.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    read("Weights are there.")  # else the test is skipped
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def why_not(where: str) -> Result:
    return run("why-not", where, stages=STAGES)


def test_a_sentence_without_a_claim_says_why(report: Path) -> None:
    result = why_not(f"{report}:3")
    assert result.exit_code == 0, result.output
    assert "“The rebels took the chance on Friday.”" in result.stdout
    assert "took (event): no pattern fits" in result.stdout
    assert "capture.seize@1 (Territory taken): patient must be place; it is chance" in result.stdout
    assert "Rockets" not in result.stdout


def test_a_sentence_with_a_claim_shows_it(report: Path) -> None:
    told = why_not(f"{report}:4").stdout
    assert "hit (event): read" in told
    assert "shelling.hit@1 (Shelling/artillery/missile attack): fits" in told
    assert "Shelling/artillery/missile attack, Taiz, " in told


def test_a_sentence_without_any_trigger_says_so(report: Path) -> None:
    assert "no word of it is asked for by any pattern" in why_not(f"{report}:1").stdout


@pytest.mark.parametrize(
    ("line", "told"), [("", "names no line"), (":x", "names no line"), (":9", "has no line 9"), (":2", "is no part of")]
)
def test_what_is_no_line_of_the_text_is_an_error(report: Path, line: str, told: str) -> None:
    result = why_not(f"{report}{line}")
    assert result.exit_code == 2
    assert told in result.output


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "there is no file" in why_not(f"{tmp_path}/b.txt:1").output
