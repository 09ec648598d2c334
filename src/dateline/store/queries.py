"""Queries: a record as the rest of the program reads it."""

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dateline.model.claim import Claim
from dateline.model.incident import Incident, Link
from dateline.model.judgement import Judgement, Verdict
from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Basis, Report, Stretch
from dateline.store.codec import CLASSES, Decoder
from dateline.store.database import Database, Row
from dateline.store.provenance import IMPORTED, Provenance
from dateline.store.reports import RawReport

KINDS_WITH_ID: Final = {"claim": "live_claim", "incident": "incident", "toll": "toll", "spell": "spell"}
IN_ORDER: Final = "ORDER BY file, report, position"  # the same for the same reports, whatever order they came in
CLAIM: Final = "SELECT kind, body FROM live_claim"
REPORT: Final = (
    "SELECT reading.text, reading.body, reading.origin, copy_of.story FROM live_reading JOIN reading USING (number) "
    "JOIN report ON report.id = reading.report LEFT JOIN copy_of ON copy_of.report = report.id"
)
COPIES: Final = (
    "SELECT file FROM report LEFT JOIN copy_of ON report = id, (SELECT ifnull((SELECT story FROM copy_of "
    "WHERE report = ?1), ?1) AS first) WHERE ifnull(story, id) = first AND id <> ?1 ORDER BY file"
)
_UNLINKED_PLACES: Final = (
    "SELECT digest FROM place WHERE json_extract(body, '$.id') IN "
    "(SELECT json_extract(place.body, '$.id') FROM unlinked JOIN reading ON reading.report = unlinked.report "
    "JOIN claim ON claim.reading = reading.number "
    "JOIN place ON place.digest = claim.place WHERE claim.kind IN ('event', 'toll'))"
)
NO_DAY_OF_ITS_OWN: Final = (
    "SELECT reading.body, 'day of ' || reading.report NOT IN (SELECT subject FROM rejected) FROM live_reading "
    f"JOIN reading USING (number) WHERE reading.report NOT IN ({IMPORTED}) "
    "AND (published IS NULL OR json_extract(reading.body, '$.published.basis') = ?) "
    "AND reading.report IN (SELECT report FROM unlinked UNION SELECT reading.report FROM reading "
    f"JOIN claim ON claim.reading = reading.number WHERE published IS NULL AND claim.place IN ({_UNLINKED_PLACES})) "
    "ORDER BY reading.report"
)
AS_READ_WITHOUT: Final = (
    "SELECT kind, body FROM claim WHERE kind IN ('event', 'toll') AND id NOT IN (SELECT subject FROM rejected) "
    "AND reading = (SELECT max(number) FROM reading WHERE report = ? AND published IS NULL) ORDER BY position"
)
AT_PLACES: Final = (
    "SELECT kind, live_claim.body FROM live_claim JOIN reading ON reading.number = live_claim.reading "
    "WHERE kind IN ('event', 'toll') AND place IN "
    "(SELECT digest FROM place WHERE json_extract(body, '$.id') IN (SELECT value FROM json_each(?))) "
    "AND published IS NOT NULL AND json_extract(reading.body, '$.published.basis') <> ?"
)
BY_DAY: Final = "json_extract(body, '$.when.first') IS NULL, json_extract(body, '$.when.first'), id"
CLAIMS_OF_INCIDENTS: Final = "SELECT id, json_extract(body, '$.claims'), json_extract(body, '$.tolls') FROM incident"
PARTS: Final = "SELECT id FROM incident WHERE json_extract(body, '$.part_of') = ? ORDER BY id"
JUDGEMENT: Final = "SELECT number, at, who, verdict, subject, body, note FROM judgement"
COUNTS: Final = (
    "SELECT 'reports', count(*) FROM report UNION ALL SELECT kind || ' claims', count(*) FROM live_claim GROUP BY kind "
    "UNION ALL SELECT 'incidents', count(*) FROM incident UNION ALL SELECT 'tolls', count(*) FROM toll "
    "UNION ALL SELECT 'spells', count(*) FROM spell"
)


@dataclass(frozen=True, slots=True)
class LogLine:
    """What was done to the record: when (UTC), by whom, with which engine."""

    at: str
    who: str
    engine: str
    event: str
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Undated:
    """A report that tells no publication day of its own, without its text, and its claims as read without a day.

    `open` is False where a judgement rejects any day inferred for it.
    """

    report: Report
    claims: tuple[Claim, ...]
    open: bool


