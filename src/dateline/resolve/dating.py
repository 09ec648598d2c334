"""The days of a report's events: by their own words, then from one another, then those that count from another."""

from collections.abc import Sequence

from dateline.resolve.dates import TimeExpression
from dateline.resolve.draft import Draft
from dateline.resolve.inheritance import inherit_time
from dateline.resolve.whens import Times, WhenResolver


def date_events(drafts: Sequence[Draft], whens: WhenResolver) -> None:
    """Date the events of a report.

    Args:
        drafts: the events in text order, their places resolved; changed in place.
        whens: the report's times.
    """
    times = [whens.of(draft.reading) for draft in drafts]
    for draft, time in zip(drafts, times, strict=True):
        draft.when = time.when
    for number, time in enumerate(times):
        if time.anchored and not time.flipped:
            _count_from(drafts, number, time.anchored, whens, flipped=False)
    _inherit(drafts, times, whens, [n for n, time in enumerate(times) if not time.flipped])
    for number, time in enumerate(times):
        if time.anchored and time.flipped:
            _count_from(drafts, number, time.anchored, whens, flipped=True)
    _inherit(drafts, times, whens, range(len(drafts)))


def _inherit(drafts: Sequence[Draft], times: Sequence[Times], whens: WhenResolver, numbers: Sequence[int]) -> None:
    for number in numbers:
        draft = drafts[number]
        if draft.when is None:
            draft.when = inherit_time(draft, drafts, times[number].said, whens.reached(draft.reading))


def _count_from(
    drafts: Sequence[Draft], number: int, expression: TimeExpression, whens: WhenResolver, *, flipped: bool
) -> None:
    """Date a draft from the last dated event before the words, in its sentence or the ones before."""
    for other in reversed(drafts[:number]):
        if other.when is not None and other.reading.trigger.end <= expression.start:
            drafts[number].when = whens.value(expression, other.when, flipped=flipped)
            return
