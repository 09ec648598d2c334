"""Copying: reports that are new, or were read again, held against the others for copies of one text."""

from collections import OrderedDict
from typing import Final

from dateline.model.report import Report
from dateline.pipeline import bands_of, is_copy, numbered, runs_of
from dateline.store import Record

AT_ONCE: Final = 256  # reports in one transaction: a second's work
_REMEMBERED: Final = 2048  # texts kept at hand, some tens of megabytes: those of a few days, which are compared


def find_copies(record: Record) -> int:
    """Find the copies among the reports of a record that were not compared yet; return how many were compared.

    The same for any order in which they came.

    Raises:
        RecordError: the record cannot be written to.
    """
    count, texts = 0, _Texts(record)
    while pending := record.copies.uncompared():
        for first in range(0, len(pending), AT_ONCE):
            with record.transaction():
                for report_id in pending[first : first + AT_ONCE]:
                    _compare(record, report_id, texts)
        count += len(pending)
    return count


def _compare(record: Record, report_id: str, texts: "_Texts") -> None:
    """Hold one report against those that share a band with it."""
    report = record.view.report_told(report_id)
    if report is None:
        raise KeyError(report_id)
    runs = runs_of(report)
    own = texts.put(report, runs)
    near = record.copies.sharing(report_id, bands_of(runs), report.own_day)
    record.copies.set_copies(report_id, [other for other in near if is_copy(own, texts.get(other))])


class _Texts:
    """What texts are compared by, of the reports that were asked for last: one text is held against many."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._held: OrderedDict[str, frozenset[int]] = OrderedDict()

    def get(self, report_id: str) -> frozenset[int]:
        """Return the runs of a report of the record as numbers; none for a report that it lacks."""
        held = self._held.get(report_id)
        if held is None:
            report = self._record.view.report_told(report_id)
            return self.put(report, runs_of(report)) if report else frozenset()
        self._held.move_to_end(report_id)
        return held

    def put(self, report: Report, runs: frozenset[str]) -> frozenset[int]:
        """Keep the runs of a report and return them as numbers."""
        held = self._held[report.id] = numbered(runs)
        if len(self._held) > _REMEMBERED:
            self._held.popitem(last=False)
        return held
