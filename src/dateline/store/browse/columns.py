"""Columns: what lists, maps and figures of many incidents are made from, column by column in memory.

A choice of incidents is a flag for each, in the order of their days. Figures come from these arrays: SQLite would go
through the rows, which takes ten times as long where many are chosen. They are packed into the record when it is
reckoned, so that they need not be put together from rows by whoever opens it.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dateline.store.database import Database

Numbers = NDArray[np.int64]
Degrees = NDArray[np.float64]
Flags = NDArray[np.bool_]
Words = NDArray[np.str_]
NONE: Final = -1  # stands for NULL in columns of numbers
LONG_AGO: Final = -(2**40)  # stands for a first day that is not told
FAR_OFF: Final = 2**40  # stands for a last day that is not told

_ROWS: Final = (
    "SELECT number, first, last, exact, type, grade, contested, ifnull(spot, -1), lat, lon, ifnull(killed_low, -1), "
    "ifnull(killed_high, -1), kin FROM shown ORDER BY day, id"
)
_WIDTH: Final = 13
_FAMILIES: Final = "SELECT kin, size, ifnull(low, 0), ifnull(high, -1), incidents FROM family"


@dataclass(frozen=True, slots=True)
class Columns:
    """The incidents by day and id. Days are counted from 1970; words are given by their places in sorted lists.

    `numbered` are those of which a number of killed is told that nobody discounted. What all of each kin come to
    together is in the order of `kins`.
    """

    number: Numbers
    first: Numbers
    last: Numbers
    dated: Flags
    exact: Flags
    type: Numbers
    types: Words
    grade: Numbers
    grades: Words
    contested: Flags
    spot: Numbers
    lat: Degrees
    lon: Degrees
    low: Numbers
    high: Numbers
    numbered: Flags
    kin: Numbers
    kins: Words
    kin_size: Numbers
    kin_low: Numbers
    kin_high: Numbers
    kin_incidents: Numbers

    def with_numbers(self, rows: Iterable[Sequence[int]]) -> Flags:
        """Return which incidents have one of the numbers (`shown.number`) that rows hold."""
        return np.isin(self.number, np.fromiter((one for (one,) in rows), np.int64))

    def pack(self) -> bytes:
        """Return the columns as the record keeps them."""
        packed = io.BytesIO()
        np.savez(packed, **{field.name: getattr(self, field.name) for field in fields(self)})
        return packed.getvalue()


def columns(database: Database) -> Columns:
    """Return the columns of a record: as they were packed, else put together from its rows."""
    row = database.row("SELECT packed FROM columns")
    if row is None:
        return from_rows(database)
    with np.load(io.BytesIO(row[0])) as packed:  # takes no pickles: a record is not to be trusted
        return Columns(**packed)


def from_rows(database: Database) -> Columns:
    """Return the columns of a record, put together from its rows."""
    rows = list(zip(*database.rows(_ROWS), strict=True)) or [()] * _WIDTH
    number, first, last, exact, kind, grade, contested, spot, lat, lon, low, high, kin = rows
    types, grades, kins = map(_words, (kind, grade, kin))
    lows, highs, graded = _numbers(low), _numbers(high), _codes(grade, grades)
    told = (lows != NONE) | (highs != NONE)
    since, until = _days(first, LONG_AGO), _days(last, FAR_OFF)
    size, low_of_all, high_of_all, incidents = _families(database, kins)
    return Columns(
        number=_numbers(number), first=since, last=until, dated=(since != LONG_AGO) | (until != FAR_OFF),
        exact=np.array(exact, bool), type=_codes(kind, types), types=types, grade=graded, grades=grades,
        contested=np.array(contested, bool), spot=_numbers(spot), lat=np.array(lat, float), lon=np.array(lon, float),
        low=lows, high=highs, numbered=told & ~is_among(graded, grades, ["discounted"]), kin=_codes(kin, kins),
        kins=kins, kin_size=size, kin_low=low_of_all, kin_high=high_of_all, kin_incidents=incidents,
    )  # fmt: skip


def is_among(codes: Numbers, words: Words, wanted: Sequence[str]) -> Flags:
    """Return which rows of a column of words have one of those wanted."""
    return np.isin(codes, np.flatnonzero(np.isin(words, wanted)))


def _numbers(values: Sequence[int]) -> Numbers:
    return np.array(values, np.int64)


def _days(values: Sequence[str | None], untold: int) -> Numbers:
    known: dict[str | None, int] = {value: day_number(value) for value in set(values) if value is not None}
    return _numbers([known.get(value, untold) for value in values])


def day_number(day: str) -> int:
    """Return how many days after the first of 1970 a day is."""
    return int(np.datetime64(day, "D").astype(np.int64))


def _words(values: Sequence[str | None]) -> Words:
    return np.array(sorted({value for value in values if value is not None}), np.str_)


def _codes(values: Sequence[str | None], words: Words) -> Numbers:
    code: dict[str | None, int] = {word: at for at, word in enumerate(words.tolist())}
    return _numbers([code.get(value, NONE) for value in values])


def _families(database: Database, kins: Words) -> Numbers:
    held: dict[str, Sequence[Any]] = {kin: rest for kin, *rest in database.rows(_FAMILIES)}
    return np.array([held[kin] for kin in kins.tolist()], np.int64).reshape(-1, 4).T
