"""The parties of a predicate: who does it, to whom, together with whom, and whose a place is said to be."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.classes import FIGHTERS, Classes
from dateline.extract.patterns import Pattern
from dateline.extract.predicates import Predicate, argument
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.countries import countries
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import ARRESTS, PEACEFUL_PROTEST, PROTEST_WITH_INTERVENTION, TERRITORY_TAKEN

_DOER: Final = frozenset({"by"})  # "the kidnapping of a chief by gunmen"
_NO_OTHER: Final = frozenset({PEACEFUL_PROTEST, PROTEST_WITH_INTERVENTION, ARRESTS, "Other"})
_PARTY: Final = frozenset({"actor", "combatant", "civilian", "people", "pronoun", "aircraft"})
_STATES: Final = frozenset({"agent", "poss", "between", "mod", "to", "patient.to"})
_SET: Final = frozenset(
    {"plant", "lay", "place", "drive", "detonate", "launch", "drop", "fire", "throw", "set", "leave"}
)
_OWNED: Final = frozenset({"belong", "belonging", "own", "inhabit", "use", "run"})
_HELPED: Final = frozenset({"support", "accompany", "assist", "aid", "join"})
_TWO: Final = frozenset({"twin", "double", "triple"})
HELD: Final = frozenset({"held", "controlled", "occupied", "run", "ruled", "dominated", "governed"})


def parties(tree: Tree, classes: Classes, pred: Predicate, names: Sequence[str]) -> tuple[Phrase, ...]:
    """Return the phrases of the parties that the first of some arguments names, each coordinated one by itself.

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the predicate.
        names: argument names in order of preference.
    """
    for name in names:
        heads = [
            h
            for h in argument(tree, pred, name)
            if is_party(tree, classes, h, modifier=name.endswith("mod")) or (name in _STATES and _is_state(tree, h))
        ]
        if len(heads) > 1 and name.endswith("mod"):  # "a Turkish drone strike" is one party's
            heads = [h for h in heads if "aircraft" not in classes.of(tree, h)] or heads
        if heads:
            return tuple(tree.phrase(h, without=_DOER) for h in heads)
    return ()


def _is_state(tree: Tree, head: int) -> bool:
    """Whether a name is a country's, that stands for its government or army where it does something."""
    return tree.tokens[head].upos == "PROPN" and tree.tokens[head].text.lower() in _countries()


@cache
def _countries() -> frozenset[str]:
    """Return the last words of the names of countries, in lower case."""
    return frozenset(country.name.rpartition(" ")[2].lower() for country in countries().values())


def companions(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern) -> tuple[Phrase, ...]:
    """Return those who did it together with the doer: "alongside", "together with", "in coordination with"."""
    heads = [*pred.get("alongside"), *pred.get("along with"), *pred.get("together with")]
    for doer in pred.get("agent"):
        for verb in tree.children(doer, "acl"):
            if tree.lemma(verb) in _HELPED and tree.tokens[verb].xpos == "VBN":
                heads += [c for k in tree.children(verb, "obl") if tree.case(k) == "by" for c in tree.conjuncts(k)]
    for head in pred.get("in"):
        if tree.lemma(head) in lexicon()["together"]:
            heads += [c for k in tree.children(head, "nmod") if tree.case(k) == "with" for c in tree.conjuncts(k)]
    if "with" not in pattern.targets:
        heads += [h for h in pred.get("with") if "combatant" in classes.of(tree, h)]
    return tuple(tree.phrase(h) for h in heads if is_party(tree, classes, h))


def other_side(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern) -> tuple[Phrase, ...]:
    """Return those under arms from whom or against whom it was done, where a pattern names no such argument.

    "Recaptured the town from the group", "an air strike against the militia".
    """
    names: tuple[str, ...] = (
        () if pattern.type in _NO_OTHER else ("from", "patient.from", "from.of", "against", "patient.against")
    )
    if pattern.type == TERRITORY_TAKEN:
        names += ("after.with", "following.with", "after.against", "after.between")  # "took it after clashes with them"
    for name in names:
        heads = [h for h in argument(tree, pred, name) if classes.of(tree, h) & FIGHTERS and is_party(tree, classes, h)]
        if heads:
            return tuple(tree.phrase(h) for h in heads)
    return ()


