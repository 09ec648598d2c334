"""Workers: the same work in several processes, its results in the order of what was given."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Final, TypeVar

from dateline.errors import DatelineError

Given = TypeVar("Given")
Made = TypeVar("Made")

AHEAD: Final = 2  # pieces of work that wait for each process: enough to keep it busy, few enough to bound memory


def in_order(work: Callable[[Given], Made], given: Iterable[Given], *, jobs: int) -> Iterator[Made]:
    """Yield `work(piece)` for each piece given, in order; with one job in this process, else in `jobs` others.

    Args:
        work: a function of a module, so that another process can find it.
        given: taken only as far as there is room, so that memory stays bounded.
        jobs: how many processes.

    Raises:
        DatelineError: a process was ended from outside.
    """
    if jobs == 1:
        yield from map(work, given)
        return
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        yield from _windowed(pool, work, given, room=jobs * AHEAD)
    except BrokenProcessPool as error:
        raise DatelineError("a worker process was ended from outside (out of memory?). Try --jobs 1") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def resting_collector() -> Iterator[None]:
    """Let Python's search for reference cycles rest while the block runs.

    Reports, trees and claims have no cycles: they go when nothing refers to them any more. Going through a batch of
    them again and again costs a twentieth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _windowed(
    pool: ProcessPoolExecutor, work: Callable[[Given], Made], given: Iterable[Given], *, room: int
) -> Iterator[Made]:
    window: deque[Future[Made]] = deque()
    for piece in given:
        window.append(pool.submit(work, piece))
        if len(window) >= room:
            yield window.popleft().result()
    while window:
        yield window.popleft().result()


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end when the parent does: nobody would end an orphan that waits for work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
