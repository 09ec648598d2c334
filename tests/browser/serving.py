"""Commands, servers and locks for tests in a browser."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTS_WITHIN = 60


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: `address` without a slash, `enter` the link that lets a reviewer in once."""

    address: str
    enter: str


def dateline(*arguments: str) -> None:
    """Run a command to its end."""
    subprocess.run([sys.executable, "-m", "dateline", *arguments], cwd=ROOT, check=True, capture_output=True)


@contextmanager
def running(record: Path) -> Iterator[Served]:
    """Serve a record on a free port."""
    command = [sys.executable, "-u", "-m", "dateline", "serve", "--port", str(free_port()), "--record", str(record)]
    environment = {name: value for name, value in os.environ.items() if name != "DATELINE_PASSWORD"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline() + process.stdout.readline()
            address = re.search(r"http://[^\s/]+", told)
            enter = re.search(r"http://\S+/enter\S+", told)
            assert address is not None, told
            await_answer(address[0])
            yield Served(address[0], enter[0] if enter else "")
        finally:
            process.terminate()


def await_answer(address: str) -> None:
    """Wait until the server listens."""

    host, port = address.removeprefix("http://").split(":")
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


def free_port() -> int:

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let one process at a time in."""
    while True:
        try:
            lock.mkdir()
        except FileExistsError:
            time.sleep(0.2)
        else:
            break
    try:
        yield
    finally:
        lock.rmdir()
