"""How the tests run the commands: on records of toy reports."""

import os
import re
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from dateline.cli.group import dateline
from dateline.pipeline import Stages
from tests.fakes import FAKES

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed."
LATER = "Afrin fell to North Front on 2015-04-26, 30 killed."
OTHER = "Binnish fell to East Front on 2015-03-28."
LISTS = ("incidents", "tolls", "control")


def run(*args: str | Path, stages: Stages = FAKES) -> Result:
    return CliRunner().invoke(dateline, [*map(str, args)], obj=stages)


def reports(folder: Path, **texts: str) -> Path:
    """A folder of reports by name."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def record_of(folder: Path, **texts: str) -> Path:
    """A record of these reports."""
    path = folder / "r.db"
    result = run("add", reports(folder / "reports", **texts), "--record", path)
    assert result.exit_code == 0, result.output
    return path


def first_ids(listing: str) -> list[str]:
    """The ids in a table's first column."""
    return re.findall(r"^ ?([cist][0-9a-f]{8,})", listing, re.MULTILINE)


def start(*args: str) -> "subprocess.Popen[str]":
    """The program in a process of its own, with toy stages."""
    script = "import sys; from dateline.cli.group import dateline; from tests.fakes import FAKES"
    command = [sys.executable, "-c", f"{script}; dateline(sys.argv[1:], obj=FAKES)", *args]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
