"""What sort of thing a noun phrase names: place, combatant, civilian, people, materiel, actor, time."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.crowds import protests, stands_for_protesters
from dateline.extract.name_types import NameTypes
from dateline.extract.noun_classes import AIRCRAFT, TALKS, noun_classes, part_of, qualified
from dateline.extract.tree import Tree
from dateline.model.annotated import Mention, Token
from dateline.reference.lexicon import lexicon

FIGHTERS: Final = frozenset({"combatant", "irregular"})
"""The classes of those who fight."""
UNDER_ARMS: Final = FIGHTERS | {"security"}
"""The classes of those who bear arms, police among them."""
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
_OCCASION: Final = frozenset({"name"})  # "the Gulf War", "the Nordic Championships"
_SEVERAL: Final = frozenset({"people"})
_MAKES: Final = frozenset(
    {"su", "mig", "mi", "ka", "tu", "il", "uh", "ah", "f", "b", "mq", "rq", "mh", "yak", "an", "jf", "ac", "fpv", "oh"}
)  # of aircraft, before "-" and a number
_COUNTED: Final = frozenset({"people", "actor"})  # "hundreds marched"
_PROTESTER: Final = frozenset({"protester"})
_PARTY_NAME: Final = frozenset({"name", "actor"})
_PLACE: Final = frozenset({"place"})
_TIME: Final = frozenset({"time"})
_PRONOUN: Final = frozenset({"pronoun"})
_PRONOUN_PEOPLE: Final = frozenset({"actor", "pronoun", "people"})
_PRONOUN_THING: Final = frozenset({"actor", "pronoun", "place"})


def _who_told(tree: Tree, pronoun: int) -> int:
    """Return the subject of the verb of saying that a pronoun takes up: "the army said it had"; -1 for none."""
    verb = tree.head(pronoun)
    if tree.rel(pronoun) != "nsubj" or verb < 0 or tree.rel(verb) != "ccomp" or tree.words[pronoun] == "i":
        return -1
    told = (kid for kid in tree.children(tree.head(verb), "nsubj") if kid < pronoun and tree.tokens[kid].upos != "PRON")
    return next(told, -1)


@cache
def _occasions() -> frozenset[str]:
    """Return the nouns of which a name is a war, game or law: neither a party nor a place."""
    return lexicon()["war"] | lexicon()["sport"] | lexicon()["abstract"]


def _is_designation(tree: Tree, token: int) -> bool:
    """Whether a name is an aircraft's by its make and number, split at the hyphen: "Su-25s"."""
    if tree.words[token] not in _MAKES or token + 2 >= len(tree):
        return False
    return tree.words[token + 1] == "-" and tree.words[token + 2].rstrip("s").isdecimal()


def _is_plural_name(word: Token, named: frozenset[str]) -> bool:
    """Whether a common noun by its tag is the name of a group's people: "150 Houthis"."""
    return word.xpos == "NNS" and word.text[:1].isupper() and "name" in named and "place" not in named


def _are_counted(tree: Tree, token: int) -> bool:
    """Whether a plural name is told with a number, so that it names people, and no place: "at least 150 Houthis"."""
    word = tree.tokens[token]
    return word.xpos in ("NNS", "NNPS") and word.text[:1].isupper() and bool(tree.children(token, "nummod"))


class Classes:
    """The classes of every token of a report.

    Args:
        mentions: the report's mentions.
        trees: the trees of its sentences.
    """

    def __init__(self, mentions: Sequence[Mention], trees: Sequence[Tree]) -> None:
        self._trees = trees
        self._types = NameTypes(mentions, trees)
        self._known: dict[tuple[int, int], frozenset[str]] = {}

    def may_be_a_person(self, sentence: int, token: int) -> bool:
        """Return whether a name is a place by the gazetteer alone: the tagger took it for a person's."""
        return self._types.may_be_a_person(sentence, token)

    def mention_type(self, sentence: int, token: int) -> str | None:
        """Return the type of the mention that covers a token, None where none does."""
        return self._types.of(sentence, token)

    def of(self, tree: Tree, token: int) -> frozenset[str]:
        """Return the classes of the phrase that a token heads: of "all of the town" those of the town."""
        key = (tree.index, token)
        known = self._known.get(key)
        if known is None:
            inner = part_of(tree, token)
            named = token if inner is None else inner
            own = self._own(tree, named)
            known = self._known[key] = own | _PROTESTER if self._protests(tree, token, named) else own
        return known

    def _stands_as_a_name(self, tree: Tree, token: int) -> bool:
        """Whether what the tagger took for a make of arms is one thing of its name: "recaptured Robotyne"."""
        if tree.tokens[token].xpos != "NNP" or any(c.isdigit() for c in tree.words[token]):
            return False
        return tree.rel(token) in ("obj", "obl", "nmod") and not tree.children(
            token, "det", "nummod", "nmod:poss", "amod"
        )

    def _protests(self, tree: Tree, token: int, named: int) -> bool:
        if protests(tree, token) or (named != token and protests(tree, named)):
            return True
        return stands_for_protesters(tree, token, self._trees[tree.index - 1] if tree.index else None)

    def _named(self, tree: Tree, token: int) -> frozenset[str]:
        """Return what the mention that covers a token makes it; "150 Houthis" are people, whatever it says."""
        named = _BY_MENTION.get(self._types.of(tree.index, token) or "", _NONE)
        return _PARTY_NAME if "place" in named and _are_counted(tree, token) else named

    def _own(self, tree: Tree, token: int) -> frozenset[str]:
        word = tree.tokens[token]
        if word.upos == "PRON":
            meant = _who_told(tree, token)
            if meant >= 0 and (known := self.of(tree, meant)) & UNDER_ARMS:
                return known | _PRONOUN
            return _PRONOUN_THING if word.text.lower() in ("it", "this", "that", "which", "there") else _PRONOUN_PEOPLE
        named = self._named(tree, token)
        common = noun_classes(tree.lemma(token), by_ending=word.upos != "PROPN" or "place" not in named)
        if word.text == "march":  # in small letters no month
            common -= _TIME
        if _is_designation(tree, token):
            return AIRCRAFT
        if word.upos == "PROPN" or (not common and _is_plural_name(word, named)):
            all_tagged = named == _TIME and word.text.isalpha()  # "took Kidal last Friday": all of it taken for a time
            if not common and (all_tagged or ("materiel" in named and self._stands_as_a_name(tree, token))):
                named = _NONE
            if word.xpos in ("NNPS", "NNS") and "place" not in named:
                common |= _SEVERAL  # "three Arabs", "two Yazidis"
            if tree.lemma(token) == "state" and "actor" in named:
                common -= _PLACE  # "Islamic State"
            unknown = _OCCASION if tree.lemma(token) in _occasions() else _UNKNOWN_NAME
            known = self._types.armed(tree.index, token)
            return (named or unknown) | known | qualified(tree, token, common)
        if common == TALKS:
            return named | common
        if common:
            return qualified(tree, token, common)
        if tree.lemma(token) in lexicon()["quantity"] and word.upos == "NOUN":
            return _COUNTED
        if word.upos in ("ADJ", "NUM") and not named:
            return frozenset({"people", "actor"}) if word.upos == "NUM" or word.xpos.startswith("NN") else _NONE
        return named
