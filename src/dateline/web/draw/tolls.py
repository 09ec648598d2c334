"""Tolls as a dot-and-range chart: one line for each speaker's figure, on one scale, over the policy's range."""

from dataclasses import dataclass
from typing import Any, Final

from dateline.reference import wording

WIDTH: Final = 400.0
LEFT: Final = 8.0
OPEN: Final = 60.0  # how far an interval without an upper end is drawn


@dataclass(frozen=True, slots=True)
class Line:
    """A figure: from `x` to `end`; `open` where no most is told, `below` where no least is; None where no number is."""

    speaker: str
    text: str
    words: str
    x: float | None
    end: float
    open: bool
    below: bool
    superseded: bool
    partisan: bool
    approximate: bool
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class TollChart:
    """The figures of a toll, and the range that its policy makes of them from `x` to `end`."""

    id: str
    harm: str
    whom: str
    text: str
    policy: str
    contested: bool
    doubts: tuple[str, ...]
    lines: tuple[Line, ...]
    x: float | None
    end: float
    data: dict[str, Any]
    width: float = WIDTH


def chart(toll: dict[str, Any]) -> TollChart:
    """Return the chart of a toll as `data.tolls.toll` gives it."""
    figures, policy = toll["figures"], toll["policy"]
    told = [end for one in (*figures, policy) for end in (one["low"], one["high"]) if end is not None]
    scale = (WIDTH - LEFT - OPEN) / max(max(told, default=1), 1)
    at, end, _, _ = _ends(policy["low"], policy["high"], scale)
    return TollChart(
        toll["id"], toll["harm"], toll["whom"], wording.interval(policy["low"], policy["high"]), policy["name"],
        toll["contested"], tuple(toll["doubts"]), tuple(_line(one, scale) for one in figures), at, end, toll,
    )  # fmt: skip


def _line(one: dict[str, Any], scale: float) -> Line:
    at, end, is_open, below = _ends(one["low"], one["high"], scale)
    return Line(
        one["speaker"], wording.interval(one["low"], one["high"], one["words"]), one["words"], at, end, is_open, below,
        one["superseded"], one["partisan"], one["approximate"], one["published"], one["url"],
    )  # fmt: skip


def _ends(low: int | None, high: int | None, scale: float) -> tuple[float | None, float, bool, bool]:
    """Return where an interval begins and ends in the drawing, and whether its upper and lower end are open."""
    if low is None and high is None:
        return None, 0.0, False, False
    if high is None:
        start = LEFT + (low or 0) * scale
        return start, start + OPEN, True, False
    start = LEFT + (0 if low is None else low) * scale
    return start, LEFT + high * scale, False, low is None
