"""Words for days, numbers and intervals, as a reader expects them."""

import datetime as dt

from dateline.model.when import Precision, When

_DASH = "–"


def day(value: dt.date) -> str:
    """Return a day as "26 April 2015"."""
    return f"{value.day} {value:%B %Y}"


def days(when: When | None) -> str:
    """Return an interval in words, no more precise than it is: "26 April 2015", "March 2015", "by 26 March 2015"."""
    if when is None or (when.first is None and when.last is None):
        return "day not told"
    if when.first is None:
        return f"by {day(when.last)}" if when.last else "day not told"
    if when.last is None:
        return f"since {day(when.first)}"
    if when.first == when.last:
        return day(when.first)
    if when.precision is Precision.MONTH and (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first:%B %Y}"
    if when.precision is Precision.YEAR and when.first.year == when.last.year:
        return str(when.first.year)
    if (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first.day}{_DASH}{day(when.last)}"
    return f"{day(when.first)} {_DASH} {day(when.last)}"


def interval(low: int | None, high: int | None, words: str = "") -> str:
    """Return a count: "31", "at least 31", "up to 40", "10–15"; the words themselves where it holds no number."""
    if low is None and high is None:
        return f"“{words}”" if words else "number not told"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,}{_DASH}{high:,}"


def names(parties: tuple[str, ...] | list[str]) -> str:
    """Return names joined as in a sentence."""
    if len(parties) < 2:
        return "".join(parties)
    return ", ".join(parties[:-1]) + " and " + parties[-1]
