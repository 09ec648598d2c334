"""Histories: texts that look back on a war, where each date is read from the one before it and not from publication.

An encyclopaedia's article says "On 4 March" years later, and means the year that its heading or the sentence before
told. The day that the text has reached also dates what it tells next.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.model.annotated import Annotated, Sentence
from dateline.model.report import BlockKind
from dateline.model.when import Precision, When
from dateline.reference.calendar import MONTHS
from dateline.resolve.dates.expression import Relation, TimeKind
from dateline.resolve.dates.meaning import Against, Calendar, Meaning, Offset, Range, Relative, Timed, Unit, Weekday
from dateline.resolve.dates.resolver import TimeExpression, normalise
from dateline.resolve.heads import up

_LONG_AGO: Final = dt.timedelta(days=270)  # before publication: news tells the year of what is that far back
_LEAST_DATES: Final = 2  # unless the first time that the text tells is long past
_PER_NEWS_WORD: Final = 6  # dates that outweigh one word of news ("on Monday"): histories quote the news of the day
_FAR_AHEAD: Final = dt.timedelta(days=92)  # past it, a date inside a sentence looks ahead: "it was lost again in 2016"
_BETWEEN: Final = dt.timedelta(days=7)  # two dates so close frame what is told between them
_WEEK: Final = 7
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_NAME: Final = re.compile(r"[^\W\d_]+")
_ENDS: Final = 2  # of a span of months
_HEADING_WORDS: Final = 14
_SETTING: Final = frozenset({Precision.DAY, Precision.DAYS, Precision.WEEK, Precision.MONTH, Precision.YEAR})
_FINE: Final = frozenset({Precision.DAY, Precision.DAYS, Precision.WEEK})
_NEWS_UNITS: Final = frozenset({Unit.DAY, Unit.WEEKEND, Unit.WEEK})

Times = Sequence[Sequence[TimeExpression]]
"""The time expressions of each sentence."""


@dataclass(frozen=True, slots=True)
class _Reached:
    """A time that the text reached, in which block; `heading` says that it heads what follows."""

    when: When
    block: int
    heading: bool


def may_look_back(text: str, published: dt.date | None) -> bool:
    """Tell by its years alone, without reading its dates, whether a text might be a history.

    Args:
        text: the report's text.
        published: the publication day, if known.
    """
    latest = (published - _LONG_AGO).year if published else dt.MAXYEAR
    return any(int(year[0]) <= latest for year in _YEAR.finditer(text))


def is_history(times: Times, published: dt.date | None) -> bool:
    """Tell whether a text looks back: its full dates are long past, and next to no words set it on a day of news.

    Args:
        times: the time expressions of each sentence.
        published: the publication day, if known.
    """
    told = [e for sentence in times for e in sentence if e.kind in {TimeKind.DATE, TimeKind.TIME}]
    full = [when for e in told if _names_month(e.meaning) and (when := normalise(e, published=None))]
    full = [when for when in full if not _is_imprint(when, published)]
    old = [when for when in full if _long_ago(when, published)]
    bare = sum(isinstance(e.meaning, Calendar) and e.meaning.year is None for e in told)
    news = sum(is_news(e.meaning) for e in told)
    if 2 * len(old) < len(full) or news * _PER_NEWS_WORD > len(old) + bare:
        return False
    first = normalise(told[0], published=None) if told and told[0].relation is None else None
    return len(old) >= _LEAST_DATES or (first is not None and _long_ago(first, published))


def _is_imprint(when: When, published: dt.date | None) -> bool:
    """Whether a date is that of the text itself, as below a title: "edition of September 1993"."""
    return bool(published and when.first and when.after and when.first <= published < when.after)


def _long_ago(when: When, published: dt.date | None) -> bool:
    return when.after is not None and (published is None or published - when.after > _LONG_AGO)


def _names_month(meaning: Meaning) -> bool:
    match meaning:
        case Calendar():
            return meaning.month is not None
        case Timed():
            return meaning.day is not None and _names_month(meaning.day)
        case Range():
            return _names_month(meaning.last)
        case _:
            return False


def is_news(meaning: Meaning) -> bool:
    """Tell whether words only mean something on the day of publication: "on Monday", "yesterday", "last week".

    Args:
        meaning: the words' meaning.
    """
    match meaning:
        case Weekday():
            return True
        case Relative() | Offset():
            return meaning.against is Against.PUBLICATION and meaning.unit in _NEWS_UNITS
        case Timed():
            return meaning.day is not None and is_news(meaning.day)
        case _:
            return False


class Narrative:
    """The days that a history reaches, read once from its first sentence to its last.

    Args:
        annotated: the report with its annotation.
        times: the time expressions of each of its sentences.
    """

    def __init__(self, annotated: Annotated, times: Times) -> None:
        self._annotated = annotated
        published = annotated.report.published
        self._published = published.day if published else None
        self._until = self._published or dt.date.max
        self._values: dict[int, When] = {}
        self._before: list[_Reached | None] = []
        self._now: _Reached | None = None
        first = (normalise(e, published=None) for sentence in times for e in sentence if e.kind is TimeKind.DATE)
        self._start = next((when for when in first if when is not None and when.first), None)
        for sentence, told in zip(annotated.sentences, times, strict=True):
            self._before.append(self._now)
            for expression in told or heading_year(annotated, sentence):
                self._read(sentence, expression)

    def value(self, expression: TimeExpression) -> When | None:
        """Return the days of an expression, reckoned from the time that the text had reached before it."""
        return self._values.get(expression.start)

    def reached(self, sentence: int) -> When | None:
        """Return the time of a sentence that tells none: its paragraph's, its heading's, or between two dates."""
        now, block = self._before[sentence], self._annotated.sentences[sentence].block
        if now is None or now.block == block or now.heading:
            return now.when if now else None
        behind = next((later for later in self._before[sentence + 1 :] if later is not now), None)
        return _between(now.when, behind.when) if behind else None

    def _read(self, sentence: Sentence, expression: TimeExpression) -> None:
        anchor = self._now.when if self._now else self._start
        fine = anchor is not None and (anchor.precision in _FINE or isinstance(expression.meaning, Calendar))
        if expression.needs_anchor and (self._now is None or not fine):
            return
        when = normalise(expression, published=None, anchor=anchor)
        if when is not None and self._was_before(sentence, expression, when):
            when = _year_earlier(when)
        if when is None or (when.first is not None and when.first > self._until):
            return  # "in 2050 of them" is no time, and what is to come is none that the text has reached
        if _is_imprint(when, self._published) and self._heads(sentence):
            return
        self._values[expression.start] = when
        on = normalise(replace(expression, relation=None), published=None, anchor=anchor)
        if on is not None and self._sets(sentence, expression, on):
            self._now = _Reached(on, sentence.block, self._heads(sentence))

    def _was_before(self, sentence: Sentence, expression: TimeExpression, when: When) -> bool:
        """Tell whether a date without a year lies behind the time reached: "B had fallen in June", told in October."""
        meaning, now = expression.meaning, self._now.when if self._now else None
        if not isinstance(meaning, Calendar) or meaning.year is not None or now is None:
            return False
        ahead = when.first is not None and now.after is not None and when.first >= now.after
        return ahead and _in_past_perfect(sentence, expression)

    def _sets(self, sentence: Sentence, expression: TimeExpression, when: When) -> bool:
        """Tell whether the text moves on to a time: at the head of a sentence always, within it only a little ahead."""
        dates = expression.kind in {TimeKind.DATE, TimeKind.TIME} and expression.relation in {None, Relation.UNTIL}
        if not dates or when.precision not in _SETTING or when.first is None or when.after is None:
            return False
        if self._now is None or self._heads(sentence):
            return True
        now = self._now.when
        if now.first is None or now.after is None:
            return True
        if now.first <= when.first and when.after <= now.after and when.precision is Precision.YEAR:
            return False
        if leads(sentence, expression):
            return True
        return now.first <= when.first <= now.after + _FAR_AHEAD

    def _heads(self, sentence: Sentence) -> bool:
        return _is_heading(self._annotated, sentence)


def _is_heading(annotated: Annotated, sentence: Sentence) -> bool:
    """Tell whether a sentence is a heading: a short block of its own that does not end as a sentence does."""
    block = annotated.report.blocks[sentence.block]
    return (
        len(sentence.tokens) <= _HEADING_WORDS
        and block.kind is not BlockKind.CAPTION
        and (block.start, block.end) == (sentence.start, sentence.end)
        and not annotated.report.text[block.start : block.end].rstrip().endswith((".", "!", "?", '"', "”", ":", ";"))
    )


def heading_year(annotated: Annotated, sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Return the only year of a heading, which needs no "in" to be one; nothing for any other sentence.

    Args:
        annotated: the report.
        sentence: one of its sentences.
    """
    text = annotated.report.text[sentence.start : sentence.end]
    years = list(_YEAR.finditer(text)) if _is_heading(annotated, sentence) else []
    if len(years) != 1:
        return ()
    start, end, year = sentence.start + years[0].start(), sentence.start + years[0].end(), years[0][0]
    return (TimeExpression(start, end, year, Calendar(year=int(year)), None, start, year),)


