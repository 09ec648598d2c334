"""Control that needs eyes: claimed by the holder's side alone, or by two on one day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.model.reckoned import Spell
from dateline.review.items import Item, Kind
from dateline.review.material import Material
from dateline.review.thresholds import weight

FIELDS: Final = ("holders", "change", "place", "when")


def control_items(material: Material) -> Iterator[Item]:
    """Yield the items of all spells of control."""
    of_place: defaultdict[str, list[Spell]] = defaultdict(list)
    for spell in material.spells:
        of_place[spell.place.id].append(spell)
        if spell.status == "claimed":
            what, reason = (
                f"{spell.holder}, {spell.place.name}",
                "only the holder's own side says that it holds the place",
            )
            kind = Kind.CLAIMED_CONTROL
            yield Item(kind, spell.id, what, reason, weight(kind), spell.claims, FIELDS)
    for spells in of_place.values():
        for one, other, day in _overlaps(spells):
            reason = f"{one.holder} and {other.holder} are both told to hold it on {day}"
            kind, claims = Kind.TWO_HOLDERS, tuple(dict.fromkeys((*one.claims, *other.claims)))
            yield Item(kind, one.id, one.place.name, reason, weight(kind), claims, FIELDS)


def _overlaps(spells: Iterable[Spell]) -> Iterator[tuple[Spell, Spell, dt.date]]:
    """Yield the spells of a place that share a day, with the first such day, each pair once."""
    lasting: list[Spell] = []
    for spell in sorted((one for one in spells if one.first and one.last), key=lambda one: (one.first, one.id)):
        lasting = [one for one in lasting if one.last and spell.first and one.last >= spell.first]
        for other in lasting:
            day = _shared_day(other, spell)
            if day and other.holder != spell.holder:
                first, second = sorted((other, spell), key=lambda one: one.id)
                yield first, second, day
        lasting.append(spell)


def _shared_day(one: Spell, other: Spell) -> dt.date | None:
    """Return the first day on which both are told to hold; a change of hands within a day shares none."""
    if not (one.first and one.last and other.first and other.last):
        return None
    first, last = max(one.first, other.first), min(one.last, other.last)
    handed_over = first == last and (one.ended_by is not None) != (other.ended_by is not None)
    return first if first <= last and not handed_over else None
