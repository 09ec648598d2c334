"""Of several drafts that tell one event, what tells best when, where and by whom."""

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.model.actor import ActorLink
from dateline.model.place import LOCAL, POINTS, PlacePrecision
from dateline.reference.codebook import codebook
from dateline.resolve.draft import Draft
from dateline.resolve.inheritance import own_day, own_place
from dateline.resolve.merging import is_unknown

_WIDE: Final = PlacePrecision.PROVINCE
_MANY_DAYS: Final = 10**6


def best_dated(group: Sequence[Draft]) -> Draft:
    """Return the draft that tells best when: in its own words, the fewest days.

    "The fighting in the past week" leaves the day of a lead that it takes up as it is.
    """
    told = [draft for draft in group if draft.when and own_day(draft)]
    fewest = min(told, key=_days, default=None)
    if fewest is not None and _days(fewest) > 1 and _days(group[0]) == 1 and not own_day(group[0]):
        return group[0]
    return fewest or next((draft for draft in group if draft.when), group[0])


def _days(draft: Draft) -> int:
    return (draft.when.days if draft.when else None) or _MANY_DAYS


def best_placed(group: Sequence[Draft]) -> Draft:
    """Return the draft that tells best where: in its own words, closer than a country; a town before its province.

    What is taken over is better than a country told.
    """
    told = [draft for draft in group if draft.place and own_place(draft)]
    near = [draft for draft in told if draft.place and draft.place.precision is not PlacePrecision.COUNTRY]
    near.sort(key=lambda draft: draft.place is not None and draft.place.precision is _WIDE)
    taken = [draft for draft in group if draft.place and draft.place.precision in LOCAL]
    best = next(iter(near or taken or told), next((draft for draft in group if draft.place), group[0]))
    known = (draft for draft in near if draft.place and draft.place.precision in POINTS)
    return next(known, best) if best.place and is_unknown(best.place) else best  # the town of a headline tells better


def best_sides(group: Sequence[Draft], kind: str) -> tuple[tuple[ActorLink, ...], tuple[ActorLink, ...]]:
    """Return the doers and the others of what drafts tell together; who left what was taken is no taker.

    Args:
        group: the drafts, the first to be heard first.
        kind: the type of event that they tell.
    """
    left = [codebook()[draft.type].leaver and not codebook()[kind].leaver for draft in group]
    doers = [() if gone else draft.actors for draft, gone in zip(group, left, strict=True)]
    leavers = [draft.actors for draft, gone in zip(group, left, strict=True) if gone]
    return _first(doers), _first((*(draft.targets for draft in group), *leavers))


def _first(parties: Iterable[tuple[ActorLink, ...]]) -> tuple[ActorLink, ...]:
    """Return the first links that are told, none where none are."""
    return next((links for links in parties if links), ())
