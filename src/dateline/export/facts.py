"""Facts of an incident, put together once for all formats: what, who, where, when, how many, who says so, how sure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model.actor import ActorLink
from dateline.model.claim import EventClaim, Quote
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Toll
from dateline.model.report import Report
from dateline.reference.codebook import SubEvent, codebook


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with who is quoted and where."""

    claim: EventClaim
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

    `parts` are the tolls of incidents that are part of this one: whoever sums rows must not count these twice.
    """

    incident: Incident
    said: tuple[Said, ...]
    tolls: tuple[Toll, ...]
    parts: tuple[Toll, ...] = ()

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
        return found

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who acted and who was acted upon.

        No one stands on both sides, and in a battle no two camps on one: where all who fought are told as actors, those
        of another camp than the first stand on the other side.
        """
        actors = tuple(dict.fromkeys(self.incident.actors))
        targets = tuple(one for one in dict.fromkeys(self.incident.targets) if one not in actors)
        if self.type.event_type != "Battles" or len(actors) < 2:
            return actors, targets
        camp = self._camp(actors[0])
        other = tuple(one for one in actors if camp is not None and self._camp(one) not in {None, camp})
        return tuple(one for one in actors if one not in other), (*targets, *other)

    def _camp(self, name: str) -> str | None:
        party = self.parties.get(name)
        return party.side if party else None

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that tell of it, each once, by day and file."""
        found = {one.report.id: one.report for one in self.said if one.report}
        return tuple(sorted(found.values(), key=_by_day))

    def harmed(self, harm: str) -> tuple[Toll, ...]:
        """Return the tolls of one harm."""
        return tuple(toll for toll in self.tolls if toll.harm == harm)


def degrees(place: PlaceEntry | None) -> tuple[float | None, float | None]:
    """Return latitude and longitude of a place or of the town it is near; none for what is wider than that."""
    if place is None or place.precision.is_wide:
        return None, None
    return place.lat, place.lon


def _by_day(report: Report) -> tuple[bool, dt.date, str]:
    day = report.published.day if report.published else None
    return day is None, day or dt.date.min, report.file


def names(given: Iterable[str], *, mark: str = "; ") -> str:
    """Return names in one cell."""
    return mark.join(given)


def cut(text: str, most: int | None) -> str:
    """Return a text of at most so many letters, cut between words and marked where it was cut."""
    if most is None or len(text) <= most:
        return text
    kept, after = text[: most - 1], text[most - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept and after != " " else kept
    return whole.rstrip(" ,;:") + "…"
