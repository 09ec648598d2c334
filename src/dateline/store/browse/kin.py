"""Kin: incidents whose tolls may count the same people, and what the killed of a choice of incidents come to.

An incident that shares people with none is summed by its row. Of those that do, what they come to depends on which of
them are asked for: alone it is the row's number, all together it was summed when the record was reckoned, and else
their tolls are summed anew.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from dateline.model.incident import Related
from dateline.model.reckoned import Toll
from dateline.store.browse.columns import NONE, Columns, Numbers
from dateline.store.database import LISTED, Database, listed

Reach = tuple[int | None, int | None, int]
"""The least and the most killed, and how many incidents that rests on."""

Killed = Callable[[Iterable[Toll], Iterable[Related]], Reach]
"""What comes of the tolls of incidents, no one counted twice."""

_NUMBERED: Final = "(killed_low IS NOT NULL OR killed_high IS NOT NULL) AND grade <> 'discounted'"
_BONDS: Final = (
    "SELECT id, part_of FROM shown WHERE part_of IS NOT NULL UNION SELECT shown.id, toll.incident FROM reaches "
    "JOIN shown ON shown.number = reaches.incident JOIN toll ON toll.id = reaches.toll "
    "WHERE toll.incident IS NOT NULL AND toll.incident <> shown.id"
)
_FAMILIES: Final = (
    "SELECT kin, group_concat(made_from) FROM (SELECT kin, id || made_from AS made_from FROM shown "
    "WHERE kin IS NOT NULL ORDER BY kin, id) GROUP BY kin"
)
_MEMBERS: Final = f"SELECT kin, id, part_of, grade FROM shown WHERE kin IN {LISTED}"


@dataclass(frozen=True, slots=True)
class KilledSums:
    """What the killed of groups of incidents come to, group by group.

    `incidents` is on how many of them that rests, `open_ends` how many of the numbers have no upper end.
    """

    low: Numbers
    high: Numbers
    incidents: Numbers
    open_ends: Numbers

    def add(self, group: Numbers, low: Numbers, high: Numbers, incidents: Numbers) -> None:
        """Add numbers to the groups that are named; NONE stands for a bound that is not told."""
        least, is_open = np.maximum(low, 0), high == NONE
        np.add.at(self.low, group, least)
        np.add.at(self.high, group, np.where(is_open, least, high))
        np.add.at(self.incidents, group, incidents)
        np.add.at(self.open_ends, group, is_open)


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

    def sums(self, columns: Columns, chosen: Numbers, group: Numbers, groups: int) -> KilledSums:
        """Return what the killed of each group of incidents come to, no one of a group counted twice.

        Args:
            columns: the record's columns.
            chosen: the positions of the incidents.
            group: the group of each, from 0.
            groups: how many groups there are.
        """
        sums = KilledSums(*np.zeros((4, groups), np.int64))
        numbered = columns.numbered[chosen]
        chosen, group = chosen[numbered], group[numbered]
        akin = columns.kin[chosen] != NONE
        _add_rows(sums, columns, chosen[~akin], group[~akin])
        self._add_kin(sums, columns, chosen[akin], group[akin])
        return sums

    def _add_kin(self, sums: KilledSums, columns: Columns, chosen: Numbers, group: Numbers) -> None:
        pair = group * len(columns.kins) + columns.kin[chosen]
        _, at, which, met = np.unique(pair, return_index=True, return_inverse=True, return_counts=True)
        kin, of = columns.kin[chosen[at]], group[at]
        single = met == 1
        whole = ~single & (met == columns.kin_size[kin])
        _add_rows(sums, columns, chosen[at][single], of[single])
        all_of = kin[whole]
        sums.add(of[whole], columns.kin_low[all_of], columns.kin_high[all_of], columns.kin_incidents[all_of])
        in_part = ~single & ~whole
        asked = self._asked_of(columns, chosen[in_part[which]], which[in_part[which]])
        some = [(of[n], str(columns.kins[kin[n]]), ids) for n, ids in asked.items()]
        reaches = [(one, low or 0, NONE if high is None else high, n) for one, (low, high, n) in self._split(some) if n]
        sums.add(*np.array(reaches, np.int64).reshape(-1, 4).T)

    def _asked_of(self, columns: Columns, chosen: Numbers, which: Numbers) -> dict[int, list[str]]:
        """Return the ids of the incidents chosen, by which pair of a group and a kin they are of."""
        found: dict[int, list[str]] = {}
        numbers = columns.number[chosen].tolist()
        sql = f"SELECT number, id FROM shown WHERE number IN {LISTED}"
        ids: dict[int, str] = dict(self._database.rows(sql, (listed(numbers),))) if numbers else {}
        for number, pair in zip(numbers, which.tolist(), strict=True):
            found.setdefault(pair, []).append(ids[number])
        return found

    def _split(self, some: Sequence[tuple[Any, str, list[str]]]) -> Iterator[tuple[Any, Reach]]:
        """Yield what parts of kins come to."""
        if some:
            members = self._members(kin for _, kin, _ in some)
            tolls = self._tolls(key for _, _, ids in some for key in ids)
            for of, kin, ids in some:
                yield of, self._killed([toll for key in ids for toll in tolls.get(key, ())], members[kin])

    def _members(self, kins: Iterable[str]) -> dict[str, list[Member]]:
        found: dict[str, list[Member]] = {}
        for kin, *about in self._database.rows(_MEMBERS, (listed(kins),)):
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
        sql = f"SELECT kin, id FROM shown WHERE kin IN {LISTED} AND {_NUMBERED}"
        for kin, key in self._database.rows(sql, (listed(changed),)):
            numbered.setdefault(kin, []).append(key)
        whole = [(kin, kin, ids) for kin, ids in numbered.items()]
        rows = [(kin, changed[kin], len(numbered[kin]), *reach) for kin, reach in self._split(whole)]
        self._database.run_many("INSERT OR REPLACE INTO family VALUES (?, ?, ?, ?, ?, ?)", rows)
        none = [(kin, changed[kin]) for kin in changed if kin not in numbered]
        self._database.run_many("INSERT OR REPLACE INTO family VALUES (?, ?, 0, NULL, NULL, 0)", none)


def _add_rows(sums: KilledSums, columns: Columns, chosen: Numbers, group: Numbers) -> None:
    sums.add(group, columns.low[chosen], columns.high[chosen], np.ones(len(chosen), np.int64))


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
