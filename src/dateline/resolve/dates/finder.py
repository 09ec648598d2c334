"""Finds the time expressions of a text by the time grammar, and joins those that belong together."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.resolve.dates.expression import Relation, TimeExpression
from dateline.resolve.dates.joins import join
from dateline.resolve.dates.lexicon import time_grammar
from dateline.resolve.dates.makers import make
from dateline.resolve.dates.meaning import Calendar, Feast, Lasting, Meaning, Timed, Vague, Weekday
from dateline.resolve.phrases.words import Word, split_words

_REACH: Final = 8  # words before an expression in which an auxiliary tells its tense
_LONGEST_JOIN: Final = 3
_RELATIONS: Final = {
    "since": Relation.SINCE,
    "until": Relation.UNTIL,
    "till": Relation.UNTIL,
    "by": Relation.UNTIL,
    "before": Relation.BEFORE,
    "after": Relation.AFTER,
    "for": Relation.FOR,
}
_AROUND: Final = frozenset({Relation.BEFORE, Relation.AFTER})


@dataclass(frozen=True, slots=True)
class _Found:
    """A meaning told by `words[first:after]`."""

    first: int
    after: int
    meaning: Meaning


def find_times(text: str, offset: int = 0) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text, in any case.

    Args:
        text: a sentence, or a few.
        offset: what to add to the spans, so that they fit the report that the text is cut from.

    Returns:
        The expressions in order, none overlapping another. Ages are no times and are left out.
    """
    found = _find(text)
    if not offset:
        return found
    return tuple(replace(e, start=e.start + offset, end=e.end + offset, lead=e.lead + offset) for e in found)


@lru_cache(maxsize=256)
def _find(text: str) -> tuple[TimeExpression, ...]:
    words = split_words(text)
    found: list[_Found] = []
    for match in time_grammar().find(words):
        meaning = make(match, words)
        if meaning is not None and not _is_of_a_place(words, match.after):
            found.append(_Found(match.first, match.after, meaning))
    return tuple(_expression(text, words, f) for f in _joined(words, found))


def _is_of_a_place(words: list[Word], after: int) -> bool:
    """Tell whether "the fall" is that of a place and no season: "in the fall of the port", but "the fall of 2014"."""
    behind = words[after : after + 2]
    of = len(behind) > 1 and behind[0].text == "of" and behind[1].kind != "number"
    return words[after - 1].text == "fall" and of


def _joined(words: list[Word], found: list[_Found]) -> list[_Found]:
    """Return what was found with neighbours joined where they tell one time together."""
    joined: list[_Found] = []
    for item in found:
        last = joined[-1] if joined else None
        meaning = _join(words, last, item) if last and item.first - last.after <= _LONGEST_JOIN else None
        if last and meaning:
            joined[-1] = _Found(last.first, item.after, meaning)
        else:
            joined.append(item)
    return joined


def _join(words: list[Word], left: _Found, right: _Found) -> Meaning | None:
    between = " ".join(w.text for w in words[left.after : right.first])
    return join(words[left.first - 1].text if left.first else "", left.meaning, between, right.meaning)


def _expression(text: str, words: list[Word], found: _Found) -> TimeExpression:
    start, end = words[found.first].start, words[found.after - 1].end
    relation, lead = _relation(words, found)
    meaning = _with_tense(words, found)
    begin = start if lead is None else words[lead].start
    return TimeExpression(start, end, text[start:end], meaning, relation, begin, text[begin:end])


def _relation(words: list[Word], found: _Found) -> tuple[Relation | None, int | None]:
    """Return how the word before bounds an expression, and that word's place."""
    before = found.first - 1
    if before >= 0 and words[before].text in {"on", "about", "around", "at"}:
        before -= 1
    relation = _RELATIONS.get(words[before].text) if before >= 0 else None
    if relation is Relation.FOR and not isinstance(found.meaning, Lasting):
        return None, None
    if isinstance(found.meaning, Lasting | Vague) and relation is not Relation.FOR:
        return None, None
    if found.after < len(words) and words[found.after].text == "'s":
        return None, None  # "after Sunday's raid", "killed by the previous day's bomb" say nothing of Monday
    if relation in _AROUND and found.after < len(words) and time_grammar().is_a(words[found.after], "rite"):
        return None, None  # "after Sunday service", "before Friday prayers" are on that day
    if isinstance(found.meaning, Timed) and relation in _AROUND:
        return None, None  # "before dawn on Monday" is on Monday
    if isinstance(found.meaning, Timed) and found.meaning.day is None and words[before].text == "by":
        return None, None  # "by noon they had killed 12" is of the day that was told
    return (relation, before) if relation else (None, None)


def _with_tense(words: list[Word], found: _Found) -> Meaning:
    """Return the meaning with what the words before tell of its tense."""
    meaning = found.meaning
    match meaning:
        case Calendar() | Weekday() | Feast():
            return replace(meaning, ahead=True) if _before(words, found.first, "will") else meaning
        case Timed(day=Weekday() | Calendar() as day):
            return replace(meaning, day=replace(day, ahead=True)) if _before(words, found.first, "will") else meaning
        case Lasting():
            return replace(meaning, upto=_before(words, found.first, "have"))
        case _:
            return meaning


def _before(words: list[Word], first: int, name: str) -> bool:
    """Tell whether a word of a class stands shortly before in the same clause."""
    grammar = time_grammar()
    for at in range(first - 1, max(0, first - _REACH) - 1, -1):
        word = words[at]
        if grammar.is_a(word, name):
            return not (at and words[at - 1].text in {"own", "free"})  # "left of their own will on Sunday"
        if grammar.is_a(word, "clause_end"):
            return False
    return False
