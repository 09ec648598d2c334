"""Claims as read: what the words say, as spans, before anything is resolved to an actor, place or day."""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """How the speaker stands to what is said."""

    ASSERTED = "asserted"
    DENIED = "denied"
    UNCERTAIN = "uncertain"
    PLANNED = "planned"


class Harm(StrEnum):
    """What happened to the people that a toll counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    ABDUCTED = "abducted"  # in records of others; our own readings count whoever is taken as captured
    MISSING = "missing"
    DISPLACED = "displaced"


class Scope(StrEnum):
    """What a toll covers: one happening, a span of days, or the war so far."""

    INCIDENT = "incident"
    PERIOD = "period"
    CUMULATIVE = "cumulative"


class Change(StrEnum):
    """What a control claim says of its holder and place."""

    GAINED = "gained"
    LOST = "lost"
    HOLDS = "holds"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that fill a slot: `text == report.text[start:end]`; `head` is the head token's index in the sentence.

    `via` says how they were found when not by an arc of the claim's own clause, for example "sentence before". `beside`
    says that they name only where a spot without a name is that the clause is about ("seized a hill in Sarra").
    """

    sentence: int
    head: int
    start: int
    end: int
    text: str
    via: str | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What every claim as read has.

    `key` is unique within the report ("e1", "t3", "c2"); `quote` the characters that make the claim; `found_by` the
    pattern and its version ("capture.overrun@1"); `path` the arcs of the tree it went by, for `explain`.
    """

    key: str
    sentence: int
    trigger: Phrase
    quote: tuple[int, int]
    found_by: str
    path: tuple[str, ...] = ()
    said_by: tuple[Phrase, ...] = ()
    stance: Stance = Stance.ASSERTED
    places: tuple[Phrase, ...] = ()
    times: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading(Reading):
    """Something that happened. `type` is a sub-event type, or "Territory taken" where the taker decides which it is.

    `points_back` marks a noun that only takes up what is told elsewhere ("the assault"): alone it tells of nothing.
    """

    type: str
    actors: tuple[Phrase, ...] = ()
    targets: tuple[Phrase, ...] = ()
    points_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TollReading(Reading):
    """How many were harmed. `count` holds the number's words, `victims` the whole phrase that names the harmed.

    `part_of` and `event` are keys of other readings of the same report; `side` names whom the harmed belonged to where
    the verb says so ("the army lost nine men"); `single` marks one person told without a number ("killed the mayor").
    """

    harm: Harm | None
    count: Phrase | None = None
    victims: Phrase | None = None
    demographic: str | None = None
    scope: Scope = Scope.INCIDENT
    part_of: str | None = None
    event: str | None = None
    by: tuple[Phrase, ...] = ()
    side: tuple[Phrase, ...] = ()
    single: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlReading(Reading):
    """Who holds a place. `event` is the key of the event it follows from, if any."""

    holders: tuple[Phrase, ...]
    change: Change
    event: str | None = None
