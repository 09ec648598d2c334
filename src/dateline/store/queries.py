"""Queries: a record as the rest of the program reads it."""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from dateline.model.claim import CLAIM_KINDS, Claim
from dateline.model.incident import Incident, Link
from dateline.model.judgement import Judgement, Verdict
from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report, Stretch
from dateline.store.browse.eyes import Eyes, Limits
from dateline.store.browse.finding import Finder
from dateline.store.browse.listing import Lister
from dateline.store.browse.memo import Memo
from dateline.store.browse.period import PeriodFinder
from dateline.store.codec import Decoder
from dateline.store.database import LISTED, Database, Row, listed
from dateline.store.judgements.judged import Judged
from dateline.store.known import Known
from dateline.store.provenance import Provenance
from dateline.store.reports import RawReport
from dateline.store.undated import Undated, claims_of_dated, undated

KINDS_WITH_ID: Final = {"claim": "read_claim", "incident": "incident", "toll": "toll", "spell": "spell"}
IN_ORDER: Final = "ORDER BY file, report, position"  # the same for the same reports, whatever order they came in
CLAIM: Final = "SELECT kind, body FROM live_claim"
_READ: Final = (
    "FROM live_reading JOIN reading USING (number) "
    "JOIN report ON report.id = reading.report LEFT JOIN copy_of ON copy_of.report = report.id"
)
REPORT: Final = f"SELECT reading.text, reading.body, reading.origin, copy_of.story {_READ}"
HEAD: Final = f"SELECT json_remove(reading.body, '$.blocks'), copy_of.story {_READ}"  # blocks cost more than the rest
COPIES: Final = (
    "SELECT file FROM report LEFT JOIN copy_of ON report = id, (SELECT ifnull((SELECT story FROM copy_of "
    "WHERE report = ?1), ?1) AS first) WHERE ifnull(story, id) = first AND id <> ?1 ORDER BY file"
)
BY_DAY: Final = "json_extract(body, '$.when.first') IS NULL, json_extract(body, '$.when.first'), id"
COUNTS: Final = (
    "SELECT 'reports', count(*) FROM report UNION ALL SELECT kind || ' claims', count(*) FROM live_claim GROUP BY kind "
    "UNION ALL SELECT 'incidents', count(*) FROM incident UNION ALL SELECT 'tolls', count(*) FROM toll "
    "UNION ALL SELECT 'spells', count(*) FROM spell"
)


