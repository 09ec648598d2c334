"""Claims: one assertion by one speaker in one report, tied to the exact characters that make it."""

from dataclasses import dataclass
from typing import ClassVar, Final

from dateline.model.actor import ActorLink
from dateline.model.count import Count
from dateline.model.place import PlaceLink
from dateline.model.reading import Change, Harm, Scope, Stance
from dateline.model.when import When


@dataclass(frozen=True, slots=True)
class Quote:
    """The characters that make a claim: `text == report.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that a person put right: which, what was read and what it is now (in words), who said so and why."""

    field: str
    was: str
    now: str
    who: str
    reason: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim carries (docs/rules.md, 1).

    `id` is "c" and a hash of report, span, kind and the raw words; `report` the file's name, `report_id` its bytes'
    hash. `also_quoted` are further quotes of the same report that tell the same again. `corrected` are the values that
    a person put right: the claim holds them as they are now, and is kept as it was read.
    """

    kind: ClassVar[str]

    id: str
    report: str
    report_id: str
    quote: Quote
    trigger: str
    said_by: tuple[ActorLink, ...]
    stance: Stance
    when: When | None
    place: PlaceLink | None
    found_by: str
    path: tuple[str, ...]
    also_quoted: tuple[Quote, ...] = ()
    corrected: tuple[Correction, ...] = ()

    @property
    def parties(self) -> tuple[ActorLink, ...]:
        """The parties that it tells of, without those who only speak."""
        raise NotImplementedError  # each kind has its own


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim(Claim):
    """Something that happened; `type` is one of ACLED's 25 sub-event types."""

    kind = "event"

    type: str
    actors: tuple[ActorLink, ...]
    targets: tuple[ActorLink, ...]

    @property
    def parties(self) -> tuple[ActorLink, ...]:
        """Who acted and who was acted upon."""
        return (*self.actors, *self.targets)


@dataclass(frozen=True, slots=True, kw_only=True)
class TollClaim(Claim):
    """How many were harmed.

    `part_of` and `event` are ids of other claims of the same report; `by` who is said to have
    harmed them; `status` is civilians, combatants or people.
    """

    kind = "toll"

    harm: Harm | None
    count: Count
    status: str
    side: ActorLink | None
    demographic: str | None
    scope: Scope
    part_of: str | None
    event: str | None
    by: tuple[ActorLink, ...] = ()

    @property
    def parties(self) -> tuple[ActorLink, ...]:
        """Whom the harmed belonged to, and who harmed them."""
        return ((self.side,) if self.side else ()) + self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlClaim(Claim):
    """Who holds a place on a day; a joint capture has several `holders`."""

    kind = "control"

    holders: tuple[ActorLink, ...]
    change: Change
    event: str | None

    @property
    def parties(self) -> tuple[ActorLink, ...]:
        """Who holds the place."""
        return self.holders


CLAIM_KINDS: Final[dict[str, type[Claim]]] = {one.kind: one for one in (EventClaim, TollClaim, ControlClaim)}
"""The kinds of claim by name."""
