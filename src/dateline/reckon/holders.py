"""Holders: when two claims name the same holder, and who vouches for a claim besides the party that gains by it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.actor import ActorLink
from dateline.model.claim import ControlClaim
from dateline.model.reading import Stance


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds a place: ids of the parties, and the sides that they fight on."""

    keys: frozenset[str]
    camps: frozenset[str]

    @classmethod
    def of(cls, actors: Iterable[ActorLink]) -> "Holders":
        """Return the holders that actors are."""
        named = tuple(actors)
        return cls(frozenset(map(_key, named)), frozenset(actor.side for actor in named if actor.side))

    def same(self, other: "Holders") -> bool:
        """Return whether two are one holder: a party in common, or one side.

        A coalition, its members and the force that leads it take over from one another without a change of hands.
        """
        return bool(self.keys & other.keys or self.camps & other.camps)

    def include(self, actor: ActorLink) -> bool:
        """Return whether a speaker is one of the holders or of their side."""
        return _key(actor) in self.keys or actor.side in self.camps

    def joined(self, other: "Holders") -> "Holders":
        """Return both together."""
        return Holders(self.keys | other.keys, self.camps | other.camps)


def vouched(claim: ControlClaim, holders: Holders) -> bool:
    """Return whether someone other than the holder's own side says that it holds the place, and says it firmly.

    A report in its own voice vouches; so does an enemy's admission.
    """
    if claim.stance is Stance.UNCERTAIN:
        return False
    return not claim.said_by or any(not holders.include(speaker) for speaker in claim.said_by)


def admitted(claim: ControlClaim, holders: Holders) -> bool:
    """Return whether a loss is told by someone other than the enemies of who is said to have lost."""
    if claim.stance is Stance.UNCERTAIN:
        return False
    enemies = [speaker.side is not None and not holders.include(speaker) for speaker in claim.said_by]
    return not enemies or not all(enemies)


def names(claims: Iterable[ControlClaim]) -> str:
    """Return the names of all holders that claims name, in order of first appearance."""
    return ", ".join(dict.fromkeys(holder.name for claim in claims for holder in claim.holders))


def _key(actor: ActorLink) -> str:
    return actor.id or actor.name.casefold()
