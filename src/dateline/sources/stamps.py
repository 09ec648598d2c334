"""Stamps: lines and headings in which a text states its own day ("Published: 27 April 2015", "as of 31 March 2015")."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from dateline.reference.calendar import MONTHS, WEEKDAYS, WrittenDate, find_dates

_LABEL: Final = {
    *(
        "published",
        "posted",
        "date",
        "dated",
        "updated",
        "modified",
        "created",
        "issued",
        "filed",
        "released",
        "release",
    ),
    *("views", "view", "reads", "shares", "k", "edited"),  # beneath a post
    *("publication", "time", "edition", "issue", "update", "last", "first", "on", "at", "by", "of", "the", "and", "as"),
}
_CLOCK: Final = {
    *("am", "pm", "a", "p", "m", "t", "z", "h", "hrs", "hours", "local", "o", "clock"),
    *("gmt", "utc", "est", "edt", "pst", "pdt", "bst", "cet", "eet", "eest", "msk", "ist", "hkt", "sgt"),
}
_ALLOWED: Final = _LABEL | _CLOCK | WEEKDAYS.keys() | MONTHS.keys()
_LATER: Final = {"updated", "modified"}
_WORD: Final = re.compile(r"[a-z]+")
_HEADED: Final = re.compile(
    r"\b(?:as of|as at|situation (?:report|update)|sitrep|bulletin|issued|dated"
    r"|(?:flash|field|news|security|access|daily|weekly|operational)\s(?:update|report|note|brief)"
    r"|(?:press|media|public) (?:release|statement|note)|statement|communiqu[eé]|declaration|briefing"
    r"|(?:week|fortnight|month|period) (?:that )?end(?:ing|ed|s))\b"
    r"(?:[^.]|\bno\.){0,40}$",
    re.IGNORECASE,
)
_PASSED_ON: Final = re.compile(
    r"\b(?:statement|message|communiqu[eé]|document|letter|declaration|text|tape|recording|leaflet|fax|e-?mail"
    r"|proclamation|transcript)\b[^.]{0,90}\b(?:given|handed|sent|delivered|read|received|released|posted|e-?mailed"
    r"|telephoned|faxed|broadcast|distributed|circulated|signed|obtained|aired|left)\b[^.\d]{0,50}$",
    re.IGNORECASE,
)  # "Statement of the A Bureau, given to newspapers on 30/8/79"
_MASTHEAD: Final = re.compile(
    r"\b(?:news(?:cast|reel|letter)?|headlines|journal|broadcast|programme|notes|transcript|round-?up)\b"
    r"(?:[^.]|\b[ap]\.m\.){0,40}$",
    re.IGNORECASE,
)  # of a broadcast or a letter to subscribers: "Radio A, midday news, Monday 4 May 2009"
_NAMES: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_PERIOD: Final = re.compile(
    rf"\b(?:covering|period|week(?:ly)?|fortnight(?:ly)?|month(?:ly)?|digest|log|round-?up|bulletin|sitrep|report|summary"
    rf"|review|update|notes)\b[^.]{{0,60}}?\b\d\d?(?:\s(?:{_NAMES})\b\.?)?(?:,?\s\d{{4}})?\s?(?:[-–—]|to|until|and)\s?"
    rf"(?P<last>\d\d?\s(?:{_NAMES})\b\.?,?\s\d{{4}})\b",
    re.IGNORECASE,
)  # of a digest, which cannot be older than what it covers: "Weekly digest, 25 July - 1 August 2003"
_COVERED: Final = re.compile(
    rf"\b(?:covering|period|week(?:ly)?|fortnight(?:ly)?|month(?:ly)?|digest|log|round-?up|bulletin|sitrep|report|summary"
    rf"|review|update|notes)\b[^.]{{0,60}}?\b(?:\d\d?(?:\s(?:{_NAMES})\b\.?)?|(?:{_NAMES})\.?\s\d\d?)"
    r"\s?(?:[-–—]|to|until|and)\s?$",
    re.IGNORECASE,
)  # the same before its last day, where that tells no year: "Situation report, 22 - 28 May"
_SET_OFF: Final = re.compile(
    r"(?:[,|·–—-]|\b(?:as of|as at|dated|(?:issued|given|sent|read|released|signed)\b[^.,]{0,40}\son))"
    r"\s+(?:\w+day,?\s(?:the\s)?)?$",
    re.IGNORECASE,
)
_ENDS: Final = 2  # days of a period
_BRACKETED: Final = re.compile(r"\s*\([^()]{2,60}\)\s*$")
_LONGEST: Final = 160  # characters; a stamp or a heading is a line


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day that the text states for itself; `whole` if it fills the line, `later` if it tells of a change."""

    day: dt.date
    words: str
    whole: bool
    later: bool


