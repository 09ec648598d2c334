"""JSON lines: claims, incidents, tolls and control, one a line; what is not known is null."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TextIO

from dateline.export.judgements import judgement_rows
from dateline.model.actor import ActorLink
from dateline.model.claim import Claim, ControlClaim, Correction, EventClaim, TollClaim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry, PlaceLink
from dateline.model.reckoned import Spell, Toll
from dateline.model.when import When
from dateline.store import CLAIM_KINDS, RecordView

Row = dict[str, Any]


def write(what: str, view: RecordView, out: TextIO) -> int:
    """Write one kind of thing as JSON lines, always in the same order for the same record.

    Args:
        what: a key of `ROWS`: claims, incidents, tolls, control or judgements.
        view: the record.
        out: where to write.

    Returns:
        How many lines were written.
    """
    count = 0
    for row in ROWS[what](view):
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def claim_rows(view: RecordView) -> Iterator[Row]:
    """Yield the claims by report and by their order in it, each with the incident that it belongs to."""
    incidents = {claim: one.id for one in view.incidents() for claim in (*one.claims, *one.tolls)}
    for claim in view.claims():
        yield claim_row(claim, incidents.get(claim.id))


def claim_row(claim: Claim, incident: str | None) -> Row:
    """Return a claim as JSON values."""
    kind = CLAIM_KINDS[type(claim)]
    own = _OWN[kind](claim)
    return {
        "id": claim.id,
        "kind": kind,
        "report": claim.report,
        "report_id": claim.report_id,
        "quote": {"start": claim.quote.start, "end": claim.quote.end, "text": claim.quote.text},
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


def incident_rows(view: RecordView) -> Iterator[Row]:
    """Yield the incidents by day, those without one last."""
    for one in sorted(view.incidents(), key=lambda one: (*_by_day(one.when.first if one.when else None), one.id)):
        yield _incident(one)


def _incident(one: Incident) -> Row:
    return {
        "id": one.id,
        "type": one.type,
        "date": _date(one.when),
        "place": _place(one.place) if one.place else None,
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


def toll_rows(view: RecordView) -> Iterator[Row]:
    """Yield the tolls by id, each with every speaker's figure."""
    for toll in sorted(view.tolls(), key=lambda toll: toll.id):
        yield _reckoned_toll(toll)


def _reckoned_toll(toll: Toll) -> Row:
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
        "figures": figures,
    }


def control_rows(view: RecordView) -> Iterator[Row]:
    """Yield who held which place over which days, by place and day."""
    for spell in sorted(view.spells(), key=lambda one: (one.place.name, one.place.id, *_by_day(one.first), one.id)):
        yield _spell(spell)


def _spell(spell: Spell) -> Row:
    return {
        "id": spell.id,
        "place": _place(spell.place),
        "holder": spell.holder,
        "from": _iso(spell.first),
        "to": _iso(spell.last),
        "status": spell.status,
        "claims": list(spell.claims),
        "ended_by": spell.ended_by,
        "ended_on": _iso(spell.ended_on),
        "contested_days": [day.isoformat() for day in spell.contested_days],
    }


ROWS: Final[dict[str, Callable[[RecordView], Iterator[Row]]]] = {
    "claims": claim_rows,
    "incidents": incident_rows,
    "tolls": toll_rows,
    "control": control_rows,
    "judgements": judgement_rows,
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
    return {**_place(link.entry), "words": link.words}


def _place(entry: PlaceEntry) -> Row:
    return {
        "name": entry.name,
        "also": list(entry.also),
        "lat": entry.lat,
        "lon": entry.lon,
        "admin1": entry.admin1,
        "country": entry.country,
        "precision": entry.precision,
        "gazetteer_id": entry.id,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _by_day(day: dt.date | None) -> tuple[bool, dt.date]:
    return day is None, day or dt.date.min
