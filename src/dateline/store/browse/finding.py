"""Finding: looks through a record for lists, maps and histograms, by the tables and columns that `filling.py` fills."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby, islice
from typing import Final, TypeVar

import numpy as np

from dateline.model.reckoned import Toll
from dateline.store.browse.choosing import choose, located
from dateline.store.browse.columns import Columns, Flags, Numbers, columns
from dateline.store.browse.figures import day_sums, grid, sums_of
from dateline.store.browse.filters import Filters
from dateline.store.browse.found import Box, Cell, DayCount, Shown, Sums, shown
from dateline.store.browse.kin import Killed, Kin
from dateline.store.browse.memo import Memo
from dateline.store.database import LISTED, Database, Row, listed

MANY: Final = 2000  # incidents from which going through what belongs to them by id comes to a page's worth sooner
T = TypeVar("T")
TollsOf = Callable[[Iterable[str]], Iterable[Toll]]

_SHOWN: Final = (
    "SELECT shown.number, shown.id, shown.type, day, first, last, grade, contested, killed_low, killed_high, reports, "
    "part_of, lat, lon, place FROM shown"
)


def mark(database: Database) -> str:
    """Return what changes whenever anything that is shown changes: the record's last numbers."""
    sql = (
        "SELECT (SELECT ifnull(max(number), 0) FROM reading) || '-' || "
        "(SELECT ifnull(max(number), 0) FROM judgement) || '-' || "
        "ifnull((SELECT reading || '.' || judgement || '.' || engine FROM reckoned), '') || '-' || "
        "(SELECT ifnull(max(number), 0) FROM shown)"
    )
    (found,) = database.row(sql) or ("",)
    return str(found)


