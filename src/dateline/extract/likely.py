"""Triggers that fit no pattern of their word, taken by the types of event that the head taught by reports gives them.

What patterns ask of a word's arguments can never be all that is written: "They hit the middle of the vegetables".
"""

from collections.abc import Sequence
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.fitting import barring
from dateline.extract.matching import Match, has_words, triggered
from dateline.extract.patterns import Entry, PatternBook
from dateline.extract.predicates import Predicate, predicate
from dateline.extract.tree import Tree
from dateline.reference.sub_events import TERRITORY_TAKEN

# Of words from here on that no pattern fits, in sentences that tell of nothing else, more were told than were not
# (training/report_train.py); both heads are asked, for the other one has seen more of what verbs mean elsewhere.
_LIKELY: Final = 0.5
_EVENT: Final = 0.1
# Light verbs, which tell by their objects alone: "took the chance".
_LIGHT: Final = frozenset(
    {"bring", "carry", "cut", "find", "get", "give", "have", "hold", "keep", "leave", "lose", "make", "put", "run",
     "take", "turn", "win"}
)  # fmt: skip
_UNARMED: Final = frozenset({"civilian", "person"})  # these take no town


def likely_matches(tree: Tree, classes: Classes, book: PatternBook) -> list[Match]:
    """Return what a sentence tells in which no trigger fits a pattern, in the order of the triggers.

    Args:
        tree: the sentence.
        classes: the report's classes.
        book: the event patterns.
    """
    if not any(token.told for token in tree.tokens):
        return []
    found = (_likely(tree, number, entries, classes) for number, entries in triggered(tree, classes, book))
    return [match for match in found if match]


def _likely(tree: Tree, number: int, entries: Sequence[Entry], classes: Classes) -> Match | None:
    """Return the first pattern of the type that a word tells of, if it is likely to tell of one of its patterns'."""
    told = dict(tree.tokens[number].told)
    if not told or (tree.tokens[number].event or 0.0) < _EVENT or tree.lemma(number) in _LIGHT:
        return None
    pred = predicate(tree, number)
    known = {e.pattern.type: e.pattern for e in reversed(entries) if _speaks_for_itself(tree, classes, pred, e)}
    if sum(share for kind, share in told.items() if kind in known) < _LIKELY:
        return None
    best = next(kind for kind in told if kind in known)
    return Match(tree, pred, known[best])


def _speaks_for_itself(tree: Tree, classes: Classes, pred: Predicate, entry: Entry) -> bool:
    """Whether a word tells of a pattern's type by itself, not by an object ("hailed the capture") or hint ("now hold").

    What the pattern shuts out stays shut out.
    """
    pattern = entry.pattern
    if pattern.object or pattern.hints or not pattern.unless.isdisjoint(tree.vocabulary):
        return False
    if pattern.type == TERRITORY_TAKEN and any(classes.of(tree, head) & _UNARMED for head in pred.get("agent")):
        return False
    return has_words(tree, pred.token, entry.extra) and not barring(tree, classes, pred, pattern)
