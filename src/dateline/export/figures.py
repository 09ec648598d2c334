"""Figures of an incident: what its tolls come to in one number or interval, without counting anyone twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.export.facts import Facts
from dateline.model.reckoned import Toll
from dateline.reckon import total

CIVILIANS: Final = "civilians"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Ends:
    """Low, best and high; None where not told or open."""

    low: int | None = None
    best: int | None = None
    high: int | None = None

    @property
    def number(self) -> int | None:
        """The one number that stands for them: the best, else the lowest."""
        return self.best if self.best is not None else self.low


def ends(tolls: Iterable[Toll], harm: str = "killed") -> Ends:
    """Return what tolls of one incident come to; all None where none of them gives a number."""
    told = [toll for toll in tolls if toll.harm == harm and (toll.low, toll.best, toll.high) != (None, None, None)]
    if not told:
        return Ends()
    found = total(told, harm)
    return Ends(found.low, found.best, found.high)


def of_whom(facts: Facts, harm: str, **wanted: str | None) -> Ends:
    """Return what the tolls of one harm come to over some of the people.

    Args:
        facts: the incident.
        harm: the harm.
        wanted: fields of a toll with the value they must have, as `demographic="children"`.
    """
    return ends((toll for toll in facts.harmed(harm) if _is(toll, wanted)), harm)


def _is(toll: Toll, wanted: dict[str, str | None]) -> bool:
    return all(getattr(toll, name) == value for name, value in wanted.items())


def beside_parts(facts: Facts) -> Ends:
    """Return the killed of an incident less those that incidents which are part of it count already."""
    whole, parts = ends(facts.tolls), ends(facts.parts)
    if parts.number is None or whole.number is None:
        return whole
    return Ends(*(_less(one, parts.number) for one in (whole.low, whole.best, whole.high)))


def _less(one: int | None, taken: int) -> int | None:
    return None if one is None else max(one - taken, 0)


@dataclass(frozen=True, slots=True)
class Deaths:
    """The killed by whom they belonged to, as UCDP parts them; their sum is the best figure."""

    side_a: int = 0
    side_b: int = 0
    civilians: int = 0
    unknown: int = 0

    @property
    def best(self) -> int:
        """The sum."""
        return self.side_a + self.side_b + self.civilians + self.unknown


def deaths(facts: Facts, side_a: Sequence[str], side_b: Sequence[str], rest: str = UNKNOWN) -> Deaths:
    """Part the killed of an incident by side.

    A toll that no other includes is taken whole; what narrower tolls within it tell of sides and civilians is taken out
    of it, and the rest goes where the toll itself says, or to `rest` where it says nothing of whom it counts.
    """
    tolls = [toll for toll in facts.harmed("killed") if not toll.demographic and toll.scope != "cumulative"]
    if not tolls:
        tolls = [toll for toll in facts.harmed("killed") if toll.scope != "cumulative"]
    roots = set(total(tolls, "killed").rests_on)
    counted = dict.fromkeys(("side_a", "side_b", CIVILIANS, UNKNOWN), 0)
    for root in (toll for toll in tolls if toll.id in roots):
        left = ends([root, *(toll for toll in tolls if root.id in toll.within)]).number or _number(root)
        for part in _parts(root, tolls):
            told = min(_number(part), left)
            counted[_whose(part, facts, side_a, side_b)] += told
            left -= told
        told_of = root.side or root.status != "people"
        counted[_whose(root, facts, side_a, side_b) if told_of else rest] += left
    return Deaths(**counted)


def _number(toll: Toll) -> int:
    return next((one for one in (toll.best, toll.low, toll.high) if one is not None), 0)


def _parts(root: Toll, tolls: Iterable[Toll]) -> list[Toll]:
    """Return the tolls right within one that tell more of whom they count."""
    if root.status != "people" or root.side:
        return []
    within = [toll for toll in tolls if toll.within[:1] == (root.id,) and (toll.status != "people" or toll.side)]
    return sorted(within, key=lambda toll: (-_number(toll), toll.id))


def _whose(toll: Toll, facts: Facts, side_a: Sequence[str], side_b: Sequence[str]) -> str:
    if toll.status == CIVILIANS:
        return CIVILIANS
    for label, side in (("side_a", side_a), ("side_b", side_b)):
        if toll.side in side or (toll.camp is not None and toll.camp in _camps(facts, side)):
            return label
    return UNKNOWN


def _camps(facts: Facts, side: Sequence[str]) -> set[str]:
    parties = facts.parties
    return {camp for name in side if name in parties and (camp := parties[name].side)}
