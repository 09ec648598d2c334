"""What a report only touches on: told behind its lead, nowhere, harming nobody, and hardly a word for an event."""

from collections.abc import Set
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.reading import EventReading
from dateline.resolve.deeds import is_carried_on
from dateline.resolve.draft import Draft
from dateline.resolve.inheritance import own_place

_LEAD: Final = 2  # sentences, the headline among them, whose events a report is about
_HARDLY: Final = 0.25  # of the event head: less than one in six of what is so low and has no place was an event


def is_slight(draft: Draft, annotated: Annotated, harmed: Set[str | None]) -> bool:
    """Return whether an event is only touched on, so that it is no claim unless it takes up one that is told.

    An account has a place, or people who were harmed. What has neither is told of only where the event head sees an
    event in its trigger, or where it names a party or a day at the least.

    Args:
        draft: an event with its place and day.
        annotated: its report.
        harmed: the keys of the readings by which people were harmed.
    """
    reading = draft.reading
    if reading.sentence < _LEAD or own_place(draft) or reading.key in harmed:
        return False
    score = annotated.sentences[reading.sentence].tokens[reading.trigger.head].event
    parties = isinstance(reading, EventReading) and (reading.actors or reading.targets)
    return (score is not None and score < _HARDLY) or not (parties or not is_carried_on(draft))
