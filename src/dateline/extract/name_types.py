"""What names are of: the type that the tagger gives each over the whole report, put right by the reference."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from dateline.extract.held_names import names_a_held_place, names_a_holder, top_of
from dateline.extract.name_runs import called_places, name_runs, names_with_genitive
from dateline.extract.tree import Tree
from dateline.model.actor import ActorKind
from dateline.model.annotated import Mention
from dateline.reference.actors import actors_named
from dateline.reference.lexicon import lexicon
from dateline.reference.places import Closeness, shared_places

_STAYING: Final = frozenset({"in", "at", "near"})
_NONE: Final[frozenset[str]] = frozenset()
_AT: Final = frozenset({"in", "at", "near", "around", "outside", "from", "to", "of"})
_DEALT: Final = frozenset({"from", "by", "against", "with"})
_THINGS: Final = frozenset({"weapon", "platform", "vehicle", "quantity", "money", "document"})  # "IED" is a village too
_FULL: Final = 2  # words of a person's name that is told in full
_LONG: Final = 3  # words of a name that can hardly be a party's by chance
_BY_KIND: Final = {
    ActorKind.REBEL_GROUP: frozenset({"combatant", "irregular"}),
    ActorKind.POLITICAL_MILITIA: frozenset({"combatant", "irregular"}),
    ActorKind.IDENTITY_MILITIA: frozenset({"combatant", "irregular"}),
    ActorKind.STATE_FORCES: frozenset({"combatant", "security"}),
}


@lru_cache(maxsize=8192)
def _known_place(name: str) -> bool:
    """Return whether the gazetteer has a place of that name, in any of its spellings."""
    return any(match.closeness <= Closeness.KEY for match in shared_places().named(name))


@lru_cache(maxsize=8192)
def _is_country(name: str) -> bool:
    return shared_places().country_named(name) is not None


@lru_cache(maxsize=8192)
def _known_actor(name: str) -> bool:
    """Return whether the reference has a party or outlet of that name (countries and their towns apart)."""
    return bool(actors_named(name))


@lru_cache(maxsize=8192)
def _kind_of(name: str) -> frozenset[str]:
    """Return the classes that a named party has by its kind in the reference: a group's are those of "rebels".

    Args:
        name: a name that the reference may know.
    """
    kinds = {entry.kind for entry in actors_named(name)}
    return _BY_KIND[kinds.pop()] if len(kinds) == 1 and kinds <= _BY_KIND.keys() else _NONE


def _people(mentions: Sequence[Mention], trees: Sequence[Tree]) -> frozenset[str]:
    """Return the single words of the names of persons told in full: their later short forms are persons too.

    No name is what the tagger makes of a shouted headline ("TROOPS TAKE BAGA") or of one with its verb.
    """
    words: set[str] = set()
    for mention in mentions:
        tree = trees[mention.sentence]
        name = tree.text[mention.start : mention.end].lower().split()
        if mention.type != "person" or len(name) < _FULL or _is_shouted(tree):
            continue
        if not any(tree.tokens[number].upos in ("VERB", "AUX") for number in _covered(tree, mention)):
            words.update(name)
    return frozenset(words)


def _is_shouted(tree: Tree) -> bool:
    """Whether all of a sentence is in capitals."""
    return tree.text[tree.sentence.start : tree.sentence.end].isupper()


def _is_at(tree: Tree, run: range) -> bool:
    """Whether a name stands behind a preposition of place."""
    return any(tree.case(number).rpartition(" ")[2] in _AT for number in run)


def _is_dealt_with(tree: Tree, run: range) -> bool:
    """Whether a name stands where parties do ("from al-Shabaab", "Houthi barracks"); a village has the name too."""
    top = top_of(tree, run)
    if names_a_holder(tree, run) or (tree.rel(top) == "compound" and tree.head(top) > run[-1]):
        return True
    return any(tree.case(number).rpartition(" ")[2] in _DEALT for number in run)


def _whole_name(tree: Tree, run: range) -> str:
    """Return a run's words with the adjectives in capitals before them, as the "Islamic" of "the Islamic State"."""
    first = run[0]
    while first > 0 and tree.tokens[first - 1].upos == "ADJ" and tree.tokens[first - 1].text[:1].isupper():
        first -= 1
    return tree.text[tree.tokens[first].start : tree.tokens[run[-1]].end]


def _looks_like_a_name(tree: Tree, run: range) -> bool:
    return any(tree.tokens[n].text[0].isalpha() and len(tree.tokens[n].text) > 2 for n in run)


def _without_place(tree: Tree, mention: Mention) -> int:
    """Return where a mention of people ends, the place where they are left out: "several women in Minova"."""
    if mention.type not in ("organisation", "person"):
        return mention.end
    first = bisect_left(tree.tokens, mention.start, key=attrgetter("start"))
    for number in range(first + 1, len(tree.tokens)):
        if tree.tokens[number].end > mention.end:
            break
        if tree.tokens[number].text in _STAYING and tree.tokens[number - 1].upos == "NOUN":
            return tree.tokens[number].start
    return mention.end


