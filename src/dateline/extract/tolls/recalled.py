"""Events that a report recalls beside those that it tells as news: what a later number counts is not theirs.

"Bombs killed 180 people on Tuesday. In August 2003 two car bombs killed 52. Eleven of the dead were students."
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.model.reading import EventReading
from dateline.reference.calendar import MONTHS

_MONTH: Final = "|".join(MONTHS)
_BEFORE: Final = 7  # characters before a time in which "in" or "last" may stand
_BEHIND: Final = 5  # and behind it in which a day or year may
# Days of the news itself have a day ("March 24"); what is recalled has a year, a month, or so long ago.
_LONG_AGO: Final = re.compile(
    rf"\b(?:19|20)\d\d\b|\b(?:in|last|since|of) (?:early |late |mid-?)?(?:{_MONTH})\b(?! \d)|"
    r"\b(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)\b|\b(?:last|previous) (?:year|month)\b|"
    r"\b(?:a|the) (?:year|month|week) (?:ago|earlier|before)\b|\bthe (?:year|month) before\b",
    re.IGNORECASE,
)


def without_recalled(events: Sequence[EventReading], text: str) -> list[EventReading]:
    """Return events without those told as long past, where one before them in the report is told as news.

    Args:
        events: events of a report or of an entry in it, in text order.
        text: the report's text.
    """
    news = next((event.sentence for event in events if not _is_long_ago(event, text)), None)
    if news is None:
        return list(events)
    return [event for event in events if event.sentence <= news or not _is_long_ago(event, text)]


def _is_long_ago(event: EventReading, text: str) -> bool:
    told = " ".join(phrase.text for phrase in event.times)
    if told:
        return bool(_LONG_AGO.search(told) or _LONG_AGO.search(_with_word_before(event, text)))
    return False


def _with_word_before(event: EventReading, text: str) -> str:
    """Return an event's times with the words right before them: "in" of "in March"."""
    return " ".join(text[max(phrase.start - _BEFORE, 0) : phrase.end + _BEHIND] for phrase in event.times)
