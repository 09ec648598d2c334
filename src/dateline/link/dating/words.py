"""What the words of a sentence say of the day on which they were written, beside the day on which it happened."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.link.named_days import NAMES, weekdays, without_saying
from dateline.reference.calendar import MONTHS, WrittenDate, find_dates

WEEK: Final = 6  # a weekday is one of the week that ends with the day of writing
MONTH: Final = 30
SEASON: Final = 150  # days after which a day and month told without their year are seldom still of the last year

_ONE: Final = dt.timedelta(days=1)
_TODAY: Final = re.compile(
    rf"\b(?:today|tonight|this (?:(?:{NAMES}) )?(?:morning|afternoon|evening|noon)|at dawn today)\b", re.IGNORECASE
)
_YESTERDAY: Final = re.compile(r"\byesterday\b|\blast (?:night|evening)\b", re.IGNORECASE)
_LAST_WEEKDAY: Final = re.compile(rf"\b(?:last|past) (?:{NAMES})\b", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"\b(?:day|night|week|month|year)s? (?:after|before|earlier|later|since|ago)\b", re.IGNORECASE
)
_OF_MONTH: Final = re.compile(r"\b(?:[Tt]he|[Oo]n) (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of )?[A-Z])")
_RELATIVE: Final = re.compile(rf"{_TODAY.pattern}|{_YESTERDAY.pattern}|\b(?:{NAMES})\b|\bago\b|\blast\b", re.IGNORECASE)
_WITH_DATE: Final = re.compile(rf"\b(?:{NAMES}),? (?=(?:the )?\d|(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Window:
    """The days, first and last, on which a sentence may have been written, and the words that say so, none if none do.

    `written` says that the words are a day and month, which tell the year alone: it may have been written much later.
    `exact` says that they name more than a weekday, so that they seldom fit by chance.
    """

    first: dt.date
    last: dt.date
    words: str
    written: bool = False
    exact: bool = False

    @property
    def told(self) -> bool:
        """Whether any words tell the day."""
        return bool(self.words)


def window(text: str, happened: tuple[dt.date, dt.date], lag: int, told: str) -> Window | None:
    """Return when a sentence may have been written, if what it tells happened within some days.

    Args:
        text: the sentence.
        happened: the first and the last day on which that happened elsewhere.
        lag: days for which it is still news, where the words do not tell its day.
        told: the word that tells it; where the sentence counts days from something, only what stands before is read.

    Returns:
        The days of writing; None where the words tell another day, or count it from something else.
    """
    text = without_saying(text)
    if counted := _COUNTED.search(text):
        text = text[: counted.start()]  # "have recovered A, eleven days after it was occupied"
        if told not in text:
            return None
    first, last = happened
    days = [first + n * _ONE for n in range((last - first).days + 1)]
    if (found := _TODAY.search(text)) and _weekday_fits(text, days):
        return Window(last, last, f'"{found[0]}"')
    if found := _YESTERDAY.search(text):
        return Window(last + _ONE, last + _ONE, f'"{found[0]}"')
    numbers = {int(found[1]): found[0] for found in _OF_MONTH.finditer(text)}
    of_month = next((words for number, words in numbers.items() if number in {day.day for day in days}), None)
    if numbers and of_month is None:
        return None
    if dates := [date for date in find_dates(text) if date.year is None]:
        return _by_dates(text, dates, days)
    if named := weekdays(text):
        return _by_weekdays(text, named, days, exact=of_month is not None)
    if of_month:
        return Window(last, last + MONTH * _ONE, f'"{of_month}"')
    return Window(last, last + lag * _ONE, "")


def _by_dates(text: str, dates: Sequence[WrittenDate], days: Sequence[dt.date]) -> Window | None:
    """Return when a sentence that writes out days and months may have been written."""
    met = [day for day in days for date in dates if (date.month, date.day) == (day.month, day.day)]
    if not met or not _weekday_fits(text, met):
        return None
    return Window(days[-1], days[-1] + SEASON * _ONE, written(met[0]), written=True, exact=True)


def _by_weekdays(text: str, named: Mapping[str, int], days: Sequence[dt.date], *, exact: bool) -> Window | None:
    """Return when a sentence that names weekdays may have been written."""
    met = [name for name, number in named.items() if number in {day.weekday() for day in days}]
    earliest = days[-1] + _ONE if _LAST_WEEKDAY.search(text) else days[-1]
    return Window(earliest, earliest + WEEK * _ONE, f'"{met[0]}"', exact=exact) if met else None


def counts_from_writing(texts: Iterable[str]) -> bool:
    """Return whether any text counts days from the day on which it was written; "Sunday 1 Dec." does not."""
    return any(_RELATIVE.search(_WITH_DATE.sub("", text)) for text in texts)


def latest_written(texts: Iterable[str], year: int) -> dt.date | None:
    """Return the latest of the days and months that texts write out without a year, in a year."""
    found = []
    for date in (date for text in texts for date in find_dates(text) if date.year is None):
        try:
            found.append(dt.date(year, date.month, date.day))
        except ValueError:  # 29 February in a common year
            continue
    return max(found, default=None)


def written(day: dt.date) -> str:
    """Return a day and month as they are written out."""
    return f"{day.day} {day:%B}"


def _weekday_fits(text: str, days: Iterable[dt.date]) -> bool:
    """Whether a sentence that names one weekday names that of one of the days."""
    named = set(weekdays(text).values())
    return len(named) != 1 or bool(named & {day.weekday() for day in days})
