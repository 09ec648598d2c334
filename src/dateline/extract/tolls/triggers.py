"""Triggers of tolls: the words that say that people were killed, wounded, taken, or driven out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.lemmas import lemma_of
from dateline.extract.matching import matches
from dateline.extract.patterns import Pattern, PatternBook
from dateline.extract.predicates import Predicate, argument, subject
from dateline.extract.tolls.numbers import is_number, text
from dateline.extract.tree import Tree
from dateline.extract.voice import is_passive

FIGURE: Final = "figure"  # the target of a noun whose number follows it: "the toll rose to 45"
_DESCRIBED: Final = "described"
_STATES: Final = frozenset(
    {"lie", "lay", "remain", "go", "appear", "be", "die", "fall", "stay", "become", "get", "end"}
)
_BOUNDS: Final = frozenset({"at", "more", "up", "as", "some", "about", "around", "nearly", "over", "another"})
_WHOM: Final = frozenset({"whom", "who", "that"})
_DESCRIBERS: Final = frozenset({"ADJ", "VERB", "NOUN", "PROPN", "ADV", "NUM"})  # "25 KIA" may pass for a number


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of harm with its arguments.

    `verb` tells verbs from nouns and adjectives; `of_subject` that the harmed are its subject ("died").
    """

    token: int
    pred: Predicate
    pattern: Pattern
    verb: bool
    of_subject: bool

    @property
    def is_figure(self) -> bool:
        """Whether the number is told after a noun that speaks of a number: "toll"."""
        return FIGURE in self.pattern.targets

    @property
    def describes(self) -> bool:
        """Whether it is an adjective or participle that describes the harmed: "dead"."""
        return _DESCRIBED in self.pattern.targets


def find_triggers(tree: Tree, classes: Classes, book: PatternBook) -> dict[int, Trigger]:
    """Return the triggers of a sentence by their token.

    Args:
        tree: the sentence.
        classes: the report's classes.
        book: the toll patterns.
    """
    if book.triggers.isdisjoint(tree.vocabulary) and book.adjectives.keys().isdisjoint(tree.words):
        return {}
    out: dict[int, Trigger] = {}
    for match in matches(tree, classes, book):
        verb = tree.tokens[match.pred.token].upos in ("VERB", "AUX")
        match.pred.add("self", [match.pred.token])
        out[match.pred.token] = Trigger(
            match.pred.token, match.pred, match.pattern, verb, "agent" in match.pattern.targets
        )
    for number, token in enumerate(tree.tokens):
        entries = book.adjectives.get(tree.words[number]) if number not in out and token.upos in _DESCRIBERS else None
        counts = _verb_before_number(tree, number, book) if entries else None
        if counts is not None:
            out[number] = counts
        elif entries:
            pred = Predicate(number, number)
            pred.add(_DESCRIBED, _described(tree, number))
            out[number] = Trigger(number, pred, entries[0].pattern, False, False)
    return dict(sorted(out.items()))


def _verb_before_number(tree: Tree, number: int, book: PatternBook) -> Trigger | None:
    """Return the verb of "killed a woman and wounded seven people", which a tree may take for an adjective.

    An adjective stands behind the number that it goes with.
    """
    joined = number > 0 and (tree.tokens[number - 1].deprel == "cc" or tree.tokens[number - 1].text == ",")
    counted = number + 1 < len(tree) and (is_number(tree, number + 1) or text(tree, number + 1) in _BOUNDS)
    if not joined or not counted:
        return None
    verb = lemma_of(tree.tokens[number].text, tree.lemma(number))
    pattern = next((entry.pattern for entry in book.verbs.get(verb, ()) if not entry.extra), None)
    if pattern is None:
        return None
    pred = Predicate(number, number)
    pred.add("self", [number])
    return Trigger(number, pred, pattern, True, "agent" in pattern.targets)


def _described(tree: Tree, number: int) -> list[int]:
    """Return what "dead", "wounded" or "missing" is said of, as far as the tree tells."""
    rel, head = tree.tokens[number].deprel, tree.head(number)
    own = [k for k in tree.children(number, "nsubj") if tree.tokens[k].upos in ("NUM", "NOUN", "PROPN", "PRON")]
    if own:
        return [c for k in own for c in tree.conjuncts(k)]
    if head < 0:
        return []
    if rel == "amod" and head > number:
        return [head]
    if rel in ("xcomp", "advcl", "obl") and tree.tokens[head].upos == "VERB":
        objects = [c for k in tree.children(head, "obj") for c in tree.conjuncts(k)]
        return objects or (subject(tree, head) if tree.lemma(head) in _STATES or is_passive(tree, head) else [])
    if rel in ("amod", "acl") and head < number:
        return [head] if tree.rel(head) != "conj" else [tree.head(head), head]
    return []


def harmed(tree: Tree, trigger: Trigger) -> Sequence[int]:
    """Return the heads of the phrases that the tree gives as harmed, of the first argument of the pattern that has any.

    Args:
        tree: the sentence.
        trigger: a trigger of it.
    """
    active = trigger.verb and is_active(tree, trigger)
    for name in trigger.pattern.targets:
        heads = argument(tree, trigger.pred, name)
        if active and not trigger.of_subject:
            heads = [head for head in heads if head > trigger.token or _is_told_of(tree, trigger.token, head)]
        if heads:
            return heads
    return trigger.pred.get("agent") if _shares_passive(tree, trigger) else ()


def _is_told_of(tree: Tree, verb: int, head: int) -> bool:
    """Whether a relative clause says of people that somebody harmed them: "the 43 whom the shell killed"."""
    return tree.tokens[verb].deprel == "acl:relcl" and tree.tokens[verb].head == head and any(
        tree.words[k] in _WHOM for k in tree.children(verb, "obj")
    )  # fmt: skip


def _shares_passive(tree: Tree, trigger: Trigger) -> bool:
    """Whether a verb leaves out the auxiliary of the passive before it: "was killed and his driver badly injured"."""
    token = tree.tokens[trigger.token]
    if not trigger.verb or trigger.of_subject or token.deprel != "conj" or tree.children(trigger.token, "obj", "aux"):
        return False
    return any(tree.tokens[k].deprel == "aux:pass" for k in tree.kids[token.head])


def is_active(tree: Tree, trigger: Trigger) -> bool:
    """Return whether a verb that the tree gives as passive must be active: it has an object and no auxiliary."""
    return bool(tree.children(trigger.token, "obj")) and not tree.children(trigger.token, "aux")
