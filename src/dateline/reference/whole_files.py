"""Files of the cache: written whole or not at all, also when two processes do so at once, and cleared away when old."""

import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_SPARED_SECONDS: Final = 86_400  # another version of Dateline may be at work with a younger one, or making it


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give an empty file to write to, which takes the place of `path` in the end; after an error all is as before.

    Raises:
        OSError: the folder is not there or cannot be written to.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


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
