"""Zipped: ZIP files that are the same bytes for the same contents."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name; a real one would make two exports of one record differ."""


@contextmanager
def entry(archive: zipfile.ZipFile, name: str) -> Iterator[TextIO]:
    """Open an entry of an archive to write text into it, as it comes."""
    with (
        archive.open(_info(name), "w", force_zip64=True) as raw,
        io.TextIOWrapper(raw, "utf-8", newline="", write_through=False) as text,
    ):
        yield text


def repack(given: Path, out: Path, change: dict[str, bytes]) -> None:
    """Write an archive anew without its times and with some entries replaced.

    Args:
        given: the archive.
        out: where to write.
        change: new contents by name.
    """
    with zipfile.ZipFile(given) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in sorted(old.infolist(), key=lambda one: (one.filename != "[Content_Types].xml", one.filename)):
            with new.open(_info(info.filename), "w", force_zip64=True) as target:
                if info.filename in change:
                    target.write(change[info.filename])
                    continue
                with old.open(info) as source:
                    while some := source.read(1 << 20):
                        target.write(some)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, NO_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
