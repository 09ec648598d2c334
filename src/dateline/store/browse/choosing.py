"""Choosing: which incidents a filter lets through, as a flag for each of the record's columns."""

from typing import Final

import numpy as np

from dateline.store.browse.columns import Columns, Flags, day_number, is_among
from dateline.store.browse.filters import Filters
from dateline.store.browse.found import Box
from dateline.store.database import LISTED, Database, listed

BY: Final = ("by", "against")
SAYS: Final = ("says", "prints")
_LIKE: Final = {"plain": "instr(plain, ?)", "side": "side = ?"}


def choose(database: Database, columns: Columns, asked: Filters) -> Flags:
    """Return which incidents are asked for."""
    chosen = _by_row(columns, asked)
    for column, name, roles in (
        ("plain", asked.actor, BY), ("side", asked.side, BY), ("plain", asked.speaker, SAYS),
    ):  # fmt: skip
        if name:
            sql = (
                f"SELECT incident FROM taking_part WHERE party IN (SELECT number FROM party WHERE {_LIKE[column]}) "
                f"AND role IN {LISTED}"
            )
            chosen &= columns.with_numbers(database.rows(sql, (name, listed(roles))))
    if asked.place:
        spots = [spot for (spot,) in database.rows("SELECT number FROM spot WHERE instr(plain, ?)", (asked.place,))]
        chosen &= np.isin(columns.spot, spots)
    if asked.words:
        sql = "SELECT rowid FROM words_of_incident WHERE words_of_incident MATCH ?"
        chosen &= columns.with_numbers(database.rows(sql, (asked.words,)))
    return chosen


def _by_row(columns: Columns, asked: Filters) -> Flags:
    """Return which incidents have what is asked for in their own rows; one without a day is of none."""
    chosen = np.ones(len(columns.number), bool)
    if asked.since or asked.until:
        chosen &= columns.dated
    if asked.since:
        chosen &= columns.last >= day_number(str(asked.since))
    if asked.until:
        chosen &= columns.first <= day_number(str(asked.until))
    if asked.types:
        chosen &= is_among(columns.type, columns.types, asked.types)
    if asked.grades:
        chosen &= is_among(columns.grade, columns.grades, asked.grades)
    if asked.contested:
        chosen &= columns.contested
    return chosen


def located(columns: Columns, box: Box | None) -> Flags:
    """Return which incidents may be drawn as a point, within a box if one is given."""
    if box is None:
        return ~np.isnan(columns.lat)
    north = (columns.lat >= box.south) & (columns.lat <= box.north)
    return north & (columns.lon >= box.west) & (columns.lon <= box.east)
