"""Linking as the record keeps it: which claims are tied, what finds them, and which reports are still to link."""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, Final

from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.incident import Incident, Link
from dateline.model.judgement import Judgement, Verdict
from dateline.model.place import PlaceEntry
from dateline.model.report import Report
from dateline.store.codec import Encoder
from dateline.store.database import LISTED, Database, listed
from dateline.store.queries import RecordView

_DERIVED: Final = ("node", "node_key", "incident", "incident_key", "link", "linked_by", "reckoned")
_PENDING: Final = (
    "SELECT unlinked.report FROM unlinked JOIN reading ON reading.number = "
    "(SELECT max(number) FROM reading WHERE report = unlinked.report) WHERE reading.number <= ? "
    f"OR unlinked.report IN {LISTED} ORDER BY published IS NULL, published, 1"
)
_LIVE: Final = f"SELECT kind, body FROM live_claim WHERE kind IN ('event', 'toll') AND report IN {LISTED}"
_EVENTS: Final = (
    "SELECT claim.id, claim.reading, claim.kind, claim.body, node.tolls FROM json_each(?) AS wanted "
    "JOIN node ON node.claim = wanted.value JOIN claim ON claim.id = node.claim AND claim.reading = node.reading"
)
_TOLLS: Final = (
    "SELECT claim.id, claim.kind, claim.body FROM json_each(?) AS wanted "
    "JOIN claim ON claim.id = json_extract(wanted.value, '$[0]') AND claim.reading = json_extract(wanted.value, '$[1]')"
)
_NODE: Final = "INSERT INTO node VALUES (?1, ?2, (SELECT max(number) FROM reading WHERE report = ?2), ?3, ?4, ?5, ?6)"
_BY_KEY: Final = "SELECT DISTINCT claim FROM json_each(?) JOIN node_key ON node_key.key = value AND asks = ?"
_HOLDING: Final = (
    "WHERE id IN (SELECT incident FROM json_each(?) AS wanted "
    "JOIN incident_key ON incident_key.key = wanted.value AND asks = ?)"
)


