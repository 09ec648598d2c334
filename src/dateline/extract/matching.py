"""Triggers held against the patterns of their word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.fitting import misfit
from dateline.extract.patterns import Entry, Pattern, PatternBook
from dateline.extract.predicates import Predicate, predicate
from dateline.extract.tree import Tree
from dateline.extract.voice import is_verbal_noun
from dateline.reference.actors import actor_book
from dateline.reference.actors_keys import keyed
from dateline.reference.lexicon import lexicon

_AFTER_A_NOUN: Final = frozenset({"ADP", "VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a trigger: the tree, the predicate with its arguments, and the pattern.

    `over` are those of the sentence that this tells the outcome of: where they were, it was.
    """

    tree: Tree
    pred: Predicate
    pattern: Pattern
    over: tuple["Match", ...] = ()


def matches(tree: Tree, classes: Classes, book: PatternBook) -> list[Match]:
    """Return the patterns that fit a sentence, at most one a trigger, in the order of the triggers.

    Args:
        tree: the sentence.
        classes: the report's classes.
        book: the patterns of one kind.
    """
    found: list[Match] = []
    for number, entries in triggered(tree, classes, book):
        found += _fitting(tree, number, entries, classes)
    return found


def triggered(tree: Tree, classes: Classes, book: PatternBook) -> Iterator[tuple[int, Sequence[Entry]]]:
    """Yield the words of a sentence that trigger patterns, with these; arguments as for `matches`."""
    triggers = book.triggers
    for number, token in enumerate(tree.tokens):
        if tree.lemmas[number] not in triggers and tree.words[number] not in triggers:
            continue
        if is_verbal_noun(tree, number):
            entries = book.nouns.get(tree.words[number])
        elif token.upos in ("VERB", "AUX") and token.deprel != "amod":  # "the captured towns" tell of what was
            entries = book.verbs.get(tree.lemma(number))
        elif token.upos in ("NOUN", "PROPN") and not (in_a_name(tree, classes, number) or only_qualifies(tree, number)):
            entries = book.nouns.get(tree.lemma(number))
        else:
            continue
        if entries:
            yield number, entries


def only_qualifies(tree: Tree, number: int) -> bool:
    """Return whether a noun only tells what sort another is: "riot gear", "bomb squad", but not "bombing victims".

    Args:
        tree: the sentence.
        number: a noun.
    """
    token = tree.tokens[number]
    if token.deprel != "compound" or token.head < number:
        return False
    head = tree.lemma(token.head)
    return tree.tokens[token.head].upos == "NOUN" and head not in lexicon()["aftermath"]


def in_a_name(tree: Tree, classes: Classes, number: int) -> bool:
    """Return whether a noun is part of a name ("Army of Conquest", "March"); capitals in a headline are no sign of it.

    Args:
        tree: the sentence.
        classes: the report's classes.
        number: a noun.
    """
    token = tree.tokens[number]
    if token.upos != "PROPN":
        return False
    of_what = number + 1 < len(tree) and tree.words[number + 1] == "of"  # "Fall of Gao" is no autumn
    if ("time" in classes.of(tree, number) and not of_what) or _in_a_party(tree, number):
        return True
    if token.text.isupper() and "materiel" in classes.of(tree, number):  # "an IED", "a UAV"
        return False
    opens = number == 0 and tree.tokens[1].upos in _AFTER_A_NOUN if len(tree) > 1 else False
    if classes.mention_type(tree.index, number) in ("organisation", "person"):
        return not opens  # "Shellfire from the camp": the capital is the sentence's
    words = [t.text for t in tree.tokens if t.text.isalpha() and len(t.text) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return number > 0 and token.text[0].isupper() and capitals * 2 < len(words)


def _in_a_party(tree: Tree, number: int) -> bool:
    """Whether a word stands in the known name of a party: "Popular Front for the Liberation of Palestine"."""
    pieces, book, at = keyed([token.text for token in tree.tokens]), actor_book(), 0
    while at < len(pieces) and pieces[at][1] <= number:
        hit = book.longest(pieces, at)
        length = hit[0] if hit else 1
        if length > 1 and pieces[at][1] <= number <= pieces[at + length - 1][1]:
            return True
        at += length
    return False


def _fitting(tree: Tree, number: int, entries: Sequence[Entry], classes: Classes) -> list[Match]:
    """Return the first pattern that fits a trigger; a second one of another type for "artillery and air strikes"."""
    first = _first(tree, number, entries, classes)
    if first is None:
        return []
    joined = any(tree.tokens[n].deprel == "cc" for n in range(max(number - 3, 0), number))
    if not joined or tree.tokens[number].upos in ("VERB", "AUX"):
        return [first]
    others = [entry for entry in entries if entry.extra and entry.pattern.type != first.pattern.type]
    second = _first(tree, number, others, classes)
    return [first, second] if second else [first]


def _first(tree: Tree, number: int, entries: Sequence[Entry], classes: Classes) -> Match | None:
    pred: Predicate | None = None
    for entry in entries:
        if entry.extra and not has_words(tree, number, entry.extra):
            continue
        pred = pred or predicate(tree, number)
        if not misfit(tree, classes, pred, entry.pattern):
            return Match(tree, pred, entry.pattern)
    return None


def has_words(tree: Tree, number: int, extra: tuple[str, ...]) -> bool:
    """Return whether the further words of a pattern's trigger stand with it.

    Args:
        tree: the sentence.
        number: the trigger.
        extra: particles of a verb, words before a noun; none are always there.
    """
    if not extra:
        return True
    beside = tree.beside.get(number)
    if beside is None:
        verbal = tree.tokens[number].upos in ("VERB", "AUX") and not is_verbal_noun(tree, number)
        beside = tree.beside[number] = (_particles if verbal else _premodifiers)(tree, number)
    return all(word in beside for word in extra)


def _particles(tree: Tree, verb: int) -> set[str]:
    """Return the words that may make a phrasal verb or idiom with a verb: "take hostage", "pull out"."""
    beside = {
        tree.words[k] for k in tree.children(verb, "compound:prt", "advmod", "obj", "xcomp", "obl", "amod", "advcl")
    }
    beside.update(tree.words[verb + 1 : verb + 2])
    if verb > 1 and tree.words[verb - 1] == "-":  # "was baton-charged"
        beside.add(tree.words[verb - 2])
    return beside


def _premodifiers(tree: Tree, noun: int) -> set[str]:
    """Return the words that may make a compound with the noun behind them: "car bomb", "suicide car bomb"."""
    before = {word for k in tree.children(noun, "compound", "amod", "nmod") if k < noun for word in _both(tree, k)}
    for k in range(noun - 1, max(noun - 4, -1), -1):
        if tree.tokens[k].upos in ("ADP", "VERB", "AUX", "PRON"):
            break
        before |= _both(tree, k)
    return before


def _both(tree: Tree, token: int) -> set[str]:
    return {tree.lemma(token), tree.words[token]}
