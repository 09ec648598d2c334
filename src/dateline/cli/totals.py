"""What tolls come to together, in lines: the sum, what it rests on, and what it leaves out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.cli import wording
from dateline.model.incident import Incident
from dateline.model.reckoned import Toll
from dateline.pipeline import sums_of

if TYPE_CHECKING:
    from dateline.reckon import Total

RUNNING: Final = "cumulative"


def total_lines(tolls: Sequence[Toll], incidents: Iterable[Incident]) -> Iterator[str]:
    """Yield lines that tell the sums of tolls, each harm by itself, and the running totals held against them.

    Args:
        tolls: tolls of one policy.
        incidents: the record's incidents, which say what is part of what.
    """
    running = [toll for toll in tolls if toll.scope == RUNNING]
    short = wording.short_ids(toll.id for toll in tolls)
    for total in sums_of([toll for toll in tolls if toll.scope != RUNNING], incidents):
        yield from _sum_lines(total, short)
        yield from (_against(toll, total) for toll in running if toll.harm == total.harm)


def _sum_lines(total: "Total", short: dict[str, str]) -> Iterator[str]:
    over = wording.number(len(total.incidents), "incident")
    best = f", best {total.best:,}" if total.best is not None and total.best != total.low else ""
    told = wording.interval(total.low, total.high) if total.rests_on else "no figure"
    yield f"{total.harm}: {told}{best} (policy {total.policy}), over {over}"
    if total.incidents:
        yield f"  incidents: {' '.join(wording.short_ids(total.incidents).values())}"
    for what, ids in (
        ("added", total.rests_on),
        ("held by those, not added", total.includes),
        ("left out, as they may count the same people or belong to no incident", total.left_out),
        ("of incidents that a person discounted, not added", total.discounted),
        ("of which no number is told", total.untold),
    ):
        if ids:
            yield f"  {what}: {' '.join(short[one] for one in ids)}"


def _against(running: Toll, total: "Total") -> str:
    """Return how a running total compares with the sum; it is never added."""
    said = wording.interval(running.low, running.high)
    words = running.figures[0].speaker if running.figures else ""
    exceeded = running.high is not None and total.low > running.high
    note = "less than the sum of what is listed" if exceeded else "not added"
    return f"  running total: {said} {words} ({note})".replace("  (", " (")
