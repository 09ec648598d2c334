"""The same toll told twice in one report, in headline, lead and body, is one claim with several quotes."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.claim import Quote, TollClaim
from dateline.model.place import PlaceLink
from dateline.resolve.merging import overlap

_PEOPLE = "people"


def merge_tolls(claims: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls of a report, each told once; "several casualties", neither harm nor number, is none.

    Tolls of one sentence are never merged ("five in A and five in B"), nor those of speakers who each give their own,
    nor single victims of whom nothing says that they are one person.

    Args:
        claims: the report's tolls in text order.
    """
    groups: list[list[TollClaim]] = []
    wholes = {claim.part_of for claim in claims}
    for claim in claims:
        if _says_nothing(claim) and claim.id not in wholes:
            continue
        home = next((group for group in groups if all(same_toll(member, claim) for member in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    kept = [_merged(group) for group in groups]
    instead = {claim.id: one.id for one, group in zip(kept, groups, strict=True) for claim in group}
    return [_rehung(one, instead) for one in kept]


def _says_nothing(claim: TollClaim) -> bool:
    return claim.harm is None and claim.count.low is None and claim.count.high is None


def same_toll(one: TollClaim, other: TollClaim) -> bool:
    """Return whether two tolls of a report tell the same.

    Args:
        one: the earlier.
        other: the later.
    """
    return (
        one.harm == other.harm
        and one.demographic == other.demographic
        and one.scope == other.scope
        and one.stance == other.stance
        and one.quote != other.quote
        and _PEOPLE in (one.status, other.status, _PEOPLE if one.status == other.status else "")
        and _same_number(one, other)
        and _same_side(one, other)
        and _one_spot(one.place, other.place)
        and overlap(one.when, other.when)
        and _one_voice(one, other)
        and _one_event(one, other)
    )


def _same_number(one: TollClaim, other: TollClaim) -> bool:
    """Whether two counts are one number: the same least, the most the same or open; vague words never are."""
    low = one.count.low
    if low is None or low != other.count.low:
        return False
    if one.count.high != other.count.high and None not in (one.count.high, other.count.high):
        return False
    if low > 1:
        return True
    named = len(one.count.words) > 3 and one.count.words.lower() == other.count.words.lower()
    return low == 1 and (named or (one.event is not None and one.event == other.event))


def _same_side(one: TollClaim, other: TollClaim) -> bool:
    return (
        one.side is None
        or other.side is None
        or one.side.name == other.side.name
        or (one.side.side is not None and one.side.side == other.side.side)
    )


def _one_spot(one: PlaceLink | None, other: PlaceLink | None) -> bool:
    """Whether two places may be one: the same, or either not told or only taken over from a neighbour."""
    if one is None or other is None or one.entry is None or other.entry is None:
        return True
    return one.entry.id == other.entry.id or one.taken_over or other.taken_over


def _one_event(one: TollClaim, other: TollClaim) -> bool:
    """Whether two tolls may be of one event: "killing 17 people" at a school and "killing 17" at a market are two."""
    return one.event is None or other.event is None or one.event == other.event


def _one_voice(one: TollClaim, other: TollClaim) -> bool:
    names = {link.name for link in one.said_by}
    return not one.said_by or not other.said_by or any(link.name in names for link in other.said_by)


def _merged(group: Sequence[TollClaim]) -> TollClaim:
    """Make one claim of those that tell one toll: the one that tells most, with what it leaves open filled in."""
    if len(group) == 1:
        return group[0]
    best = max(group, key=_told)
    rest = [claim for claim in group if claim is not best]
    quotes: dict[Quote, None] = dict.fromkeys(claim.quote for claim in rest if claim.quote != best.quote)
    return replace(
        best,
        also_quoted=(*best.also_quoted, *quotes),
        side=best.side or next((claim.side for claim in rest if claim.side), None),
        status=next((claim.status for claim in [best, *rest] if claim.status != _PEOPLE), _PEOPLE),
        event=best.event or next((claim.event for claim in rest if claim.event), None),
        part_of=best.part_of or next((claim.part_of for claim in rest if claim.part_of), None),
        by=best.by or next((claim.by for claim in rest if claim.by), ()),
    )


def _told(claim: TollClaim) -> int:
    """How much a toll tells by itself: its own place and day, who says it, whose side, who did it."""
    own_place = claim.place is not None and not claim.place.taken_over
    own_day = claim.when is not None and not claim.when.taken_over
    told = bool(claim.said_by) + bool(claim.side) + bool(claim.by) + (claim.status != _PEOPLE)
    return 2 * own_place + 2 * own_day + told


def _rehung(claim: TollClaim, instead: dict[str, str]) -> TollClaim:
    """Let a part point to the claim that its whole was merged into."""
    whole = instead.get(claim.part_of or "")
    return replace(claim, part_of=None if whole == claim.id else whole)
