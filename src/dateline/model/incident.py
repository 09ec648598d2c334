"""Incidents: event claims, across reports, that tell of one happening, and the links that join them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from dateline.model.place import PlaceEntry
from dateline.model.when import When
from dateline.model.wholes import Part


class Grade(StrEnum):
    """How well an incident is vouched for, after Airwars' words; confirmed and discounted are for a person to say."""

    WEAK = "weak"  # one voice
    FAIR = "fair-candidate"  # two voices or more
    CONTESTED = "contested"  # denied, or laid at the door of opposite sides
    CONFIRMED = "confirmed"  # a person says that it happened as told
    DISCOUNTED = "discounted"  # a person says that it did not: it stays to be seen, and is in no sum


@dataclass(frozen=True, slots=True)
class Feature:
    """One named reason for or against a link: its `value` (from -1 against to 1 for) and the reason in words."""

    name: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two event claims, `left < right`, with its features and the score they make."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]
    joined: bool


@dataclass(frozen=True, slots=True)
class Incident:
    """A happening: its claims' ids in order, and what the record says of it in one line.

    `id` is "i" and a hash of its first claim's id; `speakers` and `outlets` are names in order of first appearance;
    `tolls` are ids of toll claims that belong to its events; `part_of` is the id of the wider incident that it is one
    part of (a strike on a town among a day's strikes on the province), for the reasons `part_why`; `contested_by` are
    ids of claims that deny it.
    `voices` are those that vouch for it independently of one another (reference/voices.py), `grade` what that comes to.
    """

    id: str
    type: str
    claims: tuple[str, ...]
    tolls: tuple[str, ...]
    place: PlaceEntry | None
    when: When | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    reports: tuple[str, ...]
    part_of: str | None = None
    contested_by: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    grade: Grade = Grade.WEAK
    part_why: tuple[Feature, ...] = ()


class Related(Part, Protocol):
    """What a sum needs to know of an incident: what it is part of, and whether a person discounted it."""

    @property
    def grade(self) -> str:
        """How well it is vouched for."""
