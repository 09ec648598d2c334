"""What relative times are reckoned from: the day a report was written, and the time of another event."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dateline.model.report import Dateline
from dateline.model.when import When

_WIRE_DELAY: Final = dt.timedelta(days=10)  # a dateline further from the publication day belongs to a reprint or a slip


@dataclass(frozen=True, slots=True)
class Reference:
    """The `day` that "today" means, where it is `known` from ("publication", "dateline"), and another event's time."""

    day: dt.date | None
    known: str
    anchor: When | None = None

    @property
    def words(self) -> str:
        """The day and its source as a basis names them: "publication 2015-04-27"."""
        return f"{self.known} {self.day}"


def reference(published: dt.date | None, dateline: Dateline | None, anchor: When | None) -> Reference:
    """Return what to reckon from: the dateline's day if it is told and near the publication day, else the latter.

    Args:
        published: the publication day, if known.
        dateline: the report's dateline, if it has one; without a year, it takes the publication day's.
        anchor: the time of another event, if known.
    """
    written = _written(published, dateline)
    return Reference(written, "dateline", anchor) if written else Reference(published, "publication", anchor)


def _written(published: dt.date | None, dateline: Dateline | None) -> dt.date | None:
    """Return the day of a dateline, None where it tells none or one that does not fit the publication day."""
    if dateline is None:
        return None
    if dateline.day is None or dateline.month is None:
        return _last_such(published, dateline.weekday)
    if dateline.year is not None:
        day = _day(dateline.year, dateline.month, dateline.day)
        return day if day and (published is None or abs(day - published) <= _WIRE_DELAY) else None
    if published is None:
        return None
    days = (_day(published.year + step, dateline.month, dateline.day) for step in (0, -1, 1))
    return next((day for day in days if day and abs(day - published) <= _WIRE_DELAY), None)


def _last_such(published: dt.date | None, weekday: int | None) -> dt.date | None:
    """Return the last day of a weekday by publication: "CAIRO, Friday" in a paper of Saturday."""
    if published is None or weekday is None:
        return None
    return published - (published.weekday() - weekday) % 7 * dt.timedelta(days=1)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
