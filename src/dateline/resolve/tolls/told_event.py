"""The event that a toll alone tells of: what its words say of it, with what the caller knows of the rest."""

from typing import Any

from dateline.model.claim import EventClaim, TollClaim
from dateline.model.place import PlaceLink
from dateline.resolve.identity import claim_id


def event_of(toll: TollClaim, place: PlaceLink, found_by: str, **known: Any) -> EventClaim:
    """Return an event claim with the words, stance and speakers of a toll.

    Args:
        toll: the toll.
        place: where it was.
        found_by: the rule that finds it.
        known: its type, day and parties, and who says so where the toll does not tell.
    """
    words = (str(place.start), place.words, toll.trigger)
    told = {
        "said_by": toll.said_by,
        "when": toll.when,
        "actors": toll.by,
        "targets": (toll.side,) if toll.side else (),
        **known,
    }
    return EventClaim(
        id=claim_id(toll.report_id, toll.quote.start, toll.quote.end, "event", words),
        report=toll.report,
        report_id=toll.report_id,
        quote=toll.quote,
        trigger=toll.trigger,
        stance=toll.stance,
        place=place,
        found_by=found_by,
        path=(),
        **told,
    )
