"""Blame: accounts of one incident that lay it at the door of opposite sides, each told with who says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dateline.model.claim import Claim, EventClaim
from dateline.model.incident import Incident
from dateline.reference.codebook import codebook
from dateline.sitrep.telling import Telling


@dataclass(frozen=True, slots=True)
class Blame:
    """Whom some claims name as the doers, on which sides these fight."""

    sides: frozenset[str]
    actors: tuple[str, ...]
    claims: tuple[str, ...]


def blames(one: Incident, claims: Mapping[str, Claim]) -> list[Blame]:
    """Return whom accounts blame, where they blame opposite sides; nothing where they agree, or of a fight.

    Args:
        one: the incident.
        claims: its claims, by id.
    """
    if codebook()[one.type].event_type == "Battles":
        return []
    found: dict[frozenset[str], Blame] = {}
    for key in one.claims:
        claim = claims.get(key)
        if isinstance(claim, EventClaim) and (sides := frozenset(actor.side for actor in claim.actors if actor.side)):
            known = found.get(sides, Blame(sides, (), ()))
            names = dict.fromkeys((*known.actors, *(actor.name for actor in claim.actors)))
            found[sides] = Blame(sides, tuple(names), (*known.claims, key))
    told = list(found.values())
    return told if any(a.sides.isdisjoint(b.sides) for a, b in combinations(told, 2)) else []


def without_doers(one: Incident) -> Incident:
    """Return an incident as it is told where its doers are in dispute."""
    return replace(one, actors=())


def blame_words(told: Sequence[Blame], telling: Telling) -> str:
    """Return who blames whom: "Watch named the Army as the doer, State TV the Front"."""
    parts = [(telling.tellers(one.claims), telling.names.parties(one.actors)) for one in told]
    (who, whom), *others = parts
    rest = "".join(f"; {other} named {others_whom}" for other, others_whom in others)
    return f"{who} named {whom} as the doer{rest}"
