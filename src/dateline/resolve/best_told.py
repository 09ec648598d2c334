"""Of several drafts that tell one event, the one that tells best when or where."""

from collections.abc import Sequence
from typing import Final

from dateline.model.place import LOCAL, POINTS, PlacePrecision
from dateline.resolve.draft import Draft
from dateline.resolve.inheritance import own_day, own_place

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
    return next(known, best) if _is_name_alone(best) else best


def _is_name_alone(draft: Draft) -> bool:
    """Whether nothing is known of a place but its name: then the town that a headline names tells better where."""
    entry = draft.place.entry if draft.place else None
    return entry is not None and entry.id.startswith("name:") and entry.lat is None
