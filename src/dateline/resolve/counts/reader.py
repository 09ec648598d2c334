"""Counts: numbers in words and figures, with what bounds them, to intervals of whole numbers."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from dateline.model.count import Count
from dateline.resolve.counts.grammars import count_grammar, other_grammar
from dateline.resolve.counts.makers import interval
from dateline.resolve.dates.finder import find_times
from dateline.resolve.phrases.words import Word, split_words

_ARTICLES: Final = frozenset({"a", "an"})


class NumberKind(StrEnum):
    """What a number tells."""

    COUNT = "count"
    TIME = "time"
    ORDINAL = "ordinal"
    AGE = "age"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    NAME = "name"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number in a text with the words that bound it; `count` is None unless its kind is a count."""

    start: int
    end: int
    text: str
    kind: NumberKind
    count: Count | None = None


@lru_cache(maxsize=4096)
def read_count(words: str) -> Count | None:
    """Read the count in a phrase such as "at least 31", "dozens of" or "a".

    Args:
        words: the phrase; further words around the number do no harm.

    Returns:
        The interval with the words, or None where the phrase holds no count.
    """
    found = find_counts(words)
    if found and found[0].count:
        count = found[0].count
        return Count(count.low, count.high, words, count.approximate)
    opening = words.split(maxsplit=1)
    return Count(1, 1, words) if opening and opening[0].lower() in _ARTICLES else None


@lru_cache(maxsize=4096)
def find_counts(text: str, offset: int = 0) -> tuple[NumberSpan, ...]:
    """Find the counts of a text: number expressions that may count people or things.

    Args:
        text: a sentence or phrase, in any case.
        offset: what to add to the spans, so that they fit the report that the text is cut from.

    Returns:
        The spans in order, none overlapping. A bare "a" or "an" is no count here.
    """
    return tuple(span for span in find_numbers(text, offset) if span.kind is NumberKind.COUNT)


def find_numbers(text: str, offset: int = 0) -> tuple[NumberSpan, ...]:
    """Find the numbers of a text and tell what each tells: a count, a time, an age, money, a measure, a name.

    Args:
        text: a sentence or phrase, in any case.
        offset: what to add to the spans.

    Returns:
        The spans in order; a count's span holds the words that bound it ("at least 31").
    """
    words = split_words(text)
    found = _take_times(text, words)
    found += _take_others(_without(words, found))
    spans = [_span(text, words[first:after], kind) for first, after, kind in found]
    spans += _counts(text, _without(words, found))
    spans.sort(key=lambda span: span.start)
    return tuple(replace(s, start=s.start + offset, end=s.end + offset) for s in spans) if offset else tuple(spans)


_Taken = tuple[int, int, NumberKind]
"""Words `[first:after]` of a kind."""


def _take_times(text: str, words: list[Word]) -> list[_Taken]:
    """Return the runs of words that are in time expressions with a number."""
    place = {word.start: i for i, word in enumerate(words)}
    ends = {word.end: i + 1 for i, word in enumerate(words)}
    runs = [(place[time.start], ends[time.end], NumberKind.TIME) for time in find_times(text)]
    return [run for run in runs if any(word.kind not in {"word", "mark"} for word in words[run[0] : run[1]])]


def _take_others(words: list[Word]) -> list[_Taken]:
    """Return the runs of words that tell a number of another kind."""
    found = [match for match in other_grammar().find(words) if match.makes != "keep"]
    taken = [(match.first, match.after, NumberKind(match.makes)) for match in found]
    inside = {i for first, after, _ in taken for i in range(first, after)}
    ordinals = [i for i, word in enumerate(words) if word.kind == "ordinal" and i not in inside]
    return taken + [(i, i + 1, NumberKind.ORDINAL) for i in ordinals]


def _without(words: list[Word], taken: list[_Taken]) -> list[Word]:
    """Return the words with those that are taken blotted out."""
    left = list(words)
    for first, after, _ in taken:
        for i in range(first, after):
            left[i] = Word(words[i].start, words[i].end, "", "mark")
    return left


def _counts(text: str, words: list[Word]) -> list[NumberSpan]:
    spans: list[NumberSpan] = []
    for match in count_grammar().find(words):
        read = interval(match, words)
        span = _span(text, words[match.first : match.after], NumberKind.OTHER)
        if read:
            (low, high), approximate = read
            count = Count(low, high, span.text, approximate)
            span = NumberSpan(span.start, span.end, span.text, NumberKind.COUNT, count)
        spans.append(span)
    return spans


def _span(text: str, words: list[Word], kind: NumberKind) -> NumberSpan:
    start, end = words[0].start, words[-1].end
    return NumberSpan(start, end, text[start:end], kind)
