"""What sort of thing a noun phrase names: place, combatant, civilian, people, materiel, actor, time."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.reference.lexicon import lexicon, time_heads
from dateline.extract.tree import Tree
from dateline.model.annotated import Mention

_BY_MENTION: Final = {
    "location": frozenset({"place", "name"}),
    "organisation": frozenset({"actor", "name"}),
    "person": frozenset({"person", "actor", "name"}),
    "nationality": frozenset({"actor", "name"}),
    "weapon": frozenset({"materiel"}),
    "platform": frozenset({"materiel"}),
    "vehicle": frozenset({"materiel"}),
    "time": frozenset({"time"}),
}
_NONE: Final[frozenset[str]] = frozenset()
_UNKNOWN_NAME: Final = frozenset({"name", "place", "actor"})  # a name that the tagger passed over may be either
_PRONOUN_PEOPLE: Final = frozenset({"actor", "pronoun", "people"})
_PRONOUN_THING: Final = frozenset({"actor", "pronoun", "place"})
_STATE_NOUNS: Final = frozenset({"government", "regime", "state", "ministry", "authority", "authorities", "administration",
                                 "junta", "council", "party", "alliance", "organization", "organisation", "movement",
                                 "opposition", "resistance", "front", "warplane", "army"})


@cache
def noun_classes(lemma: str) -> frozenset[str]:
    """Return the classes of a common noun, empty where the lexicon does not know it.

    Args:
        lemma: a lemma in lower case.
    """
    words = lexicon()
    out = {name for name in ("place", "combatant", "civilian", "people", "materiel", "aircraft") if lemma in words[name]}
    if lemma in time_heads() or (len(lemma) == 4 and lemma.isdigit() and lemma[:2] in ("19", "20")):
        out.add("time")
    if out & {"combatant", "civilian", "people", "aircraft"} or lemma in _STATE_NOUNS:
        out.add("actor")
    return frozenset(out)


class Classes:
    """The classes of every token of a report.

    A name's type is the one that the tagger gives it most often over the whole report, and a short form takes the type of
    the full name that holds it ("the Front" after "Al-Nusra Front"): bare second mentions are where taggers go wrong.

    Args:
        mentions: the report's mentions.
        trees: the trees of its sentences.
    """

    def __init__(self, mentions: Sequence[Mention], trees: Sequence[Tree]) -> None:
        self._trees = trees
        self._type: dict[tuple[int, int], str] = {}
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        places: dict[tuple[int, int], str] = {}
        for mention in mentions:
            tree = trees[mention.sentence]
            for number, token in enumerate(tree.tokens):
                if mention.start <= token.start and token.end <= mention.end:
                    self._type[tree.index, number] = mention.type
                    places[tree.index, number] = token.text.lower()
                    if token.upos == "PROPN":
                        votes[token.text.lower()][mention.type] += 1
        for where, word in places.items():
            if votes[word]:
                best, most = votes[word].most_common(1)[0]
                if most > votes[word][self._type[where]]:
                    self._type[where] = best

    def mention_type(self, sentence: int, token: int) -> str | None:
        """Return the type of the mention that covers a token, None where none does."""
        return self._type.get((sentence, token))

    def of(self, tree: Tree, token: int) -> frozenset[str]:
        """Return the classes of the phrase that a token heads."""
        word = tree.tokens[token]
        if word.upos == "PRON":
            return _PRONOUN_THING if word.text.lower() in ("it", "this", "that", "which", "there") else _PRONOUN_PEOPLE
        common = noun_classes(tree.lemma(token))
        named = _BY_MENTION.get(self._type.get((tree.index, token), ""), _NONE)
        if word.upos == "PROPN":
            return (named or _UNKNOWN_NAME) | common
        if common:
            return common
        if word.upos in ("ADJ", "NUM") and not named:
            return frozenset({"people", "actor"}) if word.upos == "NUM" or word.xpos.startswith("NN") else _NONE
        return named
