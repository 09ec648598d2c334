"""Copying: reports that are new, or were read again, held against the others for copies of one text."""

from dateline.pipeline import bands_of, is_copy, runs_of
from dateline.store import Record

AT_ONCE = 256  # reports in one transaction: a second's work


def find_copies(record: Record) -> int:
    """Find the copies among the reports of a record that were not compared yet; return how many were compared.

    The same for any order in which they came.

    Raises:
        RecordError: the record cannot be written to.
    """
    count = 0
    while pending := record.copies.uncompared()[:AT_ONCE]:
        with record.transaction():
            for report_id in pending:
                _compare(record, report_id)
        count += len(pending)
    return count


def _compare(record: Record, report_id: str) -> None:
    """Hold one report against those that share a band with it."""
    report = record.view.report(report_id)
    if report is None:
        raise KeyError(report_id)
    own = runs_of(report)
    near = record.copies.sharing(report_id, bands_of(own), report.own_day)
    others = (found for other in near if (found := record.view.report(other)))
    record.copies.set_copies(report_id, [other.id for other in others if is_copy(own, runs_of(other))])
