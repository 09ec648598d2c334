"""Filters: what is asked for of incidents, as conditions of SQL."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.store.database import Row

UNDATED: Final = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; None and empty ask for nothing. `since` and `until` are both within.

    `words` is a query of the words' index; `actor`, `place` and `speaker` are in plain letters (`browse.plain`).
    """

    since: dt.date | None = None
    until: dt.date | None = None
    types: tuple[str, ...] = ()
    actor: str | None = None
    side: str | None = None
    place: str | None = None
    speaker: str | None = None
    grades: tuple[str, ...] = ()
    contested: bool = False
    words: str | None = None


def by_day(asked: Filters) -> Iterator[tuple[str, Row]]:
    """Yield conditions: what touches the days asked for; one without a day is of none."""
    if asked.since or asked.until:
        since, until = str(asked.since or "0000"), str(asked.until or UNDATED)
        touches = "(last IS NULL OR last >= ?) AND (first IS NULL OR first <= ?)"
        known = "(exact = 1 AND day BETWEEN ? AND ?)"
        yield f"({known} OR (exact = 0 AND day < '{UNDATED}' AND {touches}))", (since, until, since, until)


def by_row(asked: Filters) -> Iterator[tuple[str, Row]]:
    """Yield conditions on what an incident's own row holds."""
    # Most incidents have one of two grades: the "+" keeps SQLite from going through these by their index, row by row.
    for column, wanted in (("type", asked.types), ("+grade", asked.grades)):
        if wanted:
            yield f"{column} IN ({', '.join('?' * len(wanted))})", wanted
    if asked.contested:
        yield "contested", ()


def also(where: str, condition: str) -> str:
    """Return a condition with a further one."""
    return f"{where} AND {condition}" if where else f"WHERE {condition}"


def words_query(typed: str) -> str | None:
    """Return what a user typed as a query of the words' index; None where it holds no letter or digit.

    All of it is asked for, what is "in quotes" as it stands, the rest by the beginnings of words.
    """
    terms = []
    for at, run in enumerate(typed.replace("\0", " ").split('"')):
        phrases = [run] if at % 2 else run.split()
        terms += [f'"{phrase}"' + ("" if at % 2 else " *") for phrase in phrases if any(c.isalnum() for c in phrase)]
    return " AND ".join(terms) or None
