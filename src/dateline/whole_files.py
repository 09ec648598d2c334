"""Whole files: there when they are finished, and as they were before if not, also when two processes write at once."""

import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError

_SPARED_SECONDS: Final = 86_400  # another version of Dateline may be at work with a younger one, or making it


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give an empty file to write to, which takes the place of `path` in the end; after an error all is as before.

    Raises:
        OSError: the folder is not there or cannot be written to.
    """
    part = path.with_name(f"{path.stem}.{secrets.token_hex(4)}.part")
    part.touch(exist_ok=False)
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_whole(path: Path, data: str | bytes) -> None:
    """Write a file that a user asked for, whole or not at all.

    Raises:
        DatelineError: it cannot be written there.
    """
    try:
        with whole(path) as part:
            part.write_bytes(data.encode() if isinstance(data, str) else data)
    except OSError as error:
        raise DatelineError(f"{path}: cannot be written: {error.strerror or error}") from error


def clear_away(kept: Path, patterns: Iterable[str]) -> None:
    """Delete files beside one that are older than a day; whoever has one open can go on reading it.

    Args:
        kept: the one that stays.
        patterns: of the names of those that it stands in for.
    """
    for pattern in patterns:
        for old in kept.parent.glob(pattern):
            with suppress(OSError):  # gone already, or held by a system that lets nobody delete what is open
                if old != kept and time.time() - old.stat().st_mtime > _SPARED_SECONDS:
                    old.unlink()
