"""Who is known to have held a town on a day, by the list: what its history and its flag vouch for, and no more."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from evaluation.control_towns.history import Statement

_SPEAKS_FOR: Final = 31  # days; a statement vouches for the first of the month that follows it


def known(statements: Sequence[Statement], flag: str | None, day: dt.date) -> str | None:
    """Return the side that held a town on a day, None where the list does not tell.

    A statement holds until the next one, if that fits it: the same side still holds or loses it, or another gains it.
    Where the next one does not fit (another side holds it, the same one gains it again) something between them is not
    told, and the days between are unknown. Behind the last statement the flag must be its side's.

    Args:
        statements: in order of days.
        flag: the side that holds the town when the list was written.
        day: the day asked for.
    """
    if any(one.first < day < one.last or (one.first < day and one.vague and day <= one.last) for one in statements):
        return None
    before = [one for one in statements if one.last <= day]
    if not before or before[-1].change not in {"gained", "holds"}:
        return None
    last = before[-1]
    rivals = [one for one in before if one.last == last.last and one.change in {"gained", "holds"}]
    if any(one.side != last.side for one in rivals):
        return None
    behind = [one for one in statements if one.first > day]
    soon = (day - last.last).days <= _SPEAKS_FOR
    if not behind:
        return last.side if flag == last.side or soon else None
    return last.side if soon or _fits(last.side, min(behind, key=lambda one: one.first)) else None


def _fits(side: str, following: Statement) -> bool:
    if following.change == "gained":
        return following.side != side
    return following.change in {"holds", "lost"} and following.side == side


def firsts(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    """Yield the first of each month from one day to another."""
    day = start.replace(day=1)
    while day <= end:
        if day >= start:
            yield day
        day = (day + dt.timedelta(days=31)).replace(day=1)
