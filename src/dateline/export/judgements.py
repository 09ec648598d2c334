"""Judgements as JSON values."""

from collections.abc import Container, Iterator
from typing import Any

from dateline.model.judgement import Judgement
from dateline.store import RecordView

Row = dict[str, Any]


def judgement_rows(view: RecordView) -> Iterator[Row]:
    """Yield all judgements from the first, withdrawn ones too: the log of what persons decided."""
    counting = {one.number for one in view.standing()}
    orphaned = {one.number for one in view.judged.orphans()}
    for one in view.judgements():
        yield {**judgement_row(one, counting), "orphaned": one.number in orphaned}


def judgement_row(one: Judgement, counting: Container[int]) -> Row:
    """Return a judgement as JSON values.

    Args:
        one: the judgement.
        counting: the numbers of those that count.
    """
    return {
        "number": one.number,
        "at": one.at,
        "who": one.who,
        "verdict": one.verdict,
        "subject": one.subject,
        "claims": list(one.claims),
        "field": one.field,
        "was": one.was,
        "value": one.value,
        "reason": one.reason,
        "undoes": one.undoes,
        "counts": one.number in counting,
    }
