"""Time and memory of exporting a record of made-up claims as tables: Parquet and CSV.

The record is that of benchmarks/link.py, linked and reckoned; half of its claims are events, half tolls. Each export
runs in a process of its own, so that its peak of memory is its own.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.link import days, linked, put
from dateline.export.formats import named
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.export.writing import export
from dateline.pipeline import ENGINE, STAGES, reckon
from dateline.store import open_record, open_view
from dateline.workers import resting_collector

FORMATS: Final = ("parquet", "csv")


def made(path: Path, claims: int) -> int:
    """Write a record of about that many claims; return how many they are."""
    with open_record(path, create=True) as record:
        events = put(record, claims // 2, days())
        linked(record)
        state = record.state()
        with resting_collector():
            derived = reckon(record.view, STAGES)
        record.replace_derived(derived, state, ENGINE)
    return 2 * events


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
    ask.add_argument("--measure", nargs=3, metavar=("RECORD", "FORMAT", "OUT"), help="export one record and print it")
    given = ask.parse_args()
    if given.measure:
        record, name, out = given.measure
        print(measure(Path(record), name, Path(out)))
        return
    print(f"{'claims':>9} {'format':>8} {'rows':>9} {'processor':>9} {'clock':>7} {'µs a row':>8} {'peak MB':>8}")
    for number in given.claims:
        with tempfile.TemporaryDirectory() as folder:
            count = made(Path(folder) / "r.db", number)
            for name in FORMATS:
                rows, spent, clock, peak = measured(Path(folder) / "r.db", name, Path(folder) / f"out-{name}").split()
                cost = float(spent) / int(rows) * 1e6
                print(f"{count:9} {name:>8} {rows:>9} {spent:>8}s {clock:>6}s {cost:8.1f} {peak:>8}", flush=True)


if __name__ == "__main__":
    main()
