"""Where a predicate's happening took place: the phrases that fill a claim's place, nearest evidence first."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.hits import closer_hits
from dateline.extract.nearest import AT, is_apart_in_time, is_named_place, nearest_place
from dateline.extract.only_place import only_place
from dateline.extract.predicates import Predicate, argument
from dateline.extract.relative_deeds import spots_of_deed
from dateline.extract.spots import expand_places, is_mission
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import time_heads
from dateline.reference.places import shared_places
from dateline.reference.places_words import MOVING, place_nouns
from dateline.reference.trigger_words import POINTING

# In order of how surely the preposition tells where the thing itself happened.
_LOCATIVE: Final = (
    "in", "at", "on", "near", "around", "inside", "within", "outside", "along", "across", "throughout", "between",
    "against", "of", "over", "into", "toward", "towards", "off", "north of", "south of", "east of", "west of",
    "close to", "behind", "beyond", "upon", "onto", "above", "through",
)  # fmt: skip
_CLAUSE_LOCATIVE: Final = frozenset(_LOCATIVE) - {"of", "against", "between"}
_STRUCK: Final = ("of", "on", "against")
_CLAUSE: Final = "clause:"  # before the preposition of an argument that is the clause's
_DEFINITE: Final = POINTING | {"its", "their", "his", "her"}
_PLACE_ADVERBS: Final = frozenset({"there", "here", "nearby"})
_BESIDE: Final = 4.0  # what the way may cost to the name that an unnamed spot goes with


def places(tree: Tree, classes: Classes, pred: Predicate, names: Iterable[str] = ()) -> tuple[Phrase, ...]:
    """Return where a predicate's happening took place, as phrases; empty where its sentence does not say.

    Looks at the arguments `names` that its pattern holds for places, then its own locative phrases, then those of its
    clause, then whatever place the tree names nearest.

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the predicate with its arguments.
        names: argument names in order of preference; "patient.of" is the `of` phrase of the patient.
    """
    if done := spots_of_deed(tree, classes, pred.token):
        return _phrases(tree, classes, done)
    for name in names:
        if name.startswith(_CLAUSE) and (within := _where_the_struck_are(tree, classes, pred)):
            return within
        heads = [
            h for h in argument(tree, pred, name) if _may_be_place(tree, classes, h, named=not name.endswith("of"))
        ]
        if heads:
            return closer_hits(tree, classes, pred, heads) or _with_names(tree, classes, pred, heads)
    for name in _LOCATIVE:
        heads = [h for h in pred.args.get(name, ()) if _is_spot(tree, classes, h)]
        if heads:
            return _or_named(tree, classes, pred, _phrases(tree, classes, heads))
    if before := _named_before(tree, classes, pred.token):
        return tuple(phrase for head in before for phrase in expand_places(tree, classes, head))
    if struck := _where_the_struck_are(tree, classes, pred):
        return struck  # "across the border, the attack on a boat at A"
    beside = [
        heads
        for name, args in pred.args.items()
        if name.removeprefix(_CLAUSE) in _CLAUSE_LOCATIVE and name.startswith(_CLAUSE)
        if (heads := [h for h in args if _is_spot(tree, classes, h)])
    ]
    if beside and not is_apart_in_time(tree, pred.token):
        # Of the verb's own phrases the one right behind the noun is most likely the noun's.
        return _phrases(
            tree, classes, min(beside, key=lambda heads: (heads[0] < pred.token, abs(heads[0] - pred.token)))
        )
    for kid in tree.children(pred.token, "advmod"):
        if tree.lemma(kid) in _PLACE_ADVERBS:
            return (tree.phrase(kid),)
    return (
        _where(tree, classes, pred)
        or _with_the_time(tree, classes, pred)
        or nearest_place(tree, classes, pred.token)
        or only_place(tree, classes, pred.token)
    )


def _where_the_struck_are(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Return where the things are that an event noun says were struck: "the bombing of an academy in A"."""
    if tree.tokens[pred.token].upos != "NOUN":
        return ()
    for struck in (h for name in _STRUCK for h in pred.get(name)):
        kids = [k for k in tree.children(struck, "nmod") if tree.case(k) in AT and is_named_place(tree, classes, k)]
        if kids:
            return _phrases(tree, classes, [struck] if _is_spot(tree, classes, struck) else kids)
    return ()


def _named_before(tree: Tree, classes: Classes, noun: int) -> list[int]:
    """Return the town that stands before an event's noun: "dozens die in the north as the A shelling goes on"."""
    if tree.tokens[noun].upos != "NOUN":
        return []
    kids = tree.children(noun, "compound")
    named = [k for k in kids if tree.tokens[k].upos == "PROPN" and _is_spot(tree, classes, k)]
    text = (tree.phrase(k).text for k in named)
    return [] if any(map(shared_places().country_named, text)) else named


