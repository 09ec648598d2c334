"""What reading reports costs, from their files to the record, beside the bare encoder over the same text.

Run from the repository's root: python -m benchmarks.pipeline [--reports N] [--text FOLDER] [--peak N] [--cold]

Annotating, `dateline add` and the bare encoder take turns over the same few reports, over and over, and processor time
is summed: what else the machine does then weighs on all of them alike. Two processes are timed by the clock.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.encoder import BareEncoder, by_length, packed
from benchmarks.generated import write_reports
from benchmarks.memory import peak_of
from dateline.annotate import Annotator
from dateline.intake import Way, add, load, refresh
from dateline.model.report import Report
from dateline.pipeline import Source, Sources, clean, find
from dateline.store import Record, open_record

TURN: Final = 16  # reports between two turns: a second's work
# Runs the command, then prints the peaks of this process and of the largest that it started. Where the kernel tells it,
# its own is that of its memory alone: the usage of a process counts what the one that started it had, too.
PEAK: Final = """
import pathlib, resource, sys
from dateline.cli import main
try:
    main()
finally:
    status = pathlib.Path("/proc/self/status")
    told = [line.split()[1] for line in status.open() if line.startswith("VmHWM")] if status.exists() else []
    print(told[0] if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@dataclass(slots=True)
class Measured:
    """Reports and words gone through, and the processor seconds of each way through them."""

    reports: int = 0
    words: int = 0
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def time(self, name: str, work: Callable[[], object]) -> None:
        """Run `work` and add its time to what bears the name."""
        start = time.process_time()
        work()
        self.seconds[name] += time.process_time() - start


def main() -> None:
    """Measure and print what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--reports", type=int, default=300, help="how many generated reports")
    parser.add_argument("--text", type=Path, help="a folder of reports to read instead")
    parser.add_argument("--peak", type=int, metavar="N", help="peak memory of adding N generated reports, nothing else")
    parser.add_argument("--jobs", type=int, default=2, help="processes for --peak")
    parser.add_argument("--cold", action="store_true", help="time of one report in a new process, nothing else")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.cold:
            print(f"one report, cold start included  {cold_start(folder):.2f} s")
        elif options.peak:
            _print_peak(folder, options.peak, options.jobs)
        else:
            _print_speed(options.text or _generated(folder, options.reports), folder)


def measure(sources: Sources, record: Path) -> Measured:
    """Take the reports through annotation, through `add`, and through the bare encoder, in turns.

    Args:
        sources: the reports.
        record: a record to make.
    """
    found, annotator, encoder = Measured(), Annotator.load(threads=1), BareEncoder()
    _warm_up(sources, record.with_suffix(".warm"))
    with open_record(record, create=True) as opened:
        for turn in _turns(sources.files, TURN):
            reports = [clean(load(source)) for source in turn]
            _measure_turn(found, reports, annotator, encoder)
            found.time("add", partial(add, opened, Sources(turn), Way()))
        found.time("add", partial(refresh, opened))
        _print_record(opened)
    return found


def _measure_turn(found: Measured, reports: Sequence[Report], annotator: Annotator, encoder: BareEncoder) -> None:
    annotated = [annotator.annotate_one(report) for report in reports]
    found.reports += len(reports)
    found.words += sum(len(sentence.tokens) for one in annotated for sentence in one.sentences)
    pieces = [encoder.encoded(one) for one in annotated]
    rows, batches = packed(pieces), list(by_length([sentence for one in pieces for sentence in one]))
    found.time("annotate", lambda: [annotator.annotate_one(report) for report in reports])
    found.time("encoder, packed rows", lambda: encoder.run(rows))
    found.time("encoder, batches of 32", lambda: encoder.run(batches))


def in_processes(sources: Sources, record: Path, jobs: int) -> float:
    """Return the seconds by the clock that `add` takes in so many processes, their start included."""
    start = time.perf_counter()
    with open_record(record, create=True) as opened:
        add(opened, sources, Way(jobs=jobs))
        refresh(opened)
    return time.perf_counter() - start


def in_threads(reports: Iterable[Report], threads: int) -> float:
    """Return the seconds by the clock that annotating takes with so many threads."""
    annotator, given = Annotator.load(threads=threads), list(reports)
    start = time.perf_counter()
    for report in given:
        annotator.annotate_one(report)
    return time.perf_counter() - start


def cold_start(folder: Path) -> float:
    """Return the least seconds of three in which a new process adds one report to a new record."""
    write_reports(folder, 1)
    (report,) = folder.glob("*/*.txt")
    taken = []
    for number in range(3):
        start = time.perf_counter()
        command = [sys.executable, "-m", "dateline", "add", str(report), "--record", str(folder / f"{number}.db")]
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


@dataclass(frozen=True, slots=True)
class Peaks:
    """Peak megabytes while reports are added, and the seconds that it took.

    Of the process that keeps the record, of its largest worker (0 without workers), and of all of them together at one
    moment, None where the system does not tell.
    """

    own: float
    worker: float
    together: float | None
    seconds: float


def peak_memory(folder: Path, count: int, jobs: int) -> Peaks:
    """Return the peaks of memory of adding so many generated reports in so many processes."""
    reports = _generated(folder, count)
    command = [sys.executable, "-c", PEAK, "add", str(reports), "--record", str(folder / "peak.db")]
    told, seconds, together = peak_of([*command, "--jobs", str(jobs)])
    own, worker = (int(line) / 1024 for line in told.split()[-2:])
    return Peaks(own, worker if jobs > 1 else 0.0, together, seconds)


def _generated(folder: Path, count: int) -> Path:
    write_reports(folder / "reports", count)
    return folder / "reports"


def _warm_up(sources: Sources, record: Path) -> None:
    """Add a few reports, so that what is loaded or compiled when first used is not counted."""
    with open_record(record, create=True) as opened:
        add(opened, Sources(sources.files[:TURN]), Way())
        refresh(opened)


def _turns(files: Iterable[Source], size: int) -> Iterator[tuple[Source, ...]]:
    pending = iter(files)
    while turn := tuple(islice(pending, size)):
        yield turn


def _print_speed(texts: Path, folder: Path) -> None:
    sources = find([str(texts)], None)
    found = measure(sources, folder / "one.db")
    print(f"{found.reports} reports, {found.words} words (punctuation counted); processor time of one process")
    print(f"{'':26}{'words/s':>9}{'reports/s':>11}{'µs/word':>9}")
    for name, seconds in found.seconds.items():
        _print_row(name, found, seconds)
    for name in ("encoder, packed rows", "encoder, batches of 32"):
        bare = found.seconds[name]
        print(f"{name}: annotate costs {found.seconds['annotate'] / bare:.2f} times as much, "
              f"add {found.seconds['add'] / bare:.2f} times")  # fmt: skip
    print("by the clock:")
    reports = [clean(load(source)) for source in sources.files]
    _print_row("annotate, two threads", found, in_threads(reports, 2))
    for jobs in (1, 2):
        _print_row(f"add, {jobs} process{'es' * (jobs > 1)}", found, in_processes(sources, folder / f"{jobs}.db", jobs))


def _print_row(name: str, found: Measured, seconds: float) -> None:
    rates = f"{found.words / seconds:9.0f}{found.reports / seconds:11.1f}{seconds / found.words * 1e6:9.1f}"
    print(f"{name:26}{rates}")


def _print_record(record: Record) -> None:
    print(", ".join(f"{number} {what}" for what, number in record.view.counts().items()))


def _print_peak(folder: Path, count: int, jobs: int) -> None:
    peaks = peak_memory(folder, count, jobs)
    together = peaks.together or peaks.own + jobs * peaks.worker
    print(f"{count} reports, jobs {jobs}, {peaks.seconds:.0f} s: {together:.0f} MB at most together")
    print(f"{peaks.own:.0f} MB in the process that keeps the record, {peaks.worker:.0f} MB in its largest worker")


if __name__ == "__main__":
    main()
