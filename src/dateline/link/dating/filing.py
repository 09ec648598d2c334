"""Filing: what an undated report itself says of the day on which it was written."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.link.dating.words import Window, counts_from_writing, latest_written, written
from dateline.link.named_days import weekdays
from dateline.model.report import Dateline

_ONE: Final = dt.timedelta(days=1)
_WEEK: Final = dt.timedelta(days=7)  # for which what happens once is news
_NEWS: Final = 3  # days that a report tells as news; a weekday named in it is seldom older


@dataclass(frozen=True, slots=True)
class Filing:
    """What a report says of its day.

    `month` and `day` are those of its dateline, `weekday` (0 for Monday) that on which its lead says that it was told,
    `fixed` whether the dateline names it with its day, `named` the weekdays that it names, `relative` whether it counts
    days from its own, `texts` what its claims quote.
    """

    month: int | None
    day: int | None
    weekday: int | None
    fixed: bool
    named: frozenset[int]
    relative: bool
    texts: Sequence[str]

    @property
    def dated(self) -> bool:
        """Whether the dateline gives the month and the day."""
        return self.month is not None and self.day is not None

    def days(self, window: Window) -> Iterator[tuple[dt.date, str]]:
        """Yield the days in a window on which the report may have been written, each with the words that say so.

        A dateline's day is taken in the years in which it lies in the window; else the first of the days that is the
        weekday on which the lead says that it was told; else the day from which the weekdays of the report lie nearest,
        where the words tell the day or one of these weekdays is that of the happening.
        """
        if self.month is not None and self.day is not None:
            for year in range(window.first.year, window.last.year + 1):
                try:
                    day = dt.date(year, self.month, self.day)
                except ValueError:  # 29 February in a common year
                    continue
                if window.first <= day <= window.last and not self._denied(day):
                    yield day, f"dateline of {written(day)}"
            return
        if window.written:
            yield from self._after_dates(window)
        elif self.weekday is not None:
            after = window.first + (self.weekday - window.first.weekday()) % 7 * _ONE
            if after <= window.last and (window.told or after - window.first <= _NEWS * _ONE):
                yield after, f"{window.words or 'news'} of a report of a {after:%A}"
        elif window.told or (window.first.weekday() in self.named and window.last - window.first >= _WEEK):
            nearest = min(_each(window), key=lambda day: (self._back(day), day))
            yield nearest, window.words or f"the weekdays that it names, {window.first:%A} among them"

    def on_weekday(self, day: dt.date) -> bool:
        """Return whether the weekday that the lead names, or else the first one named, is a day's or the last's."""
        told = next((set(found.values()) for text in self.texts if (found := weekdays(text))), set[int]())
        named = {self.weekday} if self.weekday is not None else told
        return len(named) == 1 and all((day.weekday() - number) % 7 <= 1 for number in named)

    def _denied(self, day: dt.date) -> bool:
        """Whether the lead's weekday would lie too many days back from a day, or is not that of a dateline."""
        most = 0 if self.fixed else _NEWS
        return self.weekday is not None and (day.weekday() - self.weekday) % 7 > most

    def _after_dates(self, window: Window) -> Iterator[tuple[dt.date, str]]:
        """Yield the day of a report that tells days and months: the last of them, or its lead's weekday after that."""
        latest = max(latest_written(self.texts, window.first.year) or window.first, window.first)
        if self.weekday is not None:
            yield latest + (self.weekday - latest.weekday()) % 7 * _ONE, window.words
        elif not self.relative:
            yield latest, window.words

    def _back(self, day: dt.date) -> int:
        """Return how many days lie between a day and the weekdays that the report names, summed."""
        return sum((day.weekday() - number) % 7 for number in self.named)


def filing(dateline: Dateline | None, weekday: int | None, texts: Iterable[str]) -> Filing:
    """Return what a report says of its day.

    Args:
        dateline: its dateline.
        weekday: the weekday on which its lead says that it was told, 0 for Monday.
        texts: what its claims quote.
    """
    quoted = tuple(texts)
    named = frozenset(number for text in quoted for number in weekdays(text).values())
    month, day = (dateline.month, dateline.day) if dateline else (None, None)
    fixed = dateline is not None and dateline.weekday is not None
    return Filing(month, day, weekday, fixed, named, counts_from_writing(quoted), quoted)


def _each(window: Window) -> Iterator[dt.date]:
    for number in range((window.last - window.first).days + 1):
        yield window.first + number * _ONE
