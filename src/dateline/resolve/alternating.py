"""Lists of places each with its day: "on 3 March they took A, on 5 March B", "9 died in A on Monday, 5 in B on Sunday".

Trees of such lists hang the later days and places on the first; their order tells which go together.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dateline.model.when import When
from dateline.resolve.dates.resolver import TimeExpression

_LEAST: Final = 2  # days that are told


def days_by_place(
    places: Mapping[int, int],
    times: Sequence[TimeExpression],
    value: Callable[[TimeExpression], When | None],
) -> dict[int, When]:
    """Return the day of each place of a sentence, by where the place begins; nothing where they do not alternate.

    Either each place or run of places stands before its day, or each stands behind it, all through the sentence.

    Args:
        places: where each place of the sentence's claims begins, and where its head stands.
        times: the days told in it, in order.
        value: reckons a time.
    """
    if len(times) < _LEAST or len(set(places.values())) < _LEAST:
        return {}
    first_is_time = times[0].start < min(places.values())
    found: dict[int, When] = {}
    for number, time in enumerate(times):
        low = time.end if first_is_time else times[number - 1].end if number else 0
        following = times[number + 1].start if number + 1 < len(times) else None
        high = following if first_is_time else time.start
        own = [start for start, head in places.items() if head >= low and (high is None or head < high)]
        when = value(time)
        if not own or when is None:
            return {}
        found |= dict.fromkeys(own, when)
    return found if len(found) == len(places) else {}