class Linking:
    """What a record knows of its linked claims; writes need a transaction of the record."""

    def __init__(self, database: Database, view: RecordView) -> None:
        self._database = database
        self._view = view
        self._all_places: tuple[PlaceEntry, ...] | None = None
        self._judged: tuple[Judgement, ...] | None = None

    def start_over(self, engine: str) -> bool:
        """Forget all that another engine linked; return whether there was anything to do."""
        if self._database.row("SELECT engine FROM linked_by") == (engine,):
            return False
        for table in _DERIVED:
            self._database.run(f"DELETE FROM {table}")
        self._database.run("INSERT OR IGNORE INTO unlinked SELECT id FROM report")
        self._database.run("INSERT INTO linked_by VALUES (?)", (engine,))
        return True

    def pending(self, until: int, also: Iterable[str]) -> list[str]:
        """Return the reports whose claims are still to link, those first published first.

        Args:
            until: the number of the latest reading that counts; what came later waits.
            also: reports that count whatever the numbers of their readings.
        """
        return [report for (report,) in self._database.rows(_PENDING, (until, listed(also)))]

    def places(self) -> tuple[PlaceEntry, ...]:
        """Return all places of the record; read once."""
        if self._all_places is None:
            digests = [digest for (digest,) in self._database.rows("SELECT digest FROM place ORDER BY digest")]
            self._all_places = tuple(map(self._view.place, digests))
        return self._all_places

    def judged(self) -> Sequence[Judgement]:
        """Return the judgements that hold on whether two claims are one; read once."""
        if self._judged is None:
            self._judged = tuple(self._view.standing(Verdict.MERGE, Verdict.SPLIT))
        return self._judged

    def claims_of(self, reports: Iterable[str]) -> Iterator[Claim]:
        """Yield the live event and toll claims of reports."""
        return self._view.decoded(self._database.rows(_LIVE, (listed(reports),)))

    def found(self, keys: Set[int]) -> set[str]:
        """Return the event claims kept under any of the keys."""
        return {claim for (claim,) in self._database.rows(_BY_KEY, (listed(keys), 0))}

    def asking(self, keys: Set[int]) -> set[str]:
        """Return the event claims that ask for any of the keys."""
        return {claim for (claim,) in self._database.rows(_BY_KEY, (listed(keys), 1))}

    def sets_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return what stands for the sets that event claims are in, by the claims' ids."""
        sql = "SELECT claim, tied FROM json_each(?) JOIN node ON node.claim = value"
        return dict(self._database.rows(sql, (listed(claims),)))

    def members(self, sets: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """Return the event claims of sets that have any."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        sql = "SELECT tied, claim FROM json_each(?) JOIN node ON node.tied = value"
        for tied, claim in self._database.rows(sql, (listed(sets),)):
            found[tied].append(claim)
        return found

    def events(self, claims: Iterable[str]) -> dict[str, tuple[EventClaim, Sequence[TollClaim]]]:
        """Return event claims as they were linked, each with the toll claims that belong to it, by id."""
        rows = list(self._database.rows(_EVENTS, (listed(claims),)))
        wanted = [[toll, reading] for _, reading, _, _, tolls in rows for toll in json.loads(tolls)]
        read = self._view.reader()
        found = self._database.rows(_TOLLS, (json.dumps(wanted),))
        counted: dict[str, Any] = {key: read((kind, body)) for key, kind, body in found}
        return {
            key: (_event(read((kind, body))), [counted[toll] for toll in json.loads(tolls)])
            for key, _, kind, body, tolls in rows
        }

    def reports(self, ids: Iterable[str]) -> Mapping[str, Report]:
        """Return reports without their texts, and those that stand for copies, by id."""
        return self._view.heads_of(ids)

    def forget(self, reports: Iterable[str]) -> tuple[set[str], set[int]]:
        """Take the claims of reports off the shelf; return the sets that they were in, and the keys they were under."""
        sql = "SELECT claim, tied, kept, asked FROM json_each(?) JOIN node ON node.report = value"
        rows = list(self._database.rows(sql, (listed(reports),)))
        keys: set[int] = set()
        for claim, _, kept, asked in rows:
            keys.update(array("q", kept))
            every = [(key, asks, claim) for asks, blob in enumerate((kept, asked)) for key in array("q", blob)]
            self._database.run_many("DELETE FROM node_key WHERE key = ? AND asks = ? AND claim = ?", every)
        self._database.run_many("DELETE FROM node WHERE claim = ?", ((row[0],) for row in rows))
        return {tied for _, tied, _, _ in rows}, keys

    def put_nodes(self, nodes: Iterable[tuple[str, str, Sequence[str], Sequence[int], Sequence[int]]]) -> None:
        """Put claims on the shelf: id, report, toll claims, keys found by and keys asked for."""
        rows, every = [], []
        for claim, report, tolls, kept, asked in nodes:
            packed = (array("q", keys).tobytes() for keys in (kept, asked))
            rows.append((claim, report, claim, json.dumps(tolls), *packed))
            every += [(key, asks, claim) for asks, keys in enumerate((kept, asked)) for key in keys]
        self._database.run_many(_NODE, rows)
        self._database.run_many("INSERT OR IGNORE INTO node_key VALUES (?, ?, ?)", sorted(every))

    def tie(self, ties: Mapping[str, str]) -> None:
        """Put down which set each claim is in."""
        rows = ((tied, claim) for claim, tied in ties.items())
        self._database.run_many("UPDATE node SET tied = ?1 WHERE claim = ?2 AND tied <> ?1", rows)

    def take_incidents(self, sets: Iterable[str]) -> set[int]:
        """Take away the incidents and links of sets of claims; return the keys by which parts found them."""
        tied = listed(sets)
        where = f"WHERE tied IN {LISTED}"
        of_them = f"WHERE incident IN (SELECT id FROM incident {where})"
        left = {key for (key,) in self._database.rows(f"SELECT key FROM incident_key {of_them} AND asks = 0", (tied,))}
        for statement in (f"incident_key {of_them}", f"incident {where}", f"link {where}"):
            self._database.run(f"DELETE FROM {statement}", (tied,))
        return left

    def put_links(self, links: Iterable[Link], ties: Mapping[str, str]) -> None:
        """Put links in, each with the set of its claims."""
        text = Encoder().text
        rows = ((one.left, one.right, ties[one.left], one.joined, text(one), *_weighed(one)) for one in links)
        self._database.run_many("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def put_incidents(self, incidents: Iterable[Incident], ties: Mapping[str, str]) -> None:
        """Put incidents in, each with the set of its claims."""
        encoder = Encoder()
        rows = [(one.id, ties[one.claims[0]], encoder.text(one)) for one in incidents]
        self._database.run_many("INSERT INTO incident VALUES (?, ?, ?)", rows)
        self._database.run_many("INSERT OR IGNORE INTO place VALUES (?, ?)", encoder.places.items())

    def change_incident(self, one: Incident) -> None:
        """Put an incident in place of the one with its id."""
        self._database.run("UPDATE incident SET body = ? WHERE id = ?", (Encoder().text(one), one.id))

    def put_keys(self, keys: Iterable[tuple[str, Iterable[int], Iterable[int]]]) -> None:
        """Keep for incidents, by id, the keys by which their parts find them, and by which they find their wholes."""
        rows = [(key, asks, one) for one, *both in keys for asks, some in enumerate(both) for key in some]
        self._database.run_many("INSERT OR IGNORE INTO incident_key VALUES (?, ?, ?)", sorted(rows))

    def wholes(self, keys: Iterable[int]) -> Iterator[Incident]:
        """Yield the incidents that hold what lies in any of the keys."""
        return self._view.incidents_as_linked(_HOLDING, (listed(keys), 0))

    def lying_in(self, keys: Iterable[int]) -> Iterator[Incident]:
        """Yield the incidents that may be parts of what holds any of the keys."""
        return self._view.incidents_as_linked(_HOLDING, (listed(keys), 1))

    def done(self, reports: Iterable[str]) -> None:
        """Note that reports are linked."""
        self._database.run_many("DELETE FROM unlinked WHERE report = ?", ((report,) for report in reports))


def _weighed(one: Link) -> tuple[float, float | None, str]:
    least = min((feature.value for feature in one.features), default=None)
    return one.score, least, "|" + "|".join(feature.name for feature in one.features) + "|"


def _event(claim: Claim) -> EventClaim:
    assert isinstance(claim, EventClaim)
    return claim
