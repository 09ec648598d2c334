"""Figures: what a choice of incidents comes to, as a whole, by day, and by cell of a map."""

from typing import Final

import numpy as np

from dateline.store.browse.columns import Columns, Numbers, Words
from dateline.store.browse.found import Cell, DayCount, Sums
from dateline.store.browse.kin import Kin

WIDTH: Final = 1_000_000  # cells that one row of a grid may have


def sums_of(columns: Columns, chosen: Numbers, kin: Kin) -> Sums:
    """Return what incidents come to together.

    Args:
        columns: the record's columns.
        chosen: the positions of the incidents.
        kin: sums the killed.
    """
    killed = kin.sums(columns, chosen, np.zeros_like(chosen), 1)
    days = columns.first[chosen[columns.exact[chosen]]]
    return Sums(
        incidents=len(chosen),
        contested=int(np.count_nonzero(columns.contested[chosen])),
        undated=int(np.count_nonzero(~columns.dated[chosen])),
        first=day_name(days.min()) if len(days) else None,
        last=day_name(days.max()) if len(days) else None,
        killed_low=int(killed.low[0]),
        killed_high=int(killed.high[0]),
        with_killed=int(killed.incidents[0]),
        open_ends=int(killed.open_ends[0]),
    )


def day_sums(columns: Columns, chosen: Numbers, kin: Kin) -> list[DayCount]:
    """Return what the incidents of each day come to, each day by itself; all are known to the day."""
    days, group, counts = np.unique(columns.first[chosen], return_inverse=True, return_counts=True)
    killed = kin.sums(columns, chosen, group, len(days))
    rows = zip(days, counts.tolist(), killed.low.tolist(), killed.high.tolist(), strict=True)
    return [DayCount(day_name(day), *rest) for day, *rest in rows]


def day_name(day: np.int64) -> str:
    """Return a day as it is written."""
    return str(np.datetime64(int(day), "D"))


def grid(columns: Columns, chosen: Numbers, size: float, kin: Kin) -> list[Cell]:
    """Return what the incidents of each cell of a grid of `size` degrees come to; all have points."""
    lat, lon = columns.lat[chosen], columns.lon[chosen]
    row, column = (np.floor(degrees / size).astype(np.int64) for degrees in (lat, lon))
    keys, cell = np.unique(row * WIDTH + column + WIDTH // 2, return_inverse=True)
    counts = np.bincount(cell)
    killed = kin.sums(columns, chosen, cell, len(keys))
    found = zip(
        (keys % WIDTH - WIDTH // 2) * size, keys // WIDTH * size, _most_met(columns, chosen, cell), counts,
        np.bincount(cell, lat) / counts, np.bincount(cell, lon) / counts, killed.low, killed.high,
        np.bincount(cell, columns.contested[chosen]).astype(np.int64), strict=True,
    )  # fmt: skip
    return [Cell(*(value.item() for value in one)) for one in found]


def _most_met(columns: Columns, chosen: Numbers, cell: Numbers) -> Words:
    """Return the type that is met most in each cell, of those met as often the first by name."""
    pairs, met = np.unique(cell * len(columns.types) + columns.type[chosen], return_counts=True)
    of, kind = np.divmod(pairs, len(columns.types))
    order = np.lexsort((kind, -met, of))
    _, most = np.unique(of[order], return_index=True)
    types: Words = columns.types[kind[order][most]]
    return types
