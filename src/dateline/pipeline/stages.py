"""The stages in order, each of which is imported when it is first used."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dateline.model.annotated import Annotated
from dateline.model.claim import Claim
from dateline.model.incident import Incident
from dateline.model.reading import Reading
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.pipeline.at_hand import AtHand
from dateline.store import Linking, RawReport

if TYPE_CHECKING:
    from dateline.sources import Metadata, Row

POLICY: Final = "range"  # least and most reported: takes nothing away and makes nothing up
POLICY_NAMES: Final = (POLICY, "acled", "ucdp", "corroborated")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: the name it goes by in the record, where it lies, and its row of the user's table."""

    file: str
    path: Path
    metadata: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What the names of files, folders and patterns stand for: files to read, what is left out and why, and notes.

    `missing` are names that stand for nothing; `notes` are rows of the user's table about none of the files.
    """

    files: tuple[Source, ...]
    skipped: tuple[Failure, ...] = ()
    missing: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()


Reports = Mapping[str, Report]
"""Reports by id."""


class Stages(NamedTuple):
    """The stages in order: the first lists files, four see a report at a time, one links, two see all claims."""

    find: Callable[[Sequence[str], Path | None], Sources]
    clean: Callable[[RawReport], Report]
    annotate: Callable[[Report], Annotated]
    extract: Callable[[Annotated], tuple[Reading, ...]]
    resolve: Callable[[Annotated, tuple[Reading, ...]], tuple[Claim, ...]]
    link: Callable[[Linking], Callable[[Sequence[str]], None]]
    reckon_tolls: Callable[[Sequence[Incident], Iterable[Claim], Reports], Sequence[Toll]]
    reckon_control: Callable[[Iterable[Claim]], Sequence[Spell]]


def find(names: Sequence[str], table: Path | None) -> Sources:
    """List the files that names of files, folders and patterns stand for, each with its row of the user's table.

    Raises:
        MetadataError: the table cannot be used.
    """
    from dateline.sources import Metadata, find_reports

    metadata = Metadata.load(table) if table else Metadata({})
    found = find_reports([Path(name) for name in names])
    files = tuple(Source(one.name, one.path, _cells(metadata, one.path, one.name)) for one in found.reports)
    skipped = [note for note in found.skipped if not (table and table.exists() and note.path.samefile(table))]
    return Sources(
        files,
        tuple(Failure(str(note.path), note.reason) for note in skipped),
        tuple(Failure(str(note.path), note.reason) for note in found.errors),
        metadata.unmatched([*(one.path.as_posix() for one in found.reports), *(one.name for one in found.reports)]),
    )


def _cells(metadata: "Metadata", path: Path, name: str) -> dict[str, str] | None:
    """Return the row about a file as the record keeps it: plain text, without what is not known."""
    row = metadata.row(path.as_posix()) or metadata.row(name)
    if row is None:
        return None
    return {cell.name: str(getattr(row, cell.name)) for cell in fields(row) if getattr(row, cell.name) is not None}


def clean(raw: RawReport) -> Report:
    """Decode a report's bytes and take off what is not its text."""
    from dateline.sources import read_bytes

    return read_bytes(raw.data, raw.file, _row(raw.metadata) if raw.metadata is not None else None)


def _row(cells: dict[str, str]) -> "Row":
    from dateline.sources import Row

    told: dict[str, Any] = {**cells, "number": int(cells["number"])}
    if "published" in cells:
        told["published"] = dt.date.fromisoformat(cells["published"])
    return Row(**told)


def annotate(report: Report) -> Annotated:
    """Find sentences, words, trees and mentions."""
    return _annotations().of(report)


@cache
def _annotations() -> AtHand:
    from dateline.annotate import Annotator

    return AtHand(Annotator.load(threads=1).annotate_one)


def extract(annotated: Annotated) -> tuple[Reading, ...]:
    """Find claims as read."""
    from dateline.extract import extract as stage

    return stage(annotated)


def resolve(annotated: Annotated, readings: tuple[Reading, ...]) -> tuple[Claim, ...]:
    """Tell which actor, place, day and count the words mean."""
    from dateline.resolve import resolve as stage

    return stage(annotated, readings)


def link(linking: Linking) -> Callable[[Sequence[str]], None]:
    """Return what joins the event claims of one happening: for reports by their ids, among all that are linked."""
    from dateline.link import Relinker

    return Relinker(linking).link


def reckon_tolls(incidents: Sequence[Incident], claims: Iterable[Claim], reports: Reports) -> Sequence[Toll]:
    """Reckon how many were harmed, by incident."""
    from dateline.reckon import reckon_tolls as stage

    return stage(incidents, claims, POLICY, reports)


def reckon_control(claims: Iterable[Claim]) -> Sequence[Spell]:
    """Reckon who held which place over which days."""
    from dateline.reckon import reckon_control as stage

    return stage(claims)


STAGES: Final = Stages(find, clean, annotate, extract, resolve, link, reckon_tolls, reckon_control)
