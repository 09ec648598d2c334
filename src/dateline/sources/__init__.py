"""Sources: from files as they are published to reports. A reader a format; see docs/sources.md."""

from dateline.sources.found import Found, FoundReport, Note, find_reports
from dateline.sources.lines import line_spans
from dateline.sources.metadata import Metadata, Row
from dateline.sources.reports import read_bytes, read_report
from dateline.sources.weekdays import written_on

__all__ = ["Found", "FoundReport", "Metadata", "Note", "Row", "find_reports", "line_spans", "read_bytes", "read_report", "written_on"]
