"""Type, place and days of the claims that stand for members of gold incidents."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dateline.model.claim import EventClaim
from dateline.model.when import When
from dateline.reference.codebook import codebook
from dateline.reference.places_names import plain_name
from dateline.reference.sub_events import CLASH
from evaluation.incident_match import Member

SLOTS: Final = ("type", "place", "days")
_LOOSE: Final = 2
"""How many days longer than the gold's the days of a claim may be and still say when it was."""

Wrong = tuple[str, str]
"""A slot, and what is wrong with it, in words."""


def wrong_slots(gold: Mapping[str, Any], matched: Mapping[Member, EventClaim]) -> Iterator[Wrong]:
    """Yield what is wrong with the claims that stand for members of the gold.

    The type is right where it is of the gold's family, or both are battles, since a capture may be told by its fight
    alone; the place where its entry (or its words, if it has none) has a
    name that the gold gives it, with or without accents; the days where they overlap the gold's and are at most two
    more, or are told as past by one of them.
    """
    incidents = {one["key"]: one for one in gold["incidents"]}
    for (key, number), claim in sorted(matched.items(), key=lambda item: item[0]):
        one = incidents[key]
        file, words = one["members"][number]
        told = f"{file[:2]} “{words}”"
        if not _is_kind(claim.type, one["type"]):
            yield "type", f"{told} is {one['type']}, read {claim.type}"
        names = map(plain_name, (one["place"], *gold["also_called"].get(one["place"], ())))
        if not set(names) & set(map(plain_name, _names(claim))):
            yield "place", f"{told} is {one['place']}, read {next(iter(_names(claim)), 'none')}"
        if not _fits(claim.when, one["days"]):
            read = f"{claim.when.first} to {claim.when.last}" if claim.when else "none"
            yield "days", f"{told} is {' to '.join(one['days'])}, read {read}"


def _is_kind(told: str, wanted: str) -> bool:
    mine, gold = codebook()[told], codebook()[wanted]
    return mine.family == gold.family or (told == CLASH and gold.event_type == mine.event_type)


def _names(claim: EventClaim) -> tuple[str, ...]:
    """Return the names of a claim's place, the one that it is shown by first."""
    place = claim.place
    if place is None:
        return ()
    return (place.entry.name, *place.entry.also) if place.entry else (place.words,)


def _fits(when: When | None, days: Sequence[str]) -> bool:
    first, last = map(dt.date.fromisoformat, days)
    if when is None or when.last is None or when.last < first:
        return False
    if when.first is None:
        return when.last <= last
    return when.first <= last and (when.last - when.first).days <= (last - first).days + _LOOSE
