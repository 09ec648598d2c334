"""Writer: reports with their claims go in as whole batches; what is reckoned from them is noted when it is all done."""

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.model.judgement import Decision, Verdict
from dateline.model.report import Report
from dateline.settings import user_name
from dateline.store.browse.kin import Killed
from dateline.store.codec import Encoder, canonical
from dateline.store.database import Database, Row
from dateline.store.filling import Filler
from dateline.store.judgements.judging import Judging, claim_row
from dateline.store.queries import RecordView
from dateline.store.reports import RawReport, ReadReport
from dateline.store.stages.copies import Copies
from dateline.store.stages.linking import Linking
from dateline.store.stages.reckoning import Reckoning


@dataclass(frozen=True, slots=True)
class State:
    """How far a record has come: its latest reading and judgement."""

    reading: int
    judgement: int


class Record:
    """A record open for writing. `view` reads from the same connection."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.path = database.path
        self.view = RecordView(database)
        self.copies = Copies(database)
        self._judging = Judging(database, self.view.judged, self.view.decoder)

    def linking(self) -> Linking:
        """Return what the record knows of its linked claims, as its places stand now."""
        return Linking(self._database, self.view)

    def reckoning(self) -> Reckoning:
        """Return what the record knows of its tolls and spells."""
        return Reckoning(self._database, self.view)

    def transaction(self) -> AbstractContextManager[None]:
        """Hold the right to write; all that is done within is kept, or after an error none of it."""
        return self._database.transaction()

    def has(self, report_id: str) -> bool:
        """Say whether a report with these bytes is in the record."""
        return self._database.row("SELECT 1 FROM report WHERE id = ?", (report_id,)) is not None

    def add(self, batch: Iterable[ReadReport], engine: str) -> tuple[ReadReport, ...]:
        """Keep reports with their first readings, all or none; return those that were new."""
        return self._keep(batch, engine, again=False)

    def add_readings(self, batch: Iterable[ReadReport], engine: str) -> tuple[ReadReport, ...]:
        """Keep a further reading of reports that the record has, all or none; return them."""
        return self._keep(batch, engine, again=True)

    def state(self) -> State:
        """Return how far the record has come."""
        sql = "SELECT (SELECT ifnull(max(number), 0) FROM reading), (SELECT ifnull(max(number), 0) FROM judgement)"
        reading, judgement = self._database.row(sql) or (0, 0)
        return State(reading, judgement)

    def is_stale(self, engine: str) -> bool:
        """Say whether what is derived lags behind the claims, or was reckoned by another engine."""
        state = self.state()
        found = self._database.row("SELECT reading, judgement, engine FROM reckoned")
        return self.reckoning().waits() or found != (state.reading, state.judgement, engine)

    def settle(self, killed: Killed, state: State, engine: str) -> bool:
        """Note that all is reckoned, and bring up to date what lists look through; False where something waits again.

        Args:
            killed: sums the dead of an incident.
            state: how far the record had come when reckoning began.
            engine: the version that reckoned.
        """
        with self._database.transaction():
            if self.state() != state or self.reckoning().waits():
                return False
            Filler(self._database, self.view).fill(killed, engine)
            self._database.run("DELETE FROM reckoned")
            self._database.run("INSERT INTO reckoned VALUES (?, ?, ?)", (state.reading, state.judgement, engine))
        return True

    def judge(self, verdict: Verdict, subject: str, claims: Sequence[str], who: str, reason: str) -> int:
        """Keep one decision that sets no value; return its number (`keep` takes all that a person may decide)."""
        (number,) = self.keep([Decision(verdict=verdict, subject=subject, claims=tuple(claims))], who, reason)
        return number

    def keep(self, decisions: Sequence[Decision], who: str, reason: str, *, seen: int | None = None) -> tuple[int, ...]:
        """Keep a person's decisions for good, all or none, and return their numbers; none is ever overwritten.

        Args:
            decisions: what is decided.
            who: who decides.
            reason: why.
            seen: the number of the latest judgement that this person had seen.

        Raises:
            JudgedMeanwhileError: someone judged the same after that.
        """
        return self._judging.keep(decisions, who, reason, seen)

    def log(self, event: str, engine: str, **detail: Any) -> None:
        """Write a line of the log: who did what, when, with which engine."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        row = (now, user_name() or "unknown", engine, event, canonical(detail))
        self._database.run("INSERT INTO log (at, who, engine, event, detail) VALUES (?, ?, ?, ?, ?)", row)

    def _keep(self, batch: Iterable[ReadReport], engine: str, *, again: bool) -> tuple[ReadReport, ...]:
        encoder = Encoder()
        kept = []
        with self._database.transaction():
            for read in batch:
                if self.has(read.report.id) == again:
                    self._keep_raw(read.raw)
                    self._keep_reading(read, engine, encoder)
                    kept.append(read)
        return tuple(kept)

    def _keep_raw(self, raw: RawReport) -> None:
        metadata = canonical(raw.metadata) if raw.metadata is not None else None
        row = (raw.id, raw.file, metadata, zlib.compress(raw.data))
        self._database.run("INSERT OR IGNORE INTO report (id, file, metadata, raw) VALUES (?, ?, ?, ?)", row)

    def _keep_reading(self, read: ReadReport, engine: str, encoder: Encoder) -> None:
        columns = "report, engine, published, outlet, title, text, origin, body"
        row = _reading_row(read.report, engine, encoder)
        self._database.run(f"INSERT INTO reading ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        (number,) = self._database.row("SELECT last_insert_rowid()") or ()
        claims = [*read.claims, *self._judging.added_to(read.report)]
        rows = [(number, position, *claim_row(claim, encoder)) for position, claim in enumerate(claims)]
        self._keep_places(encoder)
        self._database.run_many("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self.copies.to_compare(read.report.id)

    def _keep_places(self, encoder: Encoder) -> None:
        self._database.run_many("INSERT OR IGNORE INTO place VALUES (?, ?)", encoder.places.items())
        encoder.places.clear()


@contextmanager
def open_record(path: Path, *, create: bool = False) -> Iterator[Record]:
    """Open a record for writing and close it at the end.

    Raises:
        RecordError: the file cannot be used as a record.
    """
    database = Database(path, create=create)
    try:
        yield Record(database)
    finally:
        database.close()


def _reading_row(report: Report, engine: str, encoder: Encoder) -> Row:
    origin = [[stretch.start, stretch.origin, stretch.length] for stretch in report.origin]
    published = report.published.day.isoformat() if report.published else None
    body = encoder.text(replace(report, text="", origin=()))
    packed = zlib.compress(json.dumps(origin, separators=(",", ":")).encode())
    return report.id, engine, published, report.outlet, report.title, report.text, packed, body
