"""What a trigger tells of another: what it was done with, how its dead died, what flew there and from where."""

from typing import Final

from dateline.extract.matching import Match
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import AIR_STRIKE, ATTACK, CHEMICAL_WEAPON, CLASH, SHELLING, SUICIDE_BOMB

_FROM_AFAR: Final = frozenset({AIR_STRIKE, SHELLING, SUICIDE_BOMB, CHEMICAL_WEAPON})
_BY_HAND: Final = frozenset({ATTACK, CLASH})


def is_told_by(one: Match, other: Match) -> bool:
    """Return whether the second of two triggers only tells with what, by what or from where the first was done.

    Args:
        one: a trigger with its pattern.
        other: another of the same sentence.
    """
    return _is_means(one, other) or _killed_when(one, other) or _let_go(one, other) or _did_it(one, other)


def _is_means(one: Match, other: Match) -> bool:
    """Whether the other only names what a deed was done with: "raked a bus with gunfire", "answered with a barrage"."""
    tree, noun = other.tree, other.pred.token
    if tree.tokens[noun].upos != "NOUN" or one.pattern.type == other.pattern.type or not other.pattern.weak:
        return False
    with_it = tree.rel(noun) == "obl" and tree.head(noun) == one.pred.token and tree.case(noun) == "with"
    return with_it and tree.tokens[one.pred.token].upos == "VERB" and bool(one.pred.get("agent"))


def _killed_when(one: Match, other: Match) -> bool:
    """Whether an explosion tells how those of a passive died: "was slain when a car bomb tore through the market"."""
    tree, verb, blast = other.tree, other.pred.token, one.pred.token
    if other.pattern.type not in _BY_HAND or not other.pred.passive or other.pred.get("agent"):
        return False
    if codebook()[one.pattern.type].family != "explosion" or not tree.is_below(blast, verb):
        return False
    path = [one_up for one_up in (blast, *tree.ancestors(blast)) if tree.head(one_up) == verb]
    return any(
        tree.tokens[n].deprel == "advcl"
        and any(tree.words[k] in ("when", "as") for k in (*tree.children(n, "advmod"), *tree.children(n, "mark")))
        for n in path
    )


def _did_it(one: Match, other: Match) -> bool:
    """Whether what came from afar did what another tells: "a strike by a drone blew up a car"."""
    if one.pattern.type == other.pattern.type or one.pred.token not in other.pred.get("agent"):
        return False
    return one.pattern.type in _FROM_AFAR and one.tree.tokens[one.pred.token].upos in ("NOUN", "PROPN")


def _let_go(one: Match, other: Match) -> bool:
    """Whether the other only names what planes let go, or where what hit came from.

    "A bomb dropped by a jet killed 11" tells of no planted bomb, "a rocket fired from A hit B" of nothing at A.
    """
    tree, verb = one.tree, one.pred.token
    if tree.head(verb) == other.pred.token and tree.rel(verb) == "acl":
        return one.pattern.type == AIR_STRIKE and other.pattern.type != AIR_STRIKE
    thing = tree.head(other.pred.token)
    sent = tree.tokens[other.pred.token].deprel == "acl" and thing in one.pred.get("agent")
    return sent and one.pattern.type == other.pattern.type == SHELLING
