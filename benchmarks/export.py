"""Time and memory of exporting a record of made-up claims as tables: Parquet and CSV.

The record is that of benchmarks/link.py, linked and reckoned; half of its claims are events, half tolls. With --times
it is repeated under other ids, which makes a large record sooner. Each export runs in a process of its own, so that its
peak of memory is its own.
"""

import argparse
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from benchmarks.link import days, put
from dateline.export.formats import named
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.export.writing import export
from dateline.intake import refresh
from dateline.store import open_record, open_view

FORMATS: Final = ("parquet", "csv")


def made(path: Path, claims: int) -> int:
    """Write a record of about that many claims; return how many they are."""
    with open_record(path, create=True) as record:
        events = put(record, claims // 2, days())
        refresh(record)
    return 2 * events


ID: Final = re.compile(r'"((?:t?c|i|t)[0-9a-f]{16}|r\d+-\d+)"')
"""An id in the JSON of a claim, incident or toll of a made-up record."""


def repeated(path: Path, times: int) -> None:
    """Repeat the reports, claims, incidents and tolls of a record until it holds them so many times."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.create_function("again", 2, lambda body, mark: ID.sub(rf'"\1.{mark}"', body), deterministic=True)
        for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            base.execute(f"DROP TRIGGER {name}")  # the copies are neither chained nor to be linked
        (step,) = base.execute("SELECT max(number) FROM reading").fetchone()
        base.execute("BEGIN")
        for mark in range(1, times):
            for statement in REPEATED:
                base.execute(statement, {"mark": str(mark), "more": mark * step})
        base.execute("COMMIT")


REPEATED: Final = (
    "INSERT INTO report SELECT number + :more, id || '.' || :mark, file, metadata, raw FROM report "
    "WHERE id NOT GLOB '*.*'",
    "INSERT INTO reading SELECT number + :more, report || '.' || :mark, engine, published, outlet, title, text, "
    "origin, body FROM reading WHERE report NOT GLOB '*.*'",
    "INSERT INTO claim SELECT reading + :more, position, id || '.' || :mark, kind, stance, first, after, place, "
    "again(body, :mark) FROM claim WHERE id NOT GLOB '*.*'",
    "INSERT INTO incident SELECT id || '.' || :mark, tied, again(body, :mark) FROM incident WHERE id NOT GLOB '*.*'",
    "INSERT INTO toll SELECT id || '.' || :mark, incident || '.' || :mark, people || '.' || :mark, rank, "
    "again(body, :mark) FROM toll WHERE id NOT GLOB '*.*'",
)
"""Copies of all that bears no mark yet: `mark` is added to ids, `more` to the numbers of readings."""


def measure(path: Path, name: str, out: Path) -> str:
    """Export a record in this process; return rows, seconds of processor and clock, and the peak in MB."""
    clock, processor = time.perf_counter(), time.process_time()
    with open_view(path) as view:
        rows = sum(export(named(name), Taken(view, Options()), out).counts.values())
    spent = time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{rows} {spent:.1f} {time.perf_counter() - clock:.1f} {peak:.0f}"


def measured(path: Path, name: str, out: Path) -> str:
    """Export a record in a process of its own; return what `measure` does."""
    command = [sys.executable, "-m", "benchmarks.export", "--measure", str(path), name, str(out)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    """Print one row for each size and format."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("claims", type=int, nargs="*", default=[10_000, 100_000])
    ask.add_argument("--times", type=int, default=1, help="repeat each record so many times")
    ask.add_argument("--measure", nargs=3, metavar=("RECORD", "FORMAT", "OUT"), help="export one record and print it")
    given = ask.parse_args()
    if given.measure:
        record, name, out = given.measure
        print(measure(Path(record), name, Path(out)))
        return
    print(f"{'claims':>9} {'format':>8} {'rows':>9} {'processor':>9} {'clock':>7} {'µs a row':>8} {'peak MB':>8}")
    for number in given.claims:
        with tempfile.TemporaryDirectory() as folder:
            count = made(Path(folder) / "r.db", number) * given.times
            repeated(Path(folder) / "r.db", given.times)
            for name in FORMATS:
                rows, spent, clock, peak = measured(Path(folder) / "r.db", name, Path(folder) / f"out-{name}").split()
                cost = float(spent) / int(rows) * 1e6
                print(f"{count:9} {name:>8} {rows:>9} {spent:>8}s {clock:>6}s {cost:8.1f} {peak:>8}", flush=True)


if __name__ == "__main__":
    main()
