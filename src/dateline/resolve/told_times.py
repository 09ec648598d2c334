"""What the words say of a claim's time, before neighbours and other events are asked."""

from dataclasses import dataclass

from dateline.model.when import When
from dateline.resolve.dates.resolver import TimeExpression


@dataclass(frozen=True, slots=True)
class Times:
    """What the words say of a claim's time.

    `when` is its own day or days; `said` the day on which it was said; `anchored` an expression that needs another
    event's day ("two days later"). Of "a day after X" `counted` are the offsets of X, empty where nothing follows; the
    claim is `flipped` where it is X itself, which was a day earlier. `past` says that its sentence tells what was done
    about it afterwards, whose day is none of its own, `quoted` that it ends with who said it on that day.
    """

    when: When | None = None
    said: When | None = None
    anchored: TimeExpression | None = None
    counted: tuple[int, int] = (0, 0)
    flipped: bool = False
    past: bool = False
    quoted: bool = False
