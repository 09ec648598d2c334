"""Checks of a record: the bytes of each report, the chains of its append-only tables, the quotes of all claims."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.errors import RecordError
from dateline.store import RecordView
from dateline.store.provenance import CHAINED


@dataclass(slots=True)
class Checked:
    """What was checked, by kind, and what is wrong."""

    counts: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def count(self, what: str) -> None:
        """Count one more of a kind."""
        self.counts[what] = self.counts.get(what, 0) + 1


def check_record(view: RecordView) -> Checked:
    """Check a record; nothing that is wrong stops the checks."""
    checked = Checked()
    for report_id in view.report_ids():
        checked.count("reports, by the hash of their bytes")
        checked.problems += _report(view, report_id)
    for table in CHAINED:
        _chain(view, table, checked)
    for number, report_id, text in view.provenance.readings():
        for claim in view.provenance.claims_of_reading(number):
            checked.count("claims, by their quotes")
            if any(text[one.start : one.end] != one.text for one in (claim.quote, *claim.also_quoted)):
                checked.problems.append(f"claim {claim.id} quotes what reading {number} of {claim.report} does not say")
            if claim.report_id != report_id:
                checked.problems.append(f"claim {claim.id} stands in reading {number}, which is of another report")
    return checked


def _report(view: RecordView, report_id: str) -> Iterator[str]:
    try:
        raw = view.raw(report_id)
    except (zlib.error, RecordError) as why:
        yield f"report {report_id}: its bytes cannot be read: {why}"
        return
    if "sha256:" + hashlib.sha256(raw.data).hexdigest() != report_id:
        yield f"report {raw.file}: its bytes are not those that were added (their hash is not its id)"


def _chain(view: RecordView, table: str, checked: Checked) -> None:
    for number, held, now in view.provenance.chained(table):
        checked.count(f"rows of {table}, by their chain")
        if held is None:
            checked.problems.append(f"{table} {number}: is not in the chain; it was put in by other means")
        elif held != now:
            checked.problems.append(f"{table} {number}: it, or the row before it, was changed or taken out")
    for number in view.provenance.loose_links(table):
        checked.problems.append(f"{table} {number}: was taken out")
