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
    by_id = {claim.id: claim for claim in claims}
    return [_filled(claim, by_id) for claim in claims]


def _filled(claim: TollClaim, by_id: dict[str, TollClaim]) -> TollClaim:
    whole = claim
    for _ in range(_DEPTH):
        above = by_id.get(whole.part_of or "")
        if above is None or claim.status != _PEOPLE:
            break
        whole = above
        claim = replace(claim, status=whole.status, side=claim.side or whole.side)
    return claim
