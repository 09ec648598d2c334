"""Period: what of a record a period touches at some places, without going through the rest."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from dateline.model.place import PlaceEntry
from dateline.store.browse.filters import UNDATED
from dateline.store.database import LISTED, Database, Row, listed

_TOLD_BETWEEN = (
    "number IN (SELECT incident FROM told JOIN claim ON claim.id = told.claim WHERE claim.reading IN "
    "(SELECT number FROM reading WHERE published BETWEEN ? AND ? UNION ALL "
    "SELECT number FROM reading WHERE published IS NULL))"
)
_DATED = (
    f"((exact = 1 AND day BETWEEN ? AND ?) OR (exact = 0 AND day < '{UNDATED}' "
    "AND (last IS NULL OR last >= ?) AND (first IS NULL OR first <= ?)))"
)
_TOUCHES = "ifnull(first, last) <= ? AND ifnull(ended, last) >= ?"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both within, and places by their digests (incidents) and ids (spells).

    None for places is everywhere.
    """

    since: dt.date
    until: dt.date
    places: Collection[str] | None = None
    spots: Collection[str] | None = None


class PeriodFinder:
    """Finds what lies in a period."""

    def __init__(self, database: Database, place: Callable[[str], PlaceEntry]) -> None:
        self._database = database
        self._place = place

    def places(self, covers: Callable[[PlaceEntry], bool]) -> tuple[set[str], set[str]]:
        """Return the digests and the ids of the places of incidents and spells that are asked for."""
        sql = "SELECT place FROM shown WHERE place IS NOT NULL UNION SELECT digest FROM spot"
        found = {digest: entry for (digest,) in self._database.rows(sql) if covers(entry := self._place(digest))}
        return set(found), {entry.id for entry in found.values()}

    def incidents(self, asked: Period, told_until: dt.date) -> list[str]:
        """Return the ids of incidents that may be of the period.

        Args:
            asked: the period and places.
            told_until: until when what was published may tell of the period without naming a day.
        """
        where, values = self._at("place", asked.places)
        days = (str(asked.since), str(asked.until))
        found = self._ids(f"SELECT id FROM shown WHERE {_DATED}{where}", (*days, *days, *values))
        between = (str(asked.since), str(told_until))
        undated = f"SELECT id FROM shown WHERE day = '{UNDATED}' AND {_TOLD_BETWEEN}{where}"
        return found + self._ids(undated, (*between, *values))

    def spells(self, asked: Period) -> list[str]:
        """Return the ids of the spells that the period touches."""
        where, values = self._at("(SELECT id FROM spot WHERE number = spot)", asked.spots)
        return self._ids(f"SELECT spell FROM holding WHERE {_TOUCHES}{where}", (*self._days(asked), *values))

    def silent(self, asked: Period, most: int) -> tuple[list[str], int]:
        """Return the ids of the last spells of places told of before the period only, and how many such places are.

        Args:
            asked: the period and places.
            most: of how many places: those told of most lately.
        """
        where, values = self._at("(SELECT id FROM spot WHERE number = spot)", asked.spots)
        sql = (
            f"SELECT spell, count(*) OVER () FROM (SELECT spell, max(last) AS latest FROM holding "
            f"WHERE last < ?{where} AND spot NOT IN (SELECT spot FROM holding WHERE {_TOUCHES}) GROUP BY spot) "
            "ORDER BY latest DESC, spell LIMIT ?"
        )
        rows = list(self._database.rows(sql, (str(asked.since), *values, *self._days(asked), most)))
        return [spell for spell, _ in rows], rows[0][1] if rows else 0

    @staticmethod
    def _days(asked: Period) -> Row:
        return str(asked.until), str(asked.since)

    @staticmethod
    def _at(column: str, wanted: Collection[str] | None) -> tuple[str, Row]:
        if wanted is None:
            return "", ()
        return f" AND {column} IN {LISTED}", (listed(wanted),)

    def _ids(self, sql: str, values: Row) -> list[str]:
        return [key for (key,) in self._database.rows(sql, values)]

    def running(self) -> Iterator[str]:
        """Yield the ids of running totals that belong to no incident."""
        scope = "json_extract(body, '$.scope') = 'cumulative'"
        yield from self._ids(f"SELECT id FROM toll WHERE incident IS NULL AND {scope} ORDER BY rank", ())

    def published(self) -> tuple[str | None, str | None]:
        """Return the first and last day on which a report was published."""
        first, last = self._database.row("SELECT min(published), max(published) FROM reading") or (None, None)
        return first, last
