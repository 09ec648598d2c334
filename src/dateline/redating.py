"""Redating: reports without a day are read again with the one that other reports of the record give them.

What is inferred follows from the claims of reports that are dated by themselves and from the reading without a day,
never from an earlier inference: any order of adding gives the same days. Readings are kept as ever; the latest counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.model.claim import Claim
from dateline.model.report import Publication, Report
from dateline.pipeline import ENGINE, Stages, days_from_others, read_all
from dateline.store import ReadReport, Record

Days = Mapping[str, Publication | None]
"""Publication days by the report's id; None where a day that was inferred no longer holds."""


def redate(record: Record, stages: Stages) -> tuple[str, ...]:
    """Read again the reports whose inferred day is new, another one, or gone; return the ids of those that were.

    Only reports that what is not linked yet may date are looked at: for the others nothing has changed.

    A report that cannot be read again stays as it was.

    Raises:
        RecordError: the record cannot be written to.
    """
    days = _changed(record)
    dated = stages._replace(clean=lambda raw: _with_day(stages.clean(raw), days))
    again: list[str] = []
    for result in read_all(map(record.view.raw, days), dated):
        if isinstance(result, ReadReport):
            again += [one.report.id for one in record.add_readings([result], ENGINE)]
    if days:
        told = sorted([report_id, day.day.isoformat() if day else None] for report_id, day in days.items())
        record.log("dated from others", ENGINE, read=len(again), days=told)
    return tuple(again)


def _changed(record: Record) -> Days:
    """Return the days that differ from what the latest readings have."""
    known: dict[str, Publication | None] = {}

    def open_to() -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        for one in record.view.undated():  # their texts, one at a time
            known[one.report.id] = one.report.published
            if one.open:
                yield one.report, one.claims

    found = days_from_others(open_to(), record.view.claims_at)
    return {report_id: found.get(report_id) for report_id, day in known.items() if found.get(report_id) != day}


def _with_day(report: Report, days: Days) -> Report:
    return replace(report, published=days[report.id]) if report.published is None else report
