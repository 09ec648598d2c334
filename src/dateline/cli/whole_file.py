"""Whole file: a file that is there when it is finished, and as it was before if it is not."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TextIO, cast

from dateline.errors import DatelineError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a file to write; it takes its name when all is written.

    Raises:
        DatelineError: it cannot be written there.
    """
    try:
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            unfinished = Path(file.name)
            try:
                yield cast(TextIO, file)
            except BaseException:
                unfinished.unlink()
                raise
        unfinished.chmod(0o644)  # a temporary file is its owner's alone
        unfinished.replace(path)
    except OSError as error:
        raise DatelineError(f"{path}: cannot be written: {error.strerror or error}") from error
