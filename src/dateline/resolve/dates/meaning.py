"""What a time expression means by itself, before it is set against a publication day or another event."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Unit(StrEnum):
    """A span of the calendar or clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Part(StrEnum):
    """Which part of a longer span is meant; `SO_FAR` and `TO_COME` are told against the reference day."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    SO_FAR = "so far"
    TO_COME = "to come"


class DayPart(StrEnum):
    """A part of a day."""

    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    OVERNIGHT = "overnight"
    MIDNIGHT = "midnight"


class Against(Enum):
    """What relative words are reckoned from."""

    PUBLICATION = "publication"
    ANCHOR = "another event"


class Era(StrEnum):
    """A vague reference."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, month or day as written; what is None was not said.

    `part` narrows a month or year; `shift` is -1 in "last March", 1 in "next March"; `ahead` says that the words around
    look to the future; `either` that day and month could be exchanged (05/04/2015). `years_on` counts the years from
    another event's ("June of the following year"); `weekday` is the one that a day without its month is told with.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    shift: int | None = None
    ahead: bool = False
    either: bool = False
    years_on: int | None = None
    weekday: int | None = None

    @property
    def needs_anchor(self) -> bool:
        """Whether its month or year is another event's: "on the 18th", "June of the following year".

        "Friday the 13th" finds its month by itself.
        """
        return self.years_on is not None or (self.day is not None and self.month is None and self.weekday is None)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday.

    `shift` is -1 in "last Friday", 1 in "next Friday"; `weeks` is -1 in "Friday last week"; `ahead` as in `Calendar`.
    """

    day: int
    shift: int | None = None
    weeks: int | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Relative:
    """A span so many spans away: today (day, 0), last week (week, -1), the next day (day, 1, from another event)."""

    unit: Unit
    shift: int
    part: Part | None = None
    against: Against = Against.PUBLICATION


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance: "three days ago" (3, day, -1), "two weeks later" (2, week, 1, from another event).

    `amount` is None where the words give none ("days ago", "several years later"); `beyond` says "more than" it.
    """

    amount: float | None
    unit: Unit
    direction: int
    against: Against = Against.PUBLICATION
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time: "three days", "weeks"; `upto` says that it reaches publication ("has held it for a year")."""

    amount: float | None
    unit: Unit
    upto: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that ends (-1) or begins (1) at publication: "the past 48 hours", "the next few days"."""

    amount: float | None
    unit: Unit
    direction: int


@dataclass(frozen=True, slots=True)
class Streak:
    """The how-manieth day, week or month in a row: "for a third day"."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something regular: "daily" (1, day), "every Friday" (weekday 4)."""

    amount: float
    unit: Unit
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season, "spring", "summer", "autumn" or "winter", of a year or so many years away."""

    name: str
    year: int | None = None
    shift: int | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """A quarter or half of a year (`of` is 4 or 2); `number` is None in "the quarter"; `shift` counts from now."""

    number: int | None
    of: int
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A decade (10) or century (100) by its first year: the 1980s, the 20th century."""

    first: int
    length: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A day with a name: "New Year's Eve"; `shift` is -1 in "last Christmas"."""

    name: str
    year: int | None = None
    shift: int | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """Now, in the past, soon."""

    era: Era


@dataclass(frozen=True, slots=True)
class Timed:
    """A part of a day or a time of the clock (hour, minute), on a day if one is given."""

    day: "Meaning | None"
    part: DayPart | None = None
    clock: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A day or more so many `years` away ("a year ago on Monday": -1), or of a `year` ("on this day in 2015")."""

    day: "Meaning"
    years: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class OfMonth:
    """The so-manieth day of the week in a month, its last (-1), or its week where there is no `weekday`."""

    number: int
    month: int
    weekday: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From the first to the last, both included."""

    first: "Meaning"
    last: "Meaning"


Meaning = (
    Calendar
    | Weekday
    | Relative
    | Offset
    | Lasting
    | Window
    | Streak
    | Repeat
    | Season
    | Fraction
    | Years
    | Feast
    | Vague
    | Timed
    | Anniversary
    | OfMonth
    | Range
)
