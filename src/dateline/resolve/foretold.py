"""What a headline, lead or claim of responsibility without a place takes over from the event that tells it again."""

from collections.abc import Sequence
from typing import Final

from dateline.model.place import VAST, PlaceLink
from dateline.resolve.draft import Draft
from dateline.resolve.inheritance import LEAD, Days, lends_place, place_from
from dateline.resolve.merging import VIOLENT, heads, may_be_called, overlap

_NEXT: Final = 1  # sentences behind a claim of responsibility


def _is_said_how(draft: Draft, other: Draft) -> bool:
    """Whether a deed that somebody claims is told by its means in the next sentence: "His boat was blown up off A"."""
    return draft.claimed and {draft.type, other.type} <= VIOLENT


def foretold_place(draft: Draft, events: Sequence[Draft], days: Days, *, taken: bool = False) -> PlaceLink | None:
    """Return the place of the first event that tells again what a headline or lead tells without naming a place.

    So is what somebody claims ("claims responsibility for the execution of A. His boat …") of the next sentence.
    It is of its type or that "attack" may mean; a headline's may go by another word. What is told of other days, or as
    one more, is something else.

    Args:
        draft: the claim.
        events: the report's events in text order.
        days: gives what an event's own words tell of its days.
        taken: whether that event's place may be one that it took over, too.
    """
    now = draft.reading.sentence
    if now >= LEAD and not draft.claimed:
        return None
    behind = (
        d
        for d in events
        if 0 < d.reading.sentence - now <= (_NEXT if draft.claimed else LEAD)
        and d.entry in (draft.entry, None)
        and (d.type == draft.type or may_be_called(draft, d) or heads(draft, d) or _is_said_how(draft, d))
        and not (d.another or d.recalled)
        and (lends_place(d) or ((taken or now == 0) and d.place and d.place.precision not in VAST))
        and overlap(days(draft), days(d))
    )
    return next((place_from(d, "what it is told of next") for d in behind), None)
