"""JSON values of claims, incidents, tolls and control; what is not known is null."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from dateline.export.facts import cut, degrees
from dateline.model.actor import ActorLink
from dateline.model.claim import Claim, ControlClaim, Correction, EventClaim, TollClaim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry, PlaceLink
from dateline.model.reckoned import Spell, Toll
from dateline.model.when import When
from dateline.reference.places_names import name_key

Row = dict[str, Any]
_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*$")  # that ends the words a place was read from


def claim_row(claim: Claim, incident: str | None, most: int | None = None) -> Row:
    """Return a claim as JSON values.

    Args:
        claim: the claim.
        incident: the id of its incident.
        most: the most letters of its quote; None for all.
    """
    own = _OWN[claim.kind](claim)
    return {
        "id": claim.id,
        "kind": claim.kind,
        "report": claim.report,
        "report_id": claim.report_id,
        "quote": {"start": claim.quote.start, "end": claim.quote.end, "text": cut(claim.quote.text, most)},
        "said_by": _names(claim.said_by),
        "stance": claim.stance,
        **own,
        "date": _date(claim.when),
        "place": _place_link(claim.place),
        "incident": incident,
        "found_by": claim.found_by,
        **({"corrected": [_correction(one) for one in claim.corrected]} if claim.corrected else {}),
    }


def _correction(one: Correction) -> Row:
    return {"field": one.field, "was": one.was, "now": one.now, "by": one.who, "judgement": one.number}


def _event(claim: EventClaim) -> Row:
    return {"type": claim.type, "actors": _names(claim.actors), "targets": _names(claim.targets)}


def _toll(claim: TollClaim) -> Row:
    return {
        "harm": claim.harm,
        "low": claim.count.low,
        "high": claim.count.high,
        "approximate": claim.count.approximate,
        "words": claim.count.words or None,
        "status": claim.status,
        "side": claim.side.name if claim.side else None,
        "demographic": claim.demographic,
        "scope": claim.scope,
        "part_of": claim.part_of,
        "event": claim.event,
        "by": _names(claim.by),
    }


def _control(claim: ControlClaim) -> Row:
    """`holder` is a name; the list of names where several hold the place together."""
    names = _names(claim.holders)
    holder = names if len(names) > 1 else next(iter(names), None)
    return {"holder": holder, "change": claim.change, "event": claim.event}


_OWN: Final[dict[str, Callable[[Any], Row]]] = {"event": _event, "toll": _toll, "control": _control}


def incident_row(one: Incident) -> Row:
    """Return an incident as JSON values."""
    return {
        "id": one.id,
        "type": one.type,
        "date": _date(one.when),
        "place": place_row(one.place) if one.place else None,
        "actors": list(one.actors),
        "targets": list(one.targets),
        "said_by": list(one.speakers),
        "outlets": list(one.outlets),
        "reports": list(one.reports),
        "claims": list(one.claims),
        "tolls": list(one.tolls),
        "part_of": one.part_of,
        "denied_by": list(one.contested_by),
        "voices": list(one.voices),
        "grade": one.grade,
    }


def toll_row(toll: Toll) -> Row:
    """Return a toll as JSON values, with every speaker's figure."""
    figures = [
        {
            "claim": figure.claim,
            "report": figure.report or None,
            "said_by": figure.speaker,
            "day": _iso(figure.day),
            "low": figure.low,
            "high": figure.high,
            "approximate": figure.approximate,
            "words": figure.words,
            "superseded": figure.superseded,
            "partisan": figure.partisan,
        }
        for figure in toll.figures
    ]
    return {
        "id": toll.id,
        "incident": toll.incident,
        "harm": toll.harm,
        "status": toll.status,
        "side": toll.side,
        "camp": toll.camp,
        "demographic": toll.demographic,
        "scope": toll.scope,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "policy": toll.policy,
        "contested": toll.contested,
        "within": list(toll.within),
        "doubts": list(toll.doubts),
        "figures": figures,
    }


def spell_row(spell: Spell) -> Row:
    """Return a spell of control as JSON values."""
    return {
        "id": spell.id,
        "place": place_row(spell.place),
        "holder": spell.holder,
        "from": _iso(spell.first),
        "to": _iso(spell.last),
        "status": spell.status,
        "claims": list(spell.claims),
        "ended_by": spell.ended_by,
        "ended_on": _iso(spell.ended_on),
        "contested_days": [day.isoformat() for day in spell.contested_days],
    }


def _names(actors: Iterable[ActorLink]) -> list[str]:
    return [actor.name for actor in actors]


def _date(when: When | None) -> Row | None:
    """Both days are within, unlike in `When`."""
    if when is None:
        return None
    return {
        "from": _iso(when.first), "to": _iso(when.last), "precision": when.precision, "words": when.words,
        "basis": when.basis,
    }  # fmt: skip


def _place_link(link: PlaceLink | None) -> Row | None:
    """A place that was not found keeps the words it was read from as its name, and has no gazetteer id."""
    if link is None:
        return None
    if link.entry is None:
        unknown = dict.fromkeys(("lat", "lon", "admin1", "country", "precision", "gazetteer_id"))
        return {"name": link.words, "also": [], **unknown, "words": link.words}
    row = place_row(link.entry)
    return {**row, "also": [*row["also"], *_as_spelled(link)], "words": link.words}


def _as_spelled(link: PlaceLink) -> list[str]:
    """Return the report's own spelling of a place whose entry spells it otherwise: "Sloviansk" for Slovyansk."""
    entry, run = link.entry, _NAME.search(link.words)
    if entry is None or run is None or entry.lat is None:
        return []
    keys = {name_key(name) for name in (entry.name, *entry.also)}
    return [run[0]] if run[0] not in (entry.name, *entry.also) and name_key(run[0]) in keys else []


def place_row(entry: PlaceEntry) -> Row:
    """Return a place as JSON values; what is wider than a town and its surroundings has no degrees."""
    lat, lon = degrees(entry)
    return {
        "name": entry.name,
        "also": list(entry.also),
        "lat": lat,
        "lon": lon,
        "admin1": entry.admin1,
        "country": entry.country,
        "precision": entry.precision,
        "gazetteer_id": entry.id,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
