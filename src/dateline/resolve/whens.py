"""When a claim happened: the time expressions of its sentence, those first that the tree ties to its words."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase, Reading, TollReading
from dateline.model.when import Precision, When
from dateline.resolve.aftermath import is_of_aftermath, is_of_source
from dateline.resolve.asides import Asides, is_beside_saying, is_long_ago
from dateline.resolve.dates.expression import TimeKind
from dateline.resolve.dates.meaning import DayPart, Offset, Relative, Timed
from dateline.resolve.dates.resolver import TimeExpression, find_times, normalise
from dateline.resolve.lasting import went_on
from dateline.resolve.marks import OF_DEAD
from dateline.resolve.narrative import Narrative, is_history, is_news, leads, may_look_back
from dateline.resolve.tense import in_perfect
from dateline.resolve.when_words import (
    dated,
    died_later,
    goes_with_another,
    is_of_count,
    is_of_saying,
    preposition,
    stands_in,
    tells_then,
    touch,
    width,
)

_SAID: Final = "time of saying"
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NEAR: Final = 2  # sentences back to the day that heads one


@dataclass(frozen=True, slots=True)
class Times:
    """What the words say of a claim's time.

    `when` is its own day or days; `said` the day on which it was said; `anchored` an expression that needs another
    event's day ("two days later"). Of "a day after X" `counted` are the offsets of X, empty where nothing follows; the
    claim is `flipped` where it is X itself, which was a day earlier. `past` says that its sentence tells what was done
    about it afterwards, whose day is none of its own.
    """

    when: When | None = None
    said: When | None = None
    anchored: TimeExpression | None = None
    counted: tuple[int, int] = (0, 0)
    flipped: bool = False
    past: bool = False


class WhenResolver:
    """The times of one report.

    Args:
        annotated: the report with its annotation.
        readings: its claims as read; a time that the tree ties to one of them is not another's.
        asides: tells whose a time is.
        entries: the sentences that label the entry of each sentence, for those in entries.
    """

    def __init__(
        self, annotated: Annotated, readings: Sequence[Reading], asides: Asides, entries: Mapping[int, range]
    ) -> None:
        self._annotated = annotated
        self._tied = {
            phrase.start: reading.key for reading in readings for phrase in reading.times if phrase.via in (None, _SAID)
        }
        self._dead: dict[str, list[TollReading]] = {}
        for reading in readings:
            if isinstance(reading, TollReading) and reading.event is not None:
                self._dead.setdefault(reading.event, []).append(reading)
        self._asides = asides
        report = annotated.report
        self._published = report.published.day if report.published else None
        self._dateline = report.dateline
        self._found: dict[int, tuple[TimeExpression, ...]] = {}
        self._heads = {(reading.sentence, reading.trigger.head) for reading in readings}
        self._known: dict[int, tuple[Reading, Times]] = {}  # by identity, for as long as the reading is kept here
        self._labels = entries

    def of(self, reading: Reading) -> Times:
        """Return what a reading's own words say of its time."""
        known = self._known.get(id(reading))
        if known is None:
            known = self._known[id(reading)] = (reading, self._known_by_then(reading, self._told_by(reading)))
        return known[1]

    def _known_by_then(self, reading: Reading, times: Times) -> Times:
        """Return the times of a reading with the day of what was done about it, where its own is not told."""
        after = next((e for e in self._in(reading.sentence) if self._is_of_aftermath(reading, e)), None)
        if after is None or times.when is not None:
            return times
        return replace(times, said=times.said or self.value(after), past=True)

    def _is_of_aftermath(self, reading: Reading, expression: TimeExpression) -> bool:
        what = self._annotated, reading.trigger, expression, self._heads
        return is_of_aftermath(*what) or is_of_source(*what)

    def _told_by(self, reading: Reading) -> Times:
        if reading.found_by.startswith(OF_DEAD) and (label := self._labelled(reading.sentence)) is not None:
            return Times(when=label)  # "16 killed, one of whom died on August 20"
        tied = [(phrase, e) for phrase in reading.times for e in self._in(reading.sentence) if touch(phrase, e)]
        tied = [(p, e) for p, e in tied if p.via == _SAID or self._is_of(reading, e)]
        tied = [(p, e) for p, e in tied if not is_of_count(reading, e) and not self._is_of_aftermath(reading, e)]
        said = next((self.value(e) for phrase, e in tied if phrase.via == _SAID), None)
        behind = self._counting_from(reading)
        own = behind or [e for phrase, e in tied if phrase.via != _SAID] or self._ahead_of(reading)
        own = own or ([] if said else self._of_its_dead(reading))
        text = self._annotated.report.text
        own = [replace(e, relation=None) if tells_then(text, e, reading) else e for e in own]
        told = [(when, e) for e in own if (when := self._told(e, behind)) is not None]
        if told:
            best = min(told, key=lambda one: (width(one[0]), goes_with_another(self._annotated, reading, one[1])))
            return Times(when=best[0], said=said)
        anchored = next((e for e in own if e.needs_anchor), None)
        if anchored is None:
            when = self._before_saying(reading, said) or self._only_one(reading)
            anchored = None if when else self._only_day(reading)
        if anchored is None:
            return Times(when=when or self._labelled(reading.sentence), said=said)
        counted = self._counted(reading.sentence, anchored)
        label = self._labelled(reading.sentence)
        if label is not None and counted[0] == counted[1]:
            return Times(
                when=self.value(anchored, label) or label, said=said
            )  # "28 June. Shells fell at about ten in the evening"
        return Times(said=said, anchored=anchored, counted=counted, flipped=stands_in(reading, counted))

    def _labelled(self, sentence: int) -> When | None:
        """Return the day of the label that a paragraph opens with: "Djibo, 28 June. Gunmen ambushed …"."""
        labels = [label for label in self._labels.get(sentence, ()) if label != sentence]
        told = (self.plain(label, (0, 0), inside=False) or self._in_titled_year(label) for label in labels)
        return next((day for day in told if day is not None), None)

    def _in_titled_year(self, label: int) -> When | None:
        """Return the day of a label in the one year of an undated report's title: "Algeria 1997: a chronology"."""
        years = {int(token.text) for token in self._annotated.sentences[0].tokens if _YEAR.fullmatch(token.text)}
        if self._published is not None or len(years) != 1:
            return None
        first = dt.date(years.pop(), 1, 1)
        year = When(first, first.replace(year=first.year + 1), Precision.YEAR, str(first.year), "in the title")
        days = (self.value(e, year) for e in self._in(label) if not e.needs_anchor)
        return next((day for day in days if day is not None), None)

    def _before_saying(self, reading: Reading, said: When | None) -> When | None:
        """Return the day of "accused them on Thursday of killing 50 in A, two days before": counted from the saying."""
        free = [e for e in self._in(reading.sentence) if e.needs_anchor and e.start > reading.trigger.start]
        if (
            said is None
            or len(free) != 1
            or self._counted(reading.sentence, free[0])[0] < self._counted(reading.sentence, free[0])[1]
        ):
            return None
        meaning = free[0].meaning
        back = (isinstance(meaning, Offset) and meaning.direction < 0) or (
            isinstance(meaning, Relative) and meaning.shift < 0
        )
        return self.value(free[0], said) if back else None

    def went_on(self, reading: Reading, when: When) -> When | None:
        """Return the days of what its words say went on for some, up to the one that is known; None otherwise."""
        return went_on(self._annotated, self._in(reading.sentence), reading, when)

    def is_recalled(self, reading: Reading) -> bool:
        """Return whether a reading's own words date it long before the publication of a report that is no history."""
        return is_long_ago(self.of(reading).when, self.after_publication)

    def is_fresh(self, reading: Reading) -> bool:
        """Return whether a news report tells a reading in the perfect, with no time of its own: "has fallen"."""
        own = [phrase for phrase in reading.times if phrase.via != _SAID]
        timed = any(touch(phrase, e) for phrase in own for e in self._in(reading.sentence))
        return self.after_publication is not None and not timed and in_perfect(self._annotated, reading)

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

    @cached_property
    def _is_news(self) -> bool:
        """Whether the report speaks of days near its publication by "today" or the day of the week."""
        return any(is_news(e.meaning) for n in range(len(self._annotated.sentences)) for e in self._in(n))

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

    @cached_property
    def _narrative(self) -> Narrative | None:
        if not may_look_back(self._annotated.report.text, self._published):
            return None
        times = [self._in(number) for number in range(len(self._annotated.sentences))]
        return Narrative(self._annotated, times) if is_history(times, self._published) else None

    def _told(self, expression: TimeExpression, behind: Sequence[TimeExpression]) -> When | None:
        """Return the days of an expression that needs no other event's day, or whose day a history has reached."""
        if expression.needs_anchor and (expression in behind or not self._narrative):
            return None
        return self.value(expression)

    def _of_its_dead(self, reading: Reading) -> list[TimeExpression]:
        """Return the times that the tree ties to the dead of an event in its sentence: "…, killing 9 on 4 May"."""
        dead = (toll for toll in self._dead.get(reading.key, ()) if toll.sentence == reading.sentence)
        spans = [
            phrase
            for toll in dead
            if not died_later(self._annotated, toll)
            for phrase in toll.times
            if phrase.via is None
        ]
        return [e for e in self._in(reading.sentence) if not e.needs_anchor and any(touch(one, e) for one in spans)]

    def _of_later_deaths(self, reading: Reading) -> list[Phrase]:
        """Return the times of those who died of an event later: "the attack claimed a third victim, who died today"."""
        dead = (toll for toll in self._dead.get(reading.key, ()) if toll.sentence == reading.sentence)
        return [phrase for toll in dead if died_later(self._annotated, toll) for phrase in toll.times]

    def _counting_from(self, reading: Reading) -> list[TimeExpression]:
        """Return "a day after" where the reading is what it counts from, and has no time of its own."""
        if any(phrase.via is None and phrase.start > reading.trigger.start for phrase in reading.times):
            return []
        own = [e for e in self._in(reading.sentence) if any(p.via is None and touch(p, e) for p in reading.times)]
        if any(not e.needs_anchor for e in own):
            return []  # "On 24 April, nine days after the war broke out, militias attacked A"
        before = [e for e in self._in(reading.sentence) if e.needs_anchor and e.end <= reading.trigger.start]
        return [e for e in before if stands_in(reading, self._counted(reading.sentence, e))][-1:]

    def _counted(self, sentence: int, expression: TimeExpression) -> tuple[int, int]:
        """Return the offsets of what "a day after" counts from: the noun or clause that the preposition belongs to."""
        nothing = (expression.end, expression.end)
        tokens = self._annotated.sentences[sentence].tokens
        mark = preposition(tokens, expression)
        if mark is None:
            return nothing
        below = {tokens[mark].head}
        for _ in tokens:  # heads may stand on either side: add until nothing is added
            more = {n for n in range(mark + 1, len(tokens)) if n not in below and tokens[n].head in below}
            if not more:
                break
            below |= more
        return expression.end, max(tokens[n].end for n in below)

    def _ahead_of(self, reading: Reading) -> list[TimeExpression]:
        """Return "a day after X" where the tree hangs X on the reading's word: "a day after the raid, guns fired"."""
        tokens = self._annotated.sentences[reading.sentence].tokens
        for e in self._in(reading.sentence):
            mark = preposition(tokens, e) if e.needs_anchor else None
            if mark is not None and tokens[tokens[mark].head].head == reading.trigger.head:
                return [e]
        return []

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
        if self._narrative and anchor is None:
            return self._narrative.value(expression)
        if isinstance(meaning, Timed) and meaning.part is DayPart.OVERNIGHT and meaning.day is None and self._is_news:
            anchor = None  # "overnight" is the last night, whatever was told of the weeks before
        if flipped and isinstance(meaning, Offset):
            expression = replace(expression, meaning=replace(meaning, direction=-meaning.direction))
        if anchor is None and self._published is None and not expression.needs_anchor:
            anchor = self._nearest_full_date(expression)
        return normalise(expression, published=self._published, dateline=self._dateline, anchor=anchor)

    def _nearest_full_date(self, expression: TimeExpression) -> When | None:
        """Return the last date told with its year before an expression, else the first one after it.

        It lends its year to "On 25 October" where the publication day is not known.
        """
        before = [when for e, when in self._full_dates if e.end <= expression.start]
        after = [when for e, when in self._full_dates if e.start >= expression.end]
        return before[-1] if before else next(iter(after), None)

    @cached_property
    def _full_dates(self) -> list[tuple[TimeExpression, When]]:
        """The dates told with their year, in text order."""
        return [(e, when) for n in range(len(self._annotated.sentences)) for e in self._in(n) if (when := dated(e))]

    def _in(self, sentence: int) -> tuple[TimeExpression, ...]:
        if sentence not in self._found:
            span = self._annotated.sentences[sentence]
            text = self._annotated.report.text[span.start : span.end]
            self._found[sentence] = find_times(text, span.start)
        return self._found[sentence]

    def _only_day(self, reading: Reading) -> TimeExpression | None:
        """Return the only time of a sentence where it is a day without its month: "in the fighting since the 21st"."""
        found = [e for e in self._in(reading.sentence) if e.kind in (TimeKind.DATE, TimeKind.TIME)]
        free = len(found) == 1 and found[0].lacks_month and self._is_of(reading, found[0])
        tied = free and any(found[0].lead <= start < found[0].end for start in self._tied)
        return found[0] if free and not tied else None

    def _only_one(self, reading: Reading) -> When | None:
        """Return the day of the sentence where it tells just one, tied to nothing else; that of saying apart."""
        free = [
            e
            for e in self._in(reading.sentence)
            if e.kind in (TimeKind.DATE, TimeKind.TIME)
            and not is_of_saying(reading, e)
            and not any(e.lead <= start < e.end for start in self._tied)
            and not is_beside_saying(reading.sentence, (e.start, e.end), self._annotated)
            and not is_of_count(reading, e)
            and not self._is_of_aftermath(reading, e)
            and not any(touch(phrase, e) for phrase in self._of_later_deaths(reading))
        ]
        told = [(e, when) for e in free if not e.needs_anchor and (when := self.value(e)) is not None]
        values = [when for e, when in told if self._is_of(reading, e, old=is_long_ago(when, self.after_publication))]
        return values[0] if len({(when.first, when.after) for when in values}) == 1 else None

    def _is_of(self, reading: Reading, expression: TimeExpression, *, old: bool = False) -> bool:
        return self._asides.is_told_of(reading.trigger, (expression.start, expression.end), old=old)
