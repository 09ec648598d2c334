"""Decisions: what a person may decide of claims and incidents that are there, as the record keeps it."""

from collections.abc import Callable, Sequence
from typing import Final

from dateline.errors import JudgementError
from dateline.judging.subjects import claim_of, event_claims, find, incident_of, reports_named
from dateline.model.incident import Grade, Incident
from dateline.model.judgement import (
    Decision,
    Judgement,
    Verdict,
    day_subject,
    grade_subject,
    link_subject,
    whole_subject,
)
from dateline.model.values import NOT_TOLD
from dateline.model.wholes import with_wholes
from dateline.store import Record, RecordView

GRADES = (Grade.CONFIRMED, Grade.DISCOUNTED)

Decisions = tuple[Decision, ...]


def decide(
    record: Record, decisions: Sequence[Decision], *, who: str, reason: str, seen: int | None = None
) -> tuple[Judgement, ...]:
    """Keep decisions for good, all or none, and return them as judgements.

    Args:
        record: the record, open for writing.
        decisions: what the functions of this package return.
        who: the name of the person who decides.
        reason: why, in a few words.
        seen: the number of the latest judgement that the person had seen (`view.judged.latest()`); with it no one
            judges over another without knowing.

    Raises:
        JudgementError: nobody signs, or no reason is given.
        JudgedMeanwhileError: someone judged the same after `seen`.
    """
    if not who.strip():
        raise JudgementError("a judgement is signed: say who decides")
    if not reason.strip():
        raise JudgementError("say why: a judgement has a reason")
    numbers = record.keep(decisions, who.strip(), reason.strip(), seen=seen)
    return tuple(one for number in numbers if (one := record.view.judged.one(number)))


def accept(view: RecordView, given: str) -> Decisions:
    """Say that a thing is right as it stands.

    That is a claim, an incident with all its claims, a toll or a spell of control with those that it rests on, or (by
    its file's name) a report with the day that it was taken to be of.
    """
    if report := _report(view, given):
        return (Decision(verdict=Verdict.ACCEPT, subject=day_subject(report)),)
    kind, whole = find(view, given, *_RESTS_ON)
    return (Decision(verdict=Verdict.ACCEPT, subject=whole, claims=_RESTS_ON[kind](view, whole)),)


def reject(view: RecordView, given: str) -> Decisions:
    """Say that a claim does not count, or that the day is wrong that others lent to a report."""
    if report := _report(view, given):
        return (Decision(verdict=Verdict.REJECT, subject=day_subject(report)),)
    claim = claim_of(view, given)
    return (Decision(verdict=Verdict.REJECT, subject=claim.id, claims=(claim.id,)),)


def merge(view: RecordView, left: str, right: str) -> Decisions:
    """Say that two claims or incidents tell of one happening; the first decides what else may join."""
    return _linked(view, Verdict.MERGE, left, right)


def split(view: RecordView, left: str, right: str) -> Decisions:
    """Say that two claims or incidents tell of two happenings."""
    return _linked(view, Verdict.SPLIT, left, right)


def part_of(view: RecordView, part: str, whole: str | None) -> Decisions:
    """Say that an incident is part of a wider one; None says that it is part of none."""
    one = incident_of(view, part)
    other = incident_of(view, whole) if whole else None
    if other and (other.id == one.id or one.id in _above(view, other)):
        raise JudgementError(f"{whole} is itself {part} or a part of it")
    return (
        Decision(
            verdict=Verdict.PART,
            subject=whole_subject(one.id),
            claims=one.claims,
            field="whole",
            was=one.part_of or NOT_TOLD,
            value=other.id if other else NOT_TOLD,
            given=other.claims if other else None,
        ),
    )


def grade(view: RecordView, given: str, level: str) -> Decisions:
    """Say that an incident is confirmed or discounted; what is discounted stays to be seen, and is in no sum."""
    if level not in GRADES:
        raise JudgementError(f"{level!r} is no grade that a person gives: {' or '.join(GRADES)}")
    one = incident_of(view, given)
    return (
        Decision(
            verdict=Verdict.GRADE,
            subject=grade_subject(one.id),
            claims=_all_claims(one),
            field="grade",
            was=str(one.grade),
            value=level,
            given=level,
        ),
    )


def undo(view: RecordView, number: int) -> Decisions:
    """Say that a judgement no longer holds: what stood before it stands again. A withdrawal can be undone too.

    To merge or split incidents is to judge each of their claims: all that was said so at once is undone at once.
    """
    one = view.judged.one(number)
    if one is None:
        raise JudgementError(f"there is no decision {number}; `dateline judge list` lists them")
    last, holds = _last_of(view, one)
    if not holds:
        raise JudgementError(f"decision {number} was withdrawn already, by {last.number}; undo that to let it hold")
    others = (_last_of(view, each) for each in _given_with(view, one))
    found = [last, *(other for other, holding in others if holding)]
    return tuple(
        Decision(verdict=Verdict.WITHDRAW, subject=each.subject, claims=each.claims, undoes=each.number)
        for each in found
    )


def _last_of(view: RecordView, one: Judgement) -> tuple[Judgement, bool]:
    """Return the last of the withdrawals of a judgement, itself where there is none, and whether it holds."""
    last, steps = one, 0
    while later := view.judged.withdrawal(last.number):
        last, steps = later, steps + 1
    return last, steps % 2 == 0


def _given_with(view: RecordView, one: Judgement) -> list[Judgement]:
    """Return the other judgements on links of a claim that were given, or withdrawn, at once with one."""
    if not one.claims or one.verdict not in {Verdict.MERGE, Verdict.SPLIT, Verdict.WITHDRAW}:
        return []
    told = [each for each in view.judged.about(one.claims[0]) if each.number != one.number and each.claims]
    return [each for each in told if _act(each) == _act(one)]


def _act(one: Judgement) -> tuple[str, ...]:
    return one.at, one.who, one.reason, one.verdict, one.claims[0]


def _linked(view: RecordView, verdict: Verdict, one: str, other: str) -> Decisions:
    (left, *_), others = event_claims(view, one), event_claims(view, other)
    if left in others:
        raise JudgementError(f"{one} and {other} are one")
    return tuple(Decision(verdict=verdict, subject=link_subject(left, right), claims=(left, right)) for right in others)


def _report(view: RecordView, given: str) -> str | None:
    found = reports_named(view, given)
    if len(found) > 1:
        raise JudgementError(f"{given}: {len(found)} reports have this name; give its id")
    return found[0] if found else None


def _of_toll(view: RecordView, toll: str) -> tuple[str, ...]:
    found = view.toll(toll)
    return tuple(dict.fromkeys(figure.claim for figure in found.figures)) if found else ()


def _of_spell(view: RecordView, spell: str) -> tuple[str, ...]:
    found = view.spell(spell)
    return found.claims if found else ()


def _all_claims(one: Incident) -> tuple[str, ...]:
    return (*one.claims, *one.tolls, *one.contested_by)


def _above(view: RecordView, one: Incident) -> set[str]:
    return {part.part_of for part in with_wholes(one, view.incident) if part.part_of}


_RESTS_ON: Final[dict[str, Callable[[RecordView, str], tuple[str, ...]]]] = {
    "claim": lambda _, claim: (claim,),
    "incident": lambda view, incident: _all_claims(incident_of(view, incident)),
    "toll": _of_toll,
    "spell": _of_spell,
}
"""The claims on which a thing of each kind rests."""
