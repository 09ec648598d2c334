"""Listing: a record's parties, places, reports and spells as pages and lists need them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.store.browse.finding import mark
from dateline.store.database import LISTED, Database, Row, listed


@dataclass(frozen=True, slots=True)
class Party:
    """A party or outlet of the record, with how many incidents it acted in, was the target of and tells of."""

    name: str
    id: str | None
    kind: str | None
    side: str | None
    by: int = 0
    against: int = 0
    says: int = 0
    prints: int = 0


@dataclass(frozen=True, slots=True)
class Together:
    """A party that acted in the same incidents as another, and from when to when it is told to have."""

    name: str
    incidents: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the record by its digest, with how many incidents and spells it has."""

    id: str
    name: str
    digest: str
    incidents: int
    spells: int


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as lists show it; `copy_of` is the file of the report whose copy it is."""

    id: str
    file: str
    title: str | None
    outlet: str | None
    published: str | None
    claims: int
    copy_of: str | None


_ROLES: Final = ("by", "against", "says", "prints")
_COUNTS: Final = ", ".join(f"sum(CASE WHEN role = '{role}' THEN incidents ELSE 0 END)" for role in _ROLES)
_PARTY: Final = f"SELECT name, id, kind, side, {_COUNTS} FROM party JOIN role ON party = number"
_SPOT: Final = (
    "SELECT id, name, digest, (SELECT count(*) FROM shown WHERE spot = spot.number) AS incidents, "
    "(SELECT count(*) FROM holding WHERE spot = spot.number) AS spells FROM spot"
)
_TOGETHER: Final = (
    "SELECT party.name, count(*), min(CASE WHEN exact THEN day END), max(CASE WHEN exact THEN day END) "
    "FROM taking_part AS mine JOIN taking_part AS theirs ON theirs.incident = mine.incident AND theirs.role = 'by' "
    "AND theirs.party <> mine.party JOIN party ON party.number = theirs.party "
    "JOIN shown ON shown.number = mine.incident "
    "WHERE mine.role = 'by' AND mine.party = (SELECT number FROM party WHERE name = ?) "
    "GROUP BY theirs.party ORDER BY 2 DESC, 1 LIMIT ?"
)
_REPORT: Final = (
    "SELECT report.id, report.file, title, outlet, published, "
    "(SELECT count(*) FROM claim WHERE claim.reading = reading.number), first.file "
    "FROM reading JOIN report ON report.id = reading.report LEFT JOIN copy_of ON copy_of.report = report.id "
    "LEFT JOIN report AS first ON first.id = story "
    "WHERE reading.number = (SELECT max(number) FROM reading AS other WHERE other.report = reading.report)"
)
_HELD_ON: Final = (
    "SELECT spell FROM holding AS one WHERE (ended IS NULL OR ended >= ?1) AND (first <= ?1 OR EXISTS "
    "(SELECT 1 FROM holding AS other WHERE other.spot = one.spot AND other.last = ?1)) "
    "AND spot IN (SELECT spot FROM holding WHERE first <= ?1 AND (ended IS NULL OR ended >= ?1) "
    "GROUP BY spot ORDER BY max(min(ifnull(last, first), ?1)) DESC, spot LIMIT ?2)"
)


class Lister:
    """Lists what one state of a record holds beside incidents."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def parties(self, *roles: str, limit: int = -1) -> list[Party]:
        """Return the parties that have one of these roles in any incident, those met most first."""
        marks = ", ".join("?" * len(roles))
        sql = f"{_PARTY} WHERE role IN ({marks}) GROUP BY number ORDER BY sum(incidents) DESC, name LIMIT ?"
        return [Party(*row) for row in self._database.rows(sql, (*roles, limit))]

    def party(self, name: str) -> Party | None:
        """Return a party by its name, one that is in no incident too."""
        row = self._database.row(f"{_PARTY} WHERE name = ? GROUP BY number", (name,))
        row = row or self._database.row("SELECT name, id, kind, side FROM party WHERE name = ?", (name,))
        return Party(*row) if row else None

    def party_names(self) -> list[str]:
        """Return the names of all parties and outlets."""
        return [name for (name,) in self._database.rows("SELECT name FROM party ORDER BY name")]

    def known(self, names: Iterable[str]) -> set[str]:
        """Return those of some names that are of parties or outlets of the record."""
        sql = f"SELECT name FROM party WHERE name IN {LISTED}"
        return set(self._ids(sql, (listed(set(names)),)))

    def known_spots(self, ids: Iterable[str]) -> set[str]:
        """Return those of some ids that are of places of the record."""
        sql = f"SELECT id FROM spot WHERE id IN {LISTED}"
        return set(self._ids(sql, (listed(set(ids)),)))

    def sides(self) -> dict[str, str | None]:
        """Return the side of each party by its name."""
        return dict(self._database.rows("SELECT name, side FROM party"))

    def side_names(self) -> list[str]:
        """Return the sides that acted or were acted against, those met most first."""
        sql = (
            "SELECT side FROM party JOIN role ON party = number WHERE side IS NOT NULL "
            "AND role IN ('by', 'against') GROUP BY side ORDER BY sum(incidents) DESC, side"
        )
        return [side for (side,) in self._database.rows(sql)]

    def together(self, name: str, limit: int) -> list[Together]:
        """Return the parties that acted with one, those most often first."""
        return [Together(*row) for row in self._database.rows(_TOGETHER, (name, limit))]

    def incidents_of(self, name: str, role: str, limit: int) -> list[str]:
        """Return the ids of incidents in which a party has a role, by day."""
        sql = (
            "SELECT shown.id FROM taking_part JOIN party ON party = party.number "
            "JOIN shown ON shown.number = incident "
            "WHERE party.name = ? AND role = ? ORDER BY day, shown.id LIMIT ?"
        )
        return self._ids(sql, (name, role, limit))

    def spots(self, limit: int = -1) -> list[Spot]:
        """Return the places that have incidents or spells, those with the most first."""
        rows = self._database.rows(f"{_SPOT} ORDER BY incidents + spells DESC, name, id LIMIT ?", (limit,))
        return [Spot(*row) for row in rows]

    def spot(self, place_id: str) -> Spot | None:
        """Return a place by its id."""
        row = self._database.row(f"{_SPOT} WHERE id = ?", (place_id,))
        return Spot(*row) if row else None

    def incidents_at(self, place_id: str, limit: int) -> list[str]:
        """Return the ids of incidents at a place, by day."""
        sql = (
            "SELECT shown.id FROM shown JOIN spot ON spot.number = shown.spot WHERE spot.id = ? "
            "ORDER BY day, shown.id LIMIT ?"
        )
        return self._ids(sql, (place_id, limit))

    def spells_at(self, place_id: str) -> list[str]:
        """Return the ids of the spells at a place."""
        sql = "SELECT spell FROM holding WHERE spot = (SELECT number FROM spot WHERE id = ?) ORDER BY first, spell"
        return self._ids(sql, (place_id,))

    def all_spells(self, after: str, limit: int) -> list[str]:
        """Return the ids of spells by id."""
        return self._ids("SELECT spell FROM holding WHERE spell > ? ORDER BY spell LIMIT ?", (after, limit))

    def spells_of(self, holder: str) -> list[str]:
        """Return the ids of the spells of a holder."""
        return self._ids("SELECT spell FROM holding WHERE holder = ? ORDER BY first, spell", (holder,))

    def spells_on(self, day: dt.date, places: int) -> list[str]:
        """Return the ids of all spells of the places that may be held on a day: those told of most lately, so many."""
        return self._ids(_HELD_ON, (str(day), places))

    def reports(self, words: str | None = None, *, after: tuple[str, str] | None = None, limit: int) -> list[ReportRow]:
        """Return reports by their day, without one last, and by file; only with these words if any are given."""
        sql, values = _REPORT, list[str | int]()
        if words:
            sql += " AND reading.number IN (SELECT rowid FROM words_of_report WHERE words_of_report MATCH ?)"
            values.append(words)
        if after:
            sql += " AND (ifnull(published, '9999'), report.id) > (?, ?)"
            values += after
        sql += " ORDER BY ifnull(published, '9999'), report.id LIMIT ?"
        return [ReportRow(*row) for row in self._database.rows(sql, (*values, limit))]

    def count_reports(self, words: str | None = None) -> int:
        """Return how many reports there are, or how many have these words in their title or text."""
        sql = "SELECT count(*) FROM report"
        if words:
            sql = (
                "SELECT count(*) FROM words_of_report JOIN reading ON reading.number = words_of_report.rowid "
                "WHERE words_of_report MATCH ? AND reading.number = "
                "(SELECT max(number) FROM reading AS other WHERE other.report = reading.report)"
            )
        (count,) = self._database.row(sql, (words,) if words else ()) or (0,)
        return int(count)

    def report_ids_beginning(self, start: str) -> list[str]:
        """Return the ids of reports that begin so, two at most."""
        return self._ids("SELECT id FROM report WHERE substr(id, 1, ?) = ? LIMIT 2", (len(start), start))

    def claims_of(self, report_id: str) -> list[str]:
        """Return the ids of the live claims of a report, in order."""
        return self._ids("SELECT id FROM live_claim WHERE report = ? ORDER BY position", (report_id,))

    def rows_of_reports(self, ids: Iterable[str]) -> dict[str, ReportRow]:
        """Return the rows of reports by their ids."""
        sql = f"{_REPORT} AND report.id IN {LISTED}"
        return {row[0]: ReportRow(*row) for row in self._database.rows(sql, (listed(ids),))}

    def mark(self) -> str:
        """Return what changes whenever anything that is shown changes: the record's last numbers."""
        return mark(self._database)

    def _ids(self, sql: str, values: Row = ()) -> list[str]:
        return [key for (key,) in self._database.rows(sql, values)]
