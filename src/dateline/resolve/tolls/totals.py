"""Totals told apart from what they add up: "18 died. The first bomb killed five, the second eleven, the third two".

The numbers are parts of the total. One of several happenings ("thirty died in the two attacks") is of no single one.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.claim import TollClaim
from dateline.model.reading import Scope, Stance

_REACH: Final = 600  # characters between a total and what it adds up, at most
_LEAST: Final = 2  # numbers that make a sum


def with_totals(claims: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls of a report, those of one sentence that come to a total of another as its parts.

    Args:
        claims: the report's tolls.
    """
    out = {claim.id: claim for claim in claims}
    told: defaultdict[tuple[object, ...], list[TollClaim]] = defaultdict(list)
    for claim in claims:
        if _is_counted(claim):
            told[claim.quote, claim.harm].append(claim)
    for (quote, harm), listed in told.items():
        total = sum(claim.count.low or 0 for claim in listed)
        wholes = [one for one in claims if one.quote != quote and one.harm is harm and _comes_to(one, total, listed)]
        events = {claim.event for claim in listed}
        wholes = [one for one in wholes if one.event in events]
        if len(listed) < _LEAST or not wholes:
            continue
        if len(events) > 1:
            out |= {whole.id: replace(whole, event=None, place=None) for whole in wholes}
        else:
            out |= {claim.id: replace(claim, part_of=wholes[0].id) for claim in listed}
    return [out[claim.id] for claim in claims]


def _is_counted(claim: TollClaim) -> bool:
    exact = bool(claim.count.low) and claim.count.low == claim.count.high
    asserted = claim.stance is Stance.ASSERTED and claim.scope is Scope.INCIDENT
    return exact and asserted and claim.part_of is None and claim.demographic is None


def _comes_to(whole: TollClaim, total: int, parts: Sequence[TollClaim]) -> bool:
    near = abs(whole.quote.start - parts[0].quote.start) <= _REACH
    near = near and (whole.side is None or all(part.side == whole.side for part in parts))
    return near and whole.part_of is None and whole.demographic is None and whole.count.low == total
