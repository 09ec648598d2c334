import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from dateline.cli.group import COMMANDS, dateline
from dateline.store.database import Database
from tests.cli.running import FALL, LISTS, record_of, run


@pytest.mark.parametrize("command", [*LISTS, "reread", "export claims", "explain i1", "page o.html"])
def test_without_a_record_every_command_says_how_to_make_one(tmp_path: Path, command: str) -> None:
    result = run(*command.split(), "--record", tmp_path / "none.db")
    assert result.exit_code == 2
    assert "there is no record here" in result.stderr
    assert "dateline add" in result.stderr


def test_a_record_of_a_newer_version(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    database = Database(path, create=False)
    database.run("PRAGMA user_version = 99")
    database.close()
    for command in (["incidents"], ["add", str(tmp_path / "reports")]):
        result = run(*command, "--record", path)
        assert (result.exit_code, "newer version" in result.stderr) == (2, True)


@pytest.mark.parametrize("line", ["add", "nonsense", "incidents --on yesterday", "export all", "annotate none.txt"])
def test_wrong_use(line: str) -> None:
    result = run(*line.split())
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_a_wrong_day_is_told_how_a_day_is_written() -> None:
    assert "write it like 2015-04-25" in run("incidents", "--on", "yesterday").stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_begins_as_its_line_in_the_list(name: str) -> None:
    command = dateline.get_command(click.Context(dateline), name)
    assert command is not None
    assert command.name == name
    assert command.help
    assert "dateline " + name in command.help
    assert run(name, "--help").exit_code == 0


def test_help_loads_neither_rich_nor_numpy_nor_any_stage() -> None:
    script = "from dateline.cli.group import dateline; dateline(['--help'], standalone_mode=False)"
    script += "; import sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"rich", "numpy", "sqlite3", "trafilatura", "dateline.pipeline"} & set(loaded)


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    path = record_of(tmp_path, **{f"r{n}": f"Place{n} fell to {'Front ' * 50}on 2015-04-25." for n in range(99)})
    for command in (["export", "claims"], ["incidents"]):
        process = subprocess.Popen(
            [sys.executable, "-m", "dateline", *command, "--record", str(path)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ,
        )  # fmt: skip
        assert process.stdout and process.stderr
        process.stdout.read(20)
        process.stdout.close()
        assert (process.wait(30), process.stderr.read()) == (0, "")
        process.stderr.close()


def test_a_misspelt_command_names_those_like_it() -> None:
    result = run("incident")
    assert result.exit_code == 2
    assert "Perhaps you mean incidents" in result.stderr
