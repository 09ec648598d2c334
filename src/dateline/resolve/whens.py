"""When a claim happened: the time expressions of its sentence, those first that the tree ties to its words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.reading import ControlReading, EventReading, Phrase, Reading, Scope, TollReading
from dateline.model.when import NEWS, Precision, When
from dateline.reference.lexicon import lexicon
from dateline.resolve.aftermath import is_of_aftermath, is_of_source
from dateline.resolve.alternating import days_by_place
from dateline.resolve.asides import Asides, is_beside_saying, is_long_ago, is_told_of_old
from dateline.resolve.dates.expression import TimeKind
from dateline.resolve.dates.meaning import Offset, Relative, Timed
from dateline.resolve.dates.resolver import TimeExpression
from dateline.resolve.heads import covered, top_of
from dateline.resolve.lasting import went_on
from dateline.resolve.marks import OF_DEAD
from dateline.resolve.report_times import ReportTimes
from dateline.resolve.tense import is_going_on, is_told_as_news
from dateline.resolve.told_times import Times
from dateline.resolve.when_words import (
    counted_span,
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

_DAY: Final = dt.timedelta(days=1)
_SAID: Final = "time of saying"
_ABOVE: Final = "clause above"


@dataclass(frozen=True, slots=True)
class _Here:
    """The times of a reading's sentence: of what was done afterwards, of who tells of it, and its own."""

    own: tuple[TimeExpression, ...]
    aftermath: tuple[TimeExpression, ...]
    source: tuple[TimeExpression, ...]


