"""Reckoning as the record keeps it: what tolls and spells were reckoned from, and what waits to be reckoned anew."""

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.model.claim import Claim
from dateline.model.incident import Incident
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.store.codec import Encoder
from dateline.store.database import LISTED, Database, Row, listed
from dateline.store.queries import RecordView

_DERIVED: Final = ("toll", "spell", "counted", "held", "said_part", "unreckoned", "to_count", "to_hold", "reckoned_by")
_SAID: Final = (
    "SELECT DISTINCT incident.id FROM judgement JOIN json_each(json_array(json_extract(judgement.body, '$.claims'), "
    "json_extract(judgement.body, '$.given'))) AS side JOIN json_each(side.value) AS about ON side.type = 'array' "
    "JOIN node ON node.claim = about.value JOIN incident ON incident.tied = node.tied WHERE subject LIKE 'whole of %'"
)
_TOUCHED: Final = (
    "INSERT OR IGNORE INTO unreckoned SELECT reading.report FROM to_count CROSS JOIN home ON incident = people "
    "CROSS JOIN claim ON claim.id = home.claim JOIN reading ON reading.number = claim.reading "
    "UNION SELECT counted.report FROM to_count CROSS JOIN counted USING (people)"
)
_BELOW: Final = (
    "WITH RECURSIVE changed (people) AS (SELECT people FROM to_count UNION "
    "SELECT part.id FROM changed CROSS JOIN incident AS part ON json_extract(part.body, '$.part_of') = +people UNION "
    "SELECT said_part.incident FROM changed JOIN said_part ON said_part.whole = changed.people UNION "
    "SELECT part.people FROM changed JOIN counted ON counted.people = changed.people "
    "JOIN counted AS part ON part.part_of = counted.claim) INSERT OR IGNORE INTO to_count SELECT people FROM changed"
)
_ABOVE: Final = (
    "SELECT DISTINCT whole.people FROM json_each(?) AS wanted JOIN counted ON counted.people = wanted.value "
    "JOIN counted AS whole ON whole.claim = counted.part_of"
)
_THESE: Final = f"WHERE id IN {LISTED}"
_LIVE: Final = f"WHERE kind IN ('toll', 'control') AND report IN {LISTED}"
_WAITS: Final = (
    "SELECT 1 FROM unreckoned UNION ALL SELECT 1 FROM to_count UNION ALL SELECT 1 FROM to_hold UNION ALL "
    "SELECT 1 FROM unlinked UNION ALL SELECT 1 FROM uncompared"
)


