"""Scoring: how well an incident of ours and a row of theirs fit, by named features, each with its reason."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

from dateline.export.compare.entries import Entry
from dateline.reference.codebook import codebook

WEIGHTS: Final = {"place": 0.35, "days": 0.25, "type": 0.2, "parties": 0.15, "dead": 0.05}
LEAST: Final = 0.55  # below it two entries have no more in common than a place and a week
SAME_TOWN: Final = 5.0  # km: gazetteers put one town's point in different quarters
NEARBY: Final = 25.0  # km: as far as UCDP's "near" goes
REACH: Final = 2  # days by which sources misdate a night or a first report
EARTH: Final = 6371.0
UNTOLD: Final = 0.4  # what a feature is worth that one side does not tell: neither for nor against


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason: its value from 0 to 1 and the words for it."""

    name: str
    value: float
    reason: str


def score(ours: Entry, theirs: Entry) -> tuple[float, tuple[Feature, ...]] | None:
    """Return how well two entries fit, 0 to 1, and why; None where place or days rule it out."""
    place, days = _place(ours, theirs), _days(ours, theirs)
    if place is None or days is None:
        return None
    features = (place, days, *(feature(ours, theirs) for feature in (_type, _parties, _dead)))
    return sum(WEIGHTS[one.name] * one.value for one in features), features


def _place(ours: Entry, theirs: Entry) -> Feature | None:
    apart = distance(ours, theirs)
    if ours.places & theirs.places and (apart is None or apart <= 2 * NEARBY):
        return Feature("place", 1.0, "the same name")
    if apart is not None and ours.exact and theirs.exact:
        if apart > NEARBY:
            return None
        return Feature("place", 1.0 if apart <= SAME_TOWN else 0.5, f"{apart:.0f} km apart")
    if apart is not None and apart <= NEARBY:
        return Feature("place", 0.5, f"{apart:.0f} km apart, one of them not exact")
    if not (ours.exact and theirs.exact) and _one_province(ours, theirs):
        return Feature("place", 0.4, "the same province, one of them not closer")
    return None


def _one_province(ours: Entry, theirs: Entry) -> bool:
    same = ours.country == theirs.country or not (ours.country and theirs.country)
    return bool(ours.admin1) and ours.admin1.casefold() == theirs.admin1.casefold() and same


def distance(one: Entry, other: Entry) -> float | None:
    """Return the kilometres between two entries; None where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, lon = radians(other.lat - one.lat), radians(other.lon - one.lon)
    part = sin(lat / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(part, 1.0)))


def _days(ours: Entry, theirs: Entry) -> Feature | None:
    if ours.first is None or ours.last is None or theirs.first is None or theirs.last is None:
        return None
    if (ours.first, ours.last) == (theirs.first, theirs.last):
        return Feature("days", 1.0, "the same day" if ours.first == ours.last else "the same days")
    apart = max((theirs.first - ours.last).days, (ours.first - theirs.last).days)
    if apart <= 0:
        return Feature("days", 0.8, "days that overlap")
    return Feature("days", 0.5 / apart, f"{apart} days apart") if apart <= REACH else None


def _type(ours: Entry, theirs: Entry) -> Feature:
    if not ours.types or not theirs.types:
        return Feature("type", UNTOLD, "one of them tells no type")
    kinship = max(codebook().kinship(one, other) for one in ours.types for other in theirs.types)
    family = {codebook()[one].event_type for one in ours.types} & {codebook()[one].event_type for one in theirs.types}
    value = max(kinship, 0.6 if family else 0.0)
    return Feature("type", value, f"{ours.type} and {theirs.type}")


def _parties(ours: Entry, theirs: Entry) -> Feature:
    if not ours.parties or not theirs.parties:
        return Feature("parties", UNTOLD, "one of them names no party")
    shared = ours.parties & theirs.parties
    if not shared:
        return Feature("parties", 0.1, "no party in common by name")
    share = len(shared) / min(len(ours.parties), len(theirs.parties))
    return Feature("parties", 0.6 + 0.4 * share, "parties in common")


def _dead(ours: Entry, theirs: Entry) -> Feature:
    if ours.dead is None or theirs.dead is None:
        return Feature("dead", UNTOLD, "one of them tells no dead")
    least = ours.low if ours.low is not None else ours.dead
    most = ours.high if ours.high is not None else max(ours.dead, least)
    if least <= theirs.dead <= most:
        return Feature("dead", 1.0, "figures that agree")
    near = min(abs(theirs.dead - least), abs(theirs.dead - most)) / max(theirs.dead, most, 1)
    return Feature("dead", max(0.0, 0.8 - near), "figures that differ")
