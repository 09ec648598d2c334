"""What a part of a toll takes from its whole: some of the soldiers killed were soldiers, of the same side.

A hospital counts those who were brought to it: a part of the dead, where the same report counts more of them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.claim import TollClaim
from dateline.resolve.tolls.totals import with_totals

_BODIES: Final = frozenset({"body", "bodies", "corpse", "corpses", "dead", "martyrs", "remains"})
_BROUGHT: Final = re.compile(
    r"\b(?:receiv\w+|brought|carried|arriv\w+|taken (?:to|in)|took in|admitted|transferred|transported|deliver\w+|"
    r"reach\w+)\b",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\b(?:hospitals?|morgues?|mortuar(?:y|ies)|clinics?|medics|doctors|wards?)\b", re.IGNORECASE)
_DIED: Final = frozenset({"died", "die", "dies", "succumbed", "dead"})
_OF_WOUNDS: Final = re.compile(
    r"\b(?:of|to|from) (?:(?:their|his|her|the) )?(?:\w+ )?(?:wounds|injuries|burns)\b|"
    r"\b(?:of|among) (?:the|those|her|his|their) (?:\w+ )?(?:wounded|injured)\b|"
    r"\b(?:wounded|injured|victims) (?:have |had |has )?(?:since )?(?:died|die)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = "people"
_DEPTH: Final = 4  # parts of parts of parts are rare; a ring of parts must end


def with_wholes(claims: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls of a report, each part with the status and side of its whole where its own words tell none.

    "Nine soldiers were wounded, six of them by a mine": the six are soldiers too.

    Args:
        claims: the report's tolls.
    """
    claims = _with_further_dead(_with_received(with_totals(_with_breakdowns(claims))))
    by_id = {claim.id: claim for claim in claims}
    claims = [replace(claim, part_of=None) if _is_all(claim, by_id) else claim for claim in claims]
    by_id = {claim.id: claim for claim in claims}
    return [_filled(claim, by_id) for claim in claims]


def _is_all(claim: TollClaim, by_id: Mapping[str, TollClaim]) -> bool:
    """Whether a part of what another sentence counts is no fewer: a headline's 47 are "at least 47 of them" again."""
    whole = by_id.get(claim.part_of or "")
    if whole is None or whole.quote == claim.quote or whole.harm is not claim.harm or claim.demographic is not None:
        return False
    return bool(claim.count.low and whole.count.low) and (claim.count.low or 0) >= (whole.count.low or 0)


def _with_breakdowns(claims: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls, those that a sentence lists behind a number and that come to it as its parts.

    "Executed 131 civilians, 102 men, 17 women and 12 children" counts 131, whatever word stands before the list.
    """
    out = list(claims)
    for number, whole in enumerate(claims):
        listed = [at for at in range(number + 1, len(claims)) if _is_listed(whole, claims[at])]
        told = whole.count.high if whole.count.low is None else whole.count.low  # "up to 31, 19 men and 12 women"
        if len(listed) > 1 and sum(claims[at].count.low or 0 for at in listed) == told:
            for at in listed:
                out[at] = replace(claims[at], part_of=whole.id)
    return out


def _with_received(claims: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls, the bodies that a hospital received as a part of the greatest number told of their event."""
    out = list(claims)
    for number, claim in enumerate(claims):
        if claim.part_of is None and _is_received(claim):
            more = [whole for whole in claims if _holds(whole, claim)]
            whole = max(more, key=lambda one: one.count.low or 0, default=None)
            out[number] = replace(claim, part_of=whole.id) if whole else claim
    return out


def _with_further_dead(claims: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls, those who died or were found afterwards as a part of the greatest number of their event.

    "The number of dead has risen to seven. Two died of their injuries and one more body was dug out" tells no second,
    lower number of the dead. Whether they come on top of the others or are counted with them, they are only some.
    """
    out = list(claims)
    for number, claim in enumerate(claims):
        if claim.part_of is None and (_died_late(claim) or _is_added(claim)):
            more = [whole for whole in claims if whole.quote != claim.quote and _holds(whole, claim)]
            whole = max(more, key=lambda one: one.count.low or 0, default=None)
            out[number] = replace(claim, part_of=whole.id) if whole else claim
    return out


def _died_late(claim: TollClaim) -> bool:
    """Whether a toll counts those who died of what was done to them before, rather than at once."""
    return claim.trigger.casefold() in _DIED and bool(_OF_WOUNDS.search(claim.quote.text))


def _is_added(claim: TollClaim) -> bool:
    """Whether a number is told as so many more than those before: "three more bodies", "another two", "five others"."""
    number = re.escape(claim.count.words)
    further = rf"\b(?:(?:another|a further) {number}|{number} (?:more|others?|further|additional))\b(?! than)"
    return bool(claim.count.words) and bool(re.search(further, claim.quote.text, re.IGNORECASE))


def _is_received(claim: TollClaim) -> bool:
    told = claim.trigger.casefold() in _BODIES
    return told and bool(_BROUGHT.search(claim.quote.text)) and bool(_TO.search(claim.quote.text))


def _holds(whole: TollClaim, part: TollClaim) -> bool:
    same = (whole.harm, whole.event, whole.scope, None) == (part.harm, part.event, part.scope, whole.demographic)
    return same and part.event is not None and (whole.count.low or 0) > (part.count.low or 0)


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
