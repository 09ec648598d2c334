"""When: a half-open interval of days with its precision and the words it was read from."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dateline.model.how import is_taken_over

NEWS: Final = "news of"
"""Begins the basis of what only an hour is told of: it was on the report's own day or in the night before."""


class Precision(StrEnum):
    """How closely the words tell the day."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class When:
    """Days from `first` up to but not including `after`.

    `words` is what the report says, `basis` what the value was reckoned from ("weekday against publication
    2015-04-27"); `None` for `first` or `after` leaves that side open.
    """

    first: dt.date | None
    after: dt.date | None
    precision: Precision
    words: str
    basis: str

    @property
    def last(self) -> dt.date | None:
        """The last day within, or None where the end is open."""
        return self.after - dt.timedelta(days=1) if self.after else None

    @property
    def days(self) -> int | None:
        """How many days it spans, or None where a side is open."""
        return (self.after - self.first).days if self.first and self.after else None

    @property
    def taken_over(self) -> bool:
        """Whether the claim's own clause does not tell it."""
        return is_taken_over(self.basis)
