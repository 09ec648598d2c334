"""What stands at and beside an event's trigger: whether it says what kind of violence it was, and what it hit."""

import re
from typing import Final

from dateline.model.claim import EventClaim
from dateline.reference.lexicon import lexicon
from dateline.reference.trigger_words import says_little, takes_parts

_BEFORE: Final = 45  # characters before a trigger in which its object may stand: "the market was hit"
_BEHIND: Final = 70  # and behind it
_CALLED: Final = {
    "airbase": "airport", "bazaar": "market", "cafe": "restaurant", "cathedral": "church", "chapel": "church",
    "clinic": "hospital", "coach": "bus", "college": "school", "eatery": "restaurant", "jail": "prison",
    "kindergarten": "school", "marketplace": "market", "minibus": "bus", "pizzeria": "restaurant", "souk": "market",
    "souq": "market", "theater": "theatre", "trolleybus": "bus", "university": "school",
}  # fmt: skip
"""Landmarks that another account may call by a plainer word."""
_WORD: Final = re.compile(r"[a-z]{3,}")
_TAKEN_TO: Final = re.compile(r"\b(?:to|from|at|in|of)(?: the| a)?(?: \w+){0,2} (?:hospital|clinic|shelter)s?\b", re.I)


def is_general(claim: EventClaim) -> bool:
    """Return whether a trigger says of violence only that it was, so that another account may call it by its kind."""
    return says_little(claim.trigger, _beside(claim))


def is_of_parts(claim: EventClaim) -> bool:
    """Return whether a capture is of several things at its place ("checkpoints"), not of the place."""
    return takes_parts(_beside(claim))


def landmarks(claim: EventClaim) -> frozenset[str]:
    """Return what stands beside the trigger and is seldom hit, by its plainest word; none where the hurt were taken."""
    return _told_in(" ".join([_beside(claim), *(quote.text for quote in claim.also_quoted)]))


def landmarks_of_place(claim: EventClaim) -> frozenset[str]:
    """Return what the words of its place say that it was: "the railway station in A"."""
    return _told_in(claim.place.words) if claim.place else frozenset()


def _told_in(text: str) -> frozenset[str]:
    words = _WORD.findall(_TAKEN_TO.sub("", text).casefold())
    known = lexicon()["landmark"]
    found = (one for word in words for one in (word, word.removesuffix("s")) if one in known)
    return frozenset(_CALLED.get(one, one) for one in found)


def _beside(claim: EventClaim) -> str:
    text = claim.quote.text
    at = text.casefold().find(claim.trigger.casefold())
    return text[max(at - _BEFORE, 0) : at + len(claim.trigger) + _BEHIND] if at >= 0 else ""
