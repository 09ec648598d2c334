"""Pipeline: the stages in order, how one report goes through them, and how the whole record is reckoned.

The only module that knows all stages. Each is imported when it is first used, so that a command which only shows the
record never loads the network.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import dateline
from dateline.errors import RecordError, ReportError, ResourceError
from dateline.model.annotated import Annotated
from dateline.model.claim import Claim, TollClaim
from dateline.model.incident import Incident, Related
from dateline.model.reading import Reading
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Publication, Report
from dateline.store import Linking, RawReport, ReadReport, RecordView

if TYPE_CHECKING:
    from dateline.annotate import Annotator
    from dateline.reckon import Total
    from dateline.sources import Metadata, Row

ENGINE: Final = dateline.__version__
POLICY: Final = "range"  # least and most reported: takes nothing away and makes nothing up
POLICY_NAMES: Final = (POLICY, "acled", "ucdp", "corroborated")
_TOGETHER: Final = 16  # reports that go through a stage together,
_TOGETHER_BYTES: Final = 1_000_000  # or fewer where they are long
FAULT: Final = "a fault of Dateline's own, please report it"

T = TypeVar("T")

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


def read(raw: RawReport, stages: Stages = STAGES) -> ReadReport:
    """Take one report from its bytes to its claims.

    Raises:
        ReportError: the report cannot be read.
    """
    (result,) = read_all([raw], stages)
    if isinstance(result, Failure):
        raise ReportError(f"{result.file}: {result.reason}")
    return result


def read_all(raws: Iterable[RawReport], stages: Stages = STAGES) -> Iterator[ReadReport | Failure]:
    """Take reports from their bytes to their claims, in order; one that fails is told of and stops no other.

    A few go through each stage together: its code and tables stay in the processor's cache, which the network's weights
    would drive out between any two reports.
    """
    for some in _by_size(raws):
        results: list[Any] = [_attempt(stages.clean, raw, raw) for raw in some]
        reports = list(results)
        for stage in (stages.annotate, lambda one: (one, stages.extract(one)), lambda both: stages.resolve(*both)):
            results = [
                one if isinstance(one, Failure) else _attempt(stage, one, raw)
                for raw, one in zip(some, results, strict=True)
            ]
        for raw, report, claims in zip(some, reports, results, strict=True):
            yield claims if isinstance(claims, Failure) else _attempt(_checked, ReadReport(raw, report, claims), raw)


def _by_size(raws: Iterable[RawReport]) -> Iterator[list[RawReport]]:
    """Divide reports into runs of bounded size, so that what they are read into has room in memory."""
    some: list[RawReport] = []
    for raw in raws:
        some.append(raw)
        if len(some) == _TOGETHER or sum(len(one.data) for one in some) > _TOGETHER_BYTES:
            yield some
            some = []
    if some:
        yield some


def _attempt(stage: Callable[[Any], T], given: Any, raw: RawReport) -> T | Failure:
    """Return what a stage makes of a report on its way, or why it failed there."""
    try:
        return stage(given)
    except ReportError as error:
        return Failure(raw.file, str(error).removeprefix(f"{raw.file}: "))
    except (ResourceError, RecordError, MemoryError):
        raise  # these would befall every report
    except Exception as error:
        log.info("%s: failed", raw.file, exc_info=True)
        return Failure(raw.file, f"{FAULT}: {type(error).__name__}: {error}")


def days_from_others(
    undated: Sequence[tuple[Report, tuple[Claim, ...]]],
    claims_at: Callable[[Iterable[str]], Iterable[Claim]],
) -> dict[str, Publication]:
    """Infer publication days from what reports share with dated ones; return those found, by the report's id.

    Args:
        undated: reports without a day of their own, each with its claims as read without one.
        claims_at: gives all claims of dated reports of the record at places of these ids.
    """
    if not undated:
        return {}
    from dateline.link import Dated, day_from_others, places_to_date

    wanted = places_to_date(claim for _, claims in undated for claim in claims)
    dated = Dated(claims_at(wanted))
    found = ((report.id, day_from_others(report, claims, dated)) for report, claims in undated)
    return {report_id: day for report_id, day in found if day}


def runs_of(report: Report) -> frozenset[str]:
    """Return what a report's text is compared by with others: the runs of its words."""
    from dateline.link.copies import body_text, runs

    return runs(body_text(report))


def bands_of(runs: frozenset[str]) -> tuple[int, ...]:
    """Return numbers of which texts that share runs of words have some in common."""
    from dateline.link.copies import bands

    return bands(runs)


def numbered(runs: frozenset[str]) -> frozenset[int]:
    """Return runs of words as numbers, by which texts are compared."""
    from dateline.link.copies import numbered as stage

    return stage(runs)


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether one of two texts, given by the numbers of their runs of words, is a copy of the other."""
    from dateline.link.copies import is_copy as stage

    return stage(one, other)


def people_of(claim: TollClaim, incident: str | None) -> str:
    """Return whom a toll claim counts, by which it meets others: those of its incident, else of a place and day."""
    from dateline.reckon.rows import people_of as stage

    return stage(claim, incident)


def killed_of(tolls: Iterable[Toll], incidents: Iterable[Related] = ()) -> tuple[int | None, int | None, int]:
    """Return the least and the most killed, no one counted twice, and on how many incidents that rests.

    All sums of killed are made here. The ends are None where no number is told.

    Args:
        tolls: tolls of one policy.
        incidents: the incidents, which say what is part of what.
    """
    from dateline.reckon import total

    found = total(tolls, incidents=incidents)
    return (found.low, found.high, len(found.incidents)) if found.rests_on else (None, None, 0)


def holders_on(spells: Iterable[Spell], day: dt.date) -> Sequence[Spell]:
    """Return the spells in which places may be held at the end of a day; all that show holders of a day ask here."""
    from dateline.reckon import holders_on as found

    return found(spells, day)


def tolls_under(view: RecordView, policy: str) -> Sequence[Toll]:
    """Reckon the tolls of a record under a policy; those of the policy "range" are on record already.

    Args:
        view: a record with everything reckoned.
        policy: one of `POLICY_NAMES`.
    """
    if policy == POLICY:
        return tuple(view.tolls())
    return reckoned_under(view, policy, view.incidents(), view.claims("toll"))


def reckoned_under(
    view: RecordView, policy: str, incidents: Iterable[Incident], claims: Iterable[Claim]
) -> Sequence[Toll]:
    """Reckon the tolls of some incidents and claims of a record under a policy."""
    from dateline.reckon import reckon_tolls as stage

    told = tuple(claims)
    return stage(incidents, told, policy, view.heads_of({claim.report_id for claim in told}))


def sums_of(tolls: Sequence[Toll], incidents: Iterable[Incident]) -> Sequence["Total"]:
    """Sum tolls of one policy, each harm by itself, without counting anyone twice."""
    from dateline.reckon import total

    known = tuple(incidents)
    harms = dict.fromkeys(sorted(toll.harm for toll in tolls))
    return tuple(total(tolls, harm, known) for harm in harms)


def _checked(read: ReadReport) -> ReadReport:
    """Hold claims to the first rule of the record: exact characters, and an id of their own."""
    report, seen = read.report, set[str]()
    for claim in read.claims:
        if claim.id in seen:
            raise ReportError(f"{FAULT}: two claims share the id {claim.id}")
        if any(report.text[quote.start : quote.end] != quote.text for quote in (claim.quote, *claim.also_quoted)):
            raise ReportError(f"{FAULT}: claim {claim.id} quotes what the report does not say")
        seen.add(claim.id)
    return read
