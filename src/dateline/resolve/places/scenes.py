"""The one town that a sentence of a report names as a scene, and the town of its letterhead."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.how import TAKEN_OVER
from dateline.model.place import VAST, PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.report import BlockKind
from dateline.reference.calendar import find_dates
from dateline.reference.places_words import COMPASS, DISTANCES
from dateline.resolve.places.choice import Choice
from dateline.resolve.places.coreference import Coreference, Spot
from dateline.resolve.places.letterhead import is_letterhead
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.shapes import PlaceShapes
from dateline.resolve.places.unknown import is_spot, unknown

_OPENING: Final = frozenset({"In", "At", "On", "Near"})
_HEAD_BLOCKS: Final = 3  # a title and what stands beneath it
_SHORTEST: Final = 4  # words of a sentence that opens with a place
_OF_A_WAY: Final = COMPASS | DISTANCES.keys() | {"-"}


class Scenes:
    """The scenes of one report.

    Args:
        annotated: the report.
        mentions: its names of places, in text order.
        choices: what each was taken for.
        shapes: gives the land near a town.
        named: the places that the names mean.
    """

    def __init__(
        self,
        annotated: Annotated,
        mentions: Sequence[PlaceMention],
        choices: Sequence[Choice],
        shapes: PlaceShapes,
        named: Coreference,
    ) -> None:
        self._annotated = annotated
        self._order = tuple(mentions)
        self._besides = frozenset(mentions[m.beside].start for m in mentions if m.beside is not None)
        self._chosen = {m.start: (m, choice) for m, choice in zip(mentions, choices, strict=True)}
        held = (m.inside for m, choice in zip(mentions, choices, strict=True) if choice.entry and m.inside is not None)
        self._holders = frozenset(mentions[number].start for number in held)
        self._shapes = shapes
        self._named = named

    def only(self, sentence: int) -> PlaceLink | None:
        """Return the one town or site that a sentence names, but for where something lies and where who speaks is.

        Where it names none at all, the one that something is told to have been near, or the one district.
        """
        found = {s.entry.id: s for s in self._told_in(sentence) if is_spot(s.entry)}
        near = [s for s in self._named.named_in(sentence) if self._is_told_near(s)]
        near = [s for s in near if s.start not in self._besides] or near  # "near A, 80 km from B" is near A
        found = found or {s.entry.id: s for s in near}
        found = found or {s.entry.id: s for s in self._told_in(sentence) if _is_district(s)}
        if len(found) != 1:
            return None
        (spot,) = found.values()
        mention, choice = self._chosen[spot.start]
        if (told := self._told_near_it(mention)) is not None:
            how = f"{TAKEN_OVER} its sentence, which tells where it lies: {told.name}"
            entry = unknown(told.name, "place", None, spot.entry.country)
            return PlaceLink(entry, told.name, told.start, told.end, how)
        entry = self._shapes.shaped(mention, replace(choice, entry=spot.entry))[0] if mention.near else spot.entry
        how = f"{TAKEN_OVER} its sentence, which names no other: {spot.entry.name}"
        start = self.way_to(mention) if mention.near else mention.start
        return PlaceLink(entry, self._annotated.report.text[start : mention.end], start, mention.end, how)

    def _told_near_it(self, mention: PlaceMention) -> PlaceMention | None:
        """Return the name that the gazetteer lacks which is told by its way from a town: "A Junction, 80 km from B"."""
        told = (m for m, choice in self._chosen.values() if m.beside is not None and not (choice.entry or m.matches))
        return next((m for m in told if m.sentence == mention.sentence and self._order[m.beside or 0] is mention), None)

    def way_to(self, mention: PlaceMention) -> int:
        """Return where the words begin that tell the way from a town: "30 km north of A"."""
        tokens, at = self._annotated.sentences[mention.sentence].tokens, mention.first
        if at < 2 or tokens[at - 1].text.lower() not in ("of", "from"):
            return mention.start
        at -= 1
        while at and (tokens[at - 1].lemma.lower() in _OF_A_WAY or tokens[at - 1].upos == "NUM"):
            at -= 1
        return tokens[at].start

    def opening(self, sentence: int) -> PlaceLink | None:
        """Return the town that a sentence opens with for all that it tells: "On A, a reckoning at last: …"."""
        tokens = self._annotated.sentences[sentence].tokens
        if len(tokens) < _SHORTEST or tokens[0].text not in _OPENING:
            return None
        for spot in self._told_in(sentence):
            mention, _ = self._chosen[spot.start]
            if mention.first == 1 and tokens[mention.last + 1].text == "," and is_spot(spot.entry):
                how = f"{TAKEN_OVER} what its sentence opens with: {spot.entry.name}"
                return PlaceLink(spot.entry, mention.name, mention.start, mention.end, how)
        return None

    def alone_in(self, sentence: int) -> PlaceEntry | None:
        """Return the town of a sentence that names no other place but provinces and countries around it."""
        fine = {s.entry.id: s.entry for s in self._told_in(sentence) if s.entry.precision not in VAST}
        return next((entry for entry in fine.values() if len(fine) == 1 and is_spot(entry)), None)

    def letterhead(self) -> PlaceLink | None:
        """Return the town of a report's letterhead, where those who write sit: "National Police, A"."""
        scene = self.only(0)
        return scene if scene and is_letterhead(self._annotated.sentences[0], scene.start) else None

    def heading(self, sentence: int) -> PlaceLink | None:
        """Return the town where a chronicle is kept, for an entry without a place: "Rights Centre, A. 3-9 May 1999".

        It stands in the dated line beneath the title.

        Args:
            sentence: the number of one of the entry's sentences.
        """
        block = self._annotated.sentences[sentence].block
        if any(self._told_in(n) for n, one in enumerate(self._annotated.sentences) if one.block == block):
            return None
        return self._heading

    @cached_property
    def _heading(self) -> PlaceLink | None:
        report = self._annotated.report
        heads = [n for n, block in enumerate(report.blocks[:_HEAD_BLOCKS]) if block.kind is BlockKind.HEADLINE and n]
        dated = [n for n in heads if any(find_dates(report.text[report.blocks[n].start : report.blocks[n].end]))]
        here = (n for n, sentence in enumerate(self._annotated.sentences) if sentence.block in dated)
        scene = next((scene for n in here if (scene := self.only(n))), None)
        return replace(scene, how=f"{TAKEN_OVER} the heading: {scene.words}") if scene else None

    def _told_in(self, sentence: int) -> list[Spot]:
        told = (spot for spot in self._named.named_in(sentence) if not spot.passing)
        return [spot for spot in told if spot.start not in self._holders]

    def _is_told_near(self, spot: Spot) -> bool:
        """Tell whether a town is named for what was near it and for nothing else: "came under fire near A"."""
        mention, _ = self._chosen[spot.start]
        return is_spot(spot.entry) and mention.near and not (mention.attributive or spot.elsewhere)


def _is_district(spot: Spot) -> bool:
    return spot.entry.precision is PlacePrecision.DISTRICT
