"""Wording: days, counts, places and names in plain English."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.model.claim import Claim, ControlClaim, EventClaim, TollClaim
from dateline.model.place import PlaceEntry, PlaceLink
from dateline.model.report import Publication
from dateline.model.when import Precision, When
from dateline.reference.countries import countries

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NOT_TOLD: Final = "day not told"


def with_article(noun: str) -> str:
    """Return a noun phrase behind its indefinite article: "an airport"."""
    return f"an {noun}" if noun[:1].casefold() in "aeiou" else f"a {noun}"


def day(value: dt.date) -> str:
    """Return a day: "26 April 2015"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def iso(text: str | None) -> str:
    """Return a day written as 2015-04-26 in words."""
    return day(dt.date.fromisoformat(text)) if text else NOT_TOLD


def days(when: When | None) -> str:
    """Return an interval, no more precise than it is: "26 April 2015", "March 2015", "by 26 March 2015"."""
    if when is None:
        return NOT_TOLD
    first, last = when.first, when.last
    if first and last:
        if when.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month - 1]} {first.year}"
        if when.precision is Precision.YEAR and first.year == last.year:
            return str(first.year)
    return span(first, last)


def span(first: dt.date | None, last: dt.date | None) -> str:
    """Return days from first to last, either None where open."""
    if first and last:
        if first == last:
            return day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{day(last)}"
        return f"{day(first)} – {day(last)}"
    if first:
        return f"since {day(first)}"
    return f"by {day(last)}" if last else NOT_TOLD


def published(told: Publication | None) -> str:
    """Return the day on which a report was published."""
    return day(told.day) if told else "publication day not known"


def interval(low: int | None, high: int | None, words: str = "") -> str:
    """Return a count: "31", "at least 31", "up to 40", "10–15"; the words themselves where it holds no number."""
    if low is None and high is None:
        return f"“{words}”" if words else "number not told"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def short(low: int | None, high: int | None) -> str:
    """Return a count for a narrow column: "31", "31+", "≤ 40", "10–15"; nothing where none is told."""
    if low is None:
        return "" if high is None else f"≤ {high:,}"
    if high is None:
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def number(count: int, one: str, many: str = "") -> str:
    """Return "1 report", "2 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def names(parties: Iterable[str]) -> str:
    """Return names joined as in a sentence."""
    every = list(parties)
    return "".join(every) if len(every) < 2 else ", ".join(every[:-1]) + " and " + every[-1]


def country(iso_code: str | None) -> str | None:
    """Return a country's name by its code."""
    found = countries().get(iso_code or "")
    return found.name if found else iso_code


def around(entry: PlaceEntry) -> str:
    """Return what a place lies in: its province and country, without what its own name says."""
    found = (entry.admin1, country(entry.country))
    return ", ".join(part for part in found if part and part.casefold() not in entry.name.casefold())


def place(entry: PlaceEntry | None) -> str:
    """Return a place with what it lies in, and how closely it is known where that is no town or site."""
    if entry is None:
        return "place not told"
    return ", ".join(filter(None, (entry.name, around(entry))))


def precision(entry: PlaceEntry | None) -> str:
    """Return how closely a place is known, where it is no town or site."""
    if entry is None or entry.precision.is_point:
        return ""
    return f"{entry.precision} only"


def first_of(parts: Sequence[str], most: int) -> str:
    """Return the first of some names, and how many more there are."""
    more = len(parts) - most
    return names(parts) if more <= 0 else f"{', '.join(parts[:most])} and {more} more"


def claim(one: Claim) -> str:
    """Return in a few words what a claim says: "Armed clash, by the Army · Binnish · 24 March 2015"."""
    return " · ".join(part for part in (_what(one), _where(one.place), days(one.when)) if part)


def _where(link: PlaceLink | None) -> str:
    if link is None or link.entry is None:
        return link.words if link else ""
    close = precision(link.entry)
    tells = not close or link.entry.precision in link.entry.name.casefold()
    return link.entry.name if tells else f"{link.entry.name} ({close})"


def _what(one: Claim) -> str:
    if isinstance(one, EventClaim):
        by, against = (names(link.name for link in links) for links in (one.actors, one.targets))
        return one.type + (f", by {by}" if by else "") + (f", against {against}" if against else "")
    if isinstance(one, TollClaim):
        count = interval(one.count.low, one.count.high, one.count.words)
        whom = one.demographic or one.status
        return f"{count} {one.harm or 'harmed'} ({whom}{f' of {one.side.name}' if one.side else ''})"
    if isinstance(one, ControlClaim):
        return f"{names(holder.name for holder in one.holders) or 'holder not told'}: {one.change}"
    raise TypeError(one)


def plain(name: str) -> str:
    """Return a name without case, marks, hyphens and apostrophes, to compare it with what a user types."""
    letters = (c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(" " if c in "-–_" else c for c in letters if c not in "'’‘ʿʾ`").split())
