"""Actors: the parties that act and speak, and how a phrase was linked to one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self


class ActorKind(StrEnum):
    """What sort of party an actor is; neutral words only (docs/rules.md, 6)."""

    STATE_FORCES = "state forces"
    REBEL_GROUP = "rebel group"
    POLITICAL_MILITIA = "political militia"
    IDENTITY_MILITIA = "identity militia"
    EXTERNAL_FORCES = "external forces"
    CIVILIANS = "civilians"
    PROTESTERS = "protesters"
    RIOTERS = "rioters"
    MEDIA = "media"
    MONITOR = "monitor"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNIDENTIFIED = "unidentified"


OF_STATES: Final = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
"""Who bears arms for a state."""
OF_NO_STATE: Final = frozenset({ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Who bears arms for none."""
ARMED: Final = OF_STATES | OF_NO_STATE
HOLD_NOTHING: Final = frozenset(
    {ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.MEDIA, ActorKind.MONITOR}
)
"""Who takes and holds no place in a war: "they", "men" or "the youth" who are told to do so are somebody's fighters."""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor of the reference: `id` is its file's stem, `country` an ISO 3166 alpha-2 code or None.

    `since` and `until` are years; `rules` the first and last years in which a movement was the state of its country
    and its fighters the state's forces, the last one None where it still is; `members` are ids of the groups of a
    coalition; `speaks_for` the actor that a person or outlet speaks for; `generic` marks a class ("Opposition Rebels
    (Syria)") rather than a named group.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    side: str | None = None
    since: int | None = None
    until: int | None = None
    rules: tuple[tuple[int, int | None], ...] = ()
    members: tuple[str, ...] = ()
    speaks_for: str | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class ActorLink:
    """An actor as a claim holds it: the canonical `name`, the `words` it was read from, and `how` it was linked.

    `id` is None for a party that no entry stands for; its name is then built from its words. `country` is an ISO 3166
    alpha-2 code where the party belongs to one.
    """

    name: str
    id: str | None
    kind: ActorKind
    side: str | None
    words: str
    start: int
    end: int
    how: str
    country: str | None = None

    @classmethod
    def to(cls, entry: ActorEntry, words: str, start: int, end: int, how: str) -> Self:
        """Return the link of words at offsets of a report's text to an entry of the reference."""
        return cls(entry.name, entry.id, entry.kind, entry.side, words, start, end, how, entry.country)