def _tagged(mentions: Sequence[Mention], trees: Sequence[Tree]) -> dict[tuple[int, int], str]:
    """Return the type of each token in a mention, by sentence and token: of a name that which it has most often."""
    types: dict[tuple[int, int], str] = {}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[tuple[int, int], str] = {}
    for mention in mentions:
        tree = trees[mention.sentence]
        for number in _covered(tree, mention):
            token, where = tree.tokens[number], (tree.index, number)
            types[where] = mention.type
            words[where] = token.text.lower()
            if token.upos == "PROPN":
                votes[words[where]][mention.type] += 1
    for where, word in words.items():
        if votes[word]:
            best, most = votes[word].most_common(1)[0]
            if most > votes[word][types[where]]:
                types[where] = best
    return types


def _covered(tree: Tree, mention: Mention) -> Iterator[int]:
    """Yield the tokens that lie in a mention."""
    end = _without_place(tree, mention)
    first = bisect_left(tree.tokens, mention.start, key=attrgetter("start"))
    for number in range(first, len(tree.tokens)):
        if tree.tokens[number].start >= end:
            break
        if tree.tokens[number].end <= end:
            yield number


def _may_be_a_place(tree: Tree, run: range, tagged: str | None) -> bool:
    """Whether a name that the gazetteer knows may be a place, whatever the tagger took it for.

    An organisation is a place only where it stands as one.
    """
    if tagged in _THINGS:
        return False
    stands_so = len(run) >= _LONG or _is_at(tree, run) or _is_in_country(tree, run)
    return tagged != "organisation" or stands_so or names_a_held_place(tree, run)


def _is_in_country(tree: Tree, run: range) -> bool:
    """Whether a name stands right before its country: "took Konna in Mali"."""
    following = tree.tokens[run[-1] + 1 : run[-1] + 3]
    return len(following) == 2 and following[0].text == "in" and _is_country(following[1].text)


class NameTypes:
    """The types of the names of a report.

    A name's type is the one that the tagger gives it most often over the whole report, and a short form takes the type
    of the full name that holds it ("the Front" after "Al-Nusra Front"): bare second mentions are where taggers go
    wrong.

    Args:
        mentions: the report's mentions.
        trees: the trees of its sentences.
    """

    def __init__(self, mentions: Sequence[Mention], trees: Sequence[Tree]) -> None:
        self._type = _tagged(mentions, trees)
        self._armed: dict[tuple[int, int], frozenset[str]] = {}
        self._doubtful: set[tuple[int, int]] = set()
        people = _people(mentions, trees)
        self._called_places = frozenset(name for tree in trees for name in called_places(tree))
        for tree in trees:
            for run in (*name_runs(tree), *names_with_genitive(tree, _known_actor)):
                self._overrule(tree, run, people)

    def of(self, sentence: int, token: int) -> str | None:
        """Return the type of the mention that covers a token, None where none does."""
        return self._type.get((sentence, token))

    def armed(self, sentence: int, token: int) -> frozenset[str]:
        """Return the classes that a known party's name has by its kind, empty for any other token."""
        return self._armed.get((sentence, token), _NONE)

    def may_be_a_person(self, sentence: int, token: int) -> bool:
        """Return whether a name is a place by the gazetteer alone: the tagger took it for a person's."""
        return (sentence, token) in self._doubtful

    def _overrule(self, tree: Tree, run: range, people: frozenset[str]) -> None:
        """Let the reference correct the tagger: a known party is an organisation, a known place no person."""
        tagged = self._type.get((tree.index, run[-1]))
        if tagged == "time" or not _looks_like_a_name(tree, run):
            return
        name = tree.text[tree.tokens[run[0]].start : tree.tokens[run[-1]].end]
        if name.lower().split()[0].split("-")[0] in lexicon()["place_opening"] and len(run) > 1 and tagged == "person":
            correct = "location"
        elif _known_actor(name) or _known_actor(_whole_name(tree, run)):
            is_place = (
                tagged == "location" and _known_place(name) and not (_kind_of(name) and _is_dealt_with(tree, run))
            )
            correct = "location" if is_place else "organisation"
        elif name.lower() in self._called_places or (
            _known_place(name) and name.lower() not in people and _may_be_a_place(tree, run, tagged)
        ):
            correct = "location"
        else:
            return
        if correct == "organisation":
            armed = _kind_of(name) or _kind_of(_whole_name(tree, run))
            self._armed.update(((tree.index, number), armed) for number in run)
        for number in run:
            self._type[tree.index, number] = correct
            if tagged == "person" and correct == "location" and not _is_at(tree, run):
                self._doubtful.add((tree.index, number))
