"""Hotels, schools and markets: the town that each is in, by what its sentence or the report told of it before."""

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.place import PlaceEntry
from dateline.model.reading import Phrase
from dateline.resolve.places.choice import Choice
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.unknown import is_spot

_POINTING: Final = frozenset({"the", "this", "that"})


class Sites:
    """What one report tells of the sites in its towns.

    Args:
        annotated: the report.
        mentions: its names of places, in text order.
        choices: what each was taken for.
    """

    def __init__(self, annotated: Annotated, mentions: Sequence[PlaceMention], choices: Sequence[Choice]) -> None:
        self._sentences = annotated.sentences
        self._named = tuple(zip(mentions, (choice.entry for choice in choices), strict=True))

    def only_town(self, numbers: Iterable[int]) -> PlaceEntry | None:
        """Return the one town among some names of places, given by their numbers."""
        towns = [entry for n in numbers if is_spot(entry := self._named[n][1])]
        return towns[0] if len(towns) == 1 else None

    def town_behind(self, phrase: Phrase) -> PlaceEntry | None:
        """Return the town that a sentence names right behind a site with a name of its own."""
        behind = (e for m, e in self._named if m.sentence == phrase.sentence and m.start >= phrase.end)
        town = next(behind, None)
        return town if is_spot(town) else None

    def town_ahead(self, phrase: Phrase) -> PlaceEntry | None:
        """Return the town that a sentence opens with: "In A, crowds torched the People's Hall"."""
        ahead = [(m, e) for m, e in self._named if m.sentence == phrase.sentence and m.end <= phrase.start]
        if not ahead or not is_spot(ahead[0][1]):
            return None
        tokens = self._sentences[phrase.sentence].tokens
        opens = ahead[0][0].first == 1 and tokens[0].text.lower() in ("in", "at")
        return ahead[0][1] if opens else None

    def introduced(self, phrase: Phrase, token: Token) -> tuple[PlaceEntry, str] | None:
        """Return where "the market" is: in the place that the report named with the noun when it told of it first."""
        if phrase.text.split(maxsplit=1)[0].lower() not in _POINTING:
            return None
        for mention, entry in reversed(self._named):
            if entry is None or mention.sentence >= phrase.sentence or mention.near:
                continue
            tokens = self._sentences[mention.sentence].tokens
            head = tokens[mention.last].head
            if head >= 0 and tokens[head].lemma == token.lemma and tokens[head].upos == "NOUN":
                return entry, f"{entry.name}, where the report told of the {token.lemma}"
        return None

    def kind_of_holder(self, phrase: Phrase) -> str | None:
        """Return "town" of a part of a town named before: "a coastal district of the city"."""
        tokens = self._sentences[phrase.sentence].tokens
        words = [t.text.lower() for t in tokens[phrase.head + 1 : phrase.head + 4] if t.end <= phrase.end]
        return "town" if words[:2] in (["of", "the"], ["in", "the"]) and words[2:] in (["city"], ["town"]) else None
