"""The words of a phrase: its head, the kind of place that its noun stands for, whether it tells of a new one."""

from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase
from dateline.reference.places_words import place_nouns
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.surroundings import BASE_KINDS

_NEW: Final = frozenset({"a", "an", "another", "last", "first", "second", "third", "only", "new", "next", "other"})

_OF_A_PART: Final = frozenset(
    {"provincial", "regional", "state", "district", "county", "departmental", "prefectural", "breakaway", "separatist",
     "secessionist", "rebel", "rebel-held", "insurgent", "self-proclaimed", "self-declared", "self-styled"}
)  # fmt: skip
_AT_A_PIT: Final = frozenset({"at", "from", "in", "inside", "near", "outside"})


class PhraseWords:
    """The words of the phrases of one report.

    Args:
        annotated: the report.
    """

    def __init__(self, annotated: Annotated) -> None:
        self._sentences = annotated.sentences
        self._nouns = place_nouns()

    def is_new(self, phrase: Phrase) -> bool:
        """Tell whether a phrase describes a place for the first time rather than pointing back to one."""
        before = [
            t for t in self.tokens(phrase) if t.start < self._sentences[phrase.sentence].tokens[phrase.head].start
        ]
        return not before or any(t.lemma.lower() in _NEW or t.xpos in ("JJS", "RBS") for t in before)

    def is_of_a_part(self, phrase: Phrase) -> bool:
        """Tell whether a capital is one of a part of a country, or of those who broke away from it."""
        return not _OF_A_PART.isdisjoint(token.text.lower() for token in self.tokens(phrase))

    def token(self, phrase: Phrase) -> Token | None:
        """Return the head of a phrase, None where the sentence has no such word."""
        tokens = self._sentences[phrase.sentence].tokens
        return tokens[phrase.head] if 0 <= phrase.head < len(tokens) else None

    def tokens(self, phrase: Phrase) -> list[Token]:
        """Return the words of a phrase."""
        return [t for t in self._sentences[phrase.sentence].tokens if phrase.start <= t.start and t.end <= phrase.end]

    def head_words(self, phrase: Phrase) -> str:
        """Return the head noun in lower case, with the word before it where the two are one noun ("air base")."""
        token = self.token(phrase)
        if token is None:
            return ""
        tokens = self._sentences[phrase.sentence].tokens
        pair = f"{tokens[phrase.head - 1].text.lower()} {token.lemma.lower()}" if phrase.head else ""
        return pair if pair in self._nouns else token.lemma.lower()

    def kind(self, phrase: Phrase) -> str | None:
        """Return the kind of place that the head noun of a phrase stands for ("town", "site" …), None for no place."""
        return self._nouns.get(self.head_words(phrase))

    def is_charge(self, phrase: Phrase) -> bool:
        """Tell whether a mine is one that blows up rather than one in which people dig: "drove over a mine"."""
        token = self.token(phrase)
        if token is None or token.lemma.lower() != "mine":
            return False
        tokens = self._sentences[phrase.sentence].tokens
        cases = {one.text.lower() for one in tokens if one.head == phrase.head and one.deprel == "case"}
        compounds = any(one.head == phrase.head and one.deprel == "compound" for one in tokens)  # "a gold mine"
        return not (compounds or cases & _AT_A_PIT)

    def with_camp(self, mention: PlaceMention) -> str | None:
        """Return a name with the noun before it where capitals make the two one: "Camp Shaheen"."""
        before = self._sentences[mention.sentence].tokens[mention.first - 1] if mention.first else None
        named = before is not None and before.text.istitle() and self._nouns.get(before.text.lower()) in BASE_KINDS
        return f"{before.text} {mention.name}" if named and before else None

    def with_noun(self, mention: PlaceMention) -> str | None:
        """Return a name with the noun behind it where capitals make the two one: "Association Quarter"."""
        tokens, at = self._sentences[mention.sentence].tokens, mention.noun_at
        if at is None or at <= mention.last or not tokens[at].text[:1].isupper():
            return None
        between = tokens[mention.last + 1 : at + 1]
        return (
            " ".join([mention.name, *(t.text for t in between)]) if all(t.text[:1].isupper() for t in between) else None
        )
