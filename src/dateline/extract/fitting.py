"""Whether a trigger with its arguments is as a pattern asks, and what of the pattern it is not."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dateline.extract.classes import FIGHTERS, Classes
from dateline.extract.noun_classes import part_of
from dateline.extract.patterns import Pattern
from dateline.extract.predicates import Predicate, argument
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_OPENS: Final = frozenset({"begin", "start", "open"})  # "the assault began with two car bombs"
_PEOPLE: Final = frozenset({"combatant", "irregular", "civilian", "people", "person", "actor"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SPOTS: Final = frozenset({"on", "at", "in", "near", "outside", "against", "into", "inside", "aboard"})
_HARMED: Final = frozenset({"kill", "dead", "wound", "wounded", "injure", "injured", "die", "destroy"})
_STRUCK: Final = frozenset({"target", "hit", "strike", "burn", "damage"})
_LISTED: Final = frozenset({"appos", "list", "parataxis", "nmod:unmarked", "conj"})
_DROPS: Final = frozenset({"fall", "rain", "drop"})
_CAUSAL: Final = frozenset({"by", "in", "after", "from", "when", "during", "of", "with", "as"})


def misfit(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern) -> str:
    """Return the first key of a pattern that a predicate is not as asked, the quickest to ask first; "" where it fits.

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the trigger with its arguments.
        pattern: a pattern of the trigger's word.
    """
    if unlike := _unlike(tree, pred, pattern):
        return unlike
    missing = _missing(tree, classes, pred, pattern)
    if missing and not (pattern.loose and _will_do(tree, classes, pred, pattern, missing)):
        return "object" if "object" in missing else "needs"
    if pattern.modifiers and not any(_has_lemma(tree, h, pattern.modifiers) for h in pred.get("agent")):
        return "modifiers"
    if barred := barring(tree, classes, pred, pattern):
        return barred
    if pattern.acts and not (_acts(tree, pred.token) or _heads_a_note(tree, pred.token)):
        return "acts"
    if pattern.heads and not _heads_a_note(tree, pred.token):
        return "heads"
    # Last, for it asks of what class each word of the sentence is.
    hinted = not pattern.hint_classes or _has_hint(tree, pred, pattern) or _has_class(tree, classes, pattern)
    return "" if hinted else "hints"


def barring(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern) -> str:
    """Return which key of a pattern an argument is barred by, "" for none; arguments as for `misfit`."""
    if pattern.bar and any(tree.lemma(h) in pattern.bar and _is_bare(tree, h) for h in pred.get("patient")):
        return "bar"
    barred = any(is_any(tree, classes, pred, name, bar) for name, bar in pattern.lacks.items())
    return "lacks" if barred else ""


def _missing(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern) -> list[str]:
    """Return the arguments that are not of what a pattern asks for: of a strict pattern the first is enough."""
    missing = []
    if pattern.object and not any(_is_of(tree, h, pattern.object) for h in pred.get("patient")):
        missing.append("object")
    for name, want in pattern.needs.items():
        if missing and not pattern.loose:
            break
        if not is_any(tree, classes, pred, name, want):
            missing.append(name)
    return missing


def _will_do(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern, missing: Sequence[str]) -> bool:
    """Whether what a loose pattern misses is one word that no list can be whole of, and people under arms take part."""
    (first, *others) = missing
    names = ("patient",) if first == "object" else tuple(first.split("|"))
    listed = first == "object" or all(want.startswith("=") for want in pattern.needs[first])
    fillers = [head for name in names for head in argument(tree, pred, name)]
    if others or not listed or not fillers or any(classes.of(tree, head) & _PEOPLE for head in fillers):
        return False  # a list of things may lack a thing, but people are none
    if (tree.tokens[pred.token].event or 0.0) < pattern.sure or tree.tokens[pred.token].upos != "VERB":
        return False
    parties = (head for name in ("agent", "patient") for head in pred.get(name))
    return any(classes.of(tree, head) & FIGHTERS for head in parties)


def _unlike(tree: Tree, pred: Predicate, pattern: Pattern) -> str:
    """Return what of the sentence's words and the trigger's own form is not as a pattern asks."""
    if not pattern.unless.isdisjoint(tree.vocabulary):
        return "unless"
    if pattern.passive and not pred.passive:
        return "passive"
    if not (pattern.hint_classes or _has_hint(tree, pred, pattern)):
        return "hints"
    return "cases" if pattern.cases and tree.case(pred.token) not in pattern.cases else ""


def _has_hint(tree: Tree, pred: Predicate, pattern: Pattern) -> bool:
    """Whether a sentence has a word among the hints, or needs none: the pattern has none, or the event head is sure."""
    if not pattern.hints or not pattern.hints.isdisjoint(tree.vocabulary):
        return True
    return (tree.tokens[pred.token].event or 0.0) >= pattern.sure


def _has_class(tree: Tree, classes: Classes, pattern: Pattern) -> bool:
    """Whether a sentence has a word of one of the classes among the hints ("@irregular")."""
    return any(not pattern.hint_classes.isdisjoint(classes.of(tree, number)) for number in range(len(tree)))


def _is_of(tree: Tree, head: int, lemmas: frozenset[str]) -> bool:
    """Whether an object is one of some words, or an amount of such: "fired hundreds of shells"."""
    inner = part_of(tree, head)
    return any(tree.lemma(one) in lemmas or tree.words[one] in lemmas for one in (head, inner) if one is not None)


def is_any(tree: Tree, classes: Classes, pred: Predicate, names: str, want: frozenset[str]) -> bool:
    """Return whether some head of some of the arguments is of one of the classes, or is one of the lemmas ("=street").

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the trigger with its arguments.
        names: arguments, joined by "|".
        want: classes and lemmas.
    """
    for name in _each(names):
        for head in argument(tree, pred, name):
            if not want.isdisjoint(classes.of(tree, head)) or f"={tree.lemma(head)}" in want:
                return True
    return False


@lru_cache(maxsize=1024)
def _each(names: str) -> tuple[str, ...]:
    """Return the names of arguments that a pattern joins by "|"."""
    return tuple(names.split("|"))


def _is_bare(tree: Tree, head: int) -> bool:
    """Whether a noun stands without a name or article of its own, as in an idiom."""
    return not any(tree.tokens[k].deprel in ("compound", "nmod", "det", "nmod:poss") for k in tree.kids[head])


def _has_lemma(tree: Tree, head: int, lemmas: frozenset[str]) -> bool:
    return tree.lemma(head) in lemmas or any(
        tree.lemma(k) in lemmas for k in tree.children(head, "compound", "amod", "nmod")
    )


def _heads_a_note(tree: Tree, noun: int) -> bool:
    """Whether a noun heads words without a verb that tell where, or how many: "car bomb at a station, nine killed"."""
    if tree.head(noun) >= 0 or any(_is_told(tree, number) for number in range(len(tree))):
        return False
    spot = any(tree.case(kid) in _SPOTS for kid in tree.children(noun, "nmod"))
    return spot or not _HARMED.isdisjoint(tree.vocabulary) or _is_counted_with_a_name(tree, noun)


def _is_counted_with_a_name(tree: Tree, noun: int) -> bool:
    """Whether a log counts what fell and only names the place: "Two barrels, Marea, quarter of the mills"."""
    if not tree.children(noun, "nummod"):
        return False
    beside = [k for k in tree.kids[noun] if k > noun and tree.rel(k) in _LISTED and not tree.children(k, "cc")]
    return any(tree.tokens[k].upos == "PROPN" for k in beside)


def _is_told(tree: Tree, number: int) -> bool:
    """Whether a word is a verb that says what happened, and not only adds who was harmed: "IED on a bus, 19 killed"."""
    token = tree.tokens[number]
    if token.deprel == "parataxis" and tree.lemma(number) in _HARMED | _STRUCK and not tree.children(number, "obj"):
        return False
    return token.xpos in _FINITE or token.upos == "AUX"


def _acts(tree: Tree, noun: int) -> bool:
    """Whether a thing is said to do something (subject of a verb) or to be the cause of harm ("killed by a bomb")."""
    rel, head = tree.tokens[noun].deprel, tree.head(noun)
    if any(_harms(tree, kid) for kid in tree.children(noun, "acl:relcl")):
        return True  # "with a truck bomb that killed two"
    if head < 0 or tree.tokens[head].upos not in ("VERB", "AUX"):
        return rel == "nmod" and tree.case(noun) in ("by", "from")
    if rel == "nsubj":
        if tree.lemma(noun) == "bomb" and tree.lemma(head) in _DROPS:
            return False  # a bomb that falls was not laid: see airstrike.bombs_fell
        return tree.lemma(head) not in ("be", "have", "remain", "contain", "belong", "fail", "malfunction")
    if rel in ("obl", "obl:agent"):
        harms = tree.case(noun) in _CAUSAL and tree.lemma(head) in lexicon()["harm_verb"]
        return harms or (tree.case(noun) == "with" and tree.lemma(head) in _OPENS)
    return False


def _harms(tree: Tree, verb: int) -> bool:
    """Whether a relative clause says whom the noun harmed: its subject is the pronoun that stands for it."""
    subjects = tree.children(verb, "nsubj")
    own = len(subjects) == 1 and tree.words[subjects[0]] in ("that", "which")
    return own and tree.lemma(verb) in lexicon()["harm_verb"] and bool(tree.children(verb, "obj"))
