"""What stays at hand of reports without a day: they are read again as soon as others of the record date them."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.report import Report

FEW: Final = 64  # annotations that are kept, and of reports of
SHORT: Final = 10_000  # characters at most: some 45 MB if all are that long, a tenth of it as reports are


class AtHand:
    """Annotates reports, and keeps what it made of the latest few that have no publication day.

    What words, trees and mentions a text has does not hang on the day. Any thread may ask.

    Args:
        annotate: the stage, asked for what is not at hand.
    """

    def __init__(self, annotate: Callable[[Report], Annotated]) -> None:
        self._annotate = annotate
        self._kept: OrderedDict[str, Annotated] = OrderedDict()
        self._lock = Lock()

    def of(self, report: Report) -> Annotated:
        """Return a report annotated; what was kept of it is given away, since it is dated but once."""
        with self._lock:
            kept = self._kept.pop(report.id, None)
        if kept is None or (kept.report.text, kept.report.blocks) != (report.text, report.blocks):
            kept = self._annotate(report)
        if report.published is None and len(report.text) <= SHORT:
            self._keep(report.id, kept)
        return replace(kept, report=report)

    def _keep(self, report_id: str, made: Annotated) -> None:
        with self._lock:
            self._kept[report_id] = made
            if len(self._kept) > FEW:
                self._kept.popitem(last=False)