def _with_the_time(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Return a place that points back and hangs on the day told with it: "last month in the same district"."""
    days = [kid for kid in tree.children(pred.clause, "obl") if tree.lemma(kid) in time_heads()]
    kids = (kid for day in days for kid in tree.children(day, "nmod") if tree.case(kid) in _CLAUSE_LOCATIVE)
    spots = [kid for kid in kids if _is_spot(tree, classes, kid) and _is_definite(tree, kid)]
    return _phrases(tree, classes, spots[:1])


def _where(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Return the place that a relative clause describes: "the market, where a bomb went off"."""
    if tree.tokens[pred.clause].deprel != "acl:relcl" or not any(
        tree.lemma(kid) == "where" for kid in tree.children(pred.clause, "advmod")
    ):
        return ()
    noun = max(one for one in tree.conjuncts(tree.head(pred.clause)) if one < pred.clause)
    if not _is_spot(tree, classes, noun):
        return ()
    return _or_named(tree, classes, pred, tuple(expand_places(tree, classes, noun, via="relative clause")))


def _may_be_place(tree: Tree, classes: Classes, head: int, *, named: bool) -> bool:
    """Whether a phrase in a slot for places can be one: a place, or with `named` a name that was taken for a person's.

    "captured Tal Hamis" may be a village that the tagger does not know, "the kidnapping of Cristiani" not.
    """
    if "place" in classes.of(tree, head):
        return True
    return named and tree.tokens[head].upos == "PROPN" and classes.mention_type(tree.index, head) == "person"


def _with_names(tree: Tree, classes: Classes, pred: Predicate, heads: list[int]) -> tuple[Phrase, ...]:
    """Return the places of some heads; an unnamed one ("a checkpoint") together with the name that the clause gives.

    "the base" and the like stay: they point to a place named before.
    """
    found = _phrases(tree, classes, heads)
    of_states = all(is_mission(tree, phrase.head) for phrase in found)
    if any(_is_named(tree, phrase) for phrase in found) and not of_states:
        return found
    definite = any(_is_definite(tree, h) and tree.lemma(h) not in MOVING for h in (p.head for p in found))
    definite = definite and not of_states
    for verb in (pred.token, pred.clause):
        for kid in tree.children(verb, "obl", "nmod"):
            if tree.case(kid) in _CLAUSE_LOCATIVE and kid not in heads and _is_spot(tree, classes, kid):
                named = [phrase for phrase in expand_places(tree, classes, kid) if _is_named(tree, phrase)]
                joined = _joined(tree, found[0], named[0]) if len(named) == 1 and len(found) == 1 else None
                if joined is not None:
                    return (joined,)
                if named and not definite:
                    return _beside(named)
    return (() if definite else _beside(nearest_place(tree, classes, heads[0], most=_BESIDE))) or found


def _beside(named: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(replace(phrase, beside=True) for phrase in named)


def _or_named(tree: Tree, classes: Classes, pred: Predicate, found: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Return the places found, or the name told nearby for one that has none ("in a bar", "at the market").

    "the town" and the like stay, since they point to a place named before; what neither has a name nor says what sort
    of place it is ("on the pavement") is no place.
    """
    if any(_is_named(tree, phrase) or _points_back(tree, phrase.head) for phrase in found):
        return found
    named = nearest_place(tree, classes, pred.token, most=_BESIDE)
    return named or tuple(phrase for phrase in found if tree.lemma(phrase.head) in place_nouns())


def _is_named(tree: Tree, phrase: Phrase) -> bool:
    return any(t.upos == "PROPN" for t in tree.tokens if phrase.start <= t.start and t.end <= phrase.end)


def _points_back(tree: Tree, head: int) -> bool:
    """Whether a phrase means a place of its own sort named before, as "the market" of a town does not."""
    return _is_definite(tree, head) and place_nouns().get(tree.lemma(head)) != "site"


def _is_definite(tree: Tree, head: int) -> bool:
    return tree.tokens[head].upos == "PRON" or any(
        tree.lemma(k) in _DEFINITE for k in tree.children(head, "det", "nmod:poss")
    )


def _joined(tree: Tree, spot: Phrase, named: Phrase) -> Phrase | None:
    """Join "a checkpoint" and "Maiduguri" where only a preposition stands between them."""
    between = [t for t in tree.tokens if spot.end <= t.start and t.end <= named.start]
    if not spot.end < named.start or len(between) > 1:
        return None
    return Phrase(spot.sentence, spot.head, spot.start, named.end, tree.text[spot.start : named.end], spot.via)


def _phrases(tree: Tree, classes: Classes, heads: list[int]) -> tuple[Phrase, ...]:
    return tuple(phrase for head in heads for phrase in expand_places(tree, classes, head))


def _is_spot(tree: Tree, classes: Classes, head: int) -> bool:
    have = classes.of(tree, head)
    return "place" in have and "time" not in have and not have & {"combatant", "aircraft"}
