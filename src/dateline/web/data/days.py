"""Days as plain values: how many incidents each has."""

from collections.abc import Sequence
from typing import Any

from dateline.store.browse.found import DayCount


def timeline(days: Sequence[DayCount]) -> list[dict[str, Any]]:
    """Return the days that have incidents known to the day, in order."""
    return [
        {
            "day": one.day, "incidents": one.incidents, "killed_low": one.killed_low, "killed_high": one.killed_high,
        }
        for one in days
    ]  # fmt: skip
