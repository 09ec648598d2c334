"""Into a record: the claims of each report of an export become a report of their own, marked as imported."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.export.importing.claims import claim_of
from dateline.export.importing.rows import Reports, read
from dateline.export.jsonl import Row
from dateline.model.claim import Claim, Quote
from dateline.model.report import Basis, Block, BlockKind, Publication, Report
from dateline.pipeline import ENGINE
from dateline.store import RawReport, ReadReport, Record
from dateline.store.codec import canonical

BATCH: Final = 100  # reports kept at once
GAP: Final = " "
"""Stands for the characters of a report that nobody quoted."""


@dataclass(slots=True)
class Imported:
    """What came of an import: reports and claims taken in, and reports that were left out as the record has them."""

    reports: int = 0
    claims: int = 0
    known: int = 0


def import_claims(record: Record, path: Path) -> Imported:
    """Read an export of claims into a record.

    The export holds no bytes of reports. What stands for a report is its rows: its id is their hash, its text their
    quotes at their places, with gaps between, and its metadata names the report that they are from. A report that the
    record has, by its own bytes or from an import, is left out.

    Args:
        record: the record.
        path: claims as JSON lines, the ZIP of tables or the folder of Parquet files.

    Raises:
        DatelineError: it is no export of claims, or a row of it tells none.
    """
    rows, told = read(path)
    outcome = Imported()
    have = {elsewhere for _, elsewhere in record.view.provenance.imported()}
    batch: list[ReadReport] = []
    record.log("import begins", ENGINE, file=path.name, claims=len(rows))
    for report_id, own in _by_report(rows).items():
        if record.has(report_id) or report_id in have:
            outcome.known += 1
            continue
        batch.append(_report(path, report_id, own, told))
        if len(batch) == BATCH:
            _keep(record, batch, outcome)
            batch = []
    _keep(record, batch, outcome)
    record.log("import ends", ENGINE, file=path.name, reports=outcome.reports, claims=outcome.claims)
    return outcome


def _keep(record: Record, batch: Sequence[ReadReport], outcome: Imported) -> None:
    kept = record.add(batch, ENGINE)
    outcome.reports += len(kept)
    outcome.claims += sum(len(one.claims) for one in kept)
    outcome.known += len(batch) - len(kept)


def _by_report(rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["report_id"], []).append(row)
    return found


def _report(path: Path, report_id: str, rows: Sequence[Row], told: Reports) -> ReadReport:
    data = "\n".join(map(canonical, rows)).encode()
    own = "sha256:" + hashlib.sha256(data).hexdigest()
    file, about = rows[0]["report"], told.get(report_id, {})
    text, quotes = _laid_out(rows)
    published = about.get("published")
    day = Publication(dt.date.fromisoformat(published), Basis.METADATA, "imported") if published else None
    outlet, agency, url, title = (about.get(name) or None for name in ("outlet", "agency", "url", "title"))
    report = Report(
        id=own, file=file, text=text, blocks=(Block(0, len(text), BlockKind.BODY),), published=day, partial=True,
        outlet=outlet, agency=agency, url=url, title=title,
    )  # fmt: skip
    raw = RawReport(own, file, data, {"imported": report_id, "from": path.name})
    return ReadReport(raw, report, tuple(_claims(path, rows, own, quotes)))


def _claims(path: Path, rows: Sequence[Row], report_id: str, quotes: Sequence[Quote]) -> Iterator[Claim]:
    for row, quote in zip(rows, quotes, strict=True):
        try:
            yield claim_of(row, report_id, quote)
        except (KeyError, ValueError, TypeError, AttributeError) as why:
            raise DatelineError(f"{path}: {row.get('id')}: tells no claim: {type(why).__name__}: {why}") from why


def _laid_out(rows: Sequence[Row]) -> tuple[str, list[Quote]]:
    """Return a text that has each quote where the report had it; one after the other where they were cut."""
    quotes = [Quote(row["quote"]["start"], row["quote"]["end"], row["quote"]["text"]) for row in rows]
    text = [GAP] * max((quote.end for quote in quotes), default=0)
    for quote in quotes:
        text[quote.start : quote.end] = quote.text
    joined = "".join(text)
    if all(joined[quote.start : quote.end] == quote.text for quote in quotes):
        return joined, quotes
    return _one_by_one(quotes)


def _one_by_one(quotes: Sequence[Quote]) -> tuple[str, list[Quote]]:
    at, placed = 0, []
    for quote in quotes:
        placed.append(Quote(at, at + len(quote.text), quote.text))
        at += len(quote.text) + 1
    return "\n".join(quote.text for quote in quotes), placed
