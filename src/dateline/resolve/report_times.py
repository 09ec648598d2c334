"""The times that a report tells, each with its days: reckoned from publication, or from what the text has reached."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.reading import Reading
from dateline.model.when import Precision, When
from dateline.resolve.dates.expression import Relation, TimeKind
from dateline.resolve.dates.meaning import (
    Against,
    Anniversary,
    Calendar,
    DayPart,
    Meaning,
    Offset,
    Relative,
    Timed,
    Unit,
)
from dateline.resolve.dates.resolver import TimeExpression, find_times, normalise
from dateline.resolve.narrative import Narrative, heading_year, is_history, is_news, leads, may_look_back, month_label
from dateline.resolve.when_words import dated

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEARS: Final = re.compile(r"\b(?:since|from|after) (?:19|20)\d\d|(?:19|20)\d\d ?(?:[-–—]|to|until) ?\d")
_IT_WAS: Final = re.compile(r"(?:It|That|This) (?:was|happened|took place|occurred) (?:(?:on|in|at) )?(?:the )?")
_ENDS: Final = re.compile(r"\s?[,.:;]")
_NEAR: Final = 2  # sentences back to the day that heads one


class ReportTimes:
    """The times of a report.

    Args:
        annotated: the report with its annotation.
        entries: the sentences that label the entry of each sentence, for those in entries.
    """

    def __init__(self, annotated: Annotated, entries: Mapping[int, range]) -> None:
        self._annotated = annotated
        report = annotated.report
        self._published = report.published.day if report.published else None
        self._dateline = report.dateline
        self._found: dict[int, tuple[TimeExpression, ...]] = {}
        self._labels = entries

    @property
    def annotated(self) -> Annotated:
        """The report with its annotation."""
        return self._annotated

    def reached(self, reading: Reading) -> When | None:
        """Return the time that a history has reached where a reading stands; None in any other report."""
        return self._narrative.reached(reading.sentence) if self._narrative else None

    @property
    def looks_back(self) -> bool:
        """Whether the report is a history, whose present is not the day of its publication."""
        return self._narrative is not None

    @property
    def after_publication(self) -> dt.date | None:
        """The day after publication; None where that day is not known, or says nothing of what a history tells."""
        return None if self._published is None or self.looks_back else self._published + dt.timedelta(days=1)

    def reached_by_day(self, sentence: int, since: int) -> When | None:
        """Return the day of the sentence before one, or that heads the last of those before, from another on.

        "On 10 July tanks rolled up. … That evening" is 10 July, whatever was read in the sentence; so is "We remember
        10 July. On that day …".

        Args:
            sentence: the sentence's number.
            since: that of the first sentence to look at.
        """
        for number in range(sentence - 1, max(since, sentence - 1 - _NEAR) - 1, -1):
            last = number == sentence - 1
            here = (e for e in self._in(number) if last or leads(self._annotated.sentences[number], e))
            days = (self.value(e) for e in here if not e.needs_anchor and e.kind in (TimeKind.DATE, TimeKind.TIME))
            if when := next((day for day in days if day is not None and day.days == 1), None):
                return when
        return None

    def opening_day(self, sentence: int) -> When | None:
        """Return the day of a sentence that opens by telling when something was: "It was Saturday, 5 February: …".

        Args:
            sentence: the sentence's number within the report.
        """
        span = self._annotated.sentences[sentence]
        text = self._annotated.report.text[span.start : span.end]
        for e in self._in(sentence):
            told = _IT_WAS.fullmatch(text[: e.start - span.start]) and _ENDS.match(text[e.end - span.start :])
            if told and not e.needs_anchor and e.kind in (TimeKind.DATE, TimeKind.TIME):
                return self.value(e)
        return None

    def plain(self, sentence: int, span: tuple[int, int], *, inside: bool) -> When | None:
        """Return the one time of a sentence, within or outside a span of it, that counts from no other event.

        Args:
            sentence: the sentence's number within the report.
            span: offsets in the report's text.
            inside: whether the time stands within the span.
        """
        free = [e for e in self._in(sentence) if not e.needs_anchor and e.kind in (TimeKind.DATE, TimeKind.TIME)]
        here = [e for e in free if (span[0] <= e.start < span[1]) is inside]
        values = [when for e in here if (when := self.value(e)) is not None]
        return values[0] if len({(when.first, when.after) for when in values}) == 1 else None

    def value(self, expression: TimeExpression, anchor: When | None = None, *, flipped: bool = False) -> When | None:
        """Return the days of an expression, reckoned from another event's where one is given.

        Args:
            expression: the words.
            anchor: the other event's days.
            flipped: count the other way: the claim is what the words count from.
        """
        meaning = expression.meaning
        if anchor is None and (framed := self._framed(expression)) is not None:
            return framed
        if self._narrative and anchor is None:
            return self._narrative.value(expression) or self._year_before(meaning)
        if isinstance(meaning, Timed) and meaning.part is DayPart.OVERNIGHT and meaning.day is None and self._is_news:
            anchor = None  # "overnight" is the last night, whatever was told of the weeks before
        if flipped and isinstance(meaning, Offset):
            expression = replace(expression, meaning=replace(meaning, direction=-meaning.direction))
        if flipped and isinstance(meaning, Anniversary):
            expression = replace(expression, meaning=replace(meaning, years=-meaning.years))
        if anchor is None and self._published is None and not expression.needs_anchor:
            anchor = self._nearest_full_date(expression)
        when = normalise(expression, published=self._published, dateline=self._dateline, anchor=anchor)
        return when or self._year_before(meaning)

    def _labelled(self, sentence: int) -> When | None:
        """Return the day of the label that a paragraph opens with: "Djibo, 28 June. Gunmen ambushed …"."""
        labels = [label for label in self._labels.get(sentence, ()) if label != sentence]
        told = (self.plain(label, (0, 0), inside=False) or self._in_titled_year(label) for label in labels)
        return next((day for day in told if day is not None), None)

    def _in_titled_year(self, label: int) -> When | None:
        """Return the day of a label in the one year of an undated report's title: "Algeria 1997: a chronology"."""
        if self._published is not None or self._titled_year is None:
            return None
        days = (self.value(e, self._titled_year) for e in self._in(label) if not e.needs_anchor)
        return next((day for day in days if day is not None), None)

    def _framed(self, expression: TimeExpression) -> When | None:
        """Return a day and month that opens a paragraph in the time that heads its list: "From our issue of May:".

        The title of a report of a later year heads one with its year: "Rights in Colombia: the year 2005".
        """
        date = expression.meaning
        if not isinstance(date, Calendar) or date.year is not None or date.day is None:
            return None
        opened = (n for n, s in enumerate(self._annotated.sentences) if s.start == expression.start)
        number = next(opened, None)
        if number is None or expression.start not in {block.start for block in self._annotated.report.blocks}:
            return None
        title = self._titled_year
        over = title and title.after and self._published and title.after <= self._published and self._only_year
        frame = self._heading_time(number) or (title if over else None)
        day = normalise(expression, published=None, anchor=frame) if frame else None
        if frame is None or day is None or not (frame.first and frame.after and day.first):
            return None
        return day if frame.first <= day.first < frame.after else None

    def _heading_time(self, before: int) -> When | None:
        """Return the time told by the last sentence before one that ends in a colon and is no label itself."""
        sentences, text = self._annotated.sentences, self._annotated.report.text
        heads = (n for n in range(before - 1, -1, -1) if text[sentences[n].start : sentences[n].end].endswith(":"))
        head = next((n for n in heads if n not in self._labels.get(n + 1, ())), None)
        return self.plain(head, (0, 0), inside=False) if head is not None else None

    def _nearest_full_date(self, expression: TimeExpression) -> When | None:
        """Return the last date told with its year before an expression, else the first one after it, else the year.

        It lends its year to "On 25 October" where the publication day is not known.
        """
        before = [when for e, when in self._full_dates if e.end <= expression.start]
        after = [when for e, when in self._full_dates if e.start >= expression.end]
        return before[-1] if before else next(iter(after), self._titled_year or self._only_year)

    @cached_property
    def _titled_year(self) -> When | None:
        """The one year that the title tells; "since 1975" and "1975-84" tell more."""
        title = self._annotated.sentences[0]
        if _YEARS.search(self._annotated.report.text[title.start : title.end]):
            return None
        years = {int(token.text) for token in title.tokens if _YEAR.fullmatch(token.text)}
        return _whole(years.pop(), "in the title") if len(years) == 1 else None

    @cached_property
    def _only_year(self) -> When | None:
        """The one year that the report tells, as a year alone; "since 2009" reaches back from another."""
        told = (
            e.meaning
            for n in range(len(self._annotated.sentences))
            for e in self._in(n)
            if e.relation not in (Relation.SINCE, Relation.BEFORE)
        )
        years = {meaning.year for meaning in told if isinstance(meaning, Calendar) and meaning.year}
        return _whole(years.pop(), "the only year told") if len(years) == 1 else None

    def _year_before(self, meaning: Meaning) -> When | None:
        """Return "last year" in a report without a publication day: the one before the latest date that it tells."""
        if self._published is not None or not isinstance(meaning, Relative) or meaning.unit is not Unit.YEAR:
            return None
        if meaning.against is not Against.PUBLICATION or meaning.shift >= 0 or not self._full_dates:
            return None
        latest = max(when.first.year for _, when in self._full_dates if when.first)
        return _whole(latest + meaning.shift, f"reckoned from {latest}, the latest year told")

    @cached_property
    def _full_dates(self) -> list[tuple[TimeExpression, When]]:
        """The dates told with their year, in text order."""
        return [(e, when) for n in range(len(self._annotated.sentences)) for e in self._in(n) if (when := dated(e))]

    @cached_property
    def _is_news(self) -> bool:
        """Whether the report speaks of days near its publication by "today" or the day of the week."""
        return any(is_news(e.meaning) for n in range(len(self._annotated.sentences)) for e in self._in(n))

    @cached_property
    def _narrative(self) -> Narrative | None:
        if not may_look_back(self._annotated.report.text, self._published):
            return None
        times = [self._in(number) for number in range(len(self._annotated.sentences))]
        times[0] = times[0] or heading_year(self._annotated, self._annotated.sentences[0])
        return Narrative(self._annotated, times) if is_history(times, self._published) else None

    def _in(self, sentence: int) -> tuple[TimeExpression, ...]:
        if sentence not in self._found:
            span = self._annotated.sentences[sentence]
            text = self._annotated.report.text[span.start : span.end]
            label = sentence in self._labels.get(sentence + 1, ())
            self._found[sentence] = (month_label(text, span.start) if label else ()) or find_times(text, span.start)
        return self._found[sentence]


def _whole(year: int, basis: str) -> When:
    return When(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), Precision.YEAR, str(year), basis)
