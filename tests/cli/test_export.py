import json
from pathlib import Path

import pytest

from tests.cli.running import FALL, OTHER, record_of, run


@pytest.mark.parametrize("what", ["claims", "incidents", "tolls", "control"])
def test_export_to_a_file_and_to_stdout_are_the_same(tmp_path: Path, what: str) -> None:
    path = record_of(tmp_path, a=FALL, b=OTHER)
    out = tmp_path / "out.jsonl"
    assert run("export", what, "--out", out, "--record", path).exit_code == 0
    assert out.read_text("utf-8") == run("export", what, "--record", path).stdout
    assert all(json.loads(line)["id"] for line in out.read_text("utf-8").splitlines())


def test_export_to_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = run("export", "claims", "--out", tmp_path / "no" / "out.jsonl", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
