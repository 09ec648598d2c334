"""How claims are held against a gold record: which pairs, and what counts as found (the guide of the gold record)."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from evaluation.names import Names

Row = Mapping[str, Any]
Pair = tuple[int, int]
Likeness = Callable[[Names, Row, Row], float]

GENERAL_TYPE: Final[dict[str, str]] = {
    kind: general
    for general, kinds in {
        "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
        "Explosions/Remote violence": (
            "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED", "Grenade",
        ),
        "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
        "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
        "Riots": ("Violent demonstration", "Mob violence"),
    }.items()
    for kind in kinds
}  # fmt: skip
KEYS: Final = {"event": "events", "toll": "tolls", "control": "control"}
PARTY_SLOTS: Final = ("actors", "targets", "said_by")
_NARROW_DAYS, _FAR_DAYS = 3, 5
_SAME_AGAIN: Final = {"event": 3, "toll": 3, "control": 1}


def days(span: Any) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of `[from, to]` or `{"from", "to"}`; a missing side is as the other."""
    if not span:
        return None
    sides = (span.get("from"), span.get("to")) if isinstance(span, Mapping) else span
    told = [dt.date.fromisoformat(side[:10]) for side in sides if side]
    return (told[0], told[-1]) if told else None


def days_apart(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> int:
    """Return the days between two spans, 0 where they overlap."""
    return max((max(one[0], other[0]) - min(one[1], other[1])).days, 0)


def place_fits(names: Names, claim: Row, gold: Row) -> bool | None:
    """Tell whether the place is right, None where the gold names none."""
    if not gold.get("place"):
        return None
    place = claim.get("place") or {}
    said = [name for name in (place.get("name"), *place.get("also", ())) if name]
    return any(names.same(name, wanted) for name in said for wanted in (gold["place"], *gold.get("near", ())))


def date_fits(claim: Row, gold: Row, slack: int = 0) -> bool | None:
    """Tell whether the days overlap within `slack` and are told as closely, None where the gold names none."""
    wanted, given = days(gold.get("date")), days(claim.get("date"))
    if wanted is None:
        return None
    if given is None or days_apart(wanted, given) > slack:
        return False
    width = (wanted[1] - wanted[0]).days
    spare = 3 + slack if width <= _NARROW_DAYS else 7
    return (given[1] - given[0]).days <= width + spare


def faced(names: Names, claim: Row, gold: Row) -> Row:
    """Return the claim with its sides as the gold has them: in a clash either order is right."""
    if gold["type"] != "Armed clash":
        return claim
    turned = {**claim, "actors": claim.get("targets"), "targets": claim.get("actors")}
    return turned if _sides(names, turned, gold) > _sides(names, claim, gold) else claim


def _sides(names: Names, claim: Row, gold: Row) -> int:
    return sum(names.hits(claim.get(slot) or [], gold.get(slot) or [])[0] for slot in ("actors", "targets"))


def event_likeness(names: Names, claim: Row, gold: Row) -> float:
    """Return how alike two events are, 0 where they cannot be one: other general type or place, over 5 days apart."""
    claim = faced(names, claim, gold)
    same_type: bool = claim["type"] == gold["type"]
    general = GENERAL_TYPE.get(claim["type"])
    if not same_type and (general is None or general != GENERAL_TYPE.get(gold["type"])):
        return 0.0
    place, date = place_fits(names, claim, gold), date_fits(claim, gold, slack=1)
    if place is False and not (same_type and date and not claim.get("place")):
        return 0.0
    wanted, given = days(gold.get("date")), days(claim.get("date"))
    if wanted and given and days_apart(wanted, given) > _FAR_DAYS:
        return 0.0
    parties = sum(
        names.hits(claim.get(slot) or [], gold[slot])[0] / len(gold[slot]) / 3 for slot in PARTY_SLOTS if gold.get(slot)
    )
    return 1.0 + same_type + (place is not False) + (date is not False) + parties


def toll_likeness(names: Names, claim: Row, gold: Row) -> float:
    """Return how alike two tolls are, 0 where they cannot be one: another harm, group of people, number or status."""
    if claim.get("harm") != gold["harm"] or claim.get("demographic") != gold.get("demographic"):
        return 0.0
    if claim.get("low") not in {gold["low"], gold.get("low_also", gold["low"])}:
        return 0.0
    statuses = {gold["status"], gold.get("status_also", gold["status"])}
    if claim.get("status") not in statuses | {None, "people"}:
        return 0.0
    status: bool = claim.get("status") in {gold["status"], gold.get("status_also")}
    side = bool(gold.get("side")) and names.same(claim.get("side") or "", gold["side"])
    return 1.0 + status + side + bool(place_fits(names, claim, gold)) + bool(date_fits(claim, gold, 1))


def control_likeness(names: Names, claim: Row, gold: Row) -> float:
    """Return how alike two claims of control are, 0 where place or holder differ."""
    if not place_fits(names, claim, gold):
        return 0.0
    said = claim.get("holder") or ""
    holders = (gold["holder"], *gold.get("holder_also", ()))
    if not any(names.same(one, holder) for one in ([said] if isinstance(said, str) else said) for holder in holders):
        return 0.0
    same_change: bool = claim.get("change") == gold["change"]
    return 1.0 + same_change


LIKENESS: Final[dict[str, Likeness]] = {
    "event": event_likeness, "toll": toll_likeness, "control": control_likeness,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matched:
    """Claims of one kind of a report held against its gold.

    `pairs` are indices of a claim and a gold entry; `again` the claims left over that tell again what a pair holds, or
    that are no error because their own side marks them optional.
    """

    kind: str
    claims: Sequence[Row]
    golds: Sequence[Row]
    pairs: tuple[Pair, ...]
    again: frozenset[int]

    @property
    def firm(self) -> list[tuple[Row, Row]]:
        """The pairs whose gold is not optional."""
        return [(self.claims[i], self.golds[j]) for i, j in self.pairs if not self.golds[j].get("optional")]

    @property
    def missed(self) -> list[int]:
        """The gold entries that no claim stands for, optional ones left out."""
        hit = {j for _, j in self.pairs}
        return [j for j, gold in enumerate(self.golds) if j not in hit and not gold.get("optional")]

    @property
    def spurious(self) -> list[int]:
        """The claims that stand for no gold entry."""
        taken = {i for i, _ in self.pairs}
        return [i for i in range(len(self.claims)) if i not in taken and i not in self.again]


def matched(names: Names, kind: str, claims: Sequence[Row], golds: Sequence[Row]) -> Matched:
    """Pair claims with gold entries one to one, the likeliest first, those that are asked for before optional ones."""
    likeness = {(i, j): LIKENESS[kind](names, c, g) for i, c in enumerate(claims) for j, g in enumerate(golds)}
    order = sorted(likeness, key=lambda at: (-likeness[at], bool(golds[at[1]].get("optional")), at))
    pairs: list[Pair] = []
    taken: set[int] = set()
    hit: set[int] = set()
    for i, j in order:
        if likeness[i, j] > 0 and i not in taken and j not in hit:
            taken.add(i)
            hit.add(j)
            pairs.append((i, j))
    left = (i for i in range(len(claims)) if i not in taken)
    again = {
        i
        for i in left
        if claims[i].get("optional") or any(likeness[i, j] >= _SAME_AGAIN[kind] for j in range(len(golds)))
    }
    return Matched(kind, claims, golds, tuple(pairs), frozenset(again))


def asserted(rows: Iterable[Row], kind: str) -> list[Row]:
    """Return the claims of a kind that are told as facts."""
    return [row for row in rows if row["kind"] == kind and row.get("stance", "asserted") == "asserted"]
