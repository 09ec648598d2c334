"""What a part of a toll takes from its whole: some of the soldiers killed were soldiers, of the same side."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.claim import TollClaim

_PEOPLE: Final = "people"
_DEPTH: Final = 4  # parts of parts of parts are rare; a ring of parts must end


def with_wholes(claims: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls of a report, each part with the status and side of its whole where its own words tell none.

    "Nine soldiers were wounded, six of them by a mine": the six are soldiers too.

    Args:
        claims: the report's tolls.
    """
    claims = _with_breakdowns(claims)
    by_id = {claim.id: claim for claim in claims}
    return [_filled(claim, by_id) for claim in claims]


def _with_breakdowns(claims: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls, those that a sentence lists behind a number and that come to it as its parts.

    "Executed 131 civilians, 102 men, 17 women and 12 children" counts 131, whatever word stands before the list.
    """
    out = list(claims)
    for number, whole in enumerate(claims):
        listed = [at for at in range(number + 1, len(claims)) if _is_listed(whole, claims[at])]
        if len(listed) > 1 and sum(claims[at].count.low or 0 for at in listed) == whole.count.low:
            for at in listed:
                out[at] = replace(claims[at], part_of=whole.id)
    return out


def _is_listed(whole: TollClaim, claim: TollClaim) -> bool:
    one_list = (claim.quote, claim.harm, claim.trigger) == (whole.quote, whole.harm, whole.trigger)
    return one_list and claim.part_of is None and claim.count.low is not None


def _filled(claim: TollClaim, by_id: dict[str, TollClaim]) -> TollClaim:
    whole = claim
    for _ in range(_DEPTH):
        above = by_id.get(whole.part_of or "")
        if above is None or claim.status != _PEOPLE:
            break
        whole = above
        claim = replace(claim, status=whole.status, side=claim.side or whole.side)
    return claim
