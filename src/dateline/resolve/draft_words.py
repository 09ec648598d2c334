"""The words and links of drafts: what makes a claim's id, and lists of links without repetition."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.model.actor import ActorLink
from dateline.model.claim import Claim
from dateline.model.place import PlaceLink
from dateline.model.reading import ControlReading, Phrase, TollReading
from dateline.resolve.draft import Draft
from dateline.resolve.places.choice import lies_in


def raw_words(draft: Draft) -> tuple[str, ...]:
    """Return the words that tell one claim of a quote from another; nothing that resolution may change."""
    reading = draft.reading
    words = [str(reading.trigger.start), reading.trigger.text, str(draft.part)]
    words += [f"{phrase.start} {phrase.text}" for phrase in reading.places]
    if isinstance(reading, TollReading):
        words += [f"{phrase.start} {phrase.text}" for phrase in (reading.count, reading.victims) if phrase]
    if isinstance(reading, ControlReading):
        words += [reading.change, *(phrase.text for phrase in reading.holders)]
    return tuple(words)


def inner(phrase: Phrase) -> Phrase:
    """Return what a phrase is made up of, where its head names none: "a coalition of Islamist groups"."""
    _, of, inner = phrase.text.partition(" of ")
    return replace(phrase, start=phrase.end - len(inner), text=inner) if of else phrase


def same_place(one: PlaceLink, other: PlaceLink) -> bool:
    """Whether two links mean one place, by entry or, without any, by words."""
    if one.entry is None or other.entry is None:
        return one.entry is other.entry and one.words == other.words
    return one.entry.id == other.entry.id


def holds(wider: PlaceLink, finer: PlaceLink) -> bool:
    """Whether one place only says what the other lies in: "in Omdurman in Sudan", "in the A quarter, Omdurman"."""
    if wider.entry is None or finer.entry is None:
        return False
    lacking = finer.entry.unlisted and finer.entry.near == wider.entry.name
    return lacking or lies_in(finer.entry, wider.entry)


def distinct(links: Iterable[ActorLink]) -> tuple[ActorLink, ...]:
    """Return links in order, of those with one name the first."""
    return tuple({link.name: link for link in reversed(list(links))}.values())[::-1]


def unique(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims in order, each id once."""
    return tuple({claim.id: claim for claim in claims}.values())