def read_stamp(text: str) -> Stamp | None:
    """Read a passage as a stamp.

    Args:
        text: a passage.

    Returns:
        The stamp where the passage is nothing but a date, a time and words such as "Published"; or where it is a
        heading with "as of" a date, one that tells when a statement was given out, one of a broadcast that ends in a
        date, or one of a digest that tells the days that it covers: it is of the last of them. None for any other text.

    """
    if len(text) > _LONGEST:
        return None
    if (covers := _PERIOD.search(text)) and not text.endswith(".") and (last := _day(covers["last"])):
        return Stamp(last, covers.group(), whole=False, later=False)
    dates = [(found, found.date) for found in find_dates(text) if found.date]
    if not dates:
        return None
    first, day = dates[0]
    words = _words_beside(text, [found for found, _ in dates])
    if words <= _ALLOWED:
        return Stamp(day, text, whole=True, later=not words.isdisjoint(_LATER) and "published" not in words)
    headed = _headed(text, first)
    if headed and not text.endswith("."):
        return Stamp(day, text[headed.start() : first.end], whole=False, later=False)
    return None


def read_yearless(text: str) -> WrittenDate | None:
    """Read the day of a month with which a line stamps its text, where it tells no year: "Report, 22 - 28 May".

    Without a year it is more often the day of what happened: but for a line of its own it is set off and ends the line.

    Args:
        text: a passage.
    """
    dates = list(find_dates(text))
    if len(text) > _LONGEST or not dates or any(found.year for found in dates) or text.endswith("."):
        return None
    if _words_beside(text, dates) <= _ALLOWED:
        return dates[-1] if len(dates) == 1 else None
    last, before = dates[-1], text[: dates[-1].start]
    if not set(_WORD.findall(_BRACKETED.sub("", text[last.end :]).lower())) <= _CLOCK:
        return None
    covers = _COVERED.search(before)
    if covers and len(dates) <= _ENDS:
        return last
    return last if len(dates) == 1 and _SET_OFF.search(before) and _headed(text, last) else None


def _headed(text: str, found: WrittenDate) -> re.Match[str] | None:
    """Return the words before a date that make it the day of the text."""
    before = text[: found.start]
    return _HEADED.search(before) or _PASSED_ON.search(before) or _masthead(text, found)


def _masthead(text: str, found: WrittenDate) -> re.Match[str] | None:
    """Return the words with which a broadcast gives its day: "news at 8, 10 May 1992", "news, 10 May (a summary)".

    Nothing but an hour, and a remark in brackets, may stand behind it.
    """
    behind = set(_WORD.findall(_BRACKETED.sub("", text[found.end :]).lower()))
    return _MASTHEAD.search(text[: found.start]) if behind <= _CLOCK else None


def _day(words: str) -> dt.date | None:
    return next((found.date for found in find_dates(words)), None)


def _words_beside(text: str, dates: list[WrittenDate]) -> set[str]:
    """Return the words of the text, in lower case, other than its dates."""
    for found in reversed(dates):
        text = text[: found.start] + text[found.end :]
    return set(_WORD.findall(text.lower()))