class WhenResolver(ReportTimes):
    """The times of one report, and which of them are those of each claim.

    Args:
        annotated: the report with its annotation.
        readings: its claims as read; a time that the tree ties to one of them is not another's.
        asides: tells whose a time is.
        entries: the sentences that label the entry of each sentence, for those in entries.
    """

    def __init__(
        self, annotated: Annotated, readings: Sequence[Reading], asides: Asides, entries: Mapping[int, range]
    ) -> None:
        super().__init__(annotated, entries)
        self._tied = {
            phrase.start: reading.key for reading in readings for phrase in reading.times if phrase.via in (None, _SAID)
        }
        self._dead: dict[str, list[TollReading]] = {}
        self._tolls = [reading for reading in readings if isinstance(reading, TollReading)]
        for toll in self._tolls:
            if toll.event is not None:
                self._dead.setdefault(toll.event, []).append(toll)
        self._asides = asides
        self._of_sentence: dict[int, list[Reading]] = {}
        for reading in readings:
            self._of_sentence.setdefault(reading.sentence, []).append(reading)
        self._by_place: dict[int, dict[int, When]] = {}
        self._at = {reading.key: reading.sentence for reading in readings}
        self._heads = {(reading.sentence, reading.trigger.head) for reading in readings}
        self._known: dict[int, tuple[Reading, Times]] = {}  # by identity, for as long as the reading is kept here

    def of(self, reading: Reading) -> Times:
        """Return what a reading's own words say of its time."""
        known = self._known.get(id(reading))
        if known is None:
            here = self._sorted(reading)
            times = self._known_by_then(reading, self._told_by(reading, here.own), here)
            known = self._known[id(reading)] = (reading, times)
        return known[1]

    def _sorted(self, reading: Reading) -> _Here:
        """Return the times of a reading's sentence, those apart that tell of what came after it or of who tells it."""
        here = self._in(reading.sentence)
        if isinstance(reading, ControlReading):
            return _Here(here, (), ())
        what = self._annotated, reading.trigger
        aftermath = tuple(e for e in here if is_of_aftermath(*what, e, self._heads))
        source = tuple(e for e in here if e not in aftermath and is_of_source(*what, e, self._heads))
        return _Here(tuple(e for e in here if e not in (*aftermath, *source)), aftermath, source)

    def _known_by_then(self, reading: Reading, times: Times, here: _Here) -> Times:
        """Return the times of a reading with the day by which it was known, where its own is not told.

        "Are fighting there, he said on Monday" is told of that day.
        """
        if times.when is not None:
            return times
        if isinstance(reading, ControlReading):
            return times
        told = next(iter((*here.aftermath, *here.source)), None)
        said = times.said or (self.value(told) if told else None)
        if told and said and times.anchored is None and (back := self._counted_back(reading, told, said)) is not None:
            return replace(times, when=back, said=said)
        going_on = isinstance(reading, EventReading) and is_going_on(self._annotated, reading)
        if not here.aftermath and times.anchored is None and going_on:
            return replace(times, when=said, said=said)
        hour = isinstance(times.anchored.meaning, Timed) if times.anchored else False
        if hour and here.source and said and said.first and said.after and said.days == 1:
            night = When(said.first - _DAY, said.after, Precision.DAYS, said.words, f"{NEWS} {said.first}")
            return replace(times, when=night, said=said)  # "attacked A overnight, its chief said on Saturday"
        quoted = self._is_quoted(reading, here)
        return replace(times, said=said, past=bool(here.aftermath), quoted=quoted)

    def _is_quoted(self, reading: Reading, here: _Here) -> bool:
        """Whether the news of a reading is told by who said it on a day: "…, police said on Friday"."""
        saying = [phrase for phrase in reading.times if phrase.via == _SAID]
        tokens = self._annotated.sentences[reading.sentence].tokens
        told = any(tokens[tokens[phrase.head].head].lemma.lower() == "tell" for phrase in saying)
        return bool(saying) and not told and not here.aftermath

    def _told_by(self, reading: Reading, here: Sequence[TimeExpression]) -> Times:
        if reading.found_by.startswith(OF_DEAD) and (label := self._labelled(reading.sentence)) is not None:
            return Times(when=label)  # "16 killed, one of whom died on August 20"
        tied = [(phrase, e) for phrase in reading.times for e in here if touch(phrase, e)]
        tied = [(p, e) for p, e in tied if p.via == _SAID or self._is_of(reading, e)]
        tied = [(p, e) for p, e in tied if not is_of_count(reading, e)]
        said = next((self.value(e) for phrase, e in tied if phrase.via == _SAID), None)
        behind = self._counting_from(reading)
        own = behind or [e for phrase, e in tied if phrase.via != _SAID] or self._ahead_of(reading)
        own = own or ([] if said else self._of_its_dead(reading))
        text = self._annotated.report.text
        own = [replace(e, relation=None) if tells_then(text, e, reading) else e for e in own]
        told = [(when, e) for e in own if (when := self._told(e, behind)) is not None]
        if told:
            best = min(told, key=lambda one: (width(one[0]), goes_with_another(self._annotated, reading, one[1])))
            loose = any(phrase.via == _ABOVE and e is best[1] for phrase, e in tied)
            return Times(when=(loose and self._counted_back(reading, best[1], best[0])) or best[0], said=said)
        anchored = next((e for e in own if e.needs_anchor), None)
        if anchored is None:
            when = self._before_saying(reading, said) or self._only_one(reading, here)
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

    def of_place(self, sentence: int, start: int) -> When | None:
        """Return the day of a place in a list that tells one for each: "took A on Friday and on Sunday B".

        Args:
            sentence: the sentence's number.
            start: where the place begins.
        """
        if sentence not in self._by_place:
            tokens = self._annotated.sentences[sentence].tokens
            told = (place for reading in self._of_sentence.get(sentence, ()) for place in reading.places)
            named = (p for p in told if p.sentence == sentence and tokens[p.head].upos != "PRON")
            places = {place.start: tokens[place.head].start for place in named}
            free = (
                e for e in self._in(sentence) if e.kind is TimeKind.DATE and e.relation is None and not e.needs_anchor
            )
            free = (e for e in free if not is_beside_saying(sentence, (e.start, e.end), self._annotated))
            self._by_place[sentence] = days_by_place(places, list(free), self.value)
        return self._by_place[sentence].get(start)

    def lead_day(self, sentences: int) -> When | None:
        """Return the one day that the first sentences of a news report tell of its dead or of "the operation".

        "The operation on Tuesday" and "six are dead after men burst into a school today" tell it whatever was read.

        Args:
            sentences: how many of them to look at.
        """
        dead = (toll for toll in self._tolls if toll.sentence < sentences and toll.scope is Scope.INCIDENT)
        dead = (t for t in dead if self._at.get(t.event or "") != t.sentence and not died_later(self._annotated, t))
        here = range(min(sentences, len(self._annotated.sentences)))
        told = [*map(self._day_of, dead), *(self.value(e) for n in here for e in self._in(n) if self._is_of_news(n, e))]
        news = self.after_publication or dt.date.min
        past = [when for when in told if when is not None and when.days == 1 and when.after and when.after <= news]
        past = [when for when in past if not is_long_ago(when, news)]
        return past[0] if len({when.first for when in past}) == 1 else None

    def _day_of(self, reading: Reading) -> When | None:
        return self.of(reading).when

    def _is_of_news(self, sentence: int, expression: TimeExpression) -> bool:
        """Whether a day is told of what happened, by one word for all of it: "the operation on Friday"."""
        tokens = self._annotated.sentences[sentence].tokens
        top = top_of(tokens, covered(tokens, expression.lead, expression.end))
        above = tokens[tokens[top].head] if top is not None and tokens[top].head >= 0 else None
        named = above is not None and above.upos == "NOUN" and above.lemma.lower() in lexicon()["happening"]
        return named and not expression.needs_anchor and expression.relation is None

    def went_on(self, reading: Reading, when: When) -> When | None:
        """Return the days of what its words say went on for some, up to the one that is known; None otherwise."""
        return went_on(self._annotated, self._in(reading.sentence), reading, when)

    def is_recalled(self, reading: Reading) -> bool:
        """Return whether a reading's own words date it long before the publication of a report that is no history.

        Of a report without a day, "last summer" says so by itself.
        """
        news = self.after_publication
        if news is None and not self.looks_back:
            of_dead = (toll for toll in self._dead.get(reading.key, ()) if toll.sentence == reading.sentence)
            return any(is_told_of_old(phrase.text) for one in (reading, *of_dead) for phrase in one.times)
        return is_long_ago(self.of(reading).when, news)

    def is_fresh(self, reading: Reading) -> bool:
        """Return whether a news report tells a reading as news, with no time of its own: "has fallen", "A falls"."""
        own = [phrase for phrase in reading.times if phrase.via != _SAID]
        timed = any(touch(phrase, e) for phrase in own for e in self._in(reading.sentence))
        return self.after_publication is not None and not timed and is_told_as_news(self._annotated, reading)

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
        """Return the offsets of what "a day after" counts from."""
        return counted_span(self._annotated.sentences[sentence].tokens, expression)

    def _ahead_of(self, reading: Reading) -> list[TimeExpression]:
        """Return "a day after X" where the tree hangs X on the reading's word, or where the sentence opens with it."""
        tokens = self._annotated.sentences[reading.sentence].tokens
        for e in self._in(reading.sentence):
            mark = preposition(tokens, e) if e.needs_anchor else None
            if mark is not None and tokens[tokens[mark].head].head == reading.trigger.head:
                return [] if self._dated_between(reading, e) else [e]
        here = self._in(reading.sentence)
        if any(not e.needs_anchor and e.kind is TimeKind.DATE for e in here):
            return []  # "A year later, in June 2015, …"
        opening = (e for e in here if e.lead <= tokens[0].end and e.end <= reading.trigger.start)
        return [e for e in opening if e.needs_anchor and not e.lacks_month and self._is_of(reading, e)][:1]

    def _dated_between(self, reading: Reading, expression: TimeExpression) -> bool:
        """Return whether a date stands between a reading and another: "won it in March, a week after losing it"."""
        here = (e for e in self._in(reading.sentence) if not e.needs_anchor and e.kind is TimeKind.DATE)
        return any(reading.trigger.end <= e.start < expression.start for e in here)

    def _only_day(self, reading: Reading) -> TimeExpression | None:
        """Return the only time of a sentence where it is a day without its month: "in the fighting since the 21st"."""
        found = [e for e in self._in(reading.sentence) if e.kind in (TimeKind.DATE, TimeKind.TIME)]
        free = len(found) == 1 and found[0].lacks_month and self._is_of(reading, found[0])
        tied = free and any(found[0].lead <= start < found[0].end for start in self._tied)
        return found[0] if free and not tied else None

    def _only_one(self, reading: Reading, here: Sequence[TimeExpression]) -> When | None:
        """Return the day of the sentence where it tells just one, tied to nothing else; that of saying apart."""
        free = [
            e
            for e in here
            if e.kind in (TimeKind.DATE, TimeKind.TIME)
            and not is_of_saying(reading, e)
            and not any(e.lead <= start < e.end for start in self._tied)
            and not is_beside_saying(reading.sentence, (e.start, e.end), self._annotated)
            and not is_of_count(reading, e)
            and not any(touch(phrase, e) for phrase in self._of_later_deaths(reading))
        ]
        told = [(e, when) for e in free if not e.needs_anchor and (when := self.value(e)) is not None]
        kept = [(e, w) for e, w in told if self._is_of(reading, e, old=is_long_ago(w, self.after_publication))]
        if len({(when.first, when.after) for _, when in kept}) != 1:
            return None
        return self._counted_back(reading, *kept[0]) or kept[0][1]

    def _counted_back(self, reading: Reading, day: TimeExpression, when: When) -> When | None:
        """Return the day of "dug on Monday in the ruins of what a missile hit two days earlier, killing 9"."""
        here = (e for e in self._in(reading.sentence) if e.needs_anchor and e.start > day.end and when.days == 1)
        for e in here:
            back = isinstance(e.meaning, Offset) and e.meaning.direction < 0
            nearer = abs(e.start - reading.trigger.start) < abs(day.start - reading.trigger.start)
            if back and nearer and len(set(self._counted(reading.sentence, e))) == 1:
                return self.value(e, when)
        return None

    def _is_of(self, reading: Reading, expression: TimeExpression, *, old: bool = False) -> bool:
        return self._asides.is_told_of(reading.trigger, (expression.start, expression.end), old=old)
