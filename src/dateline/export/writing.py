"""Writing: a format's file or folder, with METHOD.md and manifest.json beside it, there only when all are finished."""

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.export.formats import Counts, Format
from dateline.export.manifest import MANIFEST, manifest
from dateline.export.method import method
from dateline.export.taken import Taken

METHOD: Final = "METHOD.md"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: files by their places, how many rows of what, what was left out and why."""

    files: tuple[Path, ...]
    counts: Counts
    left_out: dict[str, int]


def export(format_: Format, taken: Taken, out: Path) -> Written:
    """Write a record in a format.

    A format of one file is written to `out`, with `out` + ".METHOD.md" and `out` + ".manifest.json" beside it; one of
    several files to the folder `out`, which holds METHOD.md and manifest.json too.

    Args:
        format_: the format.
        taken: what to write.
        out: the file or folder; what stood there is replaced when all is written.

    Raises:
        DatelineError: it cannot be written there, or the format needs a package that is not installed.
    """
    if not format_.suffix and out.exists() and not _ours(out):
        raise DatelineError(f"{out}: is there already and no export; name another folder with --out")
    if format_.suffix and out.is_dir():
        raise DatelineError(f"{out}: is a folder; {format_.name} is a file")
    try:
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder:
            return _export(format_, taken, out, Path(folder))
    except OSError as error:
        raise DatelineError(f"{out}: cannot be written: {error.strerror or error}") from error


def _export(format_: Format, taken: Taken, out: Path, folder: Path) -> Written:
    draft = folder / "draft"
    if not format_.suffix:
        draft.mkdir()
    counts = format_.write(taken, draft, taken.options)
    files = sorted(draft.iterdir()) if draft.is_dir() else [draft]
    (folder / METHOD).write_text(method(format_, taken, counts), "utf-8", newline="\n")
    named = {path: path.name if draft.is_dir() else out.name for path in files}
    named[folder / METHOD] = METHOD if draft.is_dir() else f"{out.name}.{METHOD}"
    (folder / MANIFEST).write_text(manifest(format_, taken, counts, named), "utf-8", newline="\n")
    put = _put_folder if draft.is_dir() else _put_files
    return Written(tuple(put(draft, folder, out)), counts, dict(taken.left_out))


def _put_folder(draft: Path, folder: Path, out: Path) -> Iterable[Path]:
    for name in (METHOD, MANIFEST):
        (folder / name).replace(draft / name)
    draft.chmod(0o755)
    if out.exists():
        out.replace(folder / "old")
    draft.replace(out)
    shutil.rmtree(folder / "old", ignore_errors=True)
    return sorted(out.iterdir())


def _put_files(draft: Path, folder: Path, out: Path) -> Iterable[Path]:
    """Put the file in its place last: a manifest without its file is seen to be unfinished."""
    placed = []
    for path, name in ((folder / MANIFEST, MANIFEST), (folder / METHOD, METHOD)):
        target = out.with_name(f"{out.name}.{name}")
        path.replace(target)
        placed.append(target)
    draft.replace(out)
    return [out, *placed]


def _ours(out: Path) -> bool:
    return out.is_dir() and ((out / MANIFEST).is_file() or not any(out.iterdir()))
