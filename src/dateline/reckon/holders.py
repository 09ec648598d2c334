"""Holders: when two claims name the same holder, and who vouches for a claim besides the party that gains by it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.actor import OF_NO_STATE, OF_STATES, ActorKind, ActorLink
from dateline.model.claim import ControlClaim
from dateline.model.reading import Stance
from dateline.reference.actors import entry_of


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds a place: ids of the parties, and the sides that they fight on.

    Both are empty where no party is named ("gunmen"); `states` says that forces of a state are among them.
    """

    keys: frozenset[str]
    camps: frozenset[str]
    states: bool = False

    @classmethod
    def of(cls, actors: Iterable[ActorLink]) -> "Holders":
        """Return the holders that actors are."""
        named = [actor for actor in actors if actor.kind is not ActorKind.UNIDENTIFIED or actor.side]
        states = any(actor.kind in OF_STATES for actor in named)
        return cls(frozenset(map(_key, named)), frozenset(actor.side for actor in named if actor.side), states)

    def same(self, other: "Holders") -> bool:
        """Return whether two are one holder: a party in common, or one side.

        A coalition, its members and the force that leads it take over from one another without a change of hands.
        Gunmen whom nobody names may be any party but the forces of a state.
        """
        if not self.keys or not other.keys:
            return not self.states and not other.states
        return bool(self.keys & other.keys or self.camps & other.camps)

    def include(self, actor: ActorLink) -> bool:
        """Return whether a speaker is one of the holders or of their side."""
        return _key(actor) in self.keys or actor.side in self.camps

    def joined(self, other: "Holders") -> "Holders":
        """Return both together."""
        return Holders(self.keys | other.keys, self.camps | other.camps, self.states or other.states)


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
    """Return the names of all holders that claims name, in order of first appearance.

    The unidentified, and groups told by their class ("rebels"), are named only where no group is.
    """
    told = [holder for claim in claims for holder in claim.holders]
    known = [holder for holder in told if holder.kind is not ActorKind.UNIDENTIFIED] or told
    named = [holder for holder in known if not _is_class(holder)]
    return ", ".join(dict.fromkeys(holder.name for holder in named or known))


def _is_class(actor: ActorLink) -> bool:
    """Whether a party under arms for no state is told by its class or by words that no entry has."""
    entry = entry_of(actor.id) if actor.id else None
    return actor.kind in OF_NO_STATE and (actor.id is None or (entry is not None and entry.generic))


def _key(actor: ActorLink) -> str:
    return actor.id or actor.name.casefold()
