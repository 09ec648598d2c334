import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.workers import in_order

SCRIPT = """
import os, sys, time
from dateline.workers import in_order

def work(number):
    print(os.getpid(), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    list(in_order(work, range(2), jobs=2))
"""


def slow_first(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0)
    return number * number


def suicide(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def where(number: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    assert list(in_order(slow_first, range(9), jobs=jobs)) == [n * n for n in range(9)]


def test_one_job_needs_no_other_process() -> None:
    assert set(in_order(where, range(3), jobs=1)) == {os.getpid()}
    assert os.getpid() not in set(in_order(where, range(3), jobs=2))


def test_work_is_taken_only_as_far_as_there_is_room() -> None:
    taken = 0

    def given() -> Iterator[int]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield number

    results = in_order(slow_first, given(), jobs=2)
    next(results)
    assert taken < 10
    results.close()  # type: ignore[attr-defined]


def test_a_worker_that_is_killed_is_told_of() -> None:
    with pytest.raises(DatelineError, match="ended from outside"):
        list(in_order(suicide, range(3), jobs=2))


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        children = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    for _ in range(100):
        if not any(map(alive, children)):
            return
        time.sleep(0.1)
    pytest.fail("a worker outlived its parent")


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(") ", 1)[1][0]
    except FileNotFoundError:
        return False
    return state != "Z"  # nobody collects an orphan's end in a container without an init