class RecordView:
    """A record as it is read: the latest reading of each report, its live claims, and what is derived from them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._decoder = Decoder(self._place)
        self.provenance = Provenance(database, self._decoder)

    def reports(self) -> Iterator[Report]:
        """Yield the reports by file name, without the map back to their bytes (`report` gives it)."""
        for text, body, _, story in self._database.rows(f"{REPORT} ORDER BY report.file, report.id"):
            yield replace(self._decoder.read(Report, body), text=text, copy_of=story)

    def report(self, report_id: str) -> Report | None:
        """Return a report by its id, with the map back to its bytes."""
        row = self._database.row(f"{REPORT} WHERE report.id = ?", (report_id,))
        if row is None:
            return None
        text, body, packed, story = row
        origin = tuple(Stretch(*stretch) for stretch in json.loads(zlib.decompress(packed)))
        return replace(self._decoder.read(Report, body), text=text, origin=origin, copy_of=story)

    def copies(self, report_id: str) -> tuple[str, ...]:
        """Return the files of the other reports that are copies of the same text as a report."""
        return tuple(file for (file,) in self._database.rows(COPIES, (report_id,)))

    def report_heads(self) -> Iterator[Report]:
        """Yield the reports by file name without their text: what is known of each, for those who need no more."""
        return map(self._head, self._database.rows(f"{REPORT} ORDER BY report.file, report.id"))

    def claims(self, *kinds: str) -> Iterator[Claim]:
        """Yield the live claims by report and by their order in it; only of these kinds if any are named."""
        wanted = f"WHERE kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        return map(self._claim, self._database.rows(f"{CLAIM} {wanted} {IN_ORDER}", kinds))

    def undated(self) -> Iterator[Undated]:
        """Yield the reports without a day of their own that what is not linked yet may date, by id."""
        for body, unjudged in self._database.rows(NO_DAY_OF_ITS_OWN, (Basis.OTHERS.value,)):
            report = self._decoder.read(Report, body)
            claims = map(self._claim, self._database.rows(AS_READ_WITHOUT, (report.id,)))
            yield Undated(report, tuple(claims), bool(unjudged))

    def claims_at(self, places: Iterable[str]) -> Iterator[Claim]:
        """Yield the live event and toll claims at places of these ids that dated reports tell, in no order."""
        return map(self._claim, self._database.rows(AT_PLACES, (_list(places), Basis.OTHERS.value)))

    def places_told(self, report_id: str) -> tuple[str, ...]:
        """Return the names, in all spellings, of the places that the live claims of a report tell of."""
        sql = "SELECT DISTINCT place FROM live_claim WHERE report = ? AND place NOT NULL"
        entries = [self.place(digest) for (digest,) in self._database.rows(sql, (report_id,))]
        return tuple(name for entry in entries for name in (entry.name, *entry.also))

    def claim(self, claim_id: str) -> Claim | None:
        """Return a live claim by its id."""
        row = self._database.row(f"{CLAIM} WHERE id = ?", (claim_id,))
        return self._claim(row) if row else None

    def incidents(self, where: str = "", values: Row = ()) -> Iterator[Incident]:
        """Yield the incidents by id, all or those that a condition on their table lets through."""
        return self._derived(Incident, "incident", where, values, by="id")

    def incidents_by_day(self) -> Iterator[Incident]:
        """Yield the incidents by their first day, those without one last."""
        return self._derived(Incident, "incident", by=BY_DAY)

    def claims_of_incidents(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the ids of the incidents, each with those of its claims of events and tolls."""
        for one, events, tolls in self._database.rows(CLAIMS_OF_INCIDENTS):
            yield one, [*json.loads(events or "[]"), *json.loads(tolls or "[]")]

    def parts_of(self, incident_id: str) -> tuple[str, ...]:
        """Return the ids of the incidents that are part of one."""
        return tuple(part for (part,) in self._database.rows(PARTS, (incident_id,)))

    def links(self) -> Iterator[Link]:
        """Yield the edges between event claims, those that were not joined too."""
        return self._derived(Link, "link", by="one, other")

    def links_of(self, claim_id: str) -> Iterator[Link]:
        """Yield the edges that end in a claim."""
        return self._derived(Link, "link", "WHERE one = ? OR other = ?", (claim_id, claim_id), by="one, other")

    def tolls(self) -> Iterator[Toll]:
        """Yield the tolls in the order in which they were reckoned."""
        return self._derived(Toll, "toll")

    def tolls_by_id(self) -> Iterator[Toll]:
        """Yield the tolls by id."""
        return self._derived(Toll, "toll", by="id")

    def tolls_of(self, incident_id: str) -> Iterator[Toll]:
        """Yield the tolls of an incident."""
        return self._derived(Toll, "toll", "WHERE incident = ?", (incident_id,))

    def spells(self) -> Iterator[Spell]:
        """Yield who held which place when, in the order in which it was reckoned."""
        return self._derived(Spell, "spell")

    def incident(self, incident_id: str) -> Incident | None:
        """Return an incident by its id."""
        return next(self.incidents("WHERE id = ?", (incident_id,)), None)

    def toll(self, toll_id: str) -> Toll | None:
        """Return a toll by its id."""
        return next(self._derived(Toll, "toll", "WHERE id = ?", (toll_id,)), None)

    def spell(self, spell_id: str) -> Spell | None:
        """Return a spell by its id."""
        return next(self._derived(Spell, "spell", "WHERE id = ?", (spell_id,)), None)

    def find(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """Return what an id, or the beginning of one, may mean: pairs of a kind and a whole id.

        The kind is claim, incident, toll or spell. An id that is matched whole is the only answer.
        """
        found = [
            (kind, row[0])
            for kind, table in KINDS_WITH_ID.items()
            for row in self._database.rows(f"SELECT id FROM {table} WHERE substr(id, 1, ?) = ?", (len(prefix), prefix))
        ]
        return tuple(pair for pair in found if pair[1] == prefix) or tuple(sorted(found))

    def report_ids(self, *, not_read_by: str | None = None) -> tuple[str, ...]:
        """Return the ids of the reports in the order they came, without those that an engine read last."""
        sql = (
            "SELECT report.id FROM report JOIN live_reading ON live_reading.report = report.id "
            "JOIN reading ON reading.number = live_reading.number WHERE engine IS NOT ? ORDER BY report.number"
        )
        return tuple(report_id for (report_id,) in self._database.rows(sql, (not_read_by,)))

    def raw(self, report_id: str) -> RawReport:
        """Return a report as it was added; KeyError where the record has none of that id."""
        row = self._database.row("SELECT file, raw, metadata FROM report WHERE id = ?", (report_id,))
        if row is None:
            raise KeyError(report_id)
        file, packed, given = row
        return RawReport(report_id, file, zlib.decompress(packed), json.loads(given) if given else None)

    def judgements(self) -> Iterator[Judgement]:
        """Yield all judgements, from the first."""
        return map(_judgement, self._database.rows(f"{JUDGEMENT} ORDER BY number"))

    def standing(self, *verdicts: Verdict) -> Iterator[Judgement]:
        """Yield the judgements that count, each the latest on its subject, with one of these verdicts."""
        where = "WHERE number IN (SELECT max(number) FROM judgement GROUP BY subject)"
        some = f"AND verdict IN ({', '.join('?' * len(verdicts))})"
        rows = self._database.rows(f"{JUDGEMENT} {where} {some} ORDER BY number", tuple(verdicts))
        return map(_judgement, rows)

    def log(self) -> Iterator[LogLine]:
        """Yield what was done to the record, from the first."""
        sql = "SELECT at, who, engine, event, detail FROM log ORDER BY number"
        for at, who, engine, event, detail in self._database.rows(sql):
            yield LogLine(at, who, engine, event, json.loads(detail))

    def counts(self) -> dict[str, int]:
        """Return how many reports, claims of each kind, incidents, tolls and spells there are."""
        none = dict.fromkeys((f"{kind} claims" for kind in CLASSES), 0)
        return none | dict(self._database.rows(COUNTS))

    def decode(self, kind: str, body: str) -> Claim:
        """Return the claim of a kind that is written as `body`."""
        return self._decoder.claim(kind, body)

    def place(self, digest: str) -> PlaceEntry:
        """Return the place that a digest stands for."""
        return self._decoder.place(digest)

    def heads_of(self, ids: Iterable[str]) -> dict[str, Report]:
        """Return reports of these ids without their text, and those that stand for copies of theirs, by id."""
        found: dict[str, Report] = {}
        wanted = set(ids)
        for _ in range(2):  # the report that stands for a group of copies is a copy of none
            rows = self._database.rows(
                f"{REPORT} WHERE report.id IN (SELECT value FROM json_each(?))", (_list(wanted),)
            )
            found |= {one.id: one for one in map(self._head, rows)}
            wanted = {one.copy_of for one in found.values() if one.copy_of} - found.keys()
        return found

    def _head(self, row: Row) -> Report:
        _, body, _, story = row
        return replace(self._decoder.read(Report, body), blocks=(), copy_of=story)

    def _claim(self, row: Row) -> Claim:
        kind, body = row
        return self._decoder.claim(kind, body)

    def _derived(self, cls: Any, table: str, where: str = "", values: Row = (), by: str = "position") -> Iterator[Any]:
        for (body,) in self._database.rows(f"SELECT body FROM {table} {where} ORDER BY {by}", values):
            yield self._decoder.read(cls, body)

    def decoded(self, rows: Iterable[Row]) -> Iterator[Claim]:
        """Yield the claims of rows of a kind and a body."""
        return map(self._claim, rows)

    def _place(self, digest: str) -> str:
        (body,) = self._database.row("SELECT body FROM place WHERE digest = ?", (digest,)) or ()
        return str(body)


def _judgement(row: Row) -> Judgement:
    number, at, who, verdict, subject, body, note = row
    return Judgement(number, at, who, verdict, subject, tuple(json.loads(body).get("claims", ())), note or "")


def _list(values: Iterable[str]) -> str:
    return json.dumps(sorted(values))


@contextmanager
def open_view(path: Path) -> Iterator[RecordView]:
    """Open a record for reading; one state of it is seen until it is closed.

    Raises:
        RecordError: the file is missing or cannot be used as a record.
    """
    database = Database(path, create=False)
    try:
        with database.snapshot():
            yield RecordView(database)
    finally:
        database.close()
