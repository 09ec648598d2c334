"""Time expressions: spans of a text that tell a time, with what they mean by themselves."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.resolve.dates.meaning import (
    Against,
    Anniversary,
    Calendar,
    Lasting,
    Meaning,
    Offset,
    Range,
    Relative,
    Repeat,
    Timed,
)


class Relation(StrEnum):
    """How the words before an expression bound it."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    FOR = "for"


class TimeKind(StrEnum):
    """What sort of time an expression tells."""

    DATE = "date"
    TIME = "time of day"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A span that tells a time.

    `text` is the words from `start` to `end`. A `relation` stands in the words before; `words` are those of the text
    with the relation's, from `lead` on (equal to `start` where there is none).
    """

    start: int
    end: int
    text: str
    meaning: Meaning
    relation: Relation | None
    lead: int
    words: str

    @property
    def kind(self) -> TimeKind:
        """What sort of time it tells."""
        match self.meaning:
            case Lasting():
                return TimeKind.DURATION
            case Repeat():
                return TimeKind.SET
            case Timed():
                return TimeKind.TIME
            case _:
                return TimeKind.DATE

    @property
    def needs_anchor(self) -> bool:
        """Whether its day follows only from another event's ("two days later", "the same day")."""
        return _needs_anchor(self.meaning)

    @property
    def lacks_month(self) -> bool:
        """Whether nothing but its month is missing, which the day of writing gives where nothing else does."""
        last = self.meaning.last if isinstance(self.meaning, Range) else self.meaning
        return isinstance(last, Calendar) and last.month is None and last.day is not None


def _needs_anchor(meaning: Meaning) -> bool:
    match meaning:
        case Relative() | Offset():
            return meaning.against is Against.ANCHOR
        case Calendar():
            return meaning.needs_anchor
        case Timed():
            return meaning.day is None or _needs_anchor(meaning.day)
        case Anniversary():
            return _needs_anchor(meaning.day)
        case Range():
            return _needs_anchor(meaning.first) or _needs_anchor(meaning.last)
        case _:
            return False
