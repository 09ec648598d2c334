"""Which claim stands for which member of a gold incident: where its quote holds the words and its type is kin."""

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.model.claim import EventClaim
from dateline.reference.codebook import codebook

Member = tuple[str, int]
"""A place of the gold: the incident's key, and which of its members."""


def match(
    incidents: Sequence[Mapping[str, Any]], claims: Sequence[EventClaim], texts: Mapping[str, str]
) -> dict[Member, EventClaim]:
    """Return the claim that stands for each member of the gold, the likeliest pairs first, each claim for one incident.

    A claim may stand for several members of one incident: what a report tells twice is one claim.
    """
    pairs = []
    for one in incidents:
        for number, (file, words) in enumerate(one["members"]):
            for claim in claims:
                if claim.report == file and (worth := _worth(claim, one, words, texts[file])):
                    pairs.append((-worth, claim.id, (one["key"], number), claim))
    found: dict[Member, EventClaim] = {}
    taken: dict[str, str] = {}
    for _, claim_id, member, claim in sorted(pairs, key=lambda pair: pair[:3]):
        if member not in found and taken.setdefault(claim_id, member[0]) == member[0]:
            found[member] = claim
    return found


def _worth(claim: EventClaim, incident: Mapping[str, Any], words: str, text: str) -> float:
    """Return how well a claim fits a member, 0 where it does not: its quote must hold the words, its type be kin."""
    held = any(words in " ".join(quote.text.split()) for quote in (claim.quote, *claim.also_quoted))
    if not held and not around(claim, words, text):
        return 0.0
    kin = codebook().kinship(incident["type"], claim.type)
    kin = kin or 0.5 * (codebook()[incident["type"]].family == codebook()[claim.type].family)
    if not kin:
        return 0.0
    place = claim.place.entry.name if claim.place and claim.place.entry else ""
    return kin + 2 * in_words(claim, words) + float(place == incident["place"])


def in_words(claim: EventClaim, words: str) -> bool:
    """Whether the words hold what a claim was read from."""
    return claim.trigger.casefold() in words.casefold()


def around(claim: EventClaim, words: str, text: str) -> bool:
    """Whether a claim's quote is a part of the words or overlaps them."""
    start = text.find(words)
    spans = [(quote.start, quote.end) for quote in (claim.quote, *claim.also_quoted)]
    return start >= 0 and any(first < start + len(words) and start < end for first, end in spans)
