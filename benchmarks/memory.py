"""Memory of a program and all that it starts, at each moment: what several of them share is counted once.

Linux tells it as each process's proportional set size (Documentation/filesystems/proc.rst, smaps_rollup).
"""

import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc")
EVERY: Final = 0.25  # seconds between two looks


def peak_of(command: Sequence[str]) -> tuple[str, float, float | None]:
    """Run a command; return what it printed, the seconds it took and the peak megabytes, None where nothing tells them.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    peak, start = 0, time.perf_counter()
    with tempfile.TemporaryFile("w+") as printed:  # a pipe would fill up and stop it
        with subprocess.Popen(command, stdout=printed, stderr=subprocess.STDOUT) as running:
            while running.poll() is None:
                peak = max(peak, sum(map(_kilobytes, _tree(running.pid))))
                time.sleep(EVERY)
        taken = time.perf_counter() - start
        printed.seek(0)
        told = printed.read()
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command, told)
    return told, taken, peak / 1024 or None


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and all that it and its threads started."""
    yield pid
    for told in PROC.glob(f"{pid}/task/*/children"):
        for child in _read(told).split():
            yield from _tree(int(child))


def _kilobytes(pid: int) -> int:
    lines = _read(PROC / str(pid) / "smaps_rollup").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended
        return ""