def owners(tree: Tree, classes: Classes, spot: int) -> tuple[Phrase, ...]:
    """Return whom a place or thing is said to belong to: "a regime military base", "houses owned by farmers".

    Args:
        tree: the sentence.
        classes: the report's classes.
        spot: the head of the place's phrase.
    """
    held = compound_holder(tree, spot)
    if held is not None:
        return (held,)
    for kid in tree.children(spot, "compound", "amod", "nmod:poss", "nmod"):
        named = tree.tokens[kid].upos != "PRON" and "place" not in classes.of(tree, kid)
        if kid < spot and named and is_party(tree, classes, kid):
            whose = [k for k in tree.children(spot, "amod") if k <= kid and classes.mention_type(tree.index, k)]
            return (tree.span([*whose, kid], kid),) if whose else (tree.phrase(kid),)  # "an Israeli army base"
    clauses = [k for k in tree.children(spot, "acl") if tree.lemma(k) in _OWNED]
    behind = (k for clause in clauses for k in tree.children(clause, "obl") if tree.case(k) in ("to", "by"))
    return tuple(tree.phrase(k) for k in behind if is_party(tree, classes, k))[:1]


def setters(tree: Tree, classes: Classes, thing: int) -> tuple[Phrase, ...]:
    """Return who laid, fired or drove a thing, by a clause of its own: "a mine planted by rebels".

    Args:
        tree: the sentence.
        classes: the report's classes.
        thing: the noun.
    """
    clauses = [k for k in tree.children(thing, "acl", "acl:relcl") if tree.lemma(k) in _SET]
    by = (k for clause in clauses for k in tree.children(clause, "obl", "obl:agent") if tree.case(k) == "by")
    return tuple(tree.phrase(k) for k in by if is_party(tree, classes, k))[:1]


def compound_holder(tree: Tree, noun: int) -> Phrase | None:
    """Return the holder in "rebel-held town", split at the hyphen or not, for the noun it stands before."""
    for number in range(max(noun - 5, 0), noun):
        word = tree.tokens[number].text.lower()
        left, dash, right = word.rpartition("-")
        if dash and right in HELD and left:
            start = tree.tokens[number].start
            return Phrase(tree.index, number, start, start + len(left), tree.text[start : start + len(left)])
        if word in HELD and number >= 2 and tree.tokens[number - 1].text == "-":
            return tree.span([number - 2], number - 2)
        if word in HELD and number and is_attribute(tree, number) and tree.head(number) == noun:
            before = number - 1
            if tree.tokens[before].text == ")":  # "Islamic State (IS) held villages"
                before -= 1
            return tree.span([before], before) if tree.tokens[before].upos in {"NOUN", "PROPN"} else None
    return None


def is_attribute(tree: Tree, verb: int) -> bool:
    """Return whether a participle stands before the noun that it describes: "IS held villages"."""
    token = tree.tokens[verb]
    return token.deprel == "amod" and token.xpos == "VBN" and tree.head(verb) > verb


def is_party(tree: Tree, classes: Classes, head: int, *, modifier: bool = False) -> bool:
    """Return whether a phrase can name a party: people, forces, groups, or a country that stands for its state.

    Args:
        tree: the sentence.
        classes: the report's classes.
        head: the phrase's head.
        modifier: whether it stands before an event noun ("regime air strikes"), where adjectives count too.
    """
    have = classes.of(tree, head)
    if modifier and tree.words[head] in _TWO:
        return False  # "twin blasts"
    if have & _PARTY:
        return "time" not in have
    return modifier and tree.tokens[head].upos == "PROPN" and not have & {"time", "place"}
