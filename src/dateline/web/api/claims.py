"""Claims as the API gives them: the JSON of exports, with the words beside each value."""

from typing import Any

from dateline.model.actor import ActorLink
from dateline.model.claim import Claim, ControlClaim, EventClaim, TollClaim
from dateline.model.place import PlaceEntry
from dateline.web.links import Links

Plain = dict[str, Any]


def claim(one: Claim) -> Plain:
    """Return a claim as plain values."""
    return {
        "id": one.id,
        "kind": one.kind,
        "report": one.report,
        "report_id": one.report_id,
        "quote": {"start": one.quote.start, "end": one.quote.end, "text": one.quote.text},
        "said_by": [_party(link) for link in one.said_by],
        "stance": one.stance.value,
        "date": _when(one),
        "place": _place(one),
        "found_by": one.found_by,
        "url": Links().report(one.report_id, one.id),
        **_own(one),
    }


def _own(one: Claim) -> Plain:
    if isinstance(one, EventClaim):
        return {
            "type": one.type,
            "actors": [_party(link) for link in one.actors],
            "targets": [_party(link) for link in one.targets],
        }
    if isinstance(one, TollClaim):
        return {
            "harm": one.harm and one.harm.value, "low": one.count.low, "high": one.count.high,
            "words": one.count.words, "approximate": one.count.approximate, "status": one.status,
            "side": _party(one.side) if one.side else None, "demographic": one.demographic,
            "scope": one.scope.value, "part_of": one.part_of, "event": one.event,
        }  # fmt: skip
    if isinstance(one, ControlClaim):
        return {"holders": [_party(link) for link in one.holders], "change": one.change.value, "event": one.event}
    raise TypeError(one)


def _party(link: ActorLink) -> Plain:
    return {"name": link.name, "id": link.id, "kind": link.kind.value, "side": link.side, "words": link.words}


def _when(one: Claim) -> Plain | None:
    when = one.when
    if when is None:
        return None
    return {
        "from": str(when.first) if when.first else None, "to": str(when.last) if when.last else None,
        "precision": when.precision.value, "words": when.words, "basis": when.basis,
    }  # fmt: skip


def _place(one: Claim) -> Plain | None:
    if one.place is None:
        return None
    entry = place(one.place.entry) if one.place.entry else {}
    return {**entry, "words": one.place.words, "how": one.place.how}


def place(entry: PlaceEntry) -> Plain:
    """Return a place as plain values."""
    return {
        "name": entry.name, "place_id": entry.id, "feature": entry.feature, "precision": entry.precision.value,
        "lat": entry.lat, "lon": entry.lon, "admin1": entry.admin1, "country": entry.country,
        "url": Links().place(entry.id),
    }  # fmt: skip