class Finder:
    """Looks through one state of a record."""

    def __init__(self, database: Database, tolls_of: TollsOf, memo: Memo | None = None) -> None:
        self._database = database
        self._tolls_of = tolls_of
        self._memo = memo or Memo()
        self._mark = mark(database) if memo else ""

    def page(self, asked: Filters, *, after: tuple[str, str] | None, limit: int, latest: bool = False) -> list[Shown]:
        """Return incidents by day and id.

        Args:
            asked: what to look for.
            after: the day and id of the row after which to go on.
            limit: how many at most.
            latest: the latest day first.
        """
        chosen = np.flatnonzero(self._chosen(asked))
        if after:
            begins = self._before(after, within=not latest)
            chosen = chosen[chosen < begins] if latest else chosen[chosen >= begins]
        return self._rows(chosen[::-1][:limit] if latest else chosen[:limit])

    def _before(self, row: tuple[str, str], *, within: bool) -> int:
        """Return how many incidents come before a day and id, or with it."""
        sql = f"SELECT count(*) FROM shown WHERE (day, id) {'<=' if within else '<'} (?, ?)"
        (count,) = self._database.row(sql, row) or (0,)
        return int(count)

    def _rows(self, chosen: Numbers) -> list[Shown]:
        """Return the rows of incidents in the order of their positions."""
        numbers = self._columns().number[chosen].tolist()
        sql = f"{_SHOWN} WHERE shown.number IN {LISTED}"
        found = {row[0]: shown(row) for row in self._database.rows(sql, (listed(numbers),))}
        return [found[number] for number in numbers]

    def of_ids(self, ids: Iterable[str]) -> dict[str, Shown]:
        """Return the rows of incidents by their ids."""
        sql = f"{_SHOWN} WHERE shown.id IN {LISTED}"
        return {row[1]: shown(row) for row in self._database.rows(sql, (listed(ids),))}

    def parts(self, incident: str) -> list[Shown]:
        """Return the incidents that are part of one, by day."""
        rows = self._database.rows(f"{_SHOWN} WHERE part_of = ? ORDER BY day, shown.id", (incident,))
        return [shown(row) for row in rows]

    def incident_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the id of the incident that claims tell of or belong to, by claim."""
        sql = "SELECT claim, shown.id FROM json_each(?) JOIN told ON claim = value JOIN shown ON number = incident"
        return dict(self._database.rows(sql, (listed(claims),)))

    def claims(self, asked: Filters, *, after: str, limit: int, kinds: Sequence[str]) -> list[str]:
        """Return the ids of live claims by id: of the incidents asked for, or all where nothing is asked for."""
        kind = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        if asked == Filters():
            sql = f"SELECT id FROM live_claim WHERE id > ? {kind} ORDER BY id LIMIT ?"
            return [key for (key,) in self._database.rows(sql, (after, *kinds, limit))]
        of_kind = f"AND EXISTS (SELECT 1 FROM claim WHERE claim.id = told.claim {kind})" if kinds else ""
        sql = f"SELECT claim, incident FROM told WHERE {{}} claim > ? {of_kind} ORDER BY claim"
        of_few = sql.format(f"incident IN {LISTED} AND")
        return self._belonging(asked, sql.format(""), of_few, (after, *kinds), limit)

    def tolls(self, asked: Filters, *, after: str, limit: int) -> list[str]:
        """Return the ids of tolls by id: of the incidents asked for, or all where nothing is asked for."""
        if asked == Filters():
            sql = "SELECT id FROM toll WHERE id > ? ORDER BY id LIMIT ?"
            return [key for (key,) in self._database.rows(sql, (after, limit))]
        of_any = "SELECT toll.id, number FROM {} ON shown.id = toll.incident WHERE {} toll.id > ? ORDER BY toll.id"
        of_few = of_any.format("shown CROSS JOIN toll", f"number IN {LISTED} AND")
        return self._belonging(asked, of_any.format("toll CROSS JOIN shown", ""), of_few, (after,), limit)

    def _belonging(self, asked: Filters, of_any: str, of_few: str, values: Row, limit: int) -> list[str]:
        """Return what belongs to the incidents asked for, of rows of an id and an incident's number by id.

        Args:
            asked: what to look for.
            of_any: fetches the rows of all incidents: where many are asked for, enough of theirs come soon.
            of_few: fetches those of the incidents that its first value lists.
            values: its other values.
            limit: how many at most.
        """
        wanted = set(self._columns().number[self._chosen(asked)].tolist())
        if len(wanted) > MANY:
            rows = self._database.rows(of_any, values)
        else:
            rows = self._database.rows(of_few, (listed(wanted), *values))
        told = (key for key, incident in rows if incident in wanted)
        return list(islice((key for key, _ in groupby(told)), limit))

    def _kept(self, what: str, make: Callable[[], T], *asked: Hashable) -> T:
        """Return what was found before in this state of the record, else what is found now."""
        return self._memo.of((self._mark, what, *asked), make)

    def _columns(self) -> Columns:
        return self._kept("columns", lambda: columns(self._database))

    def _chosen(self, asked: Filters) -> Flags:
        return self._kept("chosen", lambda: choose(self._database, self._columns(), asked), asked)

    def _drawn(self, asked: Filters, box: Box | None) -> Numbers:
        """Return the positions of incidents that may be drawn as a point."""
        return np.flatnonzero(self._chosen(asked) & located(self._columns(), box))

    def _kin(self, killed: Killed) -> Kin:
        return Kin(self._database, self._tolls_of, killed)

    def count(self, asked: Filters) -> int:
        """Return how many incidents there are."""
        return int(np.count_nonzero(self._chosen(asked)))

    def sums(self, asked: Filters, killed: Killed) -> Sums:
        """Return how many incidents there are and what their killed come to.

        Args:
            asked: what to look for.
            killed: sums the dead of incidents.
        """

        def made() -> Sums:
            return sums_of(self._columns(), np.flatnonzero(self._chosen(asked)), self._kin(killed))

        return self._kept("sums", made, asked)

    def days(self, asked: Filters, killed: Killed) -> list[DayCount]:
        """Return how many incidents are known to be of each day, and what the killed of a day's come to."""

        def made() -> list[DayCount]:
            exact = np.flatnonzero(self._chosen(asked) & self._columns().exact)
            return day_sums(self._columns(), exact, self._kin(killed))

        return self._kept("days", made, asked)

    def type_counts(self, asked: Filters) -> dict[str, int]:
        """Return how many incidents there are of each type that there are any of."""
        types = self._columns().types.tolist()
        found = np.bincount(self._columns().type[self._chosen(asked)], minlength=len(types)).tolist()
        return {name: count for name, count in zip(types, found, strict=True) if count}

    def located(self, asked: Filters, box: Box | None, limit: int) -> list[Shown]:
        """Return incidents that may be drawn as a point, the deadliest first."""
        drawn = self._drawn(asked, box)
        return self._rows(self._deadliest(drawn, limit))

    def wide(self, asked: Filters, limit: int) -> list[Shown]:
        """Return incidents of which no point is known, the deadliest first."""
        spread = np.flatnonzero(self._chosen(asked) & ~located(self._columns(), None))
        return self._rows(self._deadliest(spread, limit))

    def _deadliest(self, chosen: Numbers, limit: int) -> Numbers:
        return chosen[np.argsort(-self._columns().low[chosen], kind="stable")[:limit]]

    def extent(self, asked: Filters, box: Box | None) -> tuple[int, Box | None]:
        """Return how many incidents may be drawn as a point, and the box that holds them."""
        drawn = self._drawn(asked, box)
        if not len(drawn):
            return 0, None
        lat, lon = self._columns().lat[drawn], self._columns().lon[drawn]
        return len(drawn), Box(float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max()))

    def cells(self, asked: Filters, box: Box | None, size: float, killed: Killed) -> list[Cell]:
        """Return the incidents of each cell of a grid of `size` degrees."""

        def made() -> list[Cell]:
            return grid(self._columns(), self._drawn(asked, box), size, self._kin(killed))

        return self._kept("cells", made, asked, box, size)