class Reckoning:
    """What a record knows of its tolls and spells; writes need a transaction of the record."""

    def __init__(self, database: Database, view: RecordView) -> None:
        self._database = database
        self._view = view

    def start_over(self, engine: str) -> None:
        """Forget all that another engine reckoned."""
        if self._database.row("SELECT engine FROM reckoned_by") == (engine,):
            return
        for table in _DERIVED:
            self._database.run(f"DELETE FROM {table}")
        self._database.run("INSERT INTO unreckoned SELECT id FROM report")
        self._database.run("INSERT INTO reckoned_by VALUES (?)", (engine,))

    def waits(self) -> bool:
        """Say whether anything waits to be linked or reckoned."""
        return self._database.row(_WAITS) is not None

    def touch(self) -> None:
        """List the reports of incidents that changed, by linking or by what a person said of their wholes."""
        now = self._said()
        before: dict[str, str | None] = dict(self._database.rows("SELECT incident, whole FROM said_part"))
        changed = [(one,) for one in now.keys() | before.keys() if now.get(one, "") != before.get(one, "")]
        self._database.run_many("INSERT OR IGNORE INTO to_count VALUES (?)", changed)
        self._database.run("DELETE FROM said_part")
        self._database.run_many("INSERT INTO said_part VALUES (?, ?)", now.items())
        self._database.run(_TOUCHED)

    def _said(self) -> dict[str, str | None]:
        """Return the wholes of the incidents of which persons said such, and of all above them, by the part's id."""
        found: dict[str, str | None] = {}
        new = {one for (one,) in self._database.rows(_SAID)}
        while new:
            judged = {one.id: one.part_of for one in self._view.incidents_of_ids(new)}
            linked = {one.part_of for one in self._view.incidents_as_linked(_THESE, (listed(new),))}
            found |= judged
            new = {one for one in (*judged.values(), *linked) if one} - found.keys()
        return found

    def reports(self, most: int) -> list[str]:
        """Return some of the reports whose claims are to be sorted anew."""
        return [one for (one,) in self._database.rows("SELECT report FROM unreckoned LIMIT ?", (most,))]

    def forget(self, reports: Sequence[str]) -> None:
        """Take the claims of reports out; what was reckoned from them waits."""
        of_them, values = f"WHERE report IN {LISTED}", (listed(reports),)
        for waits, table, column in (("to_count", "counted", "people"), ("to_hold", "held", "place")):
            self._database.run(
                f"INSERT OR IGNORE INTO {waits} SELECT {column} FROM {table} {of_them}", (listed(reports),)
            )
            self._database.run(f"DELETE FROM {table} {of_them}", values)
        self._database.run(f"DELETE FROM unreckoned {of_them}", values)

    def live(self, reports: Sequence[str]) -> Iterable[Claim]:
        """Yield the live toll and control claims of reports."""
        return self._view.claims_where(_LIVE, (listed(reports),))

    def incident_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the incidents of those toll claims that belong to one, by the claim's id."""
        sql = "SELECT claim, incident FROM json_each(?) JOIN home ON home.claim = value"
        return dict(self._database.rows(sql, (listed(claims),)))

    def put_counted(self, rows: Sequence[tuple[str, str, str, str | None]]) -> None:
        """Put toll claims in: id, report, the people that they count, the claim that they are part of."""
        self._database.run_many("INSERT OR REPLACE INTO counted VALUES (?, ?, ?, ?)", rows)
        self._database.run_many("INSERT OR IGNORE INTO to_count VALUES (?)", ((row[2],) for row in rows))

    def put_held(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Put control claims in: id, report, place."""
        self._database.run_many("INSERT OR REPLACE INTO held VALUES (?, ?, ?)", rows)
        self._database.run_many("INSERT OR IGNORE INTO to_hold VALUES (?)", ((row[2],) for row in rows))

    def spread(self) -> None:
        """Let all wait that may be part of what waits: what includes a toll is told of it."""
        self._database.run(_BELOW)

    def people(self, most: int) -> list[str]:
        """Return some of those whose tolls wait."""
        return [one for (one,) in self._database.rows("SELECT people FROM to_count LIMIT ?", (most,))]

    def places(self, most: int) -> list[str]:
        """Return some of the places whose spells wait."""
        return [one for (one,) in self._database.rows("SELECT place FROM to_hold LIMIT ?", (most,))]

    def with_wholes(self, people: Iterable[str]) -> tuple[set[str], list[Incident]]:
        """Return people with all those that may include them, and the incidents that are among them."""
        found: set[str] = set()
        incidents: list[Incident] = []
        new = set(people)
        while new:
            found |= new
            here = list(self._view.incidents_of_ids(new))
            incidents += here
            above = {one for (one,) in self._database.rows(_ABOVE, (listed(new),))}
            new = (above | {one.part_of for one in here if one.part_of}) - found
        return found, incidents

    def claims_of(self, people: Iterable[str]) -> tuple[dict[str, Claim], dict[str, str]]:
        """Return the toll claims that count people, and whom each counts, by the claim's id."""
        sql = "SELECT claim, people FROM json_each(?) JOIN counted ON counted.people = value"
        whose: dict[str, str] = dict(self._database.rows(sql, (listed(people),)))
        return self._view.claims_of_ids(whose), whose

    def claims_at(self, places: Iterable[str]) -> dict[str, Claim]:
        """Return the control claims at places."""
        sql = "SELECT claim FROM json_each(?) JOIN held ON held.place = value"
        return self._view.claims_of_ids(claim for (claim,) in self._database.rows(sql, (listed(places),)))

    def heads(self, claims: Iterable[Claim]) -> dict[str, Report]:
        """Return the reports of claims without their texts, by id."""
        return self._view.heads_of({claim.report_id for claim in claims})

    def put_tolls(self, people: Sequence[str], tolls: Iterable[tuple[str, Toll]]) -> None:
        """Put tolls, each with those whom it counts, in place of all tolls of these people, who wait no longer."""
        encoder = Encoder()
        rows = [(one.id, one.incident, whose, _rank(one), encoder.text(one)) for whose, one in tolls]
        of_them = f"WHERE people IN {LISTED}"
        for table in ("toll", "to_count"):
            self._database.run(f"DELETE FROM {table} {of_them}", (listed(people),))
        self._database.run_many("INSERT INTO toll VALUES (?, ?, ?, ?, ?)", rows)

    def put_spells(self, places: Sequence[str], spells: Iterable[Spell]) -> None:
        """Put spells in place of all at these places, which wait no longer."""
        encoder = Encoder()
        rows: list[Row] = [(one.id, one.place.id, _turn(one), encoder.text(one)) for one in spells]
        shown = f"SELECT id FROM spell WHERE place IN {LISTED}"
        self._database.run(f"DELETE FROM holding WHERE spell IN ({shown})", (listed(places),))
        for table in ("spell", "to_hold"):
            self._database.run(f"DELETE FROM {table} WHERE place IN {LISTED}", (listed(places),))
        self._database.run_many("INSERT INTO spell VALUES (?, ?, ?, ?)", rows)
        self._database.run_many("INSERT OR IGNORE INTO place VALUES (?, ?)", encoder.places.items())


def _rank(one: Toll) -> str:
    """Return what tolls are ordered by: those of one incident stand together, in a fixed order."""
    named = (one.incident, one.harm, one.status, one.scope, one.camp or one.side, one.demographic)
    return "\x1f".join([*(part or "" for part in named), one.id])


def _turn(one: Spell) -> str:
    """Return what spells are ordered by: the place, then the days, what ended before what goes on."""
    first, last = (day.isoformat() if day else "" for day in (one.first or one.last, one.last or one.first))
    return "\x1f".join((one.place.name, one.place.id, first, last, str(int(one.ended_by is None)), one.id))
