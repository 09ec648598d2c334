"""Finding: looks through a record for lists, maps and histograms, by the tables that `browse.py` fills."""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from dateline.model.reckoned import Toll
from dateline.store.database import Database, Row
from dateline.store.filters import Filters, also, by_day, by_row
from dateline.store.found import Box, Cell, DayCount, Shown, Sums, shown
from dateline.store.kin import ALONE, Killed, KilledSum, Kin
from dateline.store.memo import Memo

BY: Final = ("by", "against")
SAYS: Final = ("says", "prints")
MANY: Final = 2000  # incidents from which going through what belongs to them by id comes to a page's worth sooner
WIDTH: Final = 1_000_000  # cells that one row of a grid may have
T = TypeVar("T")
TollsOf = Callable[[Iterable[str]], Iterable[Toll]]

_SHOWN: Final = (
    "SELECT shown.number, shown.id, shown.type, day, first, last, grade, contested, killed_low, killed_high, reports, "
    "part_of, lat, lon, place FROM shown"
)
_SUMS: Final = (
    "SELECT count(*), ifnull(sum(contested), 0), ifnull(sum(day = '9999'), 0), "
    "min(CASE WHEN exact THEN day END), max(CASE WHEN exact THEN day END), "
    f"ifnull(sum(killed_low) FILTER (WHERE {ALONE}), 0), "
    f"ifnull(sum(ifnull(killed_high, killed_low)) FILTER (WHERE {ALONE}), 0), "
    f"count(*) FILTER (WHERE {ALONE}), ifnull(sum(killed_high IS NULL) FILTER (WHERE {ALONE}), 0) FROM shown"
)
_DAYS: Final = (
    f"SELECT day, count(*), ifnull(sum(killed_low) FILTER (WHERE {ALONE}), 0), "
    f"ifnull(sum(ifnull(killed_high, killed_low)) FILTER (WHERE {ALONE}), 0) FROM shown"
)


