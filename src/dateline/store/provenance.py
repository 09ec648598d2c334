"""Provenance: what a record tells of itself, so that others can check it, and what exports ask beside."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dateline.model.claim import Claim
from dateline.store.codec import Decoder
from dateline.store.database import Database

_CHAINED: Final = (
    "SELECT {table}.number, chain.hash, json_array({table}.number, {columns}) FROM {table} "
    "LEFT JOIN chain ON chain.of = '{table}' AND chain.number = {table}.number ORDER BY {table}.number"
)
CHAINED: Final = {
    table: _CHAINED.format(table=table, columns=columns)
    for table, columns in {
        "log": "at, who, engine, event, detail",
        "judgement": "at, who, verdict, subject, body, note, undoes",
        "report": "id, file, metadata",
    }.items()
}
CHAIN_HEADS: Final = (
    "SELECT of, hash FROM chain AS last WHERE number = (SELECT max(number) FROM chain WHERE of = last.of) ORDER BY of"
)
CLAIMS_OF_INCIDENTS: Final = "SELECT id, json_extract(body, '$.claims'), json_extract(body, '$.tolls') FROM incident"
IMPORTED: Final = "SELECT id FROM report WHERE json_extract(metadata, '$.imported') IS NOT NULL"
_IMPORTED_AS: Final = f"SELECT id, json_extract(metadata, '$.imported') FROM report WHERE id IN ({IMPORTED})"


@dataclass(frozen=True, slots=True)
class LogLine:
    """What was done to the record: when (UTC), by whom, with which engine."""

    at: str
    who: str
    engine: str
    event: str
    detail: dict[str, Any]


class Provenance:
    """The evidence of a record as it lies in its tables, what no longer counts too."""

    def __init__(self, database: Database, decoder: Decoder) -> None:
        self._database = database
        self._decoder = decoder

    def chained(self, table: str) -> Iterator[tuple[int, str | None, str]]:
        """Yield the rows of a chained table: the number, the hash that the chain holds, the one that it has now.

        Args:
            table: a key of `CHAINED`.
        """
        before = ""
        for number, held, row in self._database.rows(CHAINED[table]):
            now = hashlib.sha256(f"{before}{row}".encode()).hexdigest()
            yield number, held, now
            before = held or now

    def log(self) -> Iterator[LogLine]:
        """Yield what was done to the record, from the first."""
        sql = "SELECT at, who, engine, event, detail FROM log ORDER BY number"
        for at, who, engine, event, detail in self._database.rows(sql):
            yield LogLine(at, who, engine, event, json.loads(detail))

    def chain_heads(self) -> dict[str, str]:
        """Return the last hash of the chain of each table that has one."""
        return dict(self._database.rows(CHAIN_HEADS))

    def loose_links(self, table: str) -> Iterator[int]:
        """Yield the numbers in the chain of a table that no row of it bears any more."""
        sql = f"SELECT number FROM chain WHERE of = ? AND number NOT IN (SELECT number FROM {table}) ORDER BY number"
        if table in CHAINED:
            yield from (number for (number,) in self._database.rows(sql, (table,)))

    def has_link(self, table: str, hash_: str) -> bool:
        """Say whether the chain of a table holds a hash."""
        return self._database.row("SELECT 1 FROM chain WHERE of = ? AND hash = ?", (table, hash_)) is not None

    def readings(self) -> Iterator[tuple[int, str, str]]:
        """Yield all readings, those that no longer count too: number, the report's id, the cleaned text."""
        yield from self._database.rows("SELECT number, report, text FROM reading ORDER BY number")

    def claims_of_reading(self, number: int) -> Iterator[Claim]:
        """Yield the claims of a reading, those that a judgement rejects too."""
        sql = "SELECT kind, body FROM claim WHERE reading = ? ORDER BY position"
        return (self._decoder.claim(kind, body) for kind, body in self._database.rows(sql, (number,)))

    def engines(self) -> dict[str, int]:
        """Return how many reports each engine read last."""
        sql = "SELECT engine, count(*) FROM live_reading JOIN reading USING (number) GROUP BY engine ORDER BY engine"
        return dict(self._database.rows(sql))

    def imported(self) -> Iterator[tuple[str, str]]:
        """Yield the reports of which only claims were imported: the id, and the id that it has elsewhere."""
        yield from self._database.rows(f"{_IMPORTED_AS} ORDER BY number")

    def claims_of_incidents(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the ids of the incidents, each with those of its claims of events and tolls."""
        for one, events, tolls in self._database.rows(CLAIMS_OF_INCIDENTS):
            yield one, [*json.loads(events or "[]"), *json.loads(tolls or "[]")]

    def parts_of(self, incident_id: str) -> tuple[str, ...]:
        """Return the ids of the incidents that are part of one, as linking or a person says."""
        rows = self._database.rows("SELECT id FROM shown WHERE part_of = ? ORDER BY id", (incident_id,))
        return tuple(part for (part,) in rows)

    def places_told(self, report_id: str) -> tuple[str, ...]:
        """Return the names, in all spellings, of the places that the live claims of a report tell of."""
        sql = "SELECT DISTINCT place FROM live_claim WHERE report = ? AND place NOT NULL"
        entries = [self._decoder.place(digest) for (digest,) in self._database.rows(sql, (report_id,))]
        return tuple(name for entry in entries for name in (entry.name, *entry.also))
