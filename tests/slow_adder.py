"""`python -m tests.slow_adder RECORD FOLDER JOBS`: what `dateline add` does, with toy stages that take their time."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.intake import Way, add, refresh
from dateline.model.report import Report
from dateline.pipeline import Source, Sources
from dateline.store import Linking, RawReport, open_record
from tests import fakes

READING, LINKING = 0.001, 0.05  # seconds


def clean(raw: RawReport) -> Report:
    time.sleep(READING)
    return fakes.clean(raw)


def link(linking: Linking) -> Callable[[Sequence[str]], None]:
    time.sleep(LINKING)
    return fakes.FAKES.link(linking)


STAGES = fakes.FAKES._replace(clean=clean, link=link)


def main(record: Path, folder: Path, jobs: int) -> None:
    """Add the folder's reports and reckon; says "begin" first, so that a test knows when to count from."""
    sources = Sources(tuple(Source(path.name, path) for path in sorted(folder.iterdir())))
    sys.stdout.write("begin\n")
    sys.stdout.flush()
    with open_record(record, create=True) as opened:
        add(opened, sources, Way(stages=STAGES, jobs=jobs))
        refresh(opened, STAGES)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
