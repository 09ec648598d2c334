"""Finding reports: files, folders and patterns of names, in a stable order, with what was left out and why."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dateline.sources.formats import SUFFIXES

_TABLES: Final = {".csv", ".tsv"}
_NOT_REPORTS: Final = ("readme", "license", "licence", "notice", "changelog")


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A file to read: its path, and the name that the record keeps (within the folder that was given)."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """A path that gives no report, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """The reports found, in order; what was skipped on purpose; and what was asked for and is not there."""

    reports: tuple[FoundReport, ...]
    skipped: tuple[Note, ...]
    errors: tuple[Note, ...]


def find_reports(paths: Sequence[Path]) -> Found:
    """Expand files, folders (with all below them) and patterns such as `news/*.html`.

    Args:
        paths: what the user names. A file is taken whatever its suffix, except tables; in folders only suffixes that a
            reader knows count.

    Returns:
        Each file once, in the order given, within folders by name. A path that is not there, a pattern that fits
        nothing and a folder without reports are errors.

    """
    search = _Search()
    for path in paths:
        search.add(path)
    return Found(tuple(search.reports.values()), tuple(search.skipped), tuple(search.errors))


@dataclass(slots=True)
class _Search:
    """What has been found so far; files by their real path."""

    reports: dict[Path, FoundReport] = field(default_factory=dict)
    skipped: list[Note] = field(default_factory=list)
    errors: list[Note] = field(default_factory=list)

    def add(self, path: Path) -> None:
        """Add whatever the path names."""
        if path.is_dir():
            self._add_folder(path)
        elif path.exists():
            self._add_file(path, path.name)
        elif glob.has_magic(str(path)):
            self._add_pattern(path)
        else:
            self.errors.append(Note(path, "there is no such file or folder"))

    def _add_file(self, path: Path, name: str) -> bool:
        """Add a file unless it is a table; tell whether it is a report."""
        if path.suffix.casefold() in _TABLES:
            self.skipped.append(Note(path, "is a table; give it with --metadata"))
            return False
        self.reports.setdefault(path.resolve(), FoundReport(path, name))
        return True

    def _add_pattern(self, path: Path) -> None:
        """Add what a pattern fits."""
        fitting = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207  the pattern may be absolute
        if not fitting:
            self.errors.append(Note(path, "no file fits this pattern"))
        for one in map(Path, fitting):
            if not one.is_dir():
                self._add_file(one, one.name)

    def _add_folder(self, folder: Path) -> None:
        """Add the reports of a folder and all below it."""
        found = 0
        for path in _walk(folder, self.errors):
            reason = _why_not(path)
            if reason:
                self.skipped.append(Note(path, reason))
            else:
                found += self._add_file(path, path.relative_to(folder).as_posix())
        if not found:
            kinds = ", ".join(sorted(SUFFIXES))
            self.errors.append(Note(folder, f"the folder holds no reports ({kinds})"))


def _walk(folder: Path, errors: list[Note]) -> Iterator[Path]:
    """Yield the files of a folder and all below it by name; hidden folders stay closed, and so do locked ones."""

    def refused(error: OSError) -> None:
        errors.append(Note(Path(error.filename), f"cannot be opened: {error.strerror}"))

    for parent, folders, files in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(files))


def _why_not(path: Path) -> str | None:
    """Return why a file of a folder is no report, or None."""
    if path.name.startswith("."):
        return "is hidden"
    if path.stem.casefold() in _NOT_REPORTS:
        return "is about the folder"
    suffix = path.suffix.casefold()
    return None if suffix in SUFFIXES or suffix in _TABLES else f"no reader for {suffix or 'a file without suffix'}"
