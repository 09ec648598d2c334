"""The names of places in a phrase: which of them it is about, what holds it, how closely each tells where."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.reading import Phrase
from dateline.resolve.places.choice import Choice
from dateline.resolve.places.passing import is_people, lies_beyond, names_an_owner
from dateline.resolve.places.phrase_words import PhraseWords
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.shapes import PlaceShapes
from dateline.resolve.places.surroundings import BASE_KINDS, WIDER
from dateline.resolve.places.unknown import is_spot

_FINE: Final = (
    PlacePrecision.SITE,
    PlacePrecision.TOWN,
    PlacePrecision.AREA,
    PlacePrecision.DISTRICT,
    PlacePrecision.PROVINCE,
)
_UNKNOWN: Final = 1.5


class PhraseNames:
    """The names of places in the phrases of one report.

    Args:
        annotated: the report.
        mentions: its names of places, in text order.
        choices: what each was taken for.
        shapes: gives the provinces of towns and the sites in them.
    """

    def __init__(
        self, annotated: Annotated, mentions: Sequence[PlaceMention], choices: Sequence[Choice], shapes: PlaceShapes
    ) -> None:
        self._annotated = annotated
        self._mentions = mentions
        self._choices = choices
        self._shapes = shapes
        self._words = PhraseWords(annotated)

    def inside(self, phrase: Phrase) -> list[int]:
        """Return the names that stand in a phrase, by their numbers."""
        return [
            n
            for n, m in enumerate(self._mentions)
            if (phrase.start <= m.start and m.end <= phrase.end + 1) or m.start <= phrase.start < m.end
        ]

    def main(self, phrase: Phrase, inside: Sequence[int]) -> int | None:
        """Return the mention that the phrase is about, None where its names only say where something lies."""
        head = self._words.token(phrase)
        for number in inside:
            mention = self._mentions[number]
            if mention.first <= phrase.head <= mention.last or (
                mention.noun_at == phrase.head and not mention.attributive
            ):
                return self._spot_on(number, inside)
        kind = self._words.kind(phrase) if head else None
        fine = [
            n
            for n in inside
            if not self._mentions[n].attributive
            and n not in {self._mentions[k].inside for k in inside}
            and n not in {self._mentions[k].beside for k in inside}  # "A, a district north of B" is A
        ]
        if kind is None:
            return min(fine, key=self._fineness, default=None)
        if kind in ("town", "capital", *WIDER):
            return next((n for n in fine if self._mentions[n].near), None)
        if kind in BASE_KINDS:
            fine = [n for n in fine if not self._choices[n].entry or self._has_site(kind, n)]
        settled = [n for n in fine if kind == "area" or self._fineness(n) <= _UNKNOWN]
        return min(settled, key=self._fineness, default=None)

    def holder(self, inside: Sequence[int]) -> PlaceEntry | None:
        """Return the first place of some names but a country, with its province for a town of the same name."""
        entries = [entry for n in inside if (entry := self._choices[n].entry)]
        entries = [self._shapes.province_of(entry) or entry for entry in entries]
        return min(entries, key=lambda entry: entry.precision is PlacePrecision.COUNTRY, default=None)

    def holder_of(self, mention: PlaceMention) -> PlaceEntry | None:
        """Return the place that a name is told to lie in."""
        return self._choices[mention.inside].entry if mention.inside is not None else None

    def anchor_of(self, mention: PlaceMention) -> PlaceEntry | None:
        """Return the town that a place is told to lie near."""
        return self._choices[mention.beside].entry if mention.beside is not None else None

    def is_an_owner_s(self, number: int) -> bool:
        """Tell whether a name that the gazetteer lacks only says whose a car or an office is, or who somebody is."""
        mention = self._mentions[number]
        if self._choices[number].entry is not None:
            return False
        tokens = self._annotated.sentences[mention.sentence].tokens
        people = mention.noun is None and is_people(tokens, mention.last)
        return people or names_an_owner(tokens, mention.last)

    def is_beyond(self, number: int) -> bool:
        """Tell whether a name only says where the way leads or what lies farther on."""
        mention = self._mentions[number]
        return lies_beyond(mention, self._annotated.sentences[mention.sentence])

    def _has_site(self, kind: str, number: int) -> bool:
        return self._shapes.site_in(kind, self._mentions[number], self._choices[number].entry) is not None

    def _spot_on(self, number: int, inside: Sequence[int]) -> int:
        """Return the town told behind a river or line that runs through several: "the Line of Control in Poonch"."""
        entry = self._choices[number].entry
        if entry is None or entry.precision is not PlacePrecision.AREA:
            return number
        towns = (n for n in inside if n > number and is_spot(self._choices[n].entry))
        return next(towns, number)

    def _fineness(self, number: int) -> float:
        """Return how closely a mention tells where, the closest 0; seas, of no country, come last.

        A name that the gazetteer lacks is as close as a town, behind any that it has.
        """
        entry = self._choices[number].entry
        if entry is None and (
            self._mentions[number].noun not in WIDER or is_spot(self.holder_of(self._mentions[number]))
        ):
            return _UNKNOWN  # "the A district of B", a city, is a quarter
        return _FINE.index(entry.precision) if entry and entry.country and entry.precision in _FINE else len(_FINE)
