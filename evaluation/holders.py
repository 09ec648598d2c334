"""Who held a place at the end of a day, asked of the record of a set of reports and held against its gold."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.model.claim import ControlClaim
from dateline.reckon import holder_on
from dateline.store import RecordView
from evaluation.sides import is_side

REACH: Final = 31
"""Days past its last evidence that a spell is taken to go on: the reports of a campaign are weeks apart."""


def wrong_holders(gold: Mapping[str, Any], view: RecordView) -> Iterator[str]:
    """Yield the gold's questions that the record answers otherwise, or by two sides, or not at all.

    The gold names a side or a party. Holders of no known side ("allied fighters") beside others do not count.
    """
    sides = {
        holder.name: holder.side
        for claim in view.claims("control")
        if isinstance(claim, ControlClaim)
        for holder in claim.holders
    }
    spells = list(view.spells())
    for place, day, side in gold["held"]:
        names = {place, *gold["also_called"].get(place, ())}
        ids = sorted({spell.place.id for spell in spells if spell.place.name in names})
        found = [spell for each in ids for spell in holder_on(spells, each, dt.date.fromisoformat(day), REACH)]
        holders = {name for spell in found for name in spell.holder.split(", ")}
        told = [(name, sides.get(name)) for name in holders]
        named = {is_side(side, names) for names in told if names[1] or is_side(side, names)}
        if named != {True}:
            yield f"{place} on {day}: {side}, read {', '.join(sorted(holders)) or 'nobody'}"
