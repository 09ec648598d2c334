"""Kin: incidents whose tolls may count the same people, and what the killed of a choice of incidents come to.

An incident that shares people with none is summed by its row. Of those that do, what they come to depends on which of
them are asked for: alone it is the row's number, all together it was summed when the record was reckoned, and else
their tolls are summed anew.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.model.incident import Related
from dateline.model.reckoned import Toll
from dateline.store.database import Database, Row
from dateline.store.filters import also

Reach = tuple[int | None, int | None, int]
"""The least and the most killed, and how many incidents that rests on."""

Killed = Callable[[Iterable[Toll], Iterable[Related]], Reach]
"""What comes of the tolls of incidents, no one counted twice."""

NUMBERED: Final = "(killed_low IS NOT NULL OR killed_high IS NOT NULL) AND grade <> 'discounted'"
ALONE: Final = f"{NUMBERED} AND kin IS NULL"

_BONDS: Final = (
    "SELECT id, part_of FROM shown WHERE part_of IS NOT NULL UNION SELECT shown.id, toll.incident FROM reaches "
    "JOIN shown ON shown.number = reaches.incident JOIN toll ON toll.id = reaches.toll "
    "WHERE toll.incident IS NOT NULL AND toll.incident <> shown.id"
)
_FAMILIES: Final = (
    "SELECT kin, group_concat(made_from) FROM (SELECT kin, id || made_from AS made_from FROM shown "
    "WHERE kin IS NOT NULL ORDER BY kin, id) GROUP BY kin"
)
_TOGETHER: Final = (
    "SELECT of, ifnull(sum(CASE WHEN n = 1 THEN one ELSE low END) FILTER (WHERE n IN (1, size)), 0), "
    "ifnull(sum(CASE WHEN n = 1 THEN ifnull(most, one) ELSE ifnull(high, low) END) FILTER (WHERE n IN (1, size)), 0), "
    "ifnull(sum(CASE WHEN n = 1 THEN 1 ELSE incidents END) FILTER (WHERE n IN (1, size)), 0), "
    "ifnull(sum(CASE WHEN n = 1 THEN most IS NULL ELSE high IS NULL END) FILTER (WHERE n IN (1, size)), 0), "
    "json_group_array(kin) FILTER (WHERE n NOT IN (1, size)) FROM (SELECT {key} AS of, kin, count(*) AS n, "
    "ifnull(min(killed_low), 0) AS one, min(killed_high) AS most FROM shown {where} GROUP BY kin, of) "
    "JOIN family USING (kin) GROUP BY 1"
)
_MEMBERS: Final = "SELECT kin, id, part_of, grade FROM shown WHERE kin IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class KilledSum:
    """What the killed of some incidents come to; `open_ends` is how many numbers of it have no upper end."""

    low: int = 0
    high: int = 0
    incidents: int = 0
    open_ends: int = 0

    def add(self, low: int | None, high: int | None, incidents: int) -> None:
        """Add what incidents come to, if a number of them is told."""
        if incidents:
            self.low += low or 0
            self.high += (low or 0) if high is None else high
            self.incidents += incidents
            self.open_ends += high is None

    def join(self, other: "KilledSum") -> None:
        """Add another sum, of which no one was counted in this."""
        self.low += other.low
        self.high += other.high
        self.incidents += other.incidents
        self.open_ends += other.open_ends


@dataclass(frozen=True, slots=True)
class Member:
    """One of a kin."""

    id: str
    part_of: str | None
    grade: str


class Kin:
    """Sums the killed of incidents that share people."""

    def __init__(self, database: Database, tolls_of: Callable[[Iterable[str]], Iterable[Toll]], killed: Killed) -> None:
        self._database = database
        self._tolls_of = tolls_of
        self._killed = killed

    def sums(self, key: str, where: str, values: Row) -> dict[Any, KilledSum]:
        """Return what those of the incidents asked for that share people come to, by what `key` gives for each.

        Args:
            key: an expression of SQL over `shown`.
            where: the condition on what is asked for.
            values: its values.
        """
        akin = also(where, f"{NUMBERED} AND kin IS NOT NULL")
        rows = self._database.rows(_TOGETHER.format(key=key, where=akin), values)
        found: dict[Any, KilledSum] = {}
        split: list[tuple[Any, str]] = []
        for of, low, high, incidents, open_ends, kins in rows:
            found[of] = KilledSum(low, high, incidents, open_ends)
            split += ((of, kin) for kin in json.loads(kins))
        for of, reach in self._split(self._asked_of(split, key, where, values)):
            found[of].add(*reach)
        return found

    def _asked_of(
        self, split: Sequence[tuple[Any, str]], key: str, where: str, values: Row
    ) -> list[tuple[Any, str, list[str]]]:
        """Return of kins that are asked for in part which incidents are."""
        if not split:
            return []
        wanted, kins = set(split), _list(kin for _, kin in split)
        of_these = also(where, f"{NUMBERED} AND kin IN (SELECT value FROM json_each(?)) GROUP BY 1, 2")
        sql = f"SELECT {key}, kin, json_group_array(shown.id) FROM shown {of_these}"
        rows = self._database.rows(sql, (*values, kins))
        return [(of, kin, json.loads(ids)) for of, kin, ids in rows if (of, kin) in wanted]

    def _split(self, some: Sequence[tuple[Any, str, list[str]]]) -> Iterator[tuple[Any, Reach]]:
        """Yield what parts of kins come to."""
        if some:
            members = self._members(kin for _, kin, _ in some)
            tolls = self._tolls(key for _, _, ids in some for key in ids)
            for of, kin, ids in some:
                yield of, self._killed([toll for key in ids for toll in tolls.get(key, ())], members[kin])

    def _members(self, kins: Iterable[str]) -> dict[str, list[Member]]:
        found: dict[str, list[Member]] = {}
        for kin, *about in self._database.rows(_MEMBERS, (_list(kins),)):
            found.setdefault(kin, []).append(Member(*about))
        return found

    def _tolls(self, incidents: Iterable[str]) -> dict[str, list[Toll]]:
        found: dict[str, list[Toll]] = {}
        for toll in self._tolls_of(incidents):
            found.setdefault(toll.incident or "", []).append(toll)
        return found

    def fill(self) -> None:
        """Say anew who is kin, and sum those families of which something changed."""
        wanted = families(self._database.rows(_BONDS))
        held: dict[str, str] = dict(self._database.rows("SELECT id, kin FROM shown WHERE kin IS NOT NULL"))
        changed = [(wanted.get(one), one) for one in wanted.keys() | held.keys() if wanted.get(one) != held.get(one)]
        self._database.run_many("UPDATE shown SET kin = ? WHERE id = ?", changed)
        before: dict[str, str] = dict(self._database.rows("SELECT kin, made_from FROM family"))
        now: dict[str, str] = dict(self._database.rows(_FAMILIES))
        gone = [(kin,) for kin in before if kin not in now]
        self._database.run_many("DELETE FROM family WHERE kin = ?", gone)
        self._sum({kin: made_from for kin, made_from in now.items() if before.get(kin) != made_from})

    def _sum(self, changed: Mapping[str, str]) -> None:
        numbered: dict[str, list[str]] = {}
        sql = f"SELECT kin, id FROM shown WHERE kin IN (SELECT value FROM json_each(?)) AND {NUMBERED}"
        for kin, key in self._database.rows(sql, (_list(changed),)):
            numbered.setdefault(kin, []).append(key)
        whole = [(kin, kin, ids) for kin, ids in numbered.items()]
        rows = [(kin, changed[kin], len(numbered[kin]), *reach) for kin, reach in self._split(whole)]
        self._database.run_many("INSERT OR REPLACE INTO family VALUES (?, ?, ?, ?, ?, ?)", rows)
        none = [(kin, changed[kin]) for kin in changed if kin not in numbered]
        self._database.run_many("INSERT OR REPLACE INTO family VALUES (?, ?, 0, NULL, NULL, 0)", none)


def families(bonds: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return for each of those that are bound to another, over however many others, the least of them all."""
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.setdefault(one, one) != one:
            above[one] = one = above[above[one]]
        return one

    for one, other in bonds:
        first, second = sorted((top(one), top(other)))
        above[second] = first
    return {one: top(one) for one in list(above)}


def _list(values: Iterable[str]) -> str:
    return json.dumps(sorted(set(values)))
