"""Items: things that need eyes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Why something needs eyes."""

    CONTESTED = "contested incident"
    DISPUTED_TOLL = "contested toll"
    DOUBTFUL_TOLL = "toll that does not add up"
    WEAK_TOLL = "large toll of one voice"
    TWO_HOLDERS = "two holders on one day"
    CLAIMED_CONTROL = "control claimed by one party only"
    RISKY_LINK = "risky link"
    NEAR_MISS = "look-alike kept apart"
    NO_PLACE = "unresolved place"
    NO_DAY = "unresolved day"
    INFERRED_DAY = "inferred publication day"
    ORPHAN = "judgement whose claim is gone"


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that needs eyes.

    `subject` is the id of an incident, toll or spell, the number of a judgement, or what a judgement would be on ("link
    of c… c…", "day of sha256:…"). `what` names it in a few words, `reason` says in plain words what is the matter; the
    heavier, the sooner it should be looked at. `claims` are the ids of the claims that it rests on: once a person has
    judged all of them it needs eyes no more. `fields` are the values whose correction is such a judgement.
    """

    kind: Kind
    subject: str
    what: str
    reason: str
    weight: float
    claims: tuple[str, ...]
    fields: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "kind": self.kind.value, "subject": self.subject, "what": self.what, "reason": self.reason,
            "weight": round(self.weight, 2), "claims": list(self.claims),
        }  # fmt: skip
