"""What went on for days: "the town fell on Friday after five days of fighting" dates the fighting from Sunday on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.reading import Reading
from dateline.model.when import Precision, When
from dateline.resolve.dates.days import ONE, add
from dateline.resolve.dates.expression import TimeExpression
from dateline.resolve.dates.meaning import Lasting

_LONGEST: Final = 92  # days; what goes on for longer is a war
_REACH: Final = 30  # characters before the words in which what they follow may stand
_OF: Final = re.compile(r"^(?:-long)? of (?:[\w-]+,? (?:and )?){0,4}$")
_FOLLOWING: Final = re.compile(r"\b(?:after|follow(?:ing|s|ed)|ended|ends|ending) (?:[\w-]+ ){0,2}$", re.I)


def went_on(annotated: Annotated, times: Sequence[TimeExpression], reading: Reading, when: When) -> When | None:
    """Return the days of what a length of time is told of, None where none is.

    Args:
        annotated: the report with its annotation.
        times: the time expressions of the reading's sentence.
        reading: what went on.
        when: the one day that is known of it, or by which it was over.
    """
    told = next((e for e in times if _is_of(annotated, e, reading)), None)
    if told is None or not isinstance(told.meaning, Lasting) or when.last is None or when.days not in {1, None}:
        return None
    # The day itself may be the last of them, or the one behind them.
    before = _FOLLOWING.search(annotated.report.text, max(told.start - _REACH, 0), told.start)
    after = when.last if before else when.last + ONE
    try:
        first = add(after, -(told.meaning.amount or 0.0), told.meaning.unit)
    except OverflowError:
        return None
    if not 1 < (after - first).days <= _LONGEST:
        return None
    return replace(when, first=first, precision=Precision.DAYS, basis=f"{when.basis}; {told.text} up to then")


def _is_of(annotated: Annotated, expression: TimeExpression, reading: Reading) -> bool:
    if not isinstance(expression.meaning, Lasting) or expression.meaning.upto:
        return False
    between = annotated.report.text[expression.end : reading.trigger.start]
    return expression.end < reading.trigger.start and _OF.match(between) is not None
