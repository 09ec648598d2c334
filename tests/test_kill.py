"""A record whose making was killed again and again equals the one made in peace."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

REPORTS = 240
ROOT = Path(__file__).parent.parent
TABLES = ("report", "reading", "claim", "place", "incident", "link", "toll", "spell", "reckoned")


def folder_of_reports(folder: Path) -> Path:
    """Reports on a few places, so that they link; some cannot be read, some are there twice."""
    folder.mkdir()
    for number in range(REPORTS):
        killed = f", {number % 7} killed" if number % 3 else ""
        text = f"Place{number % 40} fell to North Front on 2015-04-{1 + number % 28:02}{killed}. Told by {number // 2}."
        (folder / f"{number:03}.txt").write_text("unreadable" if number % 50 == 7 else text, "utf-8")
    return folder


def start(record: Path, folder: Path, jobs: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.slow_adder", str(record), str(folder), str(jobs)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "begin\n"
    return process


def finish(process: "subprocess.Popen[str]") -> int:
    process.communicate(timeout=60)
    return process.returncode


def contents(record: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the record but the log's, which tells how it came about."""
    with closing(sqlite3.connect(record)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {table: plain.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}


@pytest.mark.slow
@pytest.mark.parametrize(("jobs", "kills", "longest"), [(1, 50, 0.25), (2, 8, 0.8)])
def test_a_record_killed_while_it_was_made_equals_one_made_in_peace(
    tmp_path: Path, jobs: int, kills: int, longest: float
) -> None:
    folder = folder_of_reports(tmp_path / "reports")
    assert finish(start(tmp_path / "peace.db", folder, 1)) == 0
    peace = contents(tmp_path / "peace.db")
    assert len(peace["report"]) > REPORTS / 3
    moments, landed, number = random.Random(2015), 0, 0
    while landed < kills:
        record = tmp_path / f"{number}.db"
        number += 1
        landed += killed_until_done(record, folder, jobs, [moments.uniform(0, longest) for _ in range(kills - landed)])
        assert contents(record) == peace


def killed_until_done(record: Path, folder: Path, jobs: int, moments: list[float]) -> int:
    """Make a record, killing the process at these moments until it ends by itself; return how many kills landed."""
    for landed, moment in enumerate(moments):
        process = start(record, folder, jobs)
        time.sleep(moment)
        process.kill()
        if finish(process) == 0:
            return landed
    assert finish(start(record, folder, jobs)) == 0
    return len(moments)


PLACES = ("Binnish", "Saraqib", "Taftanaz", "Ariha", "Harim", "Salqin")


def folder_of_real_reports(folder: Path) -> Path:
    """Reports that the real stages find claims in."""
    folder.mkdir()
    for number in range(160):
        place, dead = PLACES[number % len(PLACES)], 3 + number % 17
        lead = f"Rebels of the Al-Nusra Front captured {place} on Sunday, a monitor said."
        rest = f"At least {dead} soldiers died and {number} others were wounded, according to witness {number}."
        text = f"BEIRUT, April {1 + number % 28}, 2015 - {lead} {rest}"
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


@pytest.mark.slow
def test_the_real_program_killed_while_it_adds_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = folder_of_real_reports(tmp_path / "reports")
    peace, killed = tmp_path / "peace.db", tmp_path / "killed.db"
    before = time.monotonic()
    assert add(folder, peace).wait(120) == 0
    needed, moments = time.monotonic() - before, random.Random(2015)
    for _ in range(6):
        process = add(folder, killed)
        time.sleep(moments.uniform(needed / 4, needed))
        process.kill()
        process.wait()
    assert add(folder, killed).wait(120) == 0
    assert contents(killed) == contents(peace)
    assert len(contents(peace)["claim"]) > 160


def add(folder: Path, record: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "dateline", "add", str(folder), "--record", str(record)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
