"""Sums: what one sentence tells in several numbers, added up ("killed a woman and two of her children")."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.claim import TollClaim
from dateline.model.count import Count
from dateline.model.reading import Scope, Stance

_PEOPLE: Final = "people"
_ASCRIBED: Final = r"\W*(?:\w+\W+){0,3}?\([^)]*[^\W\d][^)]*\)"
"""What follows a number that stands beside who gives it: "6 dead (official)"."""


def sums(claims: Iterable[TollClaim], incident_of: Mapping[str, str]) -> list[TollClaim]:
    """Return for each sentence that counts several groups of one incident a claim of all of them, under its first id.

    Groups are added where one word of harm counts them beside one another: one sentence, trigger, speaker, incident and
    party, none part of another. Parties are never added here: each has a toll of its own.

    Args:
        claims: toll claims.
        incident_of: the id of the incident of each toll claim that has one, by the claim's id.
    """
    groups: defaultdict[tuple[object, ...], list[TollClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        if _is_counted(claim) and claim.id in incident_of:
            groups[_account(claim, incident_of[claim.id])].append(claim)
    return [_added(group) for group in groups.values() if len(group) > 1 and not _told_twice(group)]


def _told_twice(group: Sequence[TollClaim]) -> bool:
    """Whether a sentence tells something else, or the same again, by its further numbers.

    It repeats the word of harm ("killed 14, two days after a bomb killed 59"), or gives each number with its source
    behind it ("6 dead (official), 11 (families)").
    """
    text, word = group[0].quote.text.casefold(), group[0].trigger.casefold()
    counts = [claim.count.words.casefold() for claim in group]
    if all(re.search(rf"\b{re.escape(words)}{_ASCRIBED}", text) for words in counts):
        return True
    starts = sorted(text.find(words) for words in counts if len(words) > 1 and words != "an")
    return bool(word and starts) and starts[0] >= 0 and word in re.findall(r"\w+", text[starts[0] : starts[-1]])


def _is_counted(claim: TollClaim) -> bool:
    asserted = claim.stance not in {Stance.DENIED, Stance.PLANNED}
    return asserted and claim.part_of is None and bool(claim.count.low) and claim.scope is not Scope.CUMULATIVE


def _account(claim: TollClaim, incident: str) -> tuple[object, ...]:
    speakers = tuple(speaker.name for speaker in claim.said_by)
    place = claim.place.words if claim.place else ""
    party = (claim.side.id or claim.side.name) if claim.side else ""
    return claim.report_id, claim.quote.start, claim.trigger, speakers, incident, claim.harm, claim.scope, place, party


def _added(group: Sequence[TollClaim]) -> TollClaim:
    first = group[0]
    lows, highs = [claim.count.low or 0 for claim in group], [claim.count.high for claim in group]
    told = [high for high in highs if high is not None]
    statuses, demographics = {claim.status for claim in group}, {claim.demographic for claim in group}
    count = Count(
        sum(lows),
        sum(told) if len(told) == len(highs) else None,
        " + ".join(claim.count.words for claim in group),
        any(claim.count.approximate for claim in group),
    )
    return replace(
        first,
        count=count,
        status=first.status if len(statuses) == 1 else _PEOPLE,
        demographic=first.demographic if len(demographics) == 1 else None,
    )
