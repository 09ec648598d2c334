"""Judgements: what a person decided about what the program read or linked, signed and with a reason."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from dateline.model.claim import Claim


class Verdict(StrEnum):
    """What a person may decide."""

    ACCEPT = "accept"  # a claim, or an incident as it stands, is right
    CORRECT = "correct"  # one value of a claim is another
    REJECT = "reject"  # a claim says nothing true to its report, or a day was inferred wrongly
    MERGE = "merge"  # two claims tell of one happening
    SPLIT = "split"  # two claims tell of two
    PART = "part"  # an incident is part of a wider one, or of none
    ADD = "add"  # a claim that the program did not find
    GRADE = "grade"  # an incident is confirmed or discounted
    WITHDRAW = "withdraw"  # an earlier judgement no longer holds


_LINK: Final = "link of "
_DAY: Final = "day of "


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on a subject, kept for good; the latest on a subject that was not withdrawn counts.

    The subject is the id of a claim or incident, or what of it is judged: "place of c…", "grade of i…", "whole of i…",
    "adding of c…", "day of" and a report's id, "link of" and the ids of two claims. `at` is UTC; `claims` are the ids
    of the claims that it is about, for an incident those that it had. `field` names the value that is given, `was` and
    `value` tell in words what stood and what it is to be; `undoes` is the number of the judgement that it withdraws.
    """

    number: int
    at: str
    who: str
    verdict: str
    subject: str
    claims: tuple[str, ...]
    reason: str
    field: str | None = None
    was: str | None = None
    value: str | None = None
    undoes: int | None = None

    @property
    def thing(self) -> str:
        """The claim, incident, report or link that it is about, whatever of it is judged."""
        return thing_of(self.subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A judgement before it is kept: what is decided, without who decides and why.

    `given` is the value that it sets, as the model holds it (of a part: the ids of the whole's claims); `added` is the
    claim that it brings in.
    """

    verdict: Verdict
    subject: str
    claims: tuple[str, ...] = ()
    field: str | None = None
    was: str | None = None
    value: str | None = None
    given: Any = None
    undoes: int | None = None
    added: Claim | None = None


def thing_of(subject: str) -> str:
    """Return what a subject is about: "c…" of "place of c…"; a link is a thing of its own."""
    return subject if subject.startswith(_LINK) else subject.rpartition(" of ")[2]


def link_subject(left: str, right: str) -> str:
    """Return the subject of judgements on whether two claims tell of one happening, the same either way round."""
    return "{}{} {}".format(_LINK, *sorted((left, right)))


def ends_of_link(subject: str) -> tuple[str, str] | None:
    """Return the ids of the two claims on whose link a subject is; None where it is on something else."""
    ends = subject.removeprefix(_LINK).split()
    return (ends[0], ends[1]) if subject.startswith(_LINK) and len(ends) == 2 else None


def day_subject(report_id: str) -> str:
    """Return the subject of judgements on a day that others lent to a report."""
    return f"{_DAY}{report_id}"


def report_of_day(subject: str) -> str | None:
    """Return the id of the report on whose day a subject is; None where it is on something else."""
    return subject.removeprefix(_DAY) if subject.startswith(_DAY) else None


def value_subject(field: str, claim_id: str) -> str:
    """Return the subject of judgements on one value of a claim."""
    return f"{field} of {claim_id}"


def grade_subject(incident_id: str) -> str:
    """Return the subject of judgements on how well an incident is vouched for."""
    return f"grade of {incident_id}"


def whole_subject(incident_id: str) -> str:
    """Return the subject of judgements on which wider incident one is part of."""
    return f"whole of {incident_id}"


def added_subject(claim_id: str) -> str:
    """Return the subject of judgements that bring a claim in."""
    return f"adding of {claim_id}"