def month_label(text: str, offset: int) -> tuple[TimeExpression, ...]:
    """Return the month, or the first and last, that a label tells with nothing beside it: "MARCH.", "May-June:".

    In a sentence "march" and "may" are rather verbs.

    Args:
        text: the label.
        offset: where it begins in the report's text.
    """
    names = list(_NAME.finditer(text))
    months = [MONTHS[name[0].lower()] for name in names if name[0].lower() in MONTHS]
    if not months or len(months) != len(names) or len(months) > _ENDS or any(c.isdigit() for c in text):
        return ()
    ends = [Calendar(month=month) for month in months]
    meaning = Range(ends[0], ends[1]) if len(ends) > 1 else ends[0]
    start, end = names[0].start(), names[-1].end()
    words = text[start:end]
    return (TimeExpression(start + offset, end + offset, words, meaning, None, start + offset, words),)


def _in_past_perfect(sentence: Sentence, expression: TimeExpression) -> bool:
    """Tell whether the verb that a time belongs to says that something had happened."""
    tokens = sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.end > expression.start), -1)
    verb = next((n for n in up(tokens, at) if tokens[n].upos == "VERB"), None)
    return any(t.head == verb and t.deprel == "aux" and t.text.lower() == "had" for t in tokens)


def _year_earlier(when: When) -> When:
    """Return the same days a year before."""
    first = _back(when.first) if when.first else None
    return replace(when, first=first, after=_back(when.after) if when.after else None)


def _back(day: dt.date) -> dt.date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def leads(sentence: Sentence, expression: TimeExpression) -> bool:
    """Tell whether an expression stands before any verb of its sentence, outside brackets.

    Args:
        sentence: the sentence.
        expression: a time told in it.
    """
    before = [token for token in sentence.tokens if token.end <= expression.lead]
    return not any(token.upos in {"VERB", "AUX"} or token.text == "(" for token in before)


def _between(one: When, other: When) -> When | None:
    """Return the days from one time to another shortly after it, both within."""
    if not (one.first and other.after) or not dt.timedelta(0) < other.after - one.first <= _BETWEEN:
        return None
    days = (other.after - one.first).days
    precision = Precision.DAY if days == 1 else Precision.DAYS if days <= _WEEK else Precision.MONTH
    return When(one.first, other.after, precision, f"{one.words} – {other.words}", "between the dates around it")
