"""The event that a toll alone tells of."""

from dateline.model.claim import EventClaim, TollClaim
from dateline.model.place import PlaceLink
from dateline.resolve.identity import claim_id


def event_of(toll: TollClaim, place: PlaceLink, type_name: str, found_by: str) -> EventClaim:
    """Return an event claim with the words, day, parties and speakers of a toll.

    Args:
        toll: the toll.
        place: where it was.
        type_name: what it was, by the codebook.
        found_by: the rule that finds it.
    """
    words = (str(place.start), place.words, toll.trigger)
    return EventClaim(
        id=claim_id(toll.report_id, toll.quote.start, toll.quote.end, "event", words),
        report=toll.report,
        report_id=toll.report_id,
        quote=toll.quote,
        trigger=toll.trigger,
        said_by=toll.said_by,
        stance=toll.stance,
        when=toll.when,
        place=place,
        found_by=found_by,
        path=(),
        type=type_name,
        actors=toll.by,
        targets=(toll.side,) if toll.side else (),
    )
