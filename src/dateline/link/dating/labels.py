"""Labels of a log's entries: "Saturday 30 Nov." in front of a paragraph tells the day of what stands in it."""

from dateline.model.claim import Claim
from dateline.model.report import Report


def told_with_label(report: Report, claim: Claim) -> str:
    """Return what a claim of a report quotes, behind the label of its entry where it has one.

    Args:
        report: the report, with its text.
        claim: one of its claims.
    """
    quoted = " ".join(quote.text for quote in (claim.quote, *claim.also_quoted))
    return f"{label} {quoted}" if (label := _label_at(report, claim.quote.start)) else quoted


def _label_at(report: Report, start: int) -> str:
    """Return the blocks on the line of a block that stand before it: a label is a block of its own."""
    before = [block for block in report.blocks if block.start <= start]
    if not before:
        return ""
    here = before.pop()
    label = here
    while before and "\n" not in report.text[before[-1].end : label.start]:
        label = before.pop()
    return report.text[label.start : here.start].strip()
