"""Of several drafts that tell one event, the one that tells best when or where."""

from collections.abc import Sequence
from typing import Final

from dateline.model.place import PlacePrecision
from dateline.resolve.draft import Draft
from dateline.resolve.inheritance import own_day, own_place

_MANY_DAYS: Final = 10**6


def best_dated(group: Sequence[Draft]) -> Draft:
    """Return the draft that tells best when: in its own words, the fewest days."""
    told = [draft for draft in group if draft.when and own_day(draft)]
    fewest = min(told, key=lambda draft: (draft.when.days if draft.when else None) or _MANY_DAYS, default=None)
    return fewest or next((draft for draft in group if draft.when), group[0])


def best_placed(group: Sequence[Draft]) -> Draft:
    """Return the draft that tells best where: in its own words, closer than a country."""
    told = [draft for draft in group if draft.place and own_place(draft)]
    near = [draft for draft in told if draft.place and draft.place.precision is not PlacePrecision.COUNTRY]
    return next(iter(near or told), next((draft for draft in group if draft.place), group[0]))
