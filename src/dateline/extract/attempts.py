"""Attacks told as tries: who tried to storm a town or to kill somebody attacked, whatever came of it."""

from dataclasses import replace
from typing import Final

from dateline.extract.classes import FIGHTERS, Classes
from dateline.extract.matching import Match
from dateline.extract.predicates import Predicate
from dateline.reference.sub_events import ATTACK, CLASH, TERRITORY_TAKEN

_TRIED: Final = frozenset({"try", "attempt", "fail", "struggle"})
_TRIES: Final = frozenset({"attempt", "bid", "effort", "try"})
_ON_LIVES: Final = frozenset({"assassinate", "kill", "murder", "shoot"})


def attempted(match: Match, classes: Classes) -> Match:
    """Return what is told as a try as the fight or attack that it was, the word for the try its trigger.

    Args:
        match: the trigger with its pattern.
        classes: the report's classes.
    """
    pred, pattern = match.pred, match.pattern
    on_life = pattern.type == ATTACK and match.tree.lemma(pred.token) in _ON_LIVES
    if not (on_life or pattern.type in (TERRITORY_TAKEN, CLASH)) or not _is_armed(match, classes):
        return match
    word = _word_for_try(match)
    if word < 0:
        return match
    fight = replace(pattern, id=f"{pattern.id}.tried", type=ATTACK if on_life else CLASH, change="")
    return replace(match, pred=Predicate(word, pred.clause, pred.passive, pred.args), pattern=fight)


def _is_armed(match: Match, classes: Classes) -> bool:
    return any(classes.of(match.tree, head) & FIGHTERS for head in match.pred.get("agent"))


def _word_for_try(match: Match) -> int:
    """Return the "tried" or "attempt" above a verb, -1 where there is none."""
    tree, verb = match.tree, match.pred.token
    if tree.rel(verb) == "conj":
        verb = tree.head(verb)
    above = tree.head(verb)
    if above < 0 or not any(tree.words[k] == "to" for k in tree.children(verb, "mark")):
        return -1
    told = tree.rel(verb) == "xcomp" and tree.lemma(above) in _TRIED
    return above if told or (tree.rel(verb) == "acl" and tree.lemma(above) in _TRIES) else -1
