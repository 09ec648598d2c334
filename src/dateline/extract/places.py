"""Where a predicate's happening took place: the phrases that fill a claim's place, nearest evidence first."""

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.predicates import Predicate, argument, clauses
from dateline.extract.spots import expand_places
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon

# In order of how surely the preposition tells where the thing itself happened.
_LOCATIVE: Final = (
    "in",
    "at",
    "on",
    "near",
    "around",
    "inside",
    "within",
    "outside",
    "along",
    "across",
    "throughout",
    "between",
    "against",
    "of",
    "over",
    "into",
    "toward",
    "towards",
    "off",
    "north of",
    "south of",
    "east of",
    "west of",
    "close to",
    "behind",
    "beyond",
    "upon",
    "onto",
    "above",
    "through",
)
_CLAUSE_LOCATIVE: Final = frozenset(_LOCATIVE) - {"of", "against", "between"}
_POINTING: Final = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_PLACE_ADVERBS: Final = frozenset({"there", "here", "nearby", "where"})


def places(tree: Tree, classes: Classes, pred: Predicate, names: Iterable[str] = ()) -> tuple[Phrase, ...]:
    """Return where a predicate's happening took place, as phrases; empty where its sentence does not say.

    Looks at the arguments `names` that its pattern holds for places, then its own locative phrases, then those of its
    clause and of the clauses above.

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the predicate with its arguments.
        names: argument names in order of preference; "patient.of" is the `of` phrase of the patient.
    """
    for name in names:
        heads = [h for h in argument(tree, pred, name) if _may_be_place(tree, classes, h)]
        if heads:
            return _with_names(tree, classes, pred, heads)
    for name in _LOCATIVE:
        heads = [h for h in pred.get(name) if _is_spot(tree, classes, h)]
        if heads:
            return _phrases(tree, classes, heads)
    beside = [
        heads
        for case in _CLAUSE_LOCATIVE
        if (heads := [h for h in pred.get("clause:" + case) if _is_spot(tree, classes, h)])
    ]
    if beside:
        # Of the verb's own phrases the one right behind the noun is most likely the noun's.
        return _phrases(
            tree, classes, min(beside, key=lambda heads: (heads[0] < pred.token, abs(heads[0] - pred.token)))
        )
    return _from_below(tree, classes, pred) or _from_above(tree, classes, pred) or _from_beside(tree, classes, pred)


def _may_be_place(tree: Tree, classes: Classes, head: int) -> bool:
    """Whether a phrase in a slot for places can be one: a place, or a name that is no party's."""
    have = classes.of(tree, head)
    return "place" in have or (tree.tokens[head].upos == "PROPN" and classes.mention_type(tree.index, head) == "person")


def _with_names(tree: Tree, classes: Classes, pred: Predicate, heads: list[int]) -> tuple[Phrase, ...]:
    """Return the places of some heads; an unnamed one ("a checkpoint") together with the name that the clause gives.

    "the base" and the like stay: they point to a place named before.
    """
    found = _phrases(tree, classes, heads)
    if any(_is_named(tree, phrase) for phrase in found):
        return found
    definite = any(_is_definite(tree, phrase.head) for phrase in found)
    for verb in (pred.token, pred.clause):
        for kid in tree.children(verb, "obl", "nmod"):
            if tree.case(kid) in _CLAUSE_LOCATIVE and kid not in heads and _is_spot(tree, classes, kid):
                named = [phrase for phrase in expand_places(tree, classes, kid) if _is_named(tree, phrase)]
                joined = _joined(tree, found[0], named[0]) if len(named) == 1 and len(found) == 1 else None
                if joined is not None:
                    return (joined,)
                if named and not definite:
                    return tuple(named)
    below = () if definite else tuple(phrase for phrase in _from_below(tree, classes, pred) if _is_named(tree, phrase))
    return below or found


