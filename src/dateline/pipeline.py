"""Pipeline: the stages in order, how one report goes through them, and how the whole record is reckoned.

The only module that knows all stages. Each is imported when it is first used, so that a command which only shows the
record never loads the network.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import dateline
from dateline.errors import RecordError, ReportError, ResourceError
from dateline.model.annotated import Annotated
from dateline.model.claim import Claim
from dateline.model.incident import Incident, Link
from dateline.model.reading import Reading
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.store import Derived, RawReport, ReadReport

if TYPE_CHECKING:
    from dateline.annotate import Annotator

ENGINE: Final = dateline.__version__
POLICY: Final = "range"  # least and most reported: takes nothing away and makes nothing up
FAULT: Final = "a fault of Dateline's own, please report it"

log = logging.getLogger(__name__)


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


class Stages(NamedTuple):
    """The stages in order: the first lists files, four see one report at a time, three all claims of the record."""

    find: Callable[[Sequence[str], Path | None], Sequence[Source]]
    clean: Callable[[RawReport], Report]
    annotate: Callable[[Report], Annotated]
    extract: Callable[[Annotated], tuple[Reading, ...]]
    resolve: Callable[[Annotated, tuple[Reading, ...]], tuple[Claim, ...]]
    link: Callable[[Iterable[Claim], Iterable[Report]], tuple[tuple[Incident, ...], tuple[Link, ...]]]
    reckon_tolls: Callable[[Iterable[Incident], Iterable[Claim]], tuple[Toll, ...]]
    reckon_control: Callable[[Iterable[Claim]], tuple[Spell, ...]]


def find(names: Sequence[str], metadata: Path | None) -> Sequence[Source]:
    """List the files that names of files and folders and patterns stand for, with their rows of the user's table."""
    from dateline.sources import find_reports

    return find_reports(names, metadata)


def clean(raw: RawReport) -> Report:
    """Decode a report's bytes and take off what is not its text."""
    from dateline.sources import Metadata, read_report

    metadata = Metadata(**raw.metadata) if raw.metadata is not None else None
    return read_report(raw.data, file=raw.file, metadata=metadata)


def annotate(report: Report) -> Annotated:
    """Find sentences, words, trees and mentions."""
    return _annotator().annotate_one(report)


@cache
def _annotator() -> "Annotator":
    from dateline.annotate import Annotator

    return Annotator.load(threads=1)


def extract(annotated: Annotated) -> tuple[Reading, ...]:
    """Find claims as read."""
    from dateline.extract import extract as stage

    return stage(annotated)


def resolve(annotated: Annotated, readings: tuple[Reading, ...]) -> tuple[Claim, ...]:
    """Tell which actor, place, day and count the words mean."""
    from dateline.resolve import resolve as stage

    return stage(annotated, readings)


def link(claims: Iterable[Claim], reports: Iterable[Report]) -> tuple[tuple[Incident, ...], tuple[Link, ...]]:
    """Join event claims of one happening."""
    from dateline.link import link as stage

    return stage(claims, reports)


def reckon_tolls(incidents: Iterable[Incident], claims: Iterable[Claim]) -> tuple[Toll, ...]:
    """Reckon how many were harmed, by incident."""
    from dateline.reckon import reckon_tolls as stage

    return stage(incidents, claims, policy=POLICY)


def reckon_control(claims: Iterable[Claim]) -> tuple[Spell, ...]:
    """Reckon who held which place over which days."""
    from dateline.reckon import reckon_control as stage

    return stage(claims)


STAGES: Final = Stages(find, clean, annotate, extract, resolve, link, reckon_tolls, reckon_control)


def read(raw: RawReport, stages: Stages = STAGES) -> ReadReport:
    """Take one report from its bytes to its claims.

    Raises:
        ReportError: the report cannot be read.
    """
    report = stages.clean(raw)
    annotated = stages.annotate(report)
    claims = stages.resolve(annotated, stages.extract(annotated))
    _check(report, claims)
    return ReadReport(raw, report, claims)


def read_all(raws: Iterable[RawReport], stages: Stages = STAGES) -> Iterator[ReadReport | Failure]:
    """Take reports from their bytes to their claims, in order; one that fails is told of and stops no other."""
    for raw in raws:
        try:
            yield read(raw, stages)
        except ReportError as error:
            yield Failure(raw.file, str(error).removeprefix(f"{raw.file}: "))
        except (ResourceError, RecordError, MemoryError):
            raise  # these would befall every report
        except Exception as error:
            log.info("%s: failed", raw.file, exc_info=True)
            yield Failure(raw.file, f"{FAULT}: {type(error).__name__}: {error}")


def reckon(claims: Iterable[Claim], reports: Iterable[Report], stages: Stages = STAGES) -> Derived:
    """Reckon incidents, tolls and control from all claims of a record."""
    claims = tuple(claims)
    incidents, links = stages.link(claims, tuple(reports))
    return Derived(incidents, links, stages.reckon_tolls(incidents, claims), stages.reckon_control(claims))


def _check(report: Report, claims: Iterable[Claim]) -> None:
    """Hold claims to the first rule of the record: exact characters, and an id of their own."""
    seen: set[str] = set()
    for claim in claims:
        if claim.id in seen:
            raise ReportError(f"{FAULT}: two claims share the id {claim.id}")
        if any(report.text[quote.start : quote.end] != quote.text for quote in (claim.quote, *claim.also_quoted)):
            raise ReportError(f"{FAULT}: claim {claim.id} quotes what the report does not say")
        seen.add(claim.id)
