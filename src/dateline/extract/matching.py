"""Triggers held against the patterns of their word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.classes import Classes, part_of
from dateline.extract.patterns import Entry, Pattern, PatternBook
from dateline.extract.predicates import Predicate, argument, is_verbal_noun, predicate
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_OPENS: Final = frozenset({"begin", "start", "open"})  # "the assault began with two car bombs"
_CAUSAL: Final = frozenset({"by", "in", "after", "from", "when", "during", "of", "with", "as"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a trigger: the tree, the predicate with its arguments, and the pattern."""

    tree: Tree
    pred: Predicate
    pattern: Pattern


def matches(tree: Tree, classes: Classes, book: PatternBook) -> list[Match]:
    """Return the patterns that fit a sentence, at most one a trigger, in the order of the triggers.

    Args:
        tree: the sentence.
        classes: the report's classes.
        book: the patterns of one kind.
    """
    found = []
    triggers = book.triggers
    for number, token in enumerate(tree.tokens):
        if tree.lemmas[number] not in triggers and tree.words[number] not in triggers:
            continue
        if is_verbal_noun(tree, number):
            entries = book.nouns.get(tree.words[number])
        elif token.upos in ("VERB", "AUX") and token.deprel != "amod":  # "the captured towns" tell of what was
            entries = book.verbs.get(tree.lemma(number))
        elif token.upos in ("NOUN", "PROPN") and not (
            _in_a_name(tree, classes, number) or _only_qualifies(tree, number)
        ):
            entries = book.nouns.get(tree.lemma(number))
        else:
            continue
        if entries:
            found += _fitting(tree, number, entries, classes)
    return found


def _only_qualifies(tree: Tree, number: int) -> bool:
    """Whether a noun only tells what sort of thing another is: "riot gear", "bomb squad", but not "bombing victims"."""
    token = tree.tokens[number]
    if token.deprel != "compound" or token.head < number:
        return False
    head = tree.lemma(token.head)
    return tree.tokens[token.head].upos == "NOUN" and head not in lexicon()["aftermath"]


def _in_a_name(tree: Tree, classes: Classes, number: int) -> bool:
    """Whether a noun is part of a name ("Army of Conquest", "March"), capitals in a headline being no sign of it."""
    token = tree.tokens[number]
    if token.upos != "PROPN":
        return False
    if "time" in classes.of(tree, number):
        return True
    if classes.mention_type(tree.index, number) in ("organisation", "person"):
        return True
    words = [t.text for t in tree.tokens if t.text.isalpha() and len(t.text) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return number > 0 and token.text[0].isupper() and capitals * 2 < len(words)


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
    verbal = tree.tokens[number].upos in ("VERB", "AUX") and not is_verbal_noun(tree, number)
    for entry in entries:
        if entry.extra and not (_particles if verbal else _premodifiers)(tree, number, entry.extra):
            continue
        pred = pred or predicate(tree, number)
        if _fits(tree, classes, pred, entry.pattern):
            return Match(tree, pred, entry.pattern)
    return None


def _particles(tree: Tree, verb: int, extra: tuple[str, ...]) -> bool:
    """Whether the words of a phrasal verb or idiom stand beside it: "take hostage", "pull out"."""
    beside = {
        tree.words[k] for k in tree.children(verb, "compound:prt", "advmod", "obj", "xcomp", "obl", "amod", "advcl")
    }
    beside.update(tree.words[verb + 1 : verb + 2])
    return all(word in beside for word in extra)


def _premodifiers(tree: Tree, noun: int, extra: tuple[str, ...]) -> bool:
    """Whether the words of a compound stand before its last one: "car bomb", "suicide car bomb"."""
    before = {tree.lemma(k) for k in tree.children(noun, "compound", "amod", "nmod") if k < noun}
    for k in range(noun - 1, max(noun - 4, -1), -1):
        if tree.tokens[k].upos in ("ADP", "VERB", "AUX", "PRON"):
            break
        before |= {tree.lemma(k), tree.words[k]}
    return all(word in before for word in extra)


def _fits(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern) -> bool:
    if not _suits(tree, pred, pattern):
        return False
    if pattern.object and not any(_is_of(tree, h, pattern.object) for h in pred.get("patient")):
        return False
    if pattern.modifiers and not any(_has_lemma(tree, h, pattern.modifiers) for h in pred.get("agent")):
        return False
    if pattern.bar and any(tree.lemma(h) in pattern.bar and _is_bare(tree, h) for h in pred.get("patient")):
        return False
    if pattern.crowd and not any(tree.lemma(h) in lexicon()["crowd"] for name in pattern.crowd for h in pred.get(name)):
        return False
    if not all(_is_any(tree, classes, pred, name, want) for name, want in pattern.needs.items()):
        return False
    if any(_is_any(tree, classes, pred, name, bar) for name, bar in pattern.lacks.items()):
        return False
    return not pattern.acts or _acts(tree, pred.token)


def _suits(tree: Tree, pred: Predicate, pattern: Pattern) -> bool:
    """Whether the words of the sentence and the trigger's own form are as a pattern asks."""
    if pattern.unless & tree.vocabulary or (pattern.passive and not pred.passive):
        return False
    if pattern.hints and not pattern.hints & tree.vocabulary:
        return False
    return not pattern.cases or tree.case(pred.token) in pattern.cases


def _is_of(tree: Tree, head: int, lemmas: frozenset[str]) -> bool:
    """Whether an object is one of some words, or an amount of such: "fired hundreds of shells"."""
    inner = part_of(tree, head)
    return any(tree.lemma(one) in lemmas or tree.words[one] in lemmas for one in (head, inner) if one is not None)


def _is_any(tree: Tree, classes: Classes, pred: Predicate, names: str, want: frozenset[str]) -> bool:
    """Whether some head of some of the arguments is of one of the classes, or is one of the lemmas ("=street")."""
    return any(
        classes.of(tree, head) & want or f"={tree.lemma(head)}" in want
        for name in names.split("|")
        for head in argument(tree, pred, name)
    )


def _is_bare(tree: Tree, head: int) -> bool:
    """Whether a noun stands without a name or article of its own, as in an idiom."""
    return not any(tree.tokens[k].deprel in ("compound", "nmod", "det", "nmod:poss") for k in tree.kids[head])


def _has_lemma(tree: Tree, head: int, lemmas: frozenset[str]) -> bool:
    return tree.lemma(head) in lemmas or any(
        tree.lemma(k) in lemmas for k in tree.children(head, "compound", "amod", "nmod")
    )


def _acts(tree: Tree, noun: int) -> bool:
    """Whether a thing is said to do something (subject of a verb) or to be the cause of harm ("killed by a bomb")."""
    rel, head = tree.tokens[noun].deprel, tree.head(noun)
    if head < 0 or tree.tokens[head].upos not in ("VERB", "AUX"):
        return rel == "nmod" and tree.case(noun) in ("by", "from")
    if rel == "nsubj":
        return tree.lemma(head) not in ("be", "have", "remain", "contain", "belong")
    if rel in ("obl", "obl:agent"):
        harms = tree.case(noun) in _CAUSAL and tree.lemma(head) in lexicon()["harm_verb"]
        return harms or (tree.case(noun) == "with" and tree.lemma(head) in _OPENS)
    return False
