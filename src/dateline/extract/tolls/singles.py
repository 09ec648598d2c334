"""Victims told without a number: one person by name or noun, and nobody ("without casualties")."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.tolls.nouns import is_someone
from dateline.extract.tolls.numbers import words
from dateline.extract.tolls.sentence import TollSentence
from dateline.extract.tolls.triggers import Trigger, harmed
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon

_ATTRIBUTES: Final = frozenset({"amod", "acl", "advmod"})
_ON_THE_MOVE: Final = "displaced"
_NEAR: Final = 4  # words from "without" to the noun, at most


def single_victims(told: TollSentence) -> Iterator[tuple[Trigger, int]]:
    """Yield the single victims of a sentence that no group holds, each with its trigger: "the mayor was shot dead".

    Args:
        told: the sentence.
    """
    taken: set[int] = set()
    for trigger in told.triggers.values():
        attribute = trigger.describes and told.tree.tokens[trigger.token].deprel in _ATTRIBUTES
        if attribute or trigger.pattern.loses or trigger.pattern.harm == _ON_THE_MOVE:
            continue  # "lost his brother", "the witness, who fled" are told of anyone; "lost three men" is a toll
        for head in _with_relatives(told, harmed(told.tree, trigger)):
            if head not in taken and _is_single(told, trigger, head):
                taken.add(head)
                yield trigger, head


def _with_relatives(told: TollSentence, heads: Sequence[int]) -> Iterator[int]:
    """Yield the harmed with relatives whom the tree takes for a second name of them: "a man, his wife and a son"."""
    for head in heads:
        yield head
        yield from (k for k in told.tree.children(head, "appos") if _is_relative(told, k))


def _is_relative(told: TollSentence, head: int) -> bool:
    tree = told.tree
    owners = tree.children(head, "nmod:poss")
    return tree.tokens[head].xpos == "NN" and any(tree.tokens[k].xpos == "PRP$" for k in owners)


def _is_single(told: TollSentence, trigger: Trigger, head: int) -> bool:
    tree, want = told.tree, trigger.pattern.harmed
    if head == trigger.token or tree.children(head, "nummod") or _says_more(told, head):
        return False
    if tree.lemma(trigger.token) == "loss" and tree.tokens[head].upos != "PROPN":
        return False  # "the losses of the enemy" were more than one
    if tree.case(head).startswith("according"):
        return False  # "30 of whom died according to the prosecutor"
    if any(group.first <= head <= group.last for group in told.groups) or _is_told_again(told, head):
        return False
    return is_someone(tree, told.classes, head) and (
        not want or bool(told.classes.of(tree, head) & (want | {"person"}))
    )


def _is_told_again(told: TollSentence, head: int) -> bool:
    """Whether a name stands in apposition to a group: "Abu Nasr, a commander"."""
    tree = told.tree
    if _is_relative(told, head):
        return False
    beside = [*tree.children(head, "appos"), *([tree.head(head)] if tree.rel(head) == "appos" else [])]
    return any(group.head in beside for group in told.groups)


def _says_more(told: TollSentence, head: int) -> bool:
    """Whether a noun only says more of the person before it: "the politician, lawyer and former ambassador"."""
    token = told.tree.tokens[head]
    more = token.upos == "NOUN" and token.deprel in ("conj", "appos")
    return more and not told.tree.children(head, "det", "nmod:poss")


def nobody_harmed(told: TollSentence) -> Iterator[tuple[Trigger, Phrase]]:
    """Yield the tolls of nobody, each with the words that say so: "without causing casualties".

    Args:
        told: the sentence.
    """
    for trigger in told.triggers.values():
        token = trigger.token
        if told.tree.lemma(token) not in lexicon()["casualty"]:
            continue
        start = next((k for k in range(token - 1, max(token - _NEAR, -1), -1) if told.text(k) == "without"), None)
        if start is not None and not any(start < group.first <= token for group in told.groups):
            yield trigger, words(told.tree, start, token, start)
