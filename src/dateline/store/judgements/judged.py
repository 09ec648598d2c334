"""Judged: a record's judgements, and what they change of the claims and incidents that are read from it."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.model.judgement import Judgement, Verdict
from dateline.store.codec import Decoder
from dateline.store.database import LISTED, Database, Row, listed
from dateline.store.judgements.corrections import Corrections, Given
from dateline.store.judgements.incident_overlay import IncidentOverlay

_JUDGEMENT: Final = "SELECT number, at, who, verdict, subject, body, note, undoes FROM"
_ABOUT: Final = (
    f"{_JUDGEMENT} judgement WHERE thing IN (SELECT value FROM json_each(?1)) OR EXISTS "
    "(SELECT 1 FROM json_each(body, '$.claims') WHERE value IN (SELECT value FROM json_each(?1))) ORDER BY number"
)
_ORPHANS: Final = (
    f"{_JUDGEMENT} standing WHERE EXISTS (SELECT 1 FROM json_each(body, '$.claims') AS one "
    "WHERE NOT EXISTS (SELECT 1 FROM read_claim WHERE read_claim.id = one.value)) ORDER BY number"
)


class Judged:
    """The judgements of a record, and what is laid over the rest of it.

    Args:
        database: the record's file.
        decoder: makes the values that judgements set.
    """

    def __init__(self, database: Database, decoder: Decoder) -> None:
        self._database = database
        self._decoder = decoder
        self._known: tuple[int, Corrections] | None = None

    def latest(self) -> int:
        """Return the number of the latest judgement, 0 where there is none."""
        (number,) = self._database.row("SELECT ifnull(max(number), 0) FROM judgement") or (0,)
        return int(number)

    def all(self) -> Iterator[Judgement]:
        """Yield all judgements, from the first."""
        return map(judgement, self._database.rows(f"{_JUDGEMENT} judgement ORDER BY number"))

    def standing(self, *verdicts: Verdict) -> Iterator[Judgement]:
        """Yield the judgements that count, from the first; only with one of these verdicts if any are named."""
        some = f"WHERE verdict IN ({', '.join('?' * len(verdicts))})" if verdicts else ""
        return map(judgement, self._database.rows(f"{_JUDGEMENT} standing {some} ORDER BY number", tuple(verdicts)))

    def about(self, *ids: str) -> Iterator[Judgement]:
        """Yield the judgements on claims, incidents or reports of these ids, and on links of these claims."""
        return map(judgement, self._database.rows(_ABOUT, (listed(ids),)))

    def one(self, number: int) -> Judgement | None:
        """Return a judgement by its number."""
        row = self._database.row(f"{_JUDGEMENT} judgement WHERE number = ?", (number,))
        return judgement(row) if row else None

    def after(self, number: int, things: Iterable[str]) -> Iterator[Judgement]:
        """Yield the judgements later than a number on any of these things."""
        sql = f"{_JUDGEMENT} judgement WHERE number > ? AND thing IN {LISTED} ORDER BY number"
        return map(judgement, self._database.rows(sql, (number, listed(things))))

    def withdrawals(self, numbers: Iterable[int]) -> Iterator[Judgement]:
        """Yield the judgements that withdraw others of these numbers."""
        sql = f"{_JUDGEMENT} judgement WHERE undoes IN {LISTED} ORDER BY number"
        return map(judgement, self._database.rows(sql, (listed(numbers),)))

    def withdrawal(self, number: int) -> Judgement | None:
        """Return the judgement that withdraws one of this number, if any does."""
        return next(self.withdrawals([number]), None)

    def orphans(self) -> Iterator[Judgement]:
        """Yield the judgements that count of which the latest readings no longer have one of the claims."""
        return map(judgement, self._database.rows(_ORPHANS))

    def corrections(self) -> Corrections:
        """Return what persons put right of claims, as it stands now."""
        latest = self.latest()
        if self._known is None or self._known[0] != latest:
            self._known = latest, self._read()
        return self._known[1]

    def incidents(self) -> IncidentOverlay:
        """Return what persons said of incidents as a whole, as it stands now."""
        sql = f"{_JUDGEMENT} standing WHERE verdict IN (?, ?) ORDER BY number"
        rows = list(self._database.rows(sql, (Verdict.GRADE, Verdict.PART)))
        return IncidentOverlay(self._database, [(judgement(row), _given(row)) for row in rows])

    def _read(self) -> Corrections:
        given: dict[str, list[Given]] = {}
        sql = f"{_JUDGEMENT} standing WHERE verdict = ? ORDER BY number"
        for row in self._database.rows(sql, (Verdict.CORRECT,)):
            one = judgement(row)
            given.setdefault(one.claims[0], []).append(Given(one, _given(row)))
        return Corrections(self._decoder, given)


def judgement(row: Row) -> Judgement:
    """Return the judgement of a row."""
    number, at, who, verdict, subject, body, note, undoes = row
    told = json.loads(body)
    return Judgement(
        number, at, who, verdict, subject, tuple(told.get("claims", ())), note or "",
        told.get("field"), told.get("was"), told.get("value"), undoes,
    )  # fmt: skip


def _given(row: Row) -> object:
    return json.loads(row[5]).get("given")
