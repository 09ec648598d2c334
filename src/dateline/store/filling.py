"""Filling: fills the tables that pages and lists look through; only what changed is made again."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.model.actor import ActorLink
from dateline.model.claim import Claim, ControlClaim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Spell, Toll, is_contested
from dateline.reference.wording import plain
from dateline.store.browse.columns import from_rows
from dateline.store.browse.filters import UNDATED
from dateline.store.browse.kin import Killed, Kin
from dateline.store.codec import Encoder
from dateline.store.database import LISTED, Database, listed
from dateline.store.queries import RecordView

AT_ONCE: Final = 500  # incidents of which all claims are in memory, or reports of which the texts are
MOSTLY: Final = 3  # where more than a third changed, all is made anew: what is left in the words' index would slow it

_SIGNED: Final = (
    "SELECT id, body, (SELECT group_concat(body) FROM (SELECT body FROM toll WHERE incident = incident.id "
    "ORDER BY id)) FROM incident"
)
_GRADED: Final = (
    "SELECT DISTINCT incident.id FROM incident JOIN json_each(incident.body, '$.claims') AS claim WHERE claim.value IN "
    "(SELECT about.value FROM judgement JOIN json_each(judgement.body, '$.claims') AS about "
    "WHERE subject LIKE 'grade of %' OR subject LIKE 'whole of %')"
)
_TABLES: Final = ("shown", "taking_part", "told", "reaches", "family", "holding", "party", "spot")
_NOT_SHOWN: Final = "WHERE id IN (SELECT id FROM spell WHERE id NOT IN (SELECT spell FROM holding) LIMIT ?)"
_UNREAD: Final = (
    "SELECT number, ifnull(title, '') || char(10) || text FROM live_reading JOIN reading USING (number) "
    "WHERE number > (SELECT ifnull(max(id), 0) FROM words_of_report_docsize) ORDER BY number LIMIT ?"
)


class Filler:
    """The tables of a record that is open for writing, within a transaction."""

    def __init__(self, database: Database, view: RecordView) -> None:
        self._database = database
        self._view = view
        self._encoder = Encoder()
        self._parties: dict[str, int] = {}
        self._spots: dict[str, int] = {}
        self._points: dict[str, bool] = {}

    def fill(self, killed: Killed, engine: str) -> None:
        """Bring the tables up to date with what is linked and reckoned.

        Args:
            killed: sums the dead of incidents.
            engine: the version that linked and reckoned; another one makes all anew.
        """
        wanted = self._signatures(engine)
        held: dict[str, str] = dict(self._database.rows("SELECT id, made_from FROM shown"))
        new = [one for one, signature in wanted.items() if held.get(one) != signature]
        if len(new) * MOSTLY > len(wanted):
            self._empty()
            new = list(wanted)
        else:
            self._drop([one for one, signature in held.items() if wanted.get(one) != signature])
        self._parties = dict(self._database.rows("SELECT name, number FROM party"))
        self._spots = dict(self._database.rows("SELECT id, number FROM spot"))
        for at in range(0, len(new), AT_ONCE):
            self._put(new[at : at + AT_ONCE], killed, wanted)
        Kin(self._database, self._view.tolls_of_any, killed).fill()
        self._database.run("DELETE FROM role")
        self._database.run("INSERT INTO role SELECT party, role, count(*) FROM taking_part GROUP BY party, role")
        self._database.run("DELETE FROM holding")  # a spell that goes on keeps its id
        while spells := list(self._view.spells(_NOT_SHOWN, (AT_ONCE,))):
            self._put_spells(spells)
        self._database.run(
            "DELETE FROM spot WHERE number NOT IN (SELECT spot FROM shown WHERE spot IS NOT NULL) "
            "AND number NOT IN (SELECT spot FROM holding)"
        )
        self._database.run("DELETE FROM columns")
        self._database.run("INSERT INTO columns VALUES (?)", (from_rows(self._database).pack(),))
        while texts := list(self._database.rows(_UNREAD, (AT_ONCE,))):
            self._put_words("words_of_report", texts)

    def _signatures(self, engine: str) -> dict[str, str]:
        graded = listed(one for (one,) in self._database.rows(_GRADED))
        overlaid = {
            one.id: f"{one.grade} {one.part_of}" for one in self._view.incidents(f"WHERE id IN {LISTED}", (graded,))
        }
        return {
            one: _digest(engine, body, tolls or "", overlaid.get(one, ""))
            for one, body, tolls in self._database.rows(_SIGNED)
        }

    def _empty(self) -> None:
        for table in _TABLES:
            self._database.run(f"DELETE FROM {table}")
        self._database.run("INSERT INTO words_of_incident (words_of_incident) VALUES ('delete-all')")

    def _drop(self, ids: Iterable[str]) -> None:
        numbers = f"(SELECT number FROM shown WHERE id IN {LISTED})"
        gone = (listed(ids),)
        for table in ("taking_part", "told", "reaches"):
            self._database.run(f"DELETE FROM {table} WHERE incident IN {numbers}", gone)
        self._database.run(f"DELETE FROM shown WHERE id IN {LISTED}", gone)

    def _put(self, ids: Sequence[str], killed: Killed, signatures: Mapping[str, str]) -> None:
        wanted = (listed(ids),)
        incidents = list(self._view.incidents(f"WHERE id IN {LISTED}", wanted))
        tolls: dict[str | None, list[Toll]] = {}
        for toll in self._view.tolls_of_any(ids):
            tolls.setdefault(toll.incident, []).append(toll)
        claims = self._view.claims_of_ids({key for one in incidents for key in (*one.claims, *one.tolls)})
        titles = {
            key: head.title or "" for key, head in self._view.heads_of({c.report_id for c in claims.values()}).items()
        }
        for one in incidents:
            mine = [claims[key] for key in (*one.claims, *one.tolls) if key in claims]
            low, high, _ = killed(tolls.get(one.id, []), ())
            number = self._put_row(one, tolls.get(one.id, []), (low, high), signatures[one.id])
            self._put_reached(number, tolls.get(one.id, []))
            self._put_parties(number, one, mine)
            told = ((key, number) for key in dict.fromkeys((*one.claims, *one.tolls, *one.contested_by)))
            self._database.run_many("INSERT INTO told VALUES (?, ?)", told)
            self._put_words("words_of_incident", [(number, _words(one, mine, titles))])

    def _put_row(self, one: Incident, tolls: list[Toll], killed: tuple[int | None, int | None], signature: str) -> int:
        when, place = one.when, one.place
        first, last = (when.first, when.last) if when else (None, None)
        point = (place.lat, place.lon) if place and place.precision.is_point else (None, None)
        contested = is_contested(one, tolls)
        row = (
            one.id, signature, one.type, str(first or last or UNDATED), first and str(first), last and str(last),
            first is not None and first == last, self._spot(place) if place else None,
            self._encoder.place(place) if place else None, *point, one.grade.value, contested, *killed,
            len(set(one.reports)), one.part_of,
        )  # fmt: skip
        columns = (
            "id, made_from, type, day, first, last, exact, spot, place, lat, lon, grade, contested, killed_low, "
            "killed_high, reports, part_of"
        )
        marks = ", ".join("?" * len(row))
        self._database.run(f"INSERT INTO shown ({columns}) VALUES ({marks})", row)
        (number,) = self._database.row("SELECT last_insert_rowid()") or ()
        return int(number)

    def _put_reached(self, number: int, tolls: Sequence[Toll]) -> None:
        """Note which tolls of other incidents include one of this."""
        own = {toll.id for toll in tolls}
        reached = {whole for toll in tolls for whole in toll.within} - own
        self._database.run_many("INSERT INTO reaches VALUES (?, ?)", ((number, whole) for whole in sorted(reached)))

    def _put_parties(self, number: int, one: Incident, claims: Iterable[Claim]) -> None:
        links = {link.name: link for claim in claims for link in (*claim.said_by, *claim.parties)}
        roles = {"by": one.actors, "against": one.targets, "says": one.speakers, "prints": one.outlets}
        rows = [
            (self._party(name, links.get(name)), role, number) for role, names in roles.items() for name in set(names)
        ]
        self._database.run_many("INSERT INTO taking_part VALUES (?, ?, ?)", rows)

    def _party(self, name: str, link: ActorLink | None) -> int:
        if name not in self._parties:
            about = (link.id, link.kind.value, link.side) if link else (None, None, None)
            sql = "INSERT INTO party (name, plain, id, kind, side) VALUES (?, ?, ?, ?, ?)"
            self._database.run(sql, (name, plain(name), *about))
            (self._parties[name],) = self._database.row("SELECT last_insert_rowid()") or ()
        return self._parties[name]

    def _spot(self, entry: PlaceEntry) -> int:
        if entry.id not in self._spots:
            names = "|".join(map(plain, (entry.name, *entry.also, entry.admin1 or "")))
            digest = self._encoder.place(entry)
            sql = "INSERT INTO spot (id, digest, name, plain) VALUES (?, ?, ?, ?)"
            self._database.run(sql, (entry.id, digest, entry.name, names))
            (self._spots[entry.id],) = self._database.row("SELECT last_insert_rowid()") or ()
            self._points[entry.id] = entry.precision.is_point
        elif entry.precision.is_point and not self._points.get(entry.id):
            sql = "UPDATE spot SET digest = ? WHERE id = ?"
            self._database.run(sql, (self._encoder.place(entry), entry.id))
            self._points[entry.id] = True
        return self._spots[entry.id]

    def _put_spells(self, found: Sequence[Spell]) -> None:
        claims = self._view.claims_of_ids({key for one in found for key in one.claims})
        for claim in claims.values():
            for link in claim.holders if isinstance(claim, ControlClaim) else ():
                self._party(link.name, link)
        rows = ((one.id, self._spot(one.place), one.holder, *_days(one), one.status) for one in found)
        self._database.run_many("INSERT INTO holding VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def _put_words(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        self._database.run_many(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", rows)


def _days(one: Spell) -> Iterator[str | None]:
    ended = one.ended_on or (one.last if one.ended_by else None)
    return (str(day) if day else None for day in (one.first, one.last, ended))


def _words(one: Incident, claims: Iterable[Claim], titles: Mapping[str, str]) -> str:
    told = list(claims)
    place = (one.place.name, *one.place.also, one.place.admin1 or "") if one.place else ()
    quotes = (claim.quote.text for claim in told)
    heads = (titles.get(claim.report_id, "") for claim in told)
    parts = (one.type, *place, *one.actors, *one.targets, *one.speakers, *one.outlets, *quotes, *heads)
    return "\n".join(dict.fromkeys(filter(None, parts)))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
