"""Headings: a full date among names, as outlets and offices head what they publish.

"Moscow, 19 March 2022, Volga News Agency. …" opens a paragraph, "Harbour Herald, Sunday 2 February 2025" is a line of
its own. What stands beside the date is names and nothing else: a sentence that tells of a day is no heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.model.report import Dateline
from dateline.reference.calendar import MONTHS, WEEKDAYS, WrittenDate, find_dates
from dateline.sources.agencies import agency_names, not_places, outlet_words

_LONGEST: Final = 130  # characters up to the end of the heading
_MOST_WORDS: Final = 8  # on either side of the date
_SHORT: Final = 12  # words
_WORD: Final = re.compile(r"[^\W_][\w.'’&/-]*")
# Small words within names and bylines ("from our correspondent in Manaus").
_LITTLE: Final = {
    *("of", "the", "and", "de", "del", "la", "al", "da", "do", "dos", "el", "von"),
    *("from", "our", "in", "for", "by", "at", "correspondent", "correspondents", "staff", "reporter", "special", "to"),
}
# Before a date these make it the day of something that happened.
_TELLING: Final = {
    *("on", "of", "since", "in", "from", "by", "until", "till", "to", "after", "before", "between", "around"),
    *("late", "early", "mid", "this", "that", "and", "or", "about", "at", "for", "the"),
}
_SET_OFF: Final = re.compile(r"[,()\]|·–—-]\s*(?:(?:the\s)?\w+day\.?,?\s*)?$|^\s*$", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\s*\([^()]{2,40}\)\s*")
_AFTER: Final = re.compile(
    r"(?P<beside>[^.:—–\n]{0,60}?)"
    r"(?P<separator>\s*[—–]+\s*|\s+-+\s+|(?<=\))\s*-+\s+|:\s+|\.\s+(?=[\"“‘']?[A-Z0-9]))"
)
# "28 October to 3 November 1989": what a chronicle of a week covers; it was written when that was over.
_MONTH: Final = rf"(?:{'|'.join(MONTHS)})\.?"
_PERIOD: Final = re.compile(
    rf"[\s.]*\b(?:from\s|between\s|week of\s|period\s)?(?:\d\d?(?:\s{_MONTH})?|{_MONTH}\s\d\d?)"
    r"(?:,?\s(?:\d\d|'\d\d|\d{4}))?\s?"
    r"(?:to|until|till|through|and|[-–—])\s?$",
    re.IGNORECASE,
)
_OF_PERIODS: Final = re.compile(
    r"\b(?:(?:weekly|monthly|fortnightly|daily)\s)?(?:chronicle|summary|review|digest|report|log|diary|events|round-?up"
    r"|chronology)(?:\sof\sthe\s(?:week|fortnight|month))?\b|\bperiod(?:\scovered)?\b|\bweek(?:\sof)?\b",
    re.IGNORECASE,
)
_HOURS: Final = r"\s?(?:h|hrs|hours|[ap]\.?m\.?|o['’]clock)"
_CLOCK: Final = re.compile(
    rf",?\s*(?:at\s)?\d\d?(?:[.:]?\d\d(?:{_HOURS})|[.:]\d\d|{_HOURS})(?:\s(?:GMT|UTC|local time|[A-Z]{{2,4}}T))?$"
)
# "28 AUG 0600B TO 29 AUG 0600B", as forces write the hour and its zone
_ZULU: Final = re.compile(r"\s(?:[01]\d|2[0-4])[0-5]\d\s?[A-Z]\b(?=\s|$)")
# "Sarn, 2 December.": a place and a day, and nothing else, are no sentence
_FILED: Final = re.compile(
    rf"(?:[A-Z][\w'’-]+ ?){{1,3}}, (?:\w+day,? )?(?:\d\d?\s{_MONTH}|{_MONTH}\s\d\d?)(?:,? \d{{4}})?\.$", re.I
)
_NUMBERED: Final = re.compile(r"(?<=[^\W\d_] )\d\d?(?=[,)\s])")  # "Radio Lakes 2, …"
_SEGMENTS: Final = re.compile(r"\s*[,()|·]+\s*|\s+[-–—]+\s+")


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line that is a heading: its date, and whether it names who publishes it or the day of the week."""

    date: WrittenDate
    signed: bool


