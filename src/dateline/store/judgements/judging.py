"""Judging: decisions of persons go into a record for good, none of them over another that its maker had not seen."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from dateline.errors import RecordError
from dateline.model.claim import Claim, Quote
from dateline.model.judgement import Decision, Judgement, Verdict, thing_of
from dateline.model.report import Report
from dateline.store.codec import Decoder, Encoder, canonical
from dateline.store.database import Database, Row
from dateline.store.judgements.judged import Judged

_KEEP: Final = "INSERT INTO judgement (at, who, verdict, subject, body, note, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)"
_PUT: Final = (
    "INSERT OR IGNORE INTO claim SELECT last.number, 1 + ifnull((SELECT max(position) FROM claim WHERE reading = "
    "last.number), -1), ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM live_reading AS last WHERE report = ?1"
)
_ADDED: Final = "SELECT body FROM standing WHERE verdict = ? AND json_extract(body, '$.given.claim.report_id') = ?"


class JudgedMeanwhileError(RecordError):
    """Someone judged the same after what the person who judges now had seen; nothing was kept.

    `judgements` are what was judged meanwhile.
    """

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.judgements = tuple(judgements)
        last = self.judgements[-1]
        told = f"{last.verdict} {last.subject}: {last.reason}"
        super().__init__(f"{last.who} judged this meanwhile ({last.number}, {last.at}, {told}). Look at it again")


class Judging:
    """What is written of judgements; needs the record open for writing."""

    def __init__(self, database: Database, judged: Judged, decoder: Decoder) -> None:
        self._database = database
        self._judged = judged
        self._decoder = decoder

    def keep(self, decisions: Sequence[Decision], who: str, reason: str, seen: int | None) -> tuple[int, ...]:
        """Keep decisions, all or none; return their numbers.

        Args:
            decisions: what is decided.
            who: who decides.
            reason: why.
            seen: the number of the latest judgement that this person had seen; None asks for no such care.

        Raises:
            JudgedMeanwhileError: a later one is about the same thing, or one of them was withdrawn already.
        """
        with self._database.transaction():
            self._check(decisions, seen)
            return tuple(self._put(one, who, reason) for one in decisions)

    def added_to(self, report: Report) -> Iterator[Claim]:
        """Yield the claims that persons added to a report, where its text still says what they marked.

        In a text that was cleaned otherwise the words may stand elsewhere: the claim goes with them if they stand there
        once only, and keeps its id.
        """
        for (body,) in self._database.rows(_ADDED, (Verdict.ADD, report.id)):
            given = json.loads(body)["given"]
            claim = self._decoder.claim(given["kind"], canonical(given["claim"]))
            start = _start(claim.quote, report.text)
            if start is not None:
                quote = Quote(start, start + len(claim.quote.text), claim.quote.text)
                yield dataclasses.replace(claim, quote=quote, report=report.file)

    def _check(self, decisions: Iterable[Decision], seen: int | None) -> None:
        undone = [one.undoes for one in decisions if one.undoes is not None]
        later = list(self._judged.withdrawals(undone))
        if seen is not None:
            later += self._judged.after(seen, {thing_of(one.subject) for one in decisions})
        if later:
            raise JudgedMeanwhileError(later)

    def _put(self, one: Decision, who: str, reason: str) -> int:
        encoder = Encoder()
        body = {"claims": list(one.claims), "field": one.field, "was": one.was, "value": one.value}
        given = _given(one, encoder)
        told = {key: value for key, value in body.items() if value is not None} | given
        self._database.run_many("INSERT OR IGNORE INTO place VALUES (?, ?)", encoder.places.items())
        if one.added:  # before the judgement: what has to be linked anew is found by the claim
            self._database.run(_PUT, (one.added.report_id, *claim_row(one.added, encoder)))
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._database.run(_KEEP, (now, who, one.verdict, one.subject, canonical(told), reason, one.undoes))
        return self._judged.latest()


def claim_row(claim: Claim, encoder: Encoder) -> Row:
    """Return a claim as the columns of its table, without its reading and position."""
    when = claim.when
    first = when.first.isoformat() if when and when.first else None
    after = when.after.isoformat() if when and when.after else None
    place = encoder.place(claim.place.entry) if claim.place and claim.place.entry else None
    return claim.id, claim.kind, claim.stance.value, first, after, place, encoder.text(claim)


def _given(one: Decision, encoder: Encoder) -> dict[str, Any]:
    if one.added:
        return {"given": {"kind": one.added.kind, "claim": encoder.plain(one.added)}}
    return {"given": encoder.plain(one.given)} if one.verdict in _SETTING else {}


_SETTING: Final = frozenset({Verdict.CORRECT, Verdict.PART, Verdict.GRADE})


def _start(quote: Quote, text: str) -> int | None:
    if text[quote.start : quote.end] == quote.text:
        return quote.start
    return text.find(quote.text) if text.count(quote.text) == 1 else None
