"""Scope: what a situation report is asked for, and what of a record lies in it."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from dateline.model.place import PlaceEntry
from dateline.model.when import When
from dateline.reference.countries import country_name
from dateline.reference.places_names import plain_name


class Fit(Enum):
    """How days stand to the period."""

    WITHIN = "within"
    MAYBE = "maybe"  # they meet it, and reach beyond
    UNKNOWN = "unknown"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Asked:
    """The period from `since` to `until`, both within, the area by a name of it, and the policy of figures."""

    since: dt.date
    until: dt.date
    place: str | None = None
    policy: str = "range"

    def fit(self, when: When | None) -> Fit:
        """Return how an interval of days stands to the period; what is open on a side may lie in it or not."""
        if when is None or (when.first is None and when.last is None):
            return Fit.UNKNOWN
        if (when.first and when.first > self.until) or (when.last and when.last < self.since):
            return Fit.OUTSIDE
        if when.first is None or when.last is None:
            return Fit.UNKNOWN
        return Fit.WITHIN if when.first >= self.since and when.last <= self.until else Fit.MAYBE

    def holds(self, day: dt.date | None) -> bool:
        """Return whether a day lies in the period."""
        return day is not None and self.since <= day <= self.until

    def covers(self, place: PlaceEntry | None) -> bool:
        """Return whether a place is in the area: the place of that name, or in the province or country of that name."""
        if self.place is None:
            return True
        if place is None:
            return False
        names = (place.name, *place.also, place.admin1, place.near, country_name(place.country))
        return plain_name(self.place) in {plain_name(name) for name in names if name}
