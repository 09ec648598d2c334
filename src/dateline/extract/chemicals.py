"""Whether a sentence tells of a poison as a weapon: then what brought it, a shell or a drone, decides no type."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.matching import Match
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import AIR_STRIKE, CHEMICAL_WEAPON, GRENADE, LAID_BOMB, SHELLING, SUICIDE_BOMB

_CARRIED: Final = frozenset(
    {
        AIR_STRIKE,
        SHELLING,
        LAID_BOMB,
        GRENADE,
        SUICIDE_BOMB,
    }
)
_ANSWERS: Final = frozenset({"response", "retaliation", "reply", "answer"})
_BLISTERING: Final = frozenset({"sulphur", "sulfur", "yperite"})  # before the mustard that is no spice
_NEAR: Final = 2  # words from "mustard" to the "gas" that makes a weapon of it


def with_chemicals(match: Match, classes: Classes) -> Match:
    """Return a trigger read as the use of a chemical weapon where its sentence says that a poison was in it.

    Args:
        match: the trigger with its pattern.
        classes: the report's classes.
    """
    if match.pattern.type not in _CARRIED or not _tells_of_poison(match.tree, classes):
        return match
    if _is_answer(match.tree, match.pred.token):
        return match
    return replace(match, pattern=replace(match.pattern, id=f"{match.pattern.id}.poison", type=CHEMICAL_WEAPON))


def _is_answer(tree: Tree, token: int) -> bool:
    """Whether what came from afar was an answer to a poison: "fired missiles in response to a nerve agent attack"."""
    behind = tree.words[token:]
    return any(one in _ANSWERS and two == "to" for one, two in pairwise(behind))


def _tells_of_poison(tree: Tree, classes: Classes) -> bool:
    words = lexicon()
    if not tree.vocabulary & (words["poison"] | words["poisonous"]):
        return False
    for number, lemma in enumerate(tree.lemmas):
        if lemma in words["poison"] and not _is_of_a_place(tree, classes, number):
            return True
        if lemma in words["poisonous"]:
            after = range(number + 1, min(number + 1 + _NEAR, len(tree)))
            if lemma == "mustard" and number and tree.words[number - 1] in _BLISTERING:
                return True
            if any(tree.lemma(k) in words["poison_matter"] and not _is_of_a_place(tree, classes, k) for k in after):
                return True
    return False


def _is_of_a_place(tree: Tree, classes: Classes, number: int) -> bool:
    """Whether a poison only tells what a place holds or makes: "a chlorine plant", "a chemical weapons depot"."""
    for above in tree.ancestors(number):
        if "place" in classes.of(tree, above):
            return tree.tokens[number].deprel in ("compound", "amod", "nmod:poss", "nmod")
        if tree.tokens[above].upos in ("VERB", "AUX"):
            return False
    return False
