"""Dated days: the full dates of a text that tell when it was written, without those of its past and its future."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.model.report import BlockKind
from dateline.reference.calendar import WEEKDAYS, WrittenDate, find_dates
from dateline.sources.captions import is_old_picture

_NEAR: Final = 48  # characters before a date in which a word can put it in the past or future
_HISTORY: Final = re.compile(
    r"\b(?:anniversary|years?|months?|decades?|weeks? after|since|until|till|born|history|previous(?:ly)?|earlier|"
    r"former|last|back|between|from|first|began|started|broke out|ago|resolution|agreement|accord|treaty|law|decree|"
    r"dated|in office|elected|war of)\b",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\b(?:will|would|shall|due|expires?|scheduled|plan(?:s|ned)?|by|until|till|before|deadline|expected|next|set for|"
    r"ends? on|hopes?|extend(?:s|ed)? to)\b",
    re.IGNORECASE,
)
_APPOSED: Final = r"\b[\s,(]*(?:on\s)?(?:\w+day,?\s)?$"
_TODAY: Final = re.compile(rf"\b(?:today|this (?:morning|afternoon|evening)|tonight){_APPOSED}", re.IGNORECASE)
_YESTERDAY: Final = re.compile(rf"\b(?:yesterday|last night){_APPOSED}", re.IGNORECASE)
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(WEEKDAYS)})\.?,?\s\(?$", re.IGNORECASE)
_WEEKDAY_AFTER: Final = re.compile(rf"\s?\(\s?({'|'.join(WEEKDAYS)})\s?\)", re.IGNORECASE)
_OLDEST: Final = dt.date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a text dates.

    `is_today` says that the text calls it the day of writing; `contradicted` that the weekday beside it is not its own.
    """

    day: dt.date
    words: str
    is_today: bool = False
    contradicted: bool = False


def dated_in(text: str, kind: BlockKind) -> Iterator[Dated]:
    """Find the days in a passage that can tell when its report was written.

    A caption's date is that of its picture, unless it says that the picture is from a file. A date in the body counts
    if a weekday or "today" stands beside it, and no word before it puts it in the past ("since", "anniversary") or
    ahead ("will", "until"). Headlines give none.

    Args:
        text: the passage.
        kind: what part it plays.

    Yields:
        The days, in the order of the text.

    """
    if kind is BlockKind.HEADLINE or (kind is BlockKind.CAPTION and is_old_picture(text)):
        return
    for found in find_dates(text):
        before = text[max(0, found.start - _NEAR) : found.start].rpartition(". ")[2]
        if found.date and found.date >= _OLDEST:
            yield from _counted(text, found, before, caption=kind is BlockKind.CAPTION)


def _counted(text: str, found: WrittenDate, before: str, *, caption: bool) -> Iterator[Dated]:
    """Yield the date if it counts, told as the day of writing where it is."""
    day = found.date
    if day is None:
        return
    words = text[found.start : found.end]
    weekday = _WEEKDAY.search(before) or _WEEKDAY_AFTER.match(text, found.end)
    wrong = weekday is not None and WEEKDAYS[weekday[1].lower()] != day.weekday()
    today = _TODAY.search(before)
    if today:
        yield Dated(day, f"{today[0]}{words}", is_today=True, contradicted=wrong)
    elif _YESTERDAY.search(before):
        yield Dated(day + dt.timedelta(days=1), f"the day after {words}", is_today=True, contradicted=wrong)
    elif (caption or weekday) and not (_HISTORY.search(before) or _FUTURE.search(before)):
        yield Dated(day, words, contradicted=wrong)
