"""Names of months and weekdays, and the dates that a text writes out in full."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february febr feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and abbreviations, lower case and without a full stop, to 1–12."""

WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
"""Weekday names and abbreviations, lower case and without a full stop, to 0–6 as `date.weekday()` counts."""

ROMAN_MONTHS: Final[dict[str, int]] = {
    name: number
    for number, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)
}
"""Months in Roman figures, lower case, to 1–12: "27.viii.1979", "3-VI-84"."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A month and day written out at `text[start:end]`; `year` is None where the text gives none."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def date(self) -> dt.date | None:
        """The day, or None where the year is missing."""
        return dt.date(self.year, self.month, self.day) if self.year else None


_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_ROMAN: Final = "|".join(sorted(ROMAN_MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?:(?:1[89]|20)\d\d|25[1-9]\d)(?![\d]|[,.]\d)"
_WRITTEN: Final = re.compile(
    rf"""(?<![\w/.-])(?<!\d:)(?:
      (?P<y1>{_YEAR})-(?P<n1>\d\d)-(?P<d1>\d\d)(?!\d)
    | (?P<d2>\d\d?)(?P<sep>[./])(?P<n2>\d\d?)(?P=sep)(?P<y2>{_YEAR}|\d\d(?![\w/]|[.,]\d))
    | (?P<d5>\d\d?)(?P<stroke>[./-])[ ]?(?P<m5>{_ROMAN})(?P=stroke)[ ]?(?P<y5>{_YEAR}|\d\d(?![\w/]|[.,]\d))
    | (?P<d3>\d\d?)(?:st|nd|rd|th)?[ \u00a0-](?:of[ ])?(?P<m3>{_MONTH})\b\.?
        (?:,?[ \u00a0-](?P<y3>{_YEAR})|[ ](?P<yy3>\d\d)(?=[ ]?(?:[])(\[/—–:,-]|$)))?
    | (?P<m4>{_MONTH})\b\.?[ \u00a0](?P<d4>\d\d?)(?:st|nd|rd|th)?(?![\w]|[,.:]\d)(?:[ ]?[-–][ ]?\d\d?(?!\d))?
        (?:,?[ \u00a0](?P<y4>{_YEAR}))?
    )""",
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_FIGURE: Final = re.compile(r"\d")
_BEFORE_DAY: Final = re.compile(r"\b(?:on|of|since|from|until|till|by|before|after|between|dated)\s+$", re.IGNORECASE)
_BUDDHIST: Final = 543  # years by which Thailand, Laos, Cambodia and Burma count ahead: 2555 is 2012
_LAST_COMMON: Final = 2200
_CENTURY_TURN: Final = 70  # "89" is 1989 and "15" is 2015, as POSIX reads two-digit years, give or take a year


def find_dates(text: str, *, day_first: bool = False) -> Iterator[WrittenDate]:
    """Find the dates written out in figures or with a month's name.

    Reads "April 25, 2015", "25 April", "12 MAR 89", "2015-04-25", "25.04.2015", "25.04.15", "25.iv.2015", and
    "25/04/2015" where only one order is possible. A month or year alone is no date. Of a range ("March 24-28, 2015")
    the first day is given.

    Args:
        text: any text.
        day_first: read "05/04/2015" as 5 April, rather than leave it out as either order is possible.

    Yields:
        The dates in the order in which they stand; days that no calendar has are left out.

    """
    if not _FIGURE.search(text):  # most paragraphs; no date is written without one
        return
    for match in _WRITTEN.finditer(text):
        found = _read(match, day_first=day_first)
        if found and not _is_verb(text, match, found):
            yield found


def _read(match: re.Match[str], *, day_first: bool) -> WrittenDate | None:
    """Return the date that the match writes, or None where no such day exists or its order is open."""
    part = match.groupdict()
    name = part["m3"] or part["m4"]
    roman = ROMAN_MONTHS[part["m5"].lower()] if part["m5"] else None
    month = MONTHS[name.lower()] if name else roman or int(part["n1"] or part["n2"])
    day = int(part["d1"] or part["d2"] or part["d3"] or part["d4"] or part["d5"])
    if part["sep"] == "/":
        if day <= 12 and month <= 12 and day != month and not day_first:
            return None
        if month > 12:
            month, day = day, month
    year = _year(part["y1"] or part["y2"] or part["y3"] or part["y4"] or part["y5"], part["yy3"])
    try:
        dt.date(year or 2000, month, day)  # 2000 had a 29 February
    except ValueError:
        return None
    return WrittenDate(match.start(), match.end(), year, month, day)


def _year(full: str | None, short: str | None) -> int | None:
    """Return the year of four figures, or the one that two figures stand for."""
    if full and len(full) > 2:
        return common_year(int(full))
    short = short or full
    return int(short) + (1900 if int(short) >= _CENTURY_TURN else 2000) if short else None


def common_year(year: int) -> int:
    """Return a year of the common era, for one that is told in it or in the Buddhist era."""
    return year - _BUDDHIST if year > _LAST_COMMON else year


def _is_verb(text: str, match: re.Match[str], found: WrittenDate) -> bool:
    """Tell whether a lower-case "may" or "march" beside a bare number is rather the verb ("12 may have died")."""
    name = match["m3"] or match["m4"]
    if name not in {"may", "march"} or found.year:
        return False
    return not _BEFORE_DAY.search(text, max(0, match.start() - 12), match.start())
