"""Control as plain values: who is told to hold which place, on a day and over time."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.model.claim import Claim
from dateline.model.reckoned import Spell
from dateline.web.links import Links

Plain = dict[str, Any]
Sides = Mapping[str, str | None]
"""The side of each holder, by name."""


def on_day(spells: Iterable[Spell], day: dt.date, sides: Sides, links: Links) -> list[Plain]:
    """Return who holds which place on a day, and where nothing ended a spell, who was last told to.

    `told` is the last day of which it is told: before the day asked for, holding on is only taken to be.
    """
    return [_held(one, day, sides, links) for one in spells]


def _held(one: Spell, day: dt.date, sides: Sides, links: Links) -> Plain:
    last = one.last or one.first
    return {
        "place": one.place.name,
        "place_id": one.place.id,
        "url": links.place(one.place.id),
        "lat": one.place.lat,
        "lon": one.place.lon,
        "holder": one.holder,
        "side": sides.get(one.holder),
        "status": one.status,
        "contested": one.status == "contested" or day in one.contested_days,
        "told": str(last) if last else None,
        "sure": bool(last and last >= day),
    }


def bands(spells: Iterable[Spell], sides: Sides, claims: Mapping[str, Claim], links: Links) -> Plain:
    """Return the spells of a place over time, each with the address of its first evidence."""
    every = [_band(one, sides, claims, links) for one in spells]
    days = [day for one in every for day in (one["first"], one["last"], one["ended"]) if day]
    return {"from": min(days, default=None), "to": max(days, default=None), "spells": every}


def _band(one: Spell, sides: Sides, claims: Mapping[str, Claim], links: Links) -> Plain:
    first = next((claims[key] for key in one.claims if key in claims), None)
    return {
        "id": one.id,
        "holder": one.holder,
        "side": sides.get(one.holder),
        "first": str(one.first) if one.first else None,
        "last": str(one.last) if one.last else None,
        "ended": str(one.ended_on) if one.ended_on else (str(one.last) if one.ended_by and one.last else None),
        "status": one.status,
        "contested": [str(day) for day in one.contested_days],
        "url": links.report(first.report_id, first.id) if first else None,
    }
