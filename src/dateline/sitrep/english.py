"""English: lists, numbers, capitals and days in sentences."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from dateline.model.when import When

_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_MONTH: Final = 31


def listed(items: Sequence[str], *, most: int = 0, rest: str = "others") -> str:
    """Return items as in a sentence: "A", "A and B", "A, B and C"; past `most` of them "A, B and two others"."""
    shown = list(items)
    if most and len(shown) > most + 1:
        shown = [*shown[:most], f"{number(len(items) - most)} {rest}"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def number(value: int) -> str:
    """Return a number as it stands in a sentence: words up to ten, then figures."""
    return _SMALL[value] if 0 < value < len(_SMALL) else f"{value:,}"


def count(value: int, one: str, many: str | None = None) -> str:
    """Return how many there are of a thing: "one clash", "12 clashes"."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def interval(low: int | None, high: int | None) -> str:
    """Return a number of people: "31", "at least 31", "up to 40", "10 to 15"; nothing where it is open."""
    if low is None:
        return "" if high is None else f"up to {number(high)}"
    if high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def sentence(text: str) -> str:
    """Return a clause as a sentence: a capital in front, a full stop behind."""
    clean = " ".join(text.split())
    return clean[:1].upper() + clean[1:] + ("" if clean.endswith((".", "?", "!")) else ".")


def day(value: dt.date) -> str:
    """Return a day as "26 April 2015"."""
    return f"{value.day} {value:%B %Y}"


def span(first: dt.date, last: dt.date) -> str:
    """Return days from first to last: "24 to 28 March 2015", "28 March to 2 April 2015"."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{first.day} {first:%B} to {day(last)}" if first.year == last.year else f"{day(first)} to {day(last)}"


def on(when: When | None) -> str:
    """Return when something happened, no more exactly than it is told; nothing where no day is told."""
    if when is None or (when.first is None and when.last is None):
        return ""
    first, last = when.first, when.last
    if first is None:
        return f"by {day(last)}" if last else ""
    if last is None:
        return f"from {day(first)} on"
    if first == last:
        return f"on {day(first)}"
    after = last + dt.timedelta(days=1)
    if first.day == after.day == 1 and (last - first).days < _MONTH:
        return f"in {first:%B %Y}, on a day that is not told"
    if (first.month, first.day, after.month, after.day, after.year - first.year) == (1, 1, 1, 1, 1):
        return f"in {first.year}, on a day that is not told"
    return f"between {_and(first, last)}"


def _and(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} and {day(last)}"
    return f"{first.day} {first:%B} and {day(last)}" if first.year == last.year else f"{day(first)} and {day(last)}"
