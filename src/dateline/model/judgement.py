"""Judgements: what a person decided about what the program read or linked, signed and with a reason."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person may decide."""

    REJECT = "reject"  # a claim says nothing true to its report, or a day was inferred wrongly
    MERGE = "merge"  # two claims tell of one happening
    SPLIT = "split"  # two claims tell of two
    WITHDRAW = "withdraw"  # an earlier judgement on the same subject no longer holds


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on a subject: a claim's id, "day of" and a report's id, or "link of" and the ids of two claims.

    The latest on a subject counts. `at` is UTC; `claims` are the ids of the claims that it is about.
    """

    number: int
    at: str
    who: str
    verdict: str
    subject: str
    claims: tuple[str, ...]
    reason: str


def link_subject(left: str, right: str) -> str:
    """Return the subject of judgements on whether two claims tell of one happening, the same either way round."""
    return "link of {} {}".format(*sorted((left, right)))


def day_subject(report_id: str) -> str:
    """Return the subject of judgements on a day that others lent to a report."""
    return f"day of {report_id}"
