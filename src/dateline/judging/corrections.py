"""Corrections: other values for a claim."""

from collections.abc import Mapping
from typing import Any, Final

from dateline.errors import JudgementError
from dateline.judging.subjects import claim_of
from dateline.judging.values import field_named, parse
from dateline.model.claim import Claim, TollClaim
from dateline.model.judgement import Decision, Verdict, value_subject
from dateline.model.values import in_words, value_of, with_value
from dateline.store import RecordView

MOVES: Final = ("place", "when")


def correct(view: RecordView, given: str, values: Mapping[str, str]) -> tuple[Decision, ...]:
    """Say that values of a claim are others; one decision for each that differs from what the record holds.

    Tolls and control that belong to an event go with it to another place or day, where they were at the same.

    Args:
        view: the record.
        given: the claim's id, or the beginning of it.
        values: what a person writes, by the names of the values ("place": "Binnish").

    Raises:
        JudgementError: there is no such claim or value, or a value cannot be understood.
    """
    claim = claim_of(view, given)
    if not values:
        raise JudgementError("say which value is another, like place=Binnish")
    parsed = {field: parse(field, text, claim, view) for field, text in _by_field(claim, values).items()}
    now = claim
    for field, value in parsed.items():
        now = with_value(now, field, value)
    check_ends(now)
    changed = {field: value for field, value in parsed.items() if not _same(value_of(claim, field), value)}
    if not changed:
        raise JudgementError("the claim says so already; to say that it is right, accept it")
    with_it = [one for one in view.claims_in(claim.report_id) if getattr(one, "event", None) == claim.id]
    return tuple(
        _decision(one, field, value)
        for field, value in changed.items()
        for one in (claim, *(one for one in with_it if field in MOVES and _at_the_same(one, claim, field)))
    )


def check_ends(claim: Claim) -> None:
    """Raise JudgementError where a toll's least is more than its most."""
    if isinstance(claim, TollClaim) and claim.count.low is not None and claim.count.high is not None:
        low, high = claim.count.low, claim.count.high
        if low > high:
            raise JudgementError(f"low would be {low:,} and high {high:,}; give both")


def _by_field(claim: Claim, values: Mapping[str, str]) -> dict[str, str]:
    return {field_named(type(claim), name): text for name, text in values.items()}


def _at_the_same(one: Claim, other: Claim, field: str) -> bool:
    return in_words(value_of(one, field)) == in_words(value_of(other, field))


def _same(one: Any, other: Any) -> bool:
    """Whether two values say the same, whatever words they were read from."""
    return bool(one == other or in_words(one) == in_words(other))


def _decision(claim: Claim, field: str, value: Any) -> Decision:
    return Decision(
        verdict=Verdict.CORRECT,
        subject=value_subject(field, claim.id),
        claims=(claim.id,),
        field=field,
        was=in_words(value_of(claim, field)),
        value=in_words(value),
        given=value,
    )
