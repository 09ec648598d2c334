"""Drafts of readings: one for each place that a reading names, the closest that its words and its sentence tell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.place import PlaceLink
from dateline.model.reading import EventReading, Phrase, Reading, TollReading
from dateline.resolve.actors.resolver import ActorResolver
from dateline.resolve.asides import Asides
from dateline.resolve.draft import Draft
from dateline.resolve.draft_words import distinct, holds, same_place
from dateline.resolve.inheritance import is_fine
from dateline.resolve.places.closer import closer
from dateline.resolve.places.passing import is_way
from dateline.resolve.places.resolver import PlaceResolver
from dateline.resolve.places.sayers import is_where_they_speak

_BACK: Final = frozenset({"it", "them", "this", "that"})  # point back


class Drafts:
    """The drafts of one report.

    Args:
        annotated: the report with its annotation.
        readings: its claims as read.
        places: resolves its places.
        actors: resolves its actors, and with them those who speak.
        asides: tells whose a place is.
    """

    def __init__(
        self,
        annotated: Annotated,
        readings: Sequence[Reading],
        places: PlaceResolver,
        actors: ActorResolver,
        asides: Asides,
    ) -> None:
        self._annotated = annotated
        self._readings = readings
        self._places = places
        self._actors = actors
        self._asides = asides
        self._mentioned = places.mentioned()
        self._scenes = places.named.scenes()

    def of(self, kind: type[Reading]) -> list[Draft]:
        """Return the drafts of all readings of a kind, in their order."""
        return [draft for reading in self._readings if isinstance(reading, kind) for draft in self._placed(reading)]

    def _placed(self, reading: Reading) -> Iterator[Draft]:
        """Yield a draft for each place that a reading names, one without a place where it names none."""
        links: list[PlaceLink] = []
        for phrase in reading.places:
            link = self._places.resolve(phrase)
            if link is not None and not any(same_place(link, other) for other in links):
                links.append(link)
        links = [link for link in links if not any(holds(link, other) for other in links)]
        if reading.places and not links and (beside := self._named_beside(reading, reading.places[0])):
            links = [beside]
        if len(links) == 1 and isinstance(reading, EventReading):
            sentence = self._annotated.sentences[reading.sentence]
            links = [closer(links[0], self._scenes, sentence, partial(self._is_another, reading))]
        said_by = distinct(link for phrase in reading.said_by for link in self._actors.speaker(phrase))
        for number, link in enumerate(links or [None]):
            block = self._annotated.sentences[reading.sentence].block
            yield Draft(reading, number, link, said_by=said_by, block=block)

    def _is_another(self, reading: Reading, link: PlaceLink) -> bool:
        """Whether a place of a reading's sentence is another claim's, or that of an aside."""
        others = (
            one for one in self._besides(reading) if not (isinstance(one, TollReading) and one.event == reading.key)
        )
        taken = any(spot.start <= link.start < spot.end for one in others for spot in one.places)
        return taken or not self._asides.is_told_of(reading.trigger, (link.start, link.end))

    def _besides(self, reading: Reading) -> Iterator[Reading]:
        """Yield the other readings of a reading's sentence."""
        return (one for one in self._readings if one is not reading and one.sentence == reading.sentence)

    def _named_beside(self, reading: Reading, spot: Phrase) -> PlaceLink | None:
        """Return the place that a sentence names nearest behind an unnamed spot, else before it."""
        sentence = self._annotated.sentences[spot.sentence]
        opening = self._places.scenes.opening(spot.sentence)
        if opening is not None and opening.end <= reading.trigger.start and spot.text.lower() not in _BACK:
            return opening
        here = [link for link in self._scenes if sentence.start <= link.start < sentence.end and is_fine(link)]
        here = [link for link in here if not is_where_they_speak(self._annotated, link.start)]
        ends = [link for link in self._mentioned if sentence.start <= link.start < sentence.end and is_fine(link)]
        named = here or (ends if is_way(spot.text) else [])
        ways = (spot, reading.trigger)
        named = [one for one in named if any(self._asides.is_told_of(way, (one.start, one.end)) for way in ways)]
        if spot.text.lower() in _BACK:  # "an hour after troops had overrun it"
            told = [phrase for one in self._besides(reading) for phrase in one.places if phrase.start < spot.start]
            scenes = [link for link in named if any(p.start <= link.start < p.end for p in told)]
            named = scenes or [link for link in named if link.start < spot.start and not told]
        behind = [link for link in named if link.start >= spot.start]
        link = next(iter(behind or named[::-1]), None)
        return replace(link, how=f"named beside “{spot.text}”: {link.how}") if link else None