def read_dated_line(text: str, *, whole: bool = True) -> DatedLine | None:
    """Read a line as a heading with its day; None for any other line.

    Args:
        text: a passage.
        whole: whether the day must have its year.
    """
    text = _CLOCK.sub("", text)
    if len(text) > _LONGEST:
        return None
    text = _ZULU.sub("", text)
    if _FILED.match(text) and not is_outlet(text):
        text = text.rstrip(".")
    if text.endswith((".", "!", "?", ":")):
        return None
    dates = list(_dates(text, whole=whole))
    if len(dates) > 1 and _PERIOD.search(text[: dates[1].start]):
        dates = dates[1:]  # "28 AUG 95 0600B TO 29 AUG 95 0600B"
    if len(dates) != 1:
        return None
    date = dates[0]
    before, after = text[: date.start], text[date.end :]
    if _PERIOD.search(before):
        before = _OF_PERIODS.sub("", _PERIOD.sub(", ", before)).lstrip(" :,")
        return DatedLine(date, signed=True) if _is_names(before) or _ends_in_place(before) else None
    before = _NUMBERED.sub("", before)
    beside = _segments(before) + _segments(after)
    if not beside or not _SET_OFF.search(before) or not _is_names(after):
        return None
    if not (_is_names(before) or (not after and _ends_in_place(before))):
        return None
    if after and after[0] not in " ,)|·–—-":
        return None
    return DatedLine(date, signed=_weekday(before) or any(map(is_outlet, beside)))


def read_opening(text: str, start: int, end: int) -> Dateline | None:
    """Read the heading that a paragraph opens with, where it tells a full date.

    Args:
        text: the report's text.
        start: where the paragraph begins.
        end: where it ends.

    Returns:
        Its place, day and agency as far as told; None where the paragraph opens with a sentence.
    """
    opening = text[start : min(end, start + _LONGEST)]
    if opening == opening.upper() or opening == opening.lower():
        return None
    date = _first_date(opening)
    after = _AFTER.match(opening, date.end) if date else None
    if date is None or after is None:
        return None
    before, beside = opening[: date.start], after["beside"]
    named = _is_names(before) and _SET_OFF.search(before) is not None
    if not named or not (_BRACKETED.fullmatch(beside) or _is_names(beside)):
        return None
    told = _segments(before) + _segments(beside)
    if not told:
        return None  # an entry of a chronicle may begin so: the day is that of what it tells
    place = next((one for one in _segments(before) if not is_outlet(one) and one.casefold() not in not_places()), None)
    at = start + before.index(place) if place else start
    return Dateline(
        start=start + len(opening) - len(opening.lstrip()),
        end=start + after.end(),
        place=place,
        place_start=at,
        place_end=at + len(place or ""),
        month=date.month,
        day=date.day,
        year=date.year,
        agency=next((agency_names()[one.casefold()] for one in told if one.casefold() in agency_names()), None),
    )


def read_bare_day(text: str, start: int, end: int) -> Dateline | None:
    """Read a full date that a paragraph opens with and that nothing stands beside: "10 June 2017. Troops …".

    Args:
        text: the report's text.
        start: where the paragraph begins.
        end: where it ends.
    """
    opening = text[start : min(end, start + _LONGEST)]
    date = _first_date(opening)
    after = _AFTER.match(opening, date.end) if date else None
    before = opening[: date.start].split() if date else []
    alone = all(word.strip(",.").casefold() in WEEKDAYS for word in before)
    if date is None or after is None or after["beside"] or not alone:
        return None
    return Dateline(
        start=start,
        end=start + after.end(),
        place=None,
        place_start=start,
        place_end=start,
        month=date.month,
        day=date.day,
        year=date.year,
        agency=None,
    )


def _first_date(text: str) -> WrittenDate | None:
    """Return the first date with its year."""
    return next(_dates(text), None)


def _dates(text: str, *, whole: bool = True) -> Iterator[WrittenDate]:
    """Yield the dates of a text, those with their year where they must be whole."""
    return (found for found in find_dates(text) if found.date or not whole)


def _is_names(beside: str) -> bool:
    """Tell whether what stands beside a date is names alone; "on" right before it makes it a day that is told of."""
    words = [word for word in _WORD.findall(beside) if word.casefold().rstrip(".") not in WEEKDAYS]
    if len(words) > _MOST_WORDS or (words and words[-1].casefold() in _TELLING and not beside.rstrip().endswith(",")):
        return False
    return all(word[0].isupper() or word in _LITTLE for word in words)


def _ends_in_place(before: str) -> bool:
    """Tell whether a short line tells last, set off by commas, where it was issued ("read on air, Tripoli, …")."""
    parts = _segments(before)
    if len(parts) < 2 or len(_WORD.findall(before)) > _SHORT:
        return False
    return parts[-1][0].isupper() and _is_names(parts[-1] + ",")


def _segments(beside: str) -> list[str]:
    """Return the names beside a date, without its weekday."""
    parts = (part.strip(" -–—") for part in _SEGMENTS.split(beside))
    return [part for part in parts if part and part.casefold().rstrip(".") not in WEEKDAYS]


def _weekday(before: str) -> bool:
    """Tell whether the date has its weekday."""
    return any(word.casefold().rstrip(".") in WEEKDAYS for word in _WORD.findall(before))


def is_outlet(name: str) -> bool:
    """Return whether a name is that of somebody who publishes, by the words of such names."""
    return name.casefold() in agency_names() or any(word.casefold() in outlet_words() for word in _WORD.findall(name))
