"""Wording: days, counts, places and names as a reader sees them."""

import datetime as dt
from collections.abc import Iterable

from dateline.model.place import PlaceEntry
from dateline.model.when import When

UNKNOWN = "–"
SHORT = 9  # letters of an id that tell it from others in all but the largest records


def days(when: When | None) -> str:
    """Return an interval of days: "2015-04-25", "2015-04-25 to 2015-04-27", "from 2015-04-25"."""
    if when is None:
        return UNKNOWN
    return span(when.first, when.last)


def span(first: dt.date | None, last: dt.date | None) -> str:
    """Return days from first to last, either None where open."""
    if first and last:
        return f"{first}" if first == last else f"{first} to {last}"
    if first:
        return f"from {first}"
    return f"until {last}" if last else UNKNOWN


def interval(low: int | None, high: int | None) -> str:
    """Return a count: "31", "31 or more", "up to 40", "10 to 15"."""
    if low is None:
        return UNKNOWN if high is None else f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def place(entry: PlaceEntry | None) -> str:
    """Return a place's name; with what it is where it is no town, site or quarter and its name does not tell."""
    if entry is None:
        return UNKNOWN
    tells = not entry.precision.is_wide or entry.precision in entry.name.casefold()
    return entry.name if tells else f"{entry.name} ({entry.precision})"


def names(given: Iterable[str]) -> str:
    """Return names as a list."""
    return ", ".join(given) or UNKNOWN


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Return for each id its beginning, long enough to tell it from the others."""
    whole = list(ids)
    length = SHORT
    while len({one[:length] for one in whole}) < len(set(whole)):
        length += 1
    return {one: one[:length] for one in whole}


def number(count: int, one: str, many: str | None = None) -> str:
    """Return "1 report", "2 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