_CELLS: Final = (  # by spots first: these stand in an index, and are far fewer
    "SELECT cast(floor(lat / ?) AS INTEGER) AS y, cast(floor(lon / ?) AS INTEGER) AS x, type, sum(n), sum(lat * n), "
    "sum(lon * n), ifnull(sum(low), 0), ifnull(sum(high), 0), sum(disputed) FROM "
    "(SELECT lat, lon, type, count(*) AS n, sum(contested) AS disputed, "
    f"sum(killed_low) FILTER (WHERE {ALONE}) AS low, "
    f"sum(ifnull(killed_high, killed_low)) FILTER (WHERE {ALONE}) AS high FROM shown {{where}} "
    "GROUP BY lat, lon, type) "
    "GROUP BY y, x, type ORDER BY y, x, 4 DESC, type"
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
        where, values = self._where(asked)
        order, sign = ("DESC", "<") if latest else ("ASC", ">")
        if after:
            where, values = also(where, f"(day, shown.id) {sign} (?, ?)"), (*values, *after)
        sql = f"{_SHOWN} {where} ORDER BY day {order}, shown.id {order} LIMIT ?"
        return [shown(row) for row in self._database.rows(sql, (*values, limit))]

    def of_ids(self, ids: Iterable[str]) -> dict[str, Shown]:
        """Return the rows of incidents by their ids."""
        sql = f"{_SHOWN} WHERE shown.id IN (SELECT value FROM json_each(?))"
        return {row[1]: shown(row) for row in self._database.rows(sql, (json.dumps(sorted(ids)),))}

    def parts(self, incident: str) -> list[Shown]:
        """Return the incidents that are part of one, by day."""
        rows = self._database.rows(f"{_SHOWN} WHERE part_of = ? ORDER BY day, shown.id", (incident,))
        return [shown(row) for row in rows]

    def incident_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the id of the incident that claims tell of or belong to, by claim."""
        sql = "SELECT claim, shown.id FROM json_each(?) JOIN told ON claim = value JOIN shown ON number = incident"
        return dict(self._database.rows(sql, (json.dumps(sorted(claims)),)))

    def claims(self, asked: Filters, *, after: str, limit: int, kinds: Sequence[str]) -> list[str]:
        """Return the ids of live claims by id: of the incidents asked for, or all where nothing is asked for."""
        where, values = self._where(asked)
        kind = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        if not where:
            sql = f"SELECT id FROM live_claim WHERE id > ? {kind} ORDER BY id LIMIT ?"
            return self._ids(sql, (after, *kinds, limit))
        of_kind = f"AND EXISTS (SELECT 1 FROM claim WHERE claim.id = told.claim {kind})" if kinds else ""
        sql = (
            f"SELECT DISTINCT claim FROM told WHERE claim > ? AND {self._through(asked)}incident IN "
            f"(SELECT shown.number FROM shown {where}) {of_kind} ORDER BY claim LIMIT ?"
        )
        return self._ids(sql, (after, *values, *kinds, limit))

    def tolls(self, asked: Filters, *, after: str, limit: int) -> list[str]:
        """Return the ids of tolls by id: of the incidents asked for, or all where nothing is asked for."""
        where, values = self._where(asked)
        of = f"AND {self._through(asked)}incident IN (SELECT shown.id FROM shown {where})" if where else ""
        sql = f"SELECT id FROM toll WHERE id > ? {of} ORDER BY id LIMIT ?"
        return self._ids(sql, (after, *values, limit))

    def _through(self, asked: Filters) -> str:
        """Return what keeps SQLite from going by incident where these are so many that by id it finds enough soon."""
        return "+" if self.count(asked) > MANY else ""

    def _ids(self, sql: str, values: Row) -> list[str]:
        return [key for (key,) in self._database.rows(sql, values)]

    def _kept(self, what: str, make: Callable[[], T], *asked: Hashable) -> T:
        """Return what was found before in this state of the record, else what is found now."""
        return self._memo.of((self._mark, what, *asked), make)

    def count(self, asked: Filters) -> int:
        """Return how many incidents there are."""

        def made() -> int:
            where, values = self._where(asked)
            (count,) = self._database.row(f"SELECT count(*) FROM shown {where}", values) or (0,)
            return int(count)

        return self._kept("count", made, asked)

    def sums(self, asked: Filters, killed: Killed) -> Sums:
        """Return how many incidents there are and what their killed come to.

        Args:
            asked: what to look for.
            killed: sums the dead of incidents.
        """
        return self._kept("sums", lambda: self._sums(asked, killed), asked)

    def _sums(self, asked: Filters, killed: Killed) -> Sums:
        where, values = self._where(asked)
        count, contested, undated, first, last, *killed_alone = self._database.row(f"{_SUMS} {where}", values) or ()
        total = KilledSum(*killed_alone)
        for together in self._kin(killed).sums("0", where, values).values():
            total.join(together)
        found = (total.low, total.high, total.incidents, total.open_ends)
        return Sums(count, contested, undated, first, last, *found)

    def _kin(self, killed: Killed) -> Kin:
        return Kin(self._database, self._tolls_of, killed)

    def days(self, asked: Filters, killed: Killed) -> list[DayCount]:
        """Return how many incidents are known to be of each day, and what the killed of a day's come to."""
        return self._kept("days", lambda: self._days(asked, killed), asked)

    def _days(self, asked: Filters, killed: Killed) -> list[DayCount]:
        where, values = self._where(asked)
        exact = also(where, "exact = 1")
        together = self._kin(killed).sums("day", exact, values)
        none = KilledSum()
        return [
            DayCount(day, count, low + together.get(day, none).low, high + together.get(day, none).high)
            for day, count, low, high in self._database.rows(f"{_DAYS} {exact} GROUP BY day ORDER BY day", values)
        ]

    def counts(self, column: str, asked: Filters) -> dict[str, int]:
        """Return how many incidents have each value of a column (`type` or `grade`), the most first."""
        where, values = self._where(asked)
        sql = f"SELECT {column}, count(*) FROM shown {where} GROUP BY 1 ORDER BY 2 DESC, 1"
        return self._kept(column, lambda: dict(self._database.rows(sql, values)), asked)

    def located(self, asked: Filters, box: Box | None, limit: int) -> list[Shown]:
        """Return incidents that may be drawn as a point, the deadliest first."""
        where, values = self._located(asked, box)
        sql = f"{_SHOWN} {where} ORDER BY ifnull(killed_low, 0) DESC, day, shown.id LIMIT ?"
        return [shown(row) for row in self._database.rows(sql, (*values, limit))]

    def wide(self, asked: Filters, limit: int) -> list[Shown]:
        """Return incidents of which no point is known, the deadliest first."""
        where, values = self._where(asked)
        sql = f"{_SHOWN} {also(where, 'lat IS NULL')} ORDER BY killed_low DESC, day, shown.id LIMIT ?"
        rows = self._database.rows
        return self._kept("wide", lambda: [shown(row) for row in rows(sql, (*values, limit))], asked, limit)

    def extent(self, asked: Filters, box: Box | None) -> tuple[int, Box | None]:
        """Return how many incidents may be drawn as a point, and the box that holds them."""
        where, values = self._located(asked, box)
        sql = f"SELECT count(*), min(lon), min(lat), max(lon), max(lat) FROM shown {where}"
        count, *edges = self._kept("extent", lambda: self._database.row(sql, values), asked, box) or (0,)
        return int(count), Box(*edges) if count else None

    def cells(self, asked: Filters, box: Box | None, size: float, killed: Killed) -> list[Cell]:
        """Return the incidents of each cell of a grid of `size` degrees."""
        return self._kept("cells", lambda: self._cells(asked, box, size, killed), asked, box, size)

    def _cells(self, asked: Filters, box: Box | None, size: float, killed: Killed) -> list[Cell]:
        where, values = self._located(asked, box)
        cells: dict[tuple[int, int], Cell] = {}
        for y, x, kind, *rest in self._database.rows(_CELLS.format(where=where), (size, size, *values)):
            found = cells.setdefault((y, x), Cell(x * size, y * size, kind))
            found.add(*rest)
        row, column = (f"cast(floor({degrees} / {size!r}) AS INTEGER)" for degrees in ("lat", "lon"))
        key = f"{row} * {WIDTH} + {column} + {WIDTH // 2}"
        for at, together in self._kin(killed).sums(key, where, values).items():
            y, x = at // WIDTH, at % WIDTH - WIDTH // 2
            cells[y, x].killed_low += together.low
            cells[y, x].killed_high += together.high
        return list(cells.values())

    def _located(self, asked: Filters, box: Box | None) -> tuple[str, Row]:
        where, values = self._where(asked)
        where = also(where, "lat IS NOT NULL")
        if box:
            where = also(where, "lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?")
            values = (*values, box.south, box.north, box.west, box.east)
        return where, values

    def _where(self, asked: Filters) -> tuple[str, Row]:
        parts: list[tuple[str, Row]] = [*by_day(asked), *by_row(asked), *self._by_name(asked)]
        if asked.words:
            found = "shown.number IN (SELECT rowid FROM words_of_incident WHERE words_of_incident MATCH ?)"
            parts.append((found, (asked.words,)))
        if not parts:
            return "", ()
        return "WHERE " + " AND ".join(sql for sql, _ in parts), tuple(v for _, values in parts for v in values)

    def _by_name(self, asked: Filters) -> Iterator[tuple[str, Row]]:
        for column, name, roles in (
            ("plain", asked.actor, BY), ("side", asked.side, BY), ("plain", asked.speaker, SAYS),
        ):  # fmt: skip
            if name:
                parties = self._numbers(f"SELECT number FROM party WHERE {_LIKE[column]}", name)
                yield (
                    "shown.number IN (SELECT incident FROM taking_part WHERE party IN (SELECT value FROM json_each(?)) "
                    f"AND role IN {roles})",
                    (parties,),
                )
        if asked.place:
            spots = self._numbers(f"SELECT number FROM spot WHERE {_LIKE['plain']}", asked.place)
            yield "spot IN (SELECT value FROM json_each(?))", (spots,)

    def _numbers(self, sql: str, name: str) -> str:
        return json.dumps([number for (number,) in self._database.rows(sql, (name,))])


_LIKE: Final = {"plain": "instr(plain, ?)", "side": "side = ?"}