class RecordView:
    """A record as it is read: the latest reading of each report, its live claims, and what is derived from them."""

    def __init__(self, database: Database, memo: Memo | None = None) -> None:
        self._database = database
        self._memo = memo
        self.decoder = Decoder(self._place)
        self.judged = Judged(database, self.decoder)
        self.known = Known(database, self.decoder)
        self.provenance = Provenance(database, self.decoder)

    def reports(self) -> Iterator[Report]:
        """Yield the reports by file name, without the map back to their bytes (`report` gives it)."""
        return map(self._told, self._database.rows(f"{REPORT} ORDER BY report.file, report.id"))

    def report(self, report_id: str) -> Report | None:
        """Return a report by its id, with the map back to its bytes."""
        row = self._database.row(f"{REPORT} WHERE report.id = ?", (report_id,))
        if row is None:
            return None
        origin = tuple(Stretch(*stretch) for stretch in json.loads(zlib.decompress(row[2])))
        return replace(self._told(row), origin=origin)

    def report_told(self, report_id: str) -> Report | None:
        """Return a report by its id, without the map back to its bytes."""
        row = self._database.row(f"{REPORT} WHERE report.id = ?", (report_id,))
        return self._told(row) if row else None

    def copies(self, report_id: str) -> tuple[str, ...]:
        """Return the files of the other reports that are copies of the same text as a report."""
        return tuple(file for (file,) in self._database.rows(COPIES, (report_id,)))

    def report_heads(self) -> Iterator[Report]:
        """Yield the reports by file name without their text: what is known of each, for those who need no more."""
        return map(self._head, self._database.rows(f"{HEAD} ORDER BY report.file, report.id"))

    def claims(self, *kinds: str) -> Iterator[Claim]:
        """Yield the live claims by report and by their order in it; only of these kinds if any are named."""
        wanted = f"WHERE kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        return self.decoded(self._database.rows(f"{CLAIM} {wanted} {IN_ORDER}", kinds))

    def claims_where(self, where: str, values: Row = ()) -> Iterator[Claim]:
        """Yield the live claims that a condition on them lets through, in no order."""
        return self.decoded(self._database.rows(f"{CLAIM} {where}", values))

    def claims_in(self, report_id: str) -> Iterator[Claim]:
        """Yield the live claims of a report in their order."""
        return self.decoded(self._database.rows(f"{CLAIM} WHERE report = ? ORDER BY position", (report_id,)))

    def undated(self) -> Iterator[Undated]:
        """Yield the reports without a day of their own that what is not linked yet may date, by id."""
        return undated(self._database, self.decoder, self.reader())

    def claims_at(self, places: Iterable[str]) -> Iterator[Claim]:
        """Yield the live event and toll claims at places of these ids that dated reports tell, in no order."""
        return self.decoded(claims_of_dated(self._database, places))

    def claim(self, claim_id: str) -> Claim | None:
        """Return a live claim by its id."""
        return next(self.decoded(self._database.rows(f"{CLAIM} WHERE id = ?", (claim_id,))), None)

    def claim_as_read(self, claim_id: str) -> Claim | None:
        """Return a claim of the latest readings as it was read, whether or not a person corrected or rejected it."""
        row = self._database.row("SELECT kind, body FROM read_claim WHERE id = ?", (claim_id,))
        return self.decoder.claim(*row) if row else None

    def incidents(self, where: str = "", values: Row = ()) -> Iterator[Incident]:
        """Yield the incidents by id, all or those that a condition on their table lets through."""
        return map(self.judged.incidents(), self.incidents_as_linked(where, values))

    def incidents_by_day(self) -> Iterator[Incident]:
        """Yield the incidents by their first day, those without one last."""
        return map(self.judged.incidents(), self._derived(Incident, "incident", by=BY_DAY))

    def incidents_as_linked(self, where: str = "", values: Row = ()) -> Iterator[Incident]:
        """Yield the incidents by id, without what persons said of them as a whole."""
        return self._derived(Incident, "incident", where, values, by="id")

    def links(self) -> Iterator[Link]:
        """Yield the edges between event claims, those that were not joined too."""
        return self._derived(Link, "link", by="one, other")

    def links_of(self, claim_id: str) -> Iterator[Link]:
        """Yield the edges that end in a claim."""
        return self._derived(Link, "link", "WHERE one = ? OR other = ?", (claim_id, claim_id), by="one, other")

    def tolls(self) -> Iterator[Toll]:
        """Yield the tolls in a fixed order, those of an incident together."""
        return self._derived(Toll, "toll")

    def tolls_by_id(self) -> Iterator[Toll]:
        """Yield the tolls by id."""
        return self._derived(Toll, "toll", by="id")

    def tolls_of(self, incident_id: str) -> Iterator[Toll]:
        """Yield the tolls of an incident."""
        return self._derived(Toll, "toll", "WHERE incident = ?", (incident_id,))

    def incidents_of_ids(self, ids: Iterable[str]) -> Iterator[Incident]:
        """Yield incidents by their ids."""
        return self.incidents(f"WHERE id IN {LISTED}", (listed(ids),))

    def tolls_of_any(self, incidents: Iterable[str]) -> Iterator[Toll]:
        """Yield the tolls of incidents."""
        return self._derived(Toll, "toll", f"WHERE incident IN {LISTED}", (listed(incidents),))

    def tolls_of_ids(self, ids: Iterable[str]) -> Iterator[Toll]:
        """Yield tolls by their ids."""
        found = self._derived(Toll, "toll", f"WHERE id IN {LISTED}", (listed(ids),), by="id")
        yield from found

    def claims_of_ids(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Return the live claims of these ids."""
        sql = f"{CLAIM} WHERE id IN {LISTED}"
        return {one.id: one for one in self.decoded(self._database.rows(sql, (listed(ids),)))}

    def finder(self) -> Finder:
        """Return what looks through the record for pages and lists."""
        return Finder(self._database, self.tolls_of_any, self._memo)

    def eyes(self, limits: Limits) -> Eyes:
        """Return what finds what needs a person's eyes."""
        return Eyes(self._database, limits, self._memo)

    def period(self) -> PeriodFinder:
        """Return what finds what a period touches."""
        return PeriodFinder(self._database, self.decoder.place)

    def lister(self) -> Lister:
        """Return what lists parties, places, reports and spells for pages."""
        return Lister(self._database)

    def spells_of_ids(self, ids: Iterable[str]) -> list[Spell]:
        """Return spells by their ids, the first told first."""
        found = self._derived(Spell, "spell", f"WHERE id IN {LISTED}", (listed(ids),))
        return sorted(found, key=lambda one: (one.place.name, str(one.first or one.last), one.id))

    def spells(self, where: str = "", values: Row = ()) -> Iterator[Spell]:
        """Yield who held which place when, by place and days, all or those that a condition lets through."""
        return self._derived(Spell, "spell", where, values)

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
        return self.judged.all()

    def standing(self, *verdicts: Verdict) -> Iterator[Judgement]:
        """Yield the judgements that count, each the latest on its subject, with one of these verdicts."""
        return self.judged.standing(*verdicts)

    def counts(self) -> dict[str, int]:
        """Return how many reports, claims of each kind, incidents, tolls and spells there are."""
        none = dict.fromkeys((f"{kind} claims" for kind in CLAIM_KINDS), 0)
        return none | dict(self._database.rows(COUNTS))

    def place(self, digest: str) -> PlaceEntry:
        """Return the place that a digest stands for."""
        return self.decoder.place(digest)

    def heads_of(self, ids: Iterable[str]) -> dict[str, Report]:
        """Return reports of these ids without their text, and those that stand for copies of theirs, by id."""
        found: dict[str, Report] = {}
        wanted = set(ids)
        for _ in range(2):  # the report that stands for a group of copies is a copy of none
            rows = self._database.rows(f"{HEAD} WHERE report.id IN {LISTED}", (listed(wanted),))
            found |= {one.id: one for one in map(self._head, rows)}
            wanted = {one.copy_of for one in found.values() if one.copy_of} - found.keys()
        return found

    def _told(self, row: Row) -> Report:
        text, body, _, story = row
        return replace(self.decoder.read(Report, body), text=text, copy_of=story)

    def _head(self, row: Row) -> Report:
        body, story = row
        return replace(self.decoder.read(Report, body), copy_of=story)

    def _derived(self, cls: Any, table: str, where: str = "", values: Row = (), by: str = "rank") -> Iterator[Any]:
        for (body,) in self._database.rows(f"SELECT body FROM {table} {where} ORDER BY {by}", values):
            yield self.decoder.read(cls, body)

    def decoded(self, rows: Iterable[Row]) -> Iterator[Claim]:
        """Yield the claims of rows of a kind and a body, each with what persons put right of it."""
        return map(self.reader(), rows)

    def reader(self) -> Callable[[Row], Claim]:
        """Return what makes the claim of a row of a kind and a body, with what persons have put right until now."""
        corrected, decode = self.judged.corrections(), self.decoder.claim
        return lambda row: corrected(decode(*row))

    def _place(self, digest: str) -> str:
        (body,) = self._database.row("SELECT body FROM place WHERE digest = ?", (digest,)) or ()
        return str(body)
