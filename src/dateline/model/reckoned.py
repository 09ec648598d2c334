"""What is reckoned from claims: tolls by incident and control by place; recomputed, never edited."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.incident import Grade, Incident
from dateline.model.place import PlaceEntry


@dataclass(frozen=True, slots=True)
class Figure:
    """One speaker's figure within a toll: the claim it comes from, its interval, and whether a later one replaced it.

    `report` is the file it stands in and `day` that report's publication; `voice` names whom the speaker speaks for,
    the same for speakers who are not independent of one another.
    """

    claim: str
    speaker: str
    low: int | None
    high: int | None
    words: str
    superseded: bool
    partisan: bool
    report: str = ""
    day: dt.date | None = None
    voice: str = ""
    approximate: bool = False

    @property
    def number(self) -> int | None:
        """Return the number that it gives: its low end, else its high one; None where it gives none."""
        return self.high if self.low is None else self.low


@dataclass(frozen=True, slots=True)
class Toll:
    """How many of one side (or demographic) were harmed in one incident, over all that speakers said.

    `low`, `best` and `high` follow the named `policy`; `contested` where two speakers' figures exclude one another.
    `camp` is the side that `side` fights on; `within` are ids of the tolls that already include this one, the narrowest
    first; `doubts` say in words what cannot be right ("12, but no more than 10 of the whole").
    """

    id: str
    incident: str | None
    harm: str
    status: str
    side: str | None
    demographic: str | None
    scope: str
    low: int | None
    best: int | None
    high: int | None
    policy: str
    contested: bool
    figures: tuple[Figure, ...]
    camp: str | None = None
    within: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spell:
    """A holder's time at a place: from the first to the last evidence, with the claims that tell it.

    `status` is held, contested or claimed (by the holder alone); `ended_by` the claim that ended it, if any;
    `ended_on` the day of that claim if it tells of a change of hands, maybe long after `last`; `contested_days` the
    days on which a claim says that the place is fought over or another's.
    """

    id: str
    place: PlaceEntry
    holder: str
    first: dt.date | None
    last: dt.date | None
    status: str
    claims: tuple[str, ...]
    ended_by: str | None
    contested_days: tuple[dt.date, ...] = ()
    ended_on: dt.date | None = None


def outermost(tolls: Sequence[Toll]) -> list[Toll]:
    """Return those of some tolls that none of the others includes."""
    ids = {toll.id for toll in tolls}
    return [toll for toll in tolls if ids.isdisjoint(toll.within)]


def is_contested(one: Incident, tolls: Iterable[Toll]) -> bool:
    """Return whether an incident is denied or laid at the door of opposite sides, or a toll of it is contested."""
    return one.grade is Grade.CONTESTED or any(toll.contested for toll in tolls)
