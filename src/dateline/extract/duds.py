"""Weapons that did not go off: an explosion that is denied of a bomb tells that the bomb was there and did no harm."""

from dataclasses import replace
from typing import Final

from dateline.extract.matching import Match
from dateline.extract.predicates import Predicate
from dateline.extract.tree import Tree
from dateline.reference.sub_events import DISRUPTED_WEAPONS, GRENADE, LAID_BOMB, SHELLING, SUICIDE_BOMB

_BY_EXPLOSIVES: Final = frozenset({LAID_BOMB, SUICIDE_BOMB, SHELLING, GRENADE})
_GO_OFF: Final = frozenset({"explode", "detonate", "go", "trigger", "set", "activate", "ignite", "blow"})
_WEAPONS: Final = frozenset(
    {
        *("bomb", "device", "vest", "belt", "grenade", "mine", "landmine", "ied", "explosive", "rocket", "missile"),
        *("shell", "charge", "detonator", "jacket", "warhead", "munition", "drone", "round", "projectile"),
    }
)
_NOT: Final = frozenset({"not", "n't", "n’t", "never"})
_COULD: Final = frozenset({"could", "can"})


def undone(match: Match) -> Match:
    """Return an explosion that did not take place as the weapon that failed or was stopped, the "not" its trigger.

    "The vest did not go off", "was overpowered before the device could be triggered".

    Args:
        match: the trigger with its pattern.
    """
    tree, pred = match.tree, match.pred
    if match.pattern.type not in _BY_EXPLOSIVES:
        return match
    word = pred.token if "dud" in tree.vocabulary else _word_that_undoes(tree, pred)
    if word < 0:
        return match
    pattern = replace(match.pattern, id=f"{match.pattern.id}.undone", type=DISRUPTED_WEAPONS)
    return replace(match, pred=Predicate(word, pred.clause, pred.passive, pred.args), pattern=pattern)


def _word_that_undoes(tree: Tree, pred: Predicate) -> int:
    """Return the "not" of a weapon's going off, or the "before" of one that "could", -1 where there is none."""
    verb = pred.token
    if tree.lemma(verb) in _WEAPONS and tree.rel(verb) == "nsubj":  # "the bomb did not go off", told by the bomb
        verb = tree.head(verb)
        return _denied(tree, verb) if tree.lemma(verb) in _GO_OFF else -1
    if tree.lemma(verb) not in _GO_OFF:
        return -1
    if not any(tree.lemma(head) in _WEAPONS for name in ("agent", "patient") for head in pred.get(name)):
        return -1
    denied = _denied(tree, verb)
    if denied < 0:
        denied = next((k for k in tree.children(verb, "mark") if tree.words[k] == "without"), -1)
    if denied >= 0 or not any(tree.words[k] in _COULD for k in tree.children(verb, "aux")):
        return denied
    return next((k for k in tree.children(verb, "mark") if tree.words[k] == "before"), -1)


def _denied(tree: Tree, verb: int) -> int:
    return next((k for k in tree.children(verb, "advmod") if tree.words[k] in _NOT), -1)
