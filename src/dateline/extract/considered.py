"""What was considered in a sentence: each word that may tell something, the patterns held against it, what came of it.

Nothing here is run while reports are read: `dateline why-not` asks the same steps again for one sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.eased import read_eased
from dateline.extract.extraction import extract
from dateline.extract.fitting import is_any, misfit
from dateline.extract.learned import is_unlikely, told
from dateline.extract.matching import Match, has_words, in_a_name, matches, only_qualifies
from dateline.extract.non_events.figures import is_figure, told_of_violence
from dateline.extract.non_events.listed import is_listed
from dateline.extract.patterns import Entry, Pattern, PatternBook, pattern_book
from dateline.extract.predicates import Predicate, argument, predicate
from dateline.extract.same_event.one_an_event import tells_more
from dateline.extract.same_event.outcomes import outcomes
from dateline.extract.tree import Tree, trees
from dateline.extract.voice import is_verbal_noun
from dateline.model.annotated import Annotated
from dateline.model.reading import Reading

_VERBAL: Final = frozenset({"VERB", "AUX"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Held:
    """A pattern held against a word, and why it does not fit; `why` is "" where it fits."""

    pattern: str
    type: str
    why: str


@dataclass(frozen=True, slots=True)
class Considered:
    """A word that some pattern is triggered by: its span, the patterns held against it in order, and what came of it.

    `absent` are patterns that ask for further words with it, which are not there. `readings` are the claims as read of
    which it is the trigger; where there are none, `why` says why not. `learned` is what the event head says of it.
    """

    start: int
    end: int
    text: str
    kind: str
    held: tuple[Held, ...] = ()
    absent: tuple[str, ...] = ()
    why: str = ""
    readings: tuple[Reading, ...] = ()
    learned: str = ""


def considered(annotated: Annotated, sentence: int) -> tuple[Considered, ...]:
    """Return the words of a sentence that patterns of events and control are triggered by, with what came of each.

    The event patterns are those that told the report's events: the eased ones where the others tell of none.

    Args:
        annotated: the report with its sentences, trees and mentions.
        sentence: the sentence's number within the report.

    Raises:
        ResourceError: a pattern or lexicon is missing or broken.
    """
    all_trees = trees(annotated.sentences, annotated.report.text)
    classes = Classes(annotated.mentions, all_trees)
    readings = [reading for reading in extract(annotated) if reading.sentence == sentence]
    tree = all_trees[sentence]
    books = {"event": read_eased(all_trees, classes)[1], "control": pattern_book("control")}
    return tuple(one for kind, book in books.items() for one in _of_kind(tree, classes, (kind, book), readings))


def _of_kind(
    tree: Tree, classes: Classes, asked: tuple[str, PatternBook], readings: Sequence[Reading]
) -> Iterator[Considered]:
    kind, book = asked
    found = matches(tree, classes, book)
    for number, token in enumerate(tree.tokens):
        entries = _entries(tree, number, book)
        if not entries:
            continue
        own = tuple(r for r in readings if r.trigger.head == number and type(r).__name__.lower().startswith(kind))
        outside = _outside(tree, classes, number)
        patterns, absent = _asked(tree, number, entries)
        held = () if outside else tuple(_held(tree, classes, number, patterns))
        fitting = [match for match in found if match.pred.token == number]
        why = outside or ("" if own else _dropped(tree, classes, fitting, found) if fitting else "no pattern fits")
        learned, absent = told(tree, number), () if outside else absent
        yield Considered(token.start, token.end, token.text, kind, held, absent, why, own, learned)


def _entries(tree: Tree, number: int, book: PatternBook) -> Sequence[Entry]:
    """Return the patterns of a word, as verb or as noun by its part of speech."""
    token = tree.tokens[number]
    if is_verbal_noun(tree, number):
        return book.nouns.get(tree.words[number], ())
    if token.upos in _VERBAL:
        return book.verbs.get(tree.lemma(number), ())
    return book.nouns.get(tree.lemma(number), ()) if token.upos in _NOMINAL else ()


def _outside(tree: Tree, classes: Classes, number: int) -> str:
    """Return why a word is held against no pattern at all, "" where it is."""
    token = tree.tokens[number]
    if token.upos in _VERBAL:
        only = token.deprel == "amod" and not is_verbal_noun(tree, number)
        return "it only describes the noun behind it" if only else ""
    if in_a_name(tree, classes, number):
        return "it is part of a name"
    return "it only says what sort of thing another noun is" if only_qualifies(tree, number) else ""


def _asked(tree: Tree, number: int, entries: Sequence[Entry]) -> tuple[list[Pattern], tuple[str, ...]]:
    """Return the patterns of a word whose further words stand with it, and the names of those whose do not."""
    there = dict.fromkeys(entry.pattern for entry in entries if has_words(tree, number, entry.extra))
    absent = dict.fromkeys(entry.pattern.found_by for entry in entries if entry.pattern not in there)
    return list(there), tuple(absent)


def _held(tree: Tree, classes: Classes, number: int, patterns: Sequence[Pattern]) -> Iterator[Held]:
    """Yield the patterns held against a word up to the first that fits; it is not held against later ones."""
    pred = predicate(tree, number)
    for pattern in patterns:
        key = misfit(tree, classes, pred, pattern)
        yield Held(pattern.found_by, pattern.type or pattern.change, _told(tree, classes, pred, pattern, key))
        if not key:
            return


def _told(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern, key: str) -> str:
    """Return in words what of a pattern does not fit, "" where it fits."""
    if key in ("needs", "lacks"):
        return _argument_told(tree, classes, pred, pattern, key)
    if key in ("object", "bar"):
        has = ", ".join(tree.words[head] for head in pred.get("patient")) or "none"
        must = "must be" if key == "object" else "must not be"
        return f"its object {must} {_one_of(getattr(pattern, key))}; it is {has}"
    plain = {
        "unless": f"the sentence holds {_one_of(pattern.unless & tree.vocabulary)}",
        "hints": f"the sentence must hold {_one_of(pattern.hints)}{_or_sure(pattern)}",
        "cases": f"it must stand behind {_one_of(pattern.cases)}",
        "modifiers": f"its doer must be {_one_of(pattern.modifiers)}",
        "passive": "it must be in the passive",
        "acts": "the thing must be said to do something",
        "heads": "the word must head a note without a verb",
    }
    return plain[key] if key else ""


def _argument_told(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern, key: str) -> str:
    """Return which argument is not as asked, of which classes it must be, and what it is."""
    table = pattern.needs if key == "needs" else pattern.lacks
    wrong = (name for name, want in table.items() if is_any(tree, classes, pred, name, want) is (key == "lacks"))
    names = next(wrong)
    heads = [head for name in names.split("|") for head in argument(tree, pred, name)]
    seen = ", ".join(f"{tree.words[h]} ({' '.join(sorted(classes.of(tree, h))) or 'of no class'})" for h in heads)
    must = "must be" if key == "needs" else "must not be"
    return f"{names.replace('|', ' or ')} {must} {_one_of(table[names])}; it is {seen or 'not told'}"


def _or_sure(pattern: Pattern) -> str:
    return f", or the event head be at {pattern.sure:.2f} or above" if pattern.sure <= 1 else ""


def _one_of(words: frozenset[str]) -> str:
    return " or ".join(sorted(word.lstrip("=") for word in words))


def _dropped(tree: Tree, classes: Classes, fitting: Sequence[Match], found: Sequence[Match]) -> str:
    """Return why a word that fits a pattern is not read."""
    match = fitting[0]
    if match.pattern.kind == "control":
        return "no holder or no place is told"
    if not told_of_violence(tree):
        return "the sentence tells of a game, a drill or an old war"
    if match.pattern.alone:
        return "the report tells of other events"
    if is_figure(match):
        return "it tells an accident, a crime without politics, or what is usual"
    if is_listed(match):
        return "it is what many are called, or how many there were"
    if is_unlikely(match, classes):
        return "the learned head takes it for no event of the conflict"
    if all(one.pred.token != match.pred.token for one in outcomes(list(found))):
        return "the sentence tells what became of it"
    for other in found:
        if other is not match and other.pred.token != match.pred.token and tells_more(other, match):
            return f"“{tree.words[other.pred.token]}” tells the same event ({other.pattern.found_by})"
    return "it only points back to an event told elsewhere"
