"""Eyes: finds what of a record may need a person's eyes, and how many were killed in it, without reading the rest.

Each kind is a condition of SQL that says what the checks of `dateline.review` say of the whole record; a test holds the
two together.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from dateline.store.browse.finding import mark
from dateline.store.browse.memo import Memo
from dateline.store.database import Database, listed

T = TypeVar("T")

AT_ONCE: Final = 500  # subjects of a kind

_COUNTS: Final = "grade <> 'discounted'"
_NOWHERE: Final = "(spot IS NULL OR spot IN (SELECT number FROM spot WHERE id LIKE 'name:%'))"
_NO_DAY: Final = "(first IS NULL OR last IS NULL OR julianday(last) - julianday(first) + 1 > {wide_days})"
_OF_SHOWN: Final = "SELECT id AS subject, ifnull(killed_low, 0) AS people FROM shown WHERE "
_OF_TOLL: Final = (
    "SELECT toll.id AS subject, "
    "CASE json_extract(body, '$.harm') WHEN 'killed' THEN ifnull(json_extract(body, '$.low'), 0) ELSE 0 END AS people "
    "FROM toll LEFT JOIN shown ON shown.id = toll.incident WHERE ifnull(grade, '') <> 'discounted' AND "
)
_DEAD: Final = "(SELECT max(killed_low) FROM told JOIN shown ON shown.number = told.incident WHERE told.claim = {})"
_OF_LINK: Final = (
    f"SELECT 'link of ' || one || ' ' || other AS subject, max(ifnull({_DEAD.format('one')}, 0), "
    f"ifnull({_DEAD.format('other')}, 0)) AS people FROM link WHERE NOT instr(features, '|judgement|') "
    "AND NOT instr(features, '|copy|') AND NOT instr(features, '|stance|') AND "
)
_INFERRED: Final = (
    "SELECT 'day of ' || report AS subject, 0 AS people FROM reading "
    "WHERE json_extract(body, '$.published.basis') IN ('inferred', 'others') "
    "AND number = (SELECT max(number) FROM reading AS other WHERE other.report = reading.report)"
)
QUERIES: Final[Mapping[str, str]] = {
    "contested incident": f"{_OF_SHOWN} grade = 'contested'",
    "contested toll": f"{_OF_TOLL} json_extract(body, '$.contested')",
    "toll that does not add up": f"{_OF_TOLL} json_extract(body, '$.doubts') IS NOT NULL",
    "large toll of one voice": f"{_OF_SHOWN} grade = 'weak' AND killed_low >= {{large_toll}}",
    "risky link": f"{_OF_LINK} joined AND (score < {{risky_below}} OR least <= {{against}})",
    "look-alike kept apart": f"{_OF_LINK} NOT joined",
    "unresolved place": f"{_OF_SHOWN} {_COUNTS} AND {_NOWHERE}",
    "unresolved day": f"{_OF_SHOWN} {_COUNTS} AND {_NO_DAY}",
    "inferred publication day": _INFERRED,
}
_SPELLS: Final = (
    "SELECT spell FROM holding WHERE spot IN (SELECT spot FROM holding WHERE status = 'claimed' UNION SELECT one.spot "
    "FROM holding AS one JOIN holding AS other ON other.spot = one.spot AND other.spell > one.spell "
    "AND one.first <= other.last AND other.first <= one.last AND one.holder <> other.holder)"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is large, near and risky (`dateline.review.thresholds`)."""

    large_toll: int
    wide_days: int
    risky_below: float
    against: float


class Eyes:
    """Looks through one state of a record for what needs eyes."""

    def __init__(self, database: Database, limits: Limits, memo: Memo | None = None) -> None:
        self._database = database
        self._memo = memo or Memo()
        self._mark = mark(database) if memo else ""
        numbers = {name: getattr(limits, name) for name in ("large_toll", "wide_days", "risky_below", "against")}
        self._queries = {kind: sql.format(**numbers) for kind, sql in QUERIES.items()}

    def kept(self, what: str, make: Callable[[], T], *asked: Hashable) -> T:
        """Return what was made before in this state of the record, else what is made now."""
        return self._memo.of((self._mark, "eyes", what, *asked), make)

    def count(self, kind: str) -> int:
        """Return how many of a kind there are, judged or not."""

        def made() -> int:
            (count,) = self._database.row(f"SELECT count(*) FROM ({self._queries[kind]})") or (0,)
            return int(count)

        return self.kept("count", made, kind)

    def heaviest(self, kind: str, most: int) -> list[tuple[str, int]]:
        """Return subjects of a kind with how many were killed, the most first."""
        many = AT_ONCE * -(-most // AT_ONCE)  # sorting all costs most: the next pages come with it
        sql = f"SELECT subject, people FROM ({self._queries[kind]}) ORDER BY people DESC, subject LIMIT ?"
        return self.kept("heaviest", lambda: list(self._database.rows(sql, (many,))), kind, many)[:most]

    def spells(self) -> list[str]:
        """Return the ids of the spells at places of which one is only claimed, or two share a day."""
        return [spell for (spell,) in self._database.rows(_SPELLS)]

    def incidents_of(self, claims: Iterable[str]) -> set[str]:
        """Return the ids of the incidents that claims tell of or belong to."""
        sql = "SELECT shown.id FROM json_each(?) JOIN told ON claim = value JOIN shown ON shown.number = told.incident"
        return {key for (key,) in self._database.rows(sql, (listed(claims),))}
