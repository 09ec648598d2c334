"""What a report only touches on: told behind its lead, nowhere, harming nobody, and hardly a word for an event."""

from collections.abc import Sequence, Set
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.reading import EventReading, Stance
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import DISRUPTED_WEAPONS, GROUP_CHANGE, HEADQUARTERS, LOOTING, OTHER
from dateline.resolve.deeds import is_carried_on
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import CAPTURES
from dateline.resolve.inheritance import own_day, own_place
from dateline.resolve.marks import BY_HARM
from dateline.resolve.merging import VIOLENT, is_general

_LEAD: Final = 2  # sentences, the headline among them, whose events a report is about
_HARDLY: Final = 0.25  # of the event head: hardly any of what is so low and has no place was an event
_BESIDE: Final = frozenset({HEADQUARTERS, GROUP_CHANGE, OTHER, DISRUPTED_WEAPONS, LOOTING})
_EXPLOSIONS: Final = "explosion"  # the family of what only a weapon does: its word says enough


def is_beside(draft: Draft, events: Sequence[Draft]) -> bool:
    """Return whether a report of violence only touches on something else: a post that was manned, graves found.

    Such is told behind the lead and without a day of its own.

    Args:
        draft: an event with its place and day.
        events: all of the report.
    """
    reading = draft.reading
    if draft.type not in _BESIDE or reading.sentence < _LEAD or own_day(draft) or reading.stance is not Stance.ASSERTED:
        return False
    if draft.type == LOOTING and (draft.actors or own_place(draft)):
        return False
    lead = (one for one in events if one.reading.sentence < _LEAD)
    return any(one.type in VIOLENT or one.type in CAPTURES for one in lead)


def is_slight(draft: Draft, annotated: Annotated, harmed: Set[str | None]) -> bool:
    """Return whether an event is only touched on, so that it is no claim unless it takes up one that is told.

    An account has a place, or people who were harmed, or those to whom it was done. What has none of them ("evidence of
    the murder", "it protested that") is told of only where the event head sees an event in its trigger, or where it
    names a party or a day at the least.

    Args:
        draft: an event with its place and day.
        annotated: its report.
        harmed: the keys of the readings by which people were harmed.
    """
    reading = draft.reading
    if reading.sentence < _LEAD or own_place(draft) or reading.key in harmed or reading.stance is not Stance.ASSERTED:
        return False
    if reading.found_by.startswith(BY_HARM) or codebook()[draft.type].family == _EXPLOSIONS:
        return False
    actors, targets = (reading.actors, reading.targets) if isinstance(reading, EventReading) else ((), ())
    word = annotated.sentences[reading.sentence].tokens[reading.trigger.head]
    if word.upos in ("VERB", "AUX") and reading.places:
        return False  # "recaptured it": a place that only a pronoun names
    if actors and word.upos in ("VERB", "AUX") and (own_day(draft) or draft.type == GROUP_CHANGE):
        return False  # who did it and when; a group is formed nowhere
    hardly = word.event is not None and word.event < _HARDLY and not (own_day(draft) and is_general(draft))
    if hardly and (word.upos not in ("VERB", "AUX") or not targets):
        return True
    return not (actors or targets) and is_carried_on(draft)
