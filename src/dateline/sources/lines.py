"""Where a line of a file stands in the cleaned text of its report."""

from collections.abc import Sequence

from dateline.model.report import Report, Stretch
from dateline.sources.decoding import decode
from dateline.sources.formats import format_of


def line_spans(report: Report, data: bytes, number: int) -> tuple[tuple[int, int], ...] | None:
    """Return the spans of a report's text that come from a line of its file.

    Args:
        report: the report.
        data: the bytes of its file.
        number: the line, counted from 1.

    Returns:
        The spans in order, none where the line is no part of the text (markup, what pages print around it); None where
        the file has no such line.

    Raises:
        ReportError: the bytes are no text.
    """
    text = decode(data, report.file, format_of(report.file, data).encoding(data))
    lines = text.splitlines(keepends=True)
    if not 1 <= number <= len(lines):
        return None
    first = sum(map(len, lines[: number - 1]))
    return tuple(_within(report.origin, first, first + len(lines[number - 1])))


def _within(origin: Sequence[Stretch], first: int, after: int) -> list[tuple[int, int]]:
    out = []
    for run in origin:
        start, end = max(run.origin, first), min(run.origin + run.length, after)
        if start < end:
            out.append((run.start + start - run.origin, run.start + end - run.origin))
    return out