def _is_named(tree: Tree, phrase: Phrase) -> bool:
    return any(t.upos == "PROPN" for t in tree.tokens if phrase.start <= t.start and t.end <= phrase.end)


def _is_definite(tree: Tree, head: int) -> bool:
    return tree.tokens[head].upos == "PRON" or any(
        tree.lemma(k) in _POINTING for k in tree.children(head, "det", "nmod:poss")
    )


def _joined(tree: Tree, spot: Phrase, named: Phrase) -> Phrase | None:
    """Join "a checkpoint" and "Maiduguri" where only a preposition stands between them."""
    between = [t for t in tree.tokens if spot.end <= t.start and t.end <= named.start]
    if not spot.end < named.start or len(between) > 1:
        return None
    return Phrase(spot.sentence, spot.head, spot.start, named.end, tree.text[spot.start : named.end], spot.via)


def _phrases(tree: Tree, classes: Classes, heads: list[int], via: str | None = None) -> tuple[Phrase, ...]:
    return tuple(phrase for head in heads for phrase in expand_places(tree, classes, head, via=via))


def _is_spot(tree: Tree, classes: Classes, head: int) -> bool:
    have = classes.of(tree, head)
    return "place" in have and "time" not in have and not have & {"combatant", "aircraft"}


def _from_below(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Look at the places inside the arguments themselves: "struck a market in X", "killed fighters near Y"."""
    for name, heads in pred.args.items():
        for head in () if name.startswith("clause:") else heads:
            for kid in _nested(tree, head):
                if tree.case(kid) in _CLAUSE_LOCATIVE and _is_spot(tree, classes, kid):
                    return tuple(expand_places(tree, classes, kid))
            for clause in tree.children(head, "acl"):
                for kid in tree.children(clause, "obl"):
                    if (
                        tree.lemma(clause) in lexicon()["situate_verb"]
                        and tree.case(kid) in _CLAUSE_LOCATIVE
                        and _is_spot(tree, classes, kid)
                    ):
                        return tuple(expand_places(tree, classes, kid))
    for kid in tree.children(pred.token, "advmod"):
        if tree.lemma(kid) in _PLACE_ADVERBS:
            return (tree.phrase(kid),)
    return ()


def _nested(tree: Tree, head: int) -> Iterator[int]:
    """Yield the `nmod` phrases of a noun and of those phrases in turn: "a column of traders near X"."""
    for kid in tree.children(head, "nmod"):
        yield kid
        yield from _nested(tree, kid)


def _from_beside(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Look at where the clauses beside it play: "shot dead as he entered a mosque", "launched an attack, hitting X"."""
    for clause in tree.children(pred.clause, "advcl"):
        if any(tree.lemma(k) in ("after", "before", "if", "since", "until") for k in tree.children(clause, "mark")):
            continue
        for kid in tree.children(clause, "obj", "obl"):
            known = tree.rel(kid) == "obj" or tree.case(kid) in _CLAUSE_LOCATIVE
            if known and _is_spot(tree, classes, kid):
                return tuple(expand_places(tree, classes, kid, via="clause beside"))
    return ()


def _from_above(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Look at the locative phrases of the clauses that hold the predicate, inner first."""
    for verb in clauses(tree, pred):
        for kid in tree.children(verb, "obl", "nmod"):
            if tree.case(kid) in _CLAUSE_LOCATIVE and _is_spot(tree, classes, kid):
                return tuple(expand_places(tree, classes, kid, via="clause above"))
        for kid in tree.children(verb, "advmod"):
            if tree.lemma(kid) in _PLACE_ADVERBS and tree.lemma(kid) != "where":
                return (tree.phrase(kid, via="clause above"),)
        if tree.tokens[verb].deprel == "acl:relcl" and tree.head(verb) >= 0:
            noun = tree.head(verb)
            if any(tree.lemma(k) == "where" for k in tree.children(verb, "advmod")) and _is_spot(tree, classes, noun):
                return tuple(expand_places(tree, classes, noun, via="relative clause"))
    return ()
