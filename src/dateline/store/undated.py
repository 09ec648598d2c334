"""Undated: reports that tell no day of their own, and the claims of others that may lend them one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.model.claim import Claim
from dateline.model.report import Basis, Report
from dateline.store.codec import Decoder
from dateline.store.database import LISTED, Database, Row, listed
from dateline.store.provenance import IMPORTED

# What a person ever put at a place, whether or not that stands: what follows from it has to be found anew either way.
_PUT: Final = "judgement AS put WHERE put.verdict = 'correct' AND json_extract(put.body, '$.field') = 'place'"
_UNLINKED_PLACES: Final = (
    "SELECT digest FROM place WHERE json_extract(body, '$.id') IN "
    "(SELECT json_extract(place.body, '$.id') FROM unlinked JOIN reading ON reading.report = unlinked.report "
    "JOIN claim ON claim.reading = reading.number "
    "JOIN place ON place.digest = claim.place WHERE claim.kind IN ('event', 'toll') "
    "UNION SELECT json_extract(place.body, '$.id') FROM place "
    f"WHERE digest IN (SELECT json_extract(put.body, '$.given.entry') FROM {_PUT}))"
)
NO_DAY_OF_ITS_OWN: Final = (
    "SELECT reading.text, reading.body, 'day of ' || reading.report NOT IN (SELECT subject FROM rejected) FROM live_reading "
    f"JOIN reading USING (number) WHERE reading.report NOT IN ({IMPORTED}) "
    "AND (published IS NULL OR json_extract(reading.body, '$.published.basis') = ?) "
    "AND reading.report IN (SELECT report FROM unlinked UNION SELECT reading.report FROM reading "
    f"JOIN claim ON claim.reading = reading.number WHERE published IS NULL AND claim.place IN ({_UNLINKED_PLACES}) "
    "UNION SELECT reading.report FROM claim JOIN reading ON reading.number = claim.reading "
    f"WHERE claim.id IN (SELECT json_extract(put.body, '$.claims[0]') FROM {_PUT})) "
    "ORDER BY reading.report"
)
AS_READ_WITHOUT: Final = (
    "SELECT kind, body FROM claim WHERE kind IN ('event', 'toll') AND id NOT IN (SELECT subject FROM rejected) "
    "AND reading = (SELECT max(number) FROM reading WHERE report = ? AND published IS NULL) ORDER BY position"
)
_OF_DATED: Final = (
    "SELECT kind, live_claim.body FROM live_claim JOIN reading ON reading.number = live_claim.reading "
    "WHERE kind IN ('event', 'toll') AND published IS NOT NULL "
    "AND json_extract(reading.body, '$.published.basis') <> ? AND"
)
# Of a report without a day, what its own words date is lent: as it was read before any day was inferred.
_DATED_IN_FULL: Final = (
    "SELECT kind, claim.body FROM claim JOIN reading ON reading.number = claim.reading "
    "JOIN live_reading ON live_reading.report = reading.report JOIN reading AS live ON live.number = live_reading.number "
    "WHERE kind IN ('event', 'toll') AND claim.id NOT IN (SELECT subject FROM rejected) AND reading.published IS NULL "
    "AND (live.published IS NULL OR json_extract(live.body, '$.published.basis') = ?) "
    "AND reading.number = (SELECT max(number) FROM reading AS one WHERE one.report = reading.report "
    "AND one.published IS NULL) AND json_extract(claim.body, '$.when.first') IS NOT NULL AND"
)
_HERE: Final = f"place IN (SELECT digest FROM place WHERE json_extract(body, '$.id') IN {LISTED})"
_PUT_HERE: Final = "id IN (SELECT claim FROM corrected WHERE field = 'place')"
AT_PLACES: Final = tuple(f"{told} {_HERE}" for told in (_OF_DATED, _DATED_IN_FULL))
PUT_ELSEWHERE: Final = f"{_OF_DATED} {_PUT_HERE}"


@dataclass(frozen=True, slots=True)
class Undated:
    """A report that tells no publication day of its own, and its claims as read without a day.

    `open` is False where a judgement rejects any day inferred for it.
    """

    report: Report
    claims: tuple[Claim, ...]
    open: bool


def undated(database: Database, decoder: Decoder, read: Callable[[Row], Claim]) -> Iterator[Undated]:
    """Yield the reports without a day of their own that what is not linked yet may date, by id.

    Args:
        database: the record's file.
        decoder: makes reports.
        read: makes claims, with what persons put right of them.
    """
    for text, body, unjudged in database.rows(NO_DAY_OF_ITS_OWN, (Basis.OTHERS.value,)):
        report = replace(decoder.read(Report, body), text=text)
        claims = map(read, database.rows(AS_READ_WITHOUT, (report.id,)))
        yield Undated(report, tuple(claims), bool(unjudged))


def claims_of_dated(database: Database, places: Iterable[str]) -> list[Row]:
    """Return the kind and body of the event and toll claims at places of these ids whose days rest on no inference.

    These are what dated reports tell, and what others date in full. Those of dated reports that a person put at another
    place are among them wherever that is.
    """
    here = listed(places)
    rows = {row for told in AT_PLACES for row in database.rows(told, (Basis.OTHERS.value, here))}
    return sorted(rows.union(database.rows(PUT_ELSEWHERE, (Basis.OTHERS.value,))))
