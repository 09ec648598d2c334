"""Facts of an incident, put together once for all formats: what, who, where, when, how many, who says so, how sure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import Claim, EventClaim, Quote, TollClaim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.reading import Scope
from dateline.model.reckoned import Toll
from dateline.model.report import Report
from dateline.reference.codebook import SubEvent, codebook

BATTLES: Final = "Battles"

ClaimT_co = TypeVar("ClaimT_co", bound=Claim, covariant=True)


@dataclass(frozen=True, slots=True)
class Said(Generic[ClaimT_co]):
    """A quote with who is quoted and where."""

    claim: ClaimT_co
    report: Report | None

    @property
    def quote(self) -> Quote:
        """The quote."""
        return self.claim.quote

    @property
    def outlet(self) -> str:
        """The outlet, or the report's file where it names none."""
        return (self.report.outlet if self.report else None) or self.claim.report

    @property
    def speakers(self) -> str:
        """Who says it: the speakers inside the text, else the outlet."""
        return ", ".join(one.name for one in self.claim.said_by) or self.outlet


@dataclass(frozen=True, slots=True)
class Facts:
    """An incident with its claims, reports and tolls; the tolls follow the policy of the export.

    `said` tells of it and `counted` how many were harmed, both in the order of their reports' days. `parts` are the
    tolls of incidents that are part of this one: whoever sums rows must not count these twice.
    """

    incident: Incident
    said: tuple[Said[EventClaim], ...]
    tolls: tuple[Toll, ...]
    parts: tuple[Toll, ...] = ()
    counted: tuple[Said[TollClaim], ...] = ()

    @property
    def type(self) -> SubEvent:
        """What happened."""
        return codebook()[self.incident.type]

    @property
    def place(self) -> PlaceEntry | None:
        """Where."""
        return self.incident.place

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude; None where the place is not known as closely as a point."""
        place = self.incident.place
        if place is None or not place.precision.is_point or place.lat is None or place.lon is None:
            return None
        return place.lat, place.lon

    @property
    def day(self) -> dt.date | None:
        """The day, None where it is not known to the day."""
        when = self.incident.when
        return when.first if when and when.days == 1 else None

    @property
    def parties(self) -> Mapping[str, ActorLink]:
        """The parties by name, each as the first claim that names it has it."""
        found: dict[str, ActorLink] = {}
        for one in self.said:
            for actor in (*one.claim.actors, *one.claim.targets):
                found.setdefault(actor.name, actor)
        for told in self.counted:
            if told.claim.side:
                found.setdefault(told.claim.side.name, told.claim.side)
        return found

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who acted and who was acted upon; no one stands on both sides."""
        actors = tuple(dict.fromkeys(self.incident.actors))
        targets = tuple(one for one in dict.fromkeys(self.incident.targets) if one not in actors)
        return fought(self, actors, targets) if self.type.event_type == BATTLES else (actors, targets)

    @property
    def quoted(self) -> tuple[Said[Claim], ...]:
        """What is quoted of it, no words twice: one that tells of it, those that its figures rest on, the rest."""
        found: dict[tuple[str, int, int], Said[Claim]] = {}
        for one in (*self.said[:1], *self.counted, *self.said[1:]):
            found.setdefault((one.claim.report_id, one.quote.start, one.quote.end), one)
        return tuple(found.values())

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that tell of it, each once, by day and file."""
        found = {one.report.id: one.report for one in (*self.said, *self.counted) if one.report}
        return tuple(sorted(found.values(), key=_by_day))

    def harmed(self, harm: str) -> tuple[Toll, ...]:
        """Return the tolls of one harm."""
        return tuple(toll for toll in self.tolls if toll.harm == harm)

    @property
    def over_days(self) -> frozenset[str]:
        """The harms that are counted over days ("ten killed in three days"), be these the incident's own days."""
        told = {said.claim.harm for said in self.counted if said.claim.harm and said.claim.scope is Scope.PERIOD}
        return frozenset(told | {toll.harm for toll in self.tolls if toll.scope == Scope.PERIOD})


def degrees(place: PlaceEntry | None) -> tuple[float | None, float | None]:
    """Return latitude and longitude of a place or of the town it is near; none for what is wider than that."""
    if place is None or place.precision.is_wide or (place.precision is PlacePrecision.AREA and place.near is None):
        return None, None  # an area that is near no town is a part of a province: its middle says nothing
    return place.lat, place.lon


def fought(facts: Facts, actors: tuple[str, ...], targets: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two sides of a battle.

    No two camps stand on one side: where all who fought are told as actors, those of another camp than the first stand
    on the other. Civilians are no side. A side that is not told is the one of another camp whose fighters were harmed.
    """
    parties = facts.parties
    camps = {name: party.side for name, party in parties.items()}
    camp = camps.get(actors[0]) if actors else None
    other = tuple(one for one in actors if camp is not None and camps.get(one) not in {None, camp})
    first = tuple(one for one in actors if one not in other)
    second = tuple(one for one in (*targets, *other) if one not in parties or parties[one].kind != ActorKind.CIVILIANS)
    for toll in facts.tolls:
        known = {camps.get(one) for one in (*first, *second)}
        if toll.side is None or toll.camp is None or toll.status == "civilians" or {None, toll.camp} & known:
            continue  # who is told without a camp may be these
        if not first:
            first = (toll.side,)
        elif not second:
            second = (toll.side,)
    return first, second


def in_order(said: Iterable[Said[ClaimT_co]]) -> tuple[Said[ClaimT_co], ...]:
    """Return quotes as a reader would meet them: by their reports' days and files, and by where they stand."""
    return tuple(sorted(said, key=_where))


def _where(one: Said[Claim]) -> tuple[bool, dt.date, str, int, str]:
    unknown = (True, dt.date.min, one.claim.report)
    return *(_by_day(one.report) if one.report else unknown), one.quote.start, one.claim.id


def _by_day(report: Report) -> tuple[bool, dt.date, str]:
    day = report.published.day if report.published else None
    return day is None, day or dt.date.min, report.file


def names(given: Iterable[str], *, mark: str = "; ") -> str:
    """Return names in one cell."""
    return mark.join(given)


def quotes(facts: Facts, most: int | None) -> list[str]:
    """Return what is quoted of an incident with who says it, each on one line, as `Speaker: “words”`."""
    lines = (f"{one.speakers}: “{cut(' '.join(one.quote.text.split()), most)}”" for one in facts.quoted)
    return list(dict.fromkeys(lines))


def cut(text: str, most: int | None) -> str:
    """Return a text of at most so many letters, cut between words and marked where it was cut."""
    if most is None or len(text) <= most:
        return text
    kept, after = text[: most - 1], text[most - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept and after != " " else kept
    return whole.rstrip(" ,;:") + "…"
