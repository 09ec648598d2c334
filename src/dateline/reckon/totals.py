"""Totals: tolls summed without counting anyone twice, with what the sum rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.model.incident import Grade, Related
from dateline.model.reckoned import Toll

Ends = tuple[int, int | None, int | None]
"""Low, best and high."""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over tolls of one harm.

    `rests_on` are ids of the tolls that were added, `includes` of those that one of them already holds, `left_out` of
    those that may overlap with what was added, or that belong to no incident (running totals of a war above all).
    `discounted` are those of incidents that a person discounted: they are not summed. `untold` are those of which no
    number is told ("several"): the sum says nothing of them, and its upper end none the less is one of what was added.
    """

    harm: str
    policy: str
    low: int
    best: int | None
    high: int | None
    incidents: tuple[str, ...]
    rests_on: tuple[str, ...]
    includes: tuple[str, ...]
    left_out: tuple[str, ...]
    discounted: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


def total(tolls: Iterable[Toll], harm: str = "killed", incidents: Iterable[Related] = ()) -> Total:
    """Return the sum of tolls, of any incidents, days or places, of one harm.

    A toll that another of those given includes is not added; it only raises the whole where parts told one by one come
    to more. Tolls of one incident are added only where no one can be counted in both.

    Args:
        tolls: tolls of one policy.
        harm: the harm to sum.
        incidents: the incidents of the tolls, which say what is part of what and what is discounted; without them a
            part is only known where one of its tolls says so.

    Raises:
        ValueError: the tolls are of several policies.
    """
    known = tuple(incidents)
    void = {incident.id for incident in known if incident.grade == Grade.DISCOUNTED}
    every = sorted((toll for toll in tolls if toll.harm == harm), key=lambda toll: toll.id)
    counting = [toll for toll in every if toll.incident not in void]
    given = [toll for toll in counting if _numbered(toll)]
    policies = {toll.policy for toll in every}
    if len(policies) > 1:
        raise ValueError(f"a sum of several policies says nothing: {', '.join(sorted(policies))}")
    forest = _Forest(given, {incident.id: incident.part_of for incident in known})
    roots = forest.roots()
    ends = [forest.ends(toll) for toll in roots]
    added, held = {toll.id for toll in roots}, set(forest.below(roots))
    counted = added | held
    return Total(
        harm=harm,
        policy=next(iter(policies), ""),
        low=sum(low for low, _, _ in ends),
        best=_sum(best for _, best, _ in ends),
        high=_sum(high for _, _, high in ends),
        incidents=tuple(sorted({toll.incident for toll in roots if toll.incident})),
        rests_on=tuple(sorted(added)),
        includes=tuple(sorted(held)),
        left_out=tuple(toll.id for toll in given if toll.id not in counted),
        discounted=tuple(toll.id for toll in every if toll.incident in void),
        untold=tuple(toll.id for toll in counting if not _numbered(toll)),
    )


def _numbered(toll: Toll) -> bool:
    return (toll.low, toll.best, toll.high) != (None, None, None)


class _Forest:
    """The tolls of incidents, each under the narrowest of the others that includes it."""

    def __init__(self, tolls: Iterable[Toll], part_of: Mapping[str, str | None]) -> None:
        given = {toll.id: toll for toll in tolls if toll.incident is not None}
        self._part_of = part_of
        self._ends: dict[str, Ends] = {}
        self._parts: dict[str | None, list[Toll]] = {}
        for toll in given.values():
            self._parts.setdefault(next((whole for whole in toll.within if whole in given), None), []).append(toll)

    def roots(self) -> list[Toll]:
        """Return what may be added of what no other includes: all of unrelated incidents, else what is disjoint."""
        related: dict[str, list[Toll]] = {}
        for toll in self._parts.get(None, ()):
            related.setdefault(self._top(toll.incident or ""), []).append(toll)
        return [toll for group in related.values() for toll in self._disjoint(group)]

    def ends(self, toll: Toll) -> Ends:
        """Return what a toll comes to: its own figures, raised where its parts come to more."""
        if toll.id not in self._ends:
            self._ends[toll.id] = self._raised(toll)
        return self._ends[toll.id]

    def below(self, tolls: Iterable[Toll]) -> Iterator[str]:
        """Yield the ids of all that tolls include."""
        for toll in tolls:
            parts = self._parts.get(toll.id, [])
            yield from (part.id for part in parts)
            yield from self.below(parts)

    def _raised(self, toll: Toll) -> Ends:
        below = [self.ends(part) for part in self._disjoint(self._parts.get(toll.id, ()), toll.incident)]
        low = max(toll.low or 0, sum(part[0] for part in below))
        best = toll.best if toll.best is not None or not below else _sum(part[1] for part in below)
        high = None if toll.high is None else max(toll.high, low, _sum(part[2] for part in below) or 0)
        return low, None if best is None else max(best, low), high

    def _disjoint(self, tolls: Iterable[Toll], whole: str | None = None) -> list[Toll]:
        """Return the largest tolls first, each left out that may count someone already counted.

        Args:
            tolls: tolls of related incidents.
            whole: the incident of the toll that includes all of them, if one does.
        """
        chosen: list[Toll] = []
        for toll in sorted(tolls, key=self._largest):
            if all(self._elsewhere(toll, other, whole) or _apart(toll, other) for other in chosen):
                chosen.append(toll)
        return chosen

    def _largest(self, toll: Toll) -> tuple[int, int, str]:
        low, _, high = self.ends(toll)
        return -low, -(high or 0), toll.id

    def _elsewhere(self, left: Toll, right: Toll, whole: str | None) -> bool:
        """Whether two tolls are of two incidents, neither of which holds the other."""
        ends = (left.incident or "", right.incident or "")
        if left.incident == right.incident or whole in ends:
            return False
        return not any(one in self._wholes(other) for one, other in (ends, ends[::-1]))

    def _wholes(self, incident: str) -> list[str]:
        found: list[str] = []
        while whole := self._part_of.get(incident):
            found.append(incident := whole)
        return found

    def _top(self, incident: str) -> str:
        return (self._wholes(incident) or [incident])[-1]


def _apart(left: Toll, right: Toll) -> bool:
    """Whether no one can be counted in both of two tolls of one incident, or of a whole and its part."""
    if left.demographic != right.demographic:
        return left.demographic is not None and right.demographic is not None
    if left.scope != right.scope:
        return False
    if "people" not in {left.status, right.status} and left.status != right.status:
        return True
    if left.side is None or right.side is None or left.side == right.side:
        return False
    one_camp = left.camp is not None and left.camp == right.camp
    return not one_camp or bool(_reports(left) & _reports(right))


def _reports(toll: Toll) -> set[str]:
    return {figure.report for figure in toll.figures}


def _sum(numbers: Iterable[int | None]) -> int | None:
    """Return the sum, None where one of the numbers is open."""
    added = 0
    for found in numbers:
        if found is None:
            return None
        added += found
    return added
