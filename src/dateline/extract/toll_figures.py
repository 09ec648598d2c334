"""Numbers told of a number: "the death toll rose to 45", "put the number of those killed at 17"."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.toll_sentence import TollSentence
from dateline.extract.toll_triggers import Trigger
from dateline.extract.tree import Tree

_BEFORE: Final = frozenset({"to", "at", "of", "past", "above", "over", "beyond", "is", "was", "as", ":"})
_VERBS: Final = frozenset({"reach", "hit", "exceed", "pass", "top", "surpass", "be", "number", "total", "cross"})
_BRINGS: Final = frozenset({"bring", "raise", "take", "push", "put", "lift"})
_TELLS: Final = frozenset(
    {"put", "place", "give", "revise", "set", "rise", "stand", "climb", "say", "report", "estimate", *_BRINGS, *_VERBS}
)
_REACH: Final = 22  # words between the noun and its number, at most


@dataclass(frozen=True, slots=True)
class Figure:
    """A number told of a number.

    `group` is the number of the group that holds it; `harm` the trigger that says which harm, None where the noun alone
    ("the figure") leaves it to what was told before; `victims` the head of the people that the noun names, if any.
    """

    noun: int
    group: int
    harm: Trigger | None
    victims: int | None


def find_figures(told: TollSentence, taken: Collection[int]) -> Iterator[Figure]:
    """Yield the numbers told of a number in a sentence.

    Args:
        told: the sentence.
        taken: the groups that suffered a harm of their own, or are parts.
    """
    for trigger in [t for t in told.triggers.values() if t.is_figure]:
        victims, named = _of_whom(told, trigger.token)
        plain = trigger.pattern.weak
        if plain and named is None and not _is_told(told.tree, trigger.token):
            continue
        group = _number(told, trigger.token, taken)
        if group is not None:
            yield Figure(trigger.token, group, named if plain else trigger, victims)


def _of_whom(told: TollSentence, noun: int) -> tuple[int | None, Trigger | None]:
    """Return the people of "the number of journalists killed", and the trigger that says what they suffered."""
    tree, triggers = told.tree, told.triggers
    kid = next((k for k in tree.children(noun, "nmod") if tree.case(k) == "of"), None)
    if kid is None:
        return None, None
    if kid in triggers:
        return None, triggers[kid]
    suffered = (triggers[k] for k in [*tree.subtree(kid), kid + 1] if k in triggers and not triggers[k].is_figure)
    return kid, next(suffered, None)


def _is_told(tree: Tree, noun: int) -> bool:
    """Whether a noun without a harm is one of a verb that tells a number: "put the number at 17"."""
    head = tree.head(noun)
    tells = head >= 0 and tree.rel(noun) in ("obj", "nsubj") and tree.lemma(head) in _TELLS
    return tells and not tree.children(noun, "nmod")


def _number(told: TollSentence, noun: int, taken: Collection[int]) -> int | None:
    """Return the group that tells the number: the first behind the noun, or the one of "brings to 46 the number"."""
    for i, group in enumerate(told.groups):
        before, lemmas = told.text(group.first - 1), told.tree.lemmas
        if noun < group.first <= noun + _REACH and i not in taken:
            if before in _BEFORE or lemmas[group.first - 1] in _VERBS:
                return i
        elif noun - 4 <= group.last < noun and before == "to" and lemmas[group.first - 2] in _BRINGS:
            return i
    return None


def is_running(tree: Tree, noun: int) -> bool:
    """Return whether a toll is a running total: "brings the toll to".

    Args:
        tree: the sentence.
        noun: the noun that speaks of the number.
    """
    head = tree.head(noun)
    return head >= 0 and tree.lemma(head) in _BRINGS - {"put"} and tree.rel(noun) == "obj"
