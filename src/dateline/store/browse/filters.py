"""Filters: what is asked for of incidents."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

UNDATED: Final = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; None and empty ask for nothing. `since` and `until` are both within.

    `words` is a query of the words' index; `actor`, `place` and `speaker` are in plain letters (`wording.plain`).
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


def words_query(typed: str) -> str | None:
    """Return what a user typed as a query of the words' index; None where it holds no letter or digit.

    All of it is asked for, what is "in quotes" as it stands, the rest by the beginnings of words.
    """
    terms = []
    for at, run in enumerate(typed.replace("\0", " ").split('"')):
        phrases = [run] if at % 2 else run.split()
        terms += [f'"{phrase}"' + ("" if at % 2 else " *") for phrase in phrases if any(c.isalnum() for c in phrase)]
    return " AND ".join(terms) or None
