"""Copies as the record keeps them: bands of each report's text, pairs of copies, and what stands for each group."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from dateline.store.database import LISTED, Database, listed

REACH_DAYS: Final = 10  # a story is printed again within days; a report that tells no day may be of any
_SHARING: Final = (
    "SELECT DISTINCT report FROM band JOIN json_each(?) AS own ON band.key = own.value "
    "WHERE report <> ? AND (? = 0 OR day = 0 OR day BETWEEN ? AND ?) ORDER BY report"
)
_UNCOMPARED: Final = (
    "SELECT uncompared.report FROM uncompared LEFT JOIN live_reading ON live_reading.report = uncompared.report "
    "LEFT JOIN reading USING (number) ORDER BY published, uncompared.report"
)
_FIRST: Final = (
    "SELECT report.id FROM report JOIN live_reading ON live_reading.report = report.id JOIN reading USING (number) "
    f"WHERE report.id IN {LISTED} ORDER BY ifnull(published, '9999'), file, report.id LIMIT 1"
)


class Copies:
    """The tables of copies of a record that is open for writing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def to_compare(self, report_id: str) -> None:
        """Note that a report's text has to be held against the others, since it is new or was read again."""
        self._database.run("INSERT OR IGNORE INTO uncompared VALUES (?)", (report_id,))

    def uncompared(self) -> list[str]:
        """Return the ids of the reports whose text has not been held against the others, by their day."""
        return [report for (report,) in self._database.rows(_UNCOMPARED)]

    def sharing(self, report_id: str, bands: Iterable[int], day: dt.date | None) -> list[str]:
        """Keep the bands of a report in place of those it had; return the ids of others that share one, in order.

        Args:
            report_id: the report.
            bands: its text's bands.
            day: its publication day, if it tells one.
        """
        own, at = list(bands), day.toordinal() if day else 0
        self._database.run("DELETE FROM band WHERE report = ?", (report_id,))
        self._database.run_many("INSERT INTO band VALUES (?, ?, ?)", ((key, at, report_id) for key in own))
        values = (listed(own), report_id, at, at - REACH_DAYS, at + REACH_DAYS)
        return [report for (report,) in self._database.rows(_SHARING, values)]

    def set_copies(self, report_id: str, others: Iterable[str]) -> None:
        """Put down of what a report is a copy, in place of what stood."""
        todo = self._group(report_id)
        self._database.run("DELETE FROM copy WHERE one = ? OR other = ?", (report_id, report_id))
        pairs = [pair for other in others for pair in ((report_id, other), (other, report_id))]
        self._database.run_many("INSERT INTO copy VALUES (?, ?)", pairs)
        self._database.run("DELETE FROM uncompared WHERE report = ?", (report_id,))
        while todo:
            group = self._group(todo.pop())
            self._stand_for(group)
            todo -= group

    def _group(self, report_id: str) -> set[str]:
        found, todo = {report_id}, [report_id]
        while todo:
            near = {other for (other,) in self._database.rows("SELECT other FROM copy WHERE one = ?", (todo.pop(),))}
            todo += near - found
            found |= near
        return found

    def _stand_for(self, group: set[str]) -> None:
        """Let the first published report stand for all of a group; what is alone stands for itself."""
        (first,) = (len(group) > 1 and self._database.row(_FIRST, (listed(group),))) or (None,)
        for report in sorted(group):
            story = first if report != first else None
            (stood,) = self._database.row("SELECT story FROM copy_of WHERE report = ?", (report,)) or (None,)
            if stood != story:  # else nothing has to be linked anew
                self._database.run("DELETE FROM copy_of WHERE report = ?", (report,))
                if story:
                    self._database.run("INSERT INTO copy_of VALUES (?, ?)", (report, story))
