"""Hotels, schools and markets: the town that each is in, by what its sentence or the report told of it before."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.how import WHERE_TOLD
from dateline.model.place import PlaceEntry
from dateline.model.reading import Phrase
from dateline.reference.places_words import place_nouns
from dateline.resolve.places.choice import Choice
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.unknown import is_spot

_POINTING: Final = frozenset({"the", "this", "that"})
_IN: Final = frozenset({"in", "of", "at", "near"})
_CLITICS: Final = frozenset({"'s", "’s"})
_OF_NOUNS: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_LEAD: Final = 3  # sentences in which a headline is told again
_DEPTH: Final = 3  # nouns between "market" and the name in "a market in the centre of the town of A"


class Sites:
    """What one report tells of the sites in its towns.

    Args:
        annotated: the report.
        mentions: its names of places, in text order.
        choices: what each was taken for.
    """

    def __init__(self, annotated: Annotated, mentions: Sequence[PlaceMention], choices: Sequence[Choice]) -> None:
        self._sentences = annotated.sentences
        self._nouns = place_nouns()
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
            if self._is_of(token.lemma, mention):
                return entry, f"{entry.name}, {WHERE_TOLD} the {token.lemma}"
        return None

    def told_later(self, phrase: Phrase, token: Token) -> tuple[PlaceEntry, str] | None:
        """Return where the market of a headline is: in the first town that the lead names with the noun."""
        for mention, entry in self._named:
            if entry is None or not 0 < mention.sentence - phrase.sentence <= _LEAD or not is_spot(entry):
                continue
            if self._is_of(token.lemma, mention):
                return entry, f"{entry.name}, where the report tells of the {token.lemma} next"
        return None

    def _is_of(self, lemma: str, mention: PlaceMention) -> bool:
        """Tell whether a name is told with a noun: "a market in A", "a market in the town of A"."""
        tokens, at = self._sentences[mention.sentence].tokens, mention.last
        for _ in range(_DEPTH):
            at = tokens[at].head
            if at < 0 or tokens[at].upos not in ("NOUN", "PROPN"):
                return False
            if tokens[at].lemma.lower() == lemma.lower() and tokens[at].upos == "NOUN":
                return True
        return False

    def inner(self, phrase: Phrase) -> Token | None:
        """Return the noun of the site that something is a part of: "the ground floor of the Park Hotel"."""
        tokens = self._sentences[phrase.sentence].tokens
        behind = [t for t in tokens[phrase.head + 1 :] if t.end <= phrase.end]
        if len(behind) < 2 or behind[0].text.lower() not in _IN or behind[1].text.lower() not in _POINTING:
            return None
        nominal = list(takewhile(lambda t: t.upos in _OF_NOUNS, behind[1:]))
        return nominal[-1] if self._nouns.get(nominal[-1].lemma.lower()) == "site" else None

    def town_of(self, phrase: Phrase) -> tuple[str, bool] | None:
        """Return "town" or "capital" of what a phrase says something is in, and whether that is new to the report.

        "A coastal district of the city", "a church in a jungle town", "the town's market".
        """
        tokens = self._sentences[phrase.sentence].tokens
        ahead = [t for t in tokens[: phrase.head] if t.start >= phrase.start]
        for noun, clitic in pairwise(ahead):
            if clitic.text in _CLITICS and self._nouns.get(noun.lemma.lower()) in ("town", "capital"):
                return self._nouns[noun.lemma.lower()], ahead[0].text.lower() not in _POINTING
        behind = [t for t in tokens[phrase.head + 1 :] if t.end <= phrase.end]
        while behind and behind[0].text.lower() in _IN:  # "the gates of the bank in the heart of A's capital"
            nominal = list(takewhile(lambda t: t.upos in _OF_NOUNS or t.text in _CLITICS, behind[1:]))
            kind = self._nouns.get(nominal[-1].lemma.lower()) if nominal else None
            if kind in ("town", "capital"):
                return kind, nominal[0].text.lower() not in _POINTING
            behind = behind[1 + len(nominal) :]
        return None
