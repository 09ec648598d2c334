"""Intake: files go through the pipeline into a record, batch by batch; a record's own reports go through it again."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Final, TypeVar

from dateline.copying import find_copies
from dateline.errors import ReportError
from dateline.linking import link_pending
from dateline.pipeline import ENGINE, STAGES, Failure, Source, Sources, Stages, killed_of, read_all
from dateline.reckoning import reckon_pending
from dateline.redating import redate
from dateline.settings import MAX_REPORT_BYTES
from dateline.store import RawReport, ReadReport, Record
from dateline.workers import in_order, resting_collector

T = TypeVar("T")

BATCH: Final = 16  # reports kept at once: a few seconds' work, all that a kill can cost
ATTEMPTS: Final = 3  # at reckoning while another process adds; when it is done it reckons itself


@dataclass(slots=True)
class Outcome:
    """What came of the reports given: how many were read, their claims by kind, what was skipped or failed and why."""

    read: int = 0
    claims: Counter[str] = field(default_factory=Counter)
    skipped: list[Failure] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    stopped: bool = False
    total: int = 0

    @property
    def done(self) -> int:
        """How many reports have been dealt with."""
        return self.read + len(self.skipped) + len(self.failed)


def _silent(_: Outcome) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How to go about it: with which stages, in how many processes, whom to tell, and when to stop.

    `told` is called after each batch; `stop` is asked after each batch.
    """

    stages: Stages = STAGES
    jobs: int = 1
    told: Callable[[Outcome], None] = _silent
    stop: Callable[[], bool] = _never


def add(record: Record, sources: Sources, way: Way) -> Outcome:
    """Read files into a record; those whose bytes it has already are skipped.

    Each batch is kept as a whole, and files are dealt with in their order: ended at any moment, the same call goes on
    where it was.

    Raises:
        RecordError: the record cannot be written to; what was kept until then stays.
    """
    outcome = Outcome(
        skipped=list(sources.skipped), failed=list(sources.missing), notes=sources.notes,
        total=len(sources.files) + len(sources.skipped) + len(sources.missing),
    )  # fmt: skip
    run = _Run("add", record, record.add, outcome, way)
    return run.carry_out(_new(record, sources.files, run.outcome))


def reread(record: Record, way: Way, *, every: bool = False) -> Outcome:
    """Read a record's own reports again where an older engine read them last, or all of them.

    Raises:
        RecordError: the record cannot be written to; what was kept until then stays.
    """
    imported = {report for report, _ in record.view.provenance.imported()}  # of these only claims came in, no text
    ids = [one for one in record.view.report_ids(not_read_by=None if every else ENGINE) if one not in imported]
    run = _Run("reread", record, record.add_readings, Outcome(total=len(ids)), way)
    return run.carry_out(map(record.view.raw, ids))


def refresh(record: Record, stages: Stages = STAGES) -> bool:
    """Find copies, date reports from others, link and reckon tolls and control anew, if these lag behind the claims.

    Returns:
        Whether they are up to date now; False where another process adds so fast that what was reckoned is always old.
    """
    for _ in range(ATTEMPTS):
        if not record.is_stale(ENGINE):
            return True
        find_copies(record)
        until = record.state().reading
        with resting_collector():
            link_pending(record, stages, until, redate(record, stages))
            state = record.state()
            reckon_pending(record, stages)
        if record.settle(killed_of, state, ENGINE):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Run:
    """One call of `add` or `reread`: `keep` puts a batch into the record and says which of it were kept."""

    name: str
    record: Record
    keep: Callable[[Sequence[ReadReport], str], Sequence[ReadReport]]
    outcome: Outcome
    way: Way

    def carry_out(self, raws: Iterable[RawReport]) -> Outcome:
        """Read in batches, keep each, and write down in the record's log how it went."""
        self.record.log(f"{self.name} begins", ENGINE, given=self.outcome.total)
        work = partial(_read_batch, stages=self.way.stages)
        for results in in_order(work, _batches(raws, BATCH), jobs=self.way.jobs):
            self._keep(results)
            self.way.told(self.outcome)
            if self.way.stop():
                self.outcome.stopped = True
                break
        self._write_down()
        return self.outcome

    def _keep(self, results: Sequence[ReadReport | Failure]) -> None:
        given = [result for result in results if isinstance(result, ReadReport)]
        kept = self.keep(given, ENGINE)
        ids = {one.report.id for one in kept}
        self.outcome.read += len(kept)
        self.outcome.failed += [result for result in results if isinstance(result, Failure)]
        self.outcome.skipped += [_known(one.raw.file) for one in given if one.report.id not in ids]
        for one in kept:
            self.outcome.claims.update(claim.kind for claim in one.claims)

    def _write_down(self) -> None:
        outcome = self.outcome
        failed = [[failure.file, failure.reason] for failure in outcome.failed]
        event = f"{self.name} {'stopped' if outcome.stopped else 'ends'}"
        self.record.log(event, ENGINE, read=outcome.read, skipped=len(outcome.skipped), failed=failed)


def _read_batch(raws: Sequence[RawReport], stages: Stages) -> tuple[ReadReport | Failure, ...]:
    with resting_collector():
        return tuple(read_all(raws, stages))


def _new(record: Record, sources: Iterable[Source], outcome: Outcome) -> Iterator[RawReport]:
    """Load files in order and pass on those that neither the record nor an earlier file holds."""
    seen: dict[str, str] = {}
    for source in sources:
        try:
            raw = load(source)
        except ReportError as error:
            outcome.failed.append(Failure(source.file, str(error)))
            continue
        if raw.id in seen:
            outcome.skipped.append(Failure(source.file, f"the same bytes as {seen[raw.id]}"))
        elif record.has(raw.id):
            outcome.skipped.append(_known(source.file))
        else:
            yield raw
        seen.setdefault(raw.id, source.file)


def load(source: Source) -> RawReport:
    """Load a file's bytes.

    Raises:
        ReportError: it cannot be read or is too large.
    """
    try:
        size = source.path.stat().st_size
        if size > MAX_REPORT_BYTES:
            most = MAX_REPORT_BYTES // 1_000_000
            raise ReportError(f"{size / 1_000_000:.0f} MB; a report may have {most} MB. A dump of many? Split it")
        data = source.path.read_bytes()
    except OSError as error:
        raise ReportError(error.strerror or str(error)) from error
    return RawReport("sha256:" + hashlib.sha256(data).hexdigest(), source.file, data, source.metadata)


def _known(file: str) -> Failure:
    return Failure(file, "already in the record")


def _batches(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    pending = iter(items)
    while batch := tuple(islice(pending, size)):
        yield batch
