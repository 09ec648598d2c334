"""The days of a report's events: by their own words, then from one another, then those that count from another."""

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.how import TAKEN_OVER
from dateline.model.reading import Stance
from dateline.model.when import NEWS, Precision, When
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import TERRITORY_TAKEN
from dateline.resolve.carried_out import date_by_next
from dateline.resolve.counted_from import day_of_named
from dateline.resolve.dates.absolute import NEXT
from dateline.resolve.dates.days import add
from dateline.resolve.dates.meaning import Offset, Timed, Unit
from dateline.resolve.dates.resolver import TimeExpression
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import BATTLES, TERRITORY
from dateline.resolve.inheritance import LEAD, inherit_time, lasts_over, own_day
from dateline.resolve.tense import in_perfect
from dateline.resolve.told_times import Times
from dateline.resolve.whens import WhenResolver

_MONTH: Final = 31  # days
_DAY: Final = dt.timedelta(days=1)
_FRESH: Final = dt.timedelta(days=8)  # within which what is told as news happened


def date_events(drafts: Sequence[Draft], whens: WhenResolver) -> None:
    """Date the events of a report.

    Args:
        drafts: the events in text order, their places resolved; changed in place.
        whens: the report's times.
    """
    times = [whens.of(draft.reading) for draft in drafts]
    for draft, time in zip(drafts, times, strict=True):
        draft.when = of_its_place(draft, whens) or time.when
    date_by_next(drafts, whens)
    free, counting, flipped = _by_need(times)
    # What counts from another event waits for its day, and takes over a neighbour's only where there is none.
    _count(drafts, times, counting, whens)
    _inherit(drafts, times, whens, free)
    _count(drafts, times, counting, whens)
    _date_counted(drafts, counting, flipped, whens.annotated)
    _count(drafts, times, counting, whens)
    for number in counting:
        drafts[number].when = drafts[number].when or _from_own_sentence(drafts[number], times[number], whens)
    _inherit(drafts, times, whens, counting)
    _count(drafts, times, flipped, whens)
    _inherit(drafts, times, whens, flipped)
    _inherit(drafts, times, whens, free)  # those whose neighbours had to wait for their own days
    _take_day_of_lead(drafts, times, whens)
    for draft, time in zip(drafts, times, strict=True):
        if draft.when is None and _is_fresh(draft, whens) and not lasts_over(draft, drafts):
            draft.when = _news_of(replace(time.said, first=None) if time.said else None, whens)
    _inherit(drafts, times, whens, free)
    for number in counting:
        if drafts[number].reading.sentence < LEAD:
            drafts[number].when = drafts[number].when or _as_news(times[number], whens)
    for draft, time in zip(drafts, times, strict=True):
        draft.when = _as_past(draft, whens)
        if time.quoted and _is_said_as_news(draft, whens):
            draft.when = _news_of(draft.when, whens)
        draft.when = (draft.when and whens.went_on(draft.reading, draft.when)) or draft.when


def count_among(draft: Draft, events: Sequence[Draft], whens: WhenResolver) -> None:
    """Date a toll or control claim without an event by an expression that counts from one: "six days after 15 died".

    Args:
        draft: the claim; changed in place.
        events: the report's events, dated.
        whens: the report's times.
    """
    told = sorted((*events, draft), key=lambda one: one.reading.trigger.start)
    _count_from(told, next(n for n, one in enumerate(told) if one is draft), whens.of(draft.reading), whens)


def _take_day_of_lead(drafts: Sequence[Draft], times: Sequence[Times], whens: WhenResolver) -> None:
    """Let the events of news that dates none of them have the one day that its first sentences tell."""
    lead = None if any(draft.when for draft in drafts) else whens.lead_day(LEAD + 1)
    for draft, time in zip(drafts, times, strict=True):
        if lead is not None and draft.aside is None and time.anchored is None:
            draft.when = replace(lead, basis=f"{TAKEN_OVER} the lead: {lead.basis}")


def of_its_place(draft: Draft, whens: WhenResolver) -> When | None:
    """Return the day that a list tells for the place of a draft, where its reading has several or no day of its own.

    Args:
        draft: an event or a toll, its place resolved.
        whens: the report's times.
    """
    places, link, told = draft.reading.places, draft.place, whens.of(draft.reading)
    if (len(places) == 1 and told.when is not None) or told.anchored is not None:
        return None  # "the army took it back the next day and rebels seized it on May 2"
    own = next((p for p in places if link is not None and p.start <= link.start < p.end), None)
    spot = own or (places[0] if len(places) == 1 else None)
    return whens.of_place(draft.reading.sentence, spot.start) if spot else None


def _by_need(times: Sequence[Times]) -> tuple[list[int], list[int], list[int]]:
    """Return the numbers of those that count from no other event, that do, and that are what others count from."""
    free = [n for n, time in enumerate(times) if not time.anchored]
    flipped = [n for n, time in enumerate(times) if time.flipped]
    return free, [n for n, time in enumerate(times) if time.anchored and not time.flipped], flipped


def _count(drafts: Sequence[Draft], times: Sequence[Times], numbers: Sequence[int], whens: WhenResolver) -> None:
    for number in numbers:
        if drafts[number].when is None:
            _count_from(drafts, number, times[number], whens)


def _inherit(drafts: Sequence[Draft], times: Sequence[Times], whens: WhenResolver, numbers: Sequence[int]) -> None:
    for number in numbers:
        draft = drafts[number]
        if draft.when is None:
            reached = whens.reached(draft.reading)
            when = inherit_time(draft, drafts, times[number], reached, whens.after_publication)
            draft.when = None if _is_fresh(draft, whens) and not _is_recent(when, whens) else when


def _date_counted(
    drafts: Sequence[Draft], counting: Sequence[int], flipped: Sequence[int], annotated: Annotated
) -> None:
    """Date what news counts from by words that take it up: "have left A four days after it fell. … The fall on Friday".

    What is told in the perfect is the news, and no later sentence's day is its own.
    """
    news = {drafts[n].reading.sentence for n in counting if in_perfect(annotated, drafts[n].reading)}
    for draft in (drafts[number] for number in flipped if drafts[number].when is None):
        nouns = (d for d in drafts if d.reading.trigger.text.lower() in lexicon()["taking"] and own_day(d))
        back = [d for d in nouns if d.type == draft.type and d.spot == draft.spot]
        if draft.reading.sentence in news and draft.spot is not None and len(back) == 1:
            draft.when = back[0].when


def _is_fresh(draft: Draft, whens: WhenResolver) -> bool:
    """Whether an event is the news itself, told as that with no time of its own: "rebels have taken A", "A falls"."""
    told = draft.reading.sentence <= LEAD and draft.aside is None and not draft.recalled
    return told and whens.is_fresh(draft.reading)


def _as_past(draft: Draft, whens: WhenResolver) -> When | None:
    """Return the days of a draft, a year before those of a deed that is told as done and would lie ahead."""
    when, news = draft.when, whens.after_publication
    if when is None or when.first is None or when.after is None or news is None or when.first < news:
        return when
    if draft.reading.stance is not Stance.ASSERTED or not when.basis.startswith(NEXT):
        return when
    first = add(when.first, -1, Unit.YEAR)
    basis = when.basis.replace(NEXT, "last by", 1)
    return replace(when, first=first, after=first + (when.after - when.first), basis=basis)


def _is_said_as_news(draft: Draft, whens: WhenResolver) -> bool:
    """Whether the first sentences of news tell an event that no day is told of, but when somebody said so.

    "Eight people were killed when a shell hit a queue, the radio said on Friday". A battle lasts, and a capture may be
    announced days later.
    """
    when = draft.when
    told = draft.reading.sentence <= LEAD and draft.aside is None and not draft.recalled
    lasting = draft.type in BATTLES | TERRITORY | {TERRITORY_TAKEN}
    return told and not lasting and when is not None and when.first is None and _is_recent(when, whens)


def _is_recent(when: When | None, whens: WhenResolver) -> bool:
    """Whether a neighbour's day, or the one by which it had happened, may be that of the news: none of long before."""
    news, day = whens.after_publication, (when.first or when.after) if when is not None else None
    return day is not None and news is not None and news - day <= _FRESH


def _count_from(drafts: Sequence[Draft], number: int, time: Times, whens: WhenResolver) -> None:
    """Date a draft by an expression that counts from another event, where that has a day."""
    expression = time.anchored
    if expression is None:
        return
    sentence = drafts[number].reading.sentence
    anchor = _told_ahead(time, sentence, whens)
    anchor = anchor or _dated_here(drafts, sentence, time.counted, inside=not time.flipped)
    anchor = anchor or whens.plain(sentence, time.counted, inside=not time.flipped)
    told = anchor is None and any(_stands_in(one, sentence, time.counted) for one in drafts)
    if anchor is None and not (time.flipped or told):
        anchor = day_of_named(drafts[:number], sentence, time.counted, whens.annotated)
    if anchor is None and (time.flipped or not told):
        anchor = _reached(drafts[:number], sentence, expression, whens)
    if anchor is None and not time.flipped and getattr(expression.meaning, "unit", None) is Unit.HOUR:
        leads = (d for d in drafts if d.reading.sentence <= LEAD and d.aside is None and own_day(d))
        anchor = next((d.when for d in leads), None)  # "some hours before the missiles fell" is of the day of the lead
    anchor = _news_of(anchor, whens) if time.flipped else anchor
    if anchor is not None or expression.lacks_month:
        drafts[number].when = whens.value(expression, anchor, flipped=time.flipped)


def _told_ahead(time: Times, sentence: int, whens: WhenResolver) -> When | None:
    """Return the one day told in a sentence ahead of "two days earlier", which counts back from it."""
    e = time.anchored
    if e is None or time.counted[0] != time.counted[1] or not isinstance(e.meaning, Offset) or e.meaning.direction > 0:
        return None
    day = whens.plain(sentence, (e.start, sys.maxsize), inside=False)
    return day if day is not None and day.days == 1 else None


def _from_own_sentence(draft: Draft, time: Times, whens: WhenResolver) -> When | None:
    """Return the day that counts from its sentence's: "on Tuesday the toll of the previous day's bomb rose"."""
    expression = time.anchored
    if expression is None or time.counted[0] != time.counted[1]:
        return None
    anchor = whens.plain(draft.reading.sentence, time.counted, inside=False)
    return whens.value(expression, anchor) if anchor is not None and anchor.days == 1 else None


def _as_news(time: Times, whens: WhenResolver) -> When | None:
    """Return the days of what only an hour is told of: "after midnight" is news of that day or the one before."""
    clock = time.anchored is not None and isinstance(time.anchored.meaning, Timed) and time.anchored.meaning.day is None
    return _news_of(None, whens) if clock else None


def _news_of(anchor: When | None, whens: WhenResolver) -> When | None:
    """Return the day from which "two days after X" counts back to X: of what is told as news, that or the day before.

    "Calm returned to A two days after X" tells no day but that of publication; "the army has retaken it, a spokesman
    said on Monday, six months after X" only one by which it was so.
    """
    if anchor is not None and anchor.first is not None:
        return anchor
    until = anchor.after if anchor is not None else whens.after_publication
    if until is None:
        return None
    words = anchor.words if anchor is not None else "publication"
    return When(until - 2 * _DAY, until, Precision.DAYS, words, f"{NEWS} {until - _DAY}")


def _dated_here(drafts: Sequence[Draft], sentence: int, span: tuple[int, int], *, inside: bool) -> When | None:
    """Return the day of the first dated event of a sentence within what an expression counts from, or outside it."""
    here = (draft for draft in drafts if draft.reading.sentence == sentence and draft.when)
    return next((draft.when for draft in here if _stands_in(draft, sentence, span) is inside), None)


def _stands_in(draft: Draft, sentence: int, span: tuple[int, int]) -> bool:
    return draft.reading.sentence == sentence and span[0] <= draft.reading.trigger.start < span[1]


def _reached(drafts: Sequence[Draft], sentence: int, expression: TimeExpression, whens: WhenResolver) -> When | None:
    """Return the day that a report has reached before the words: that of its last event, or of a later sentence."""
    told = next((d.reading.sentence for d in reversed(drafts) if d.when and d.reading.sentence <= sentence), -1)
    headed = whens.reached_by_day(sentence, told + 1) if told < sentence else None
    return headed or _dated_before(drafts, expression)


def _dated_before(drafts: Sequence[Draft], expression: TimeExpression) -> When | None:
    """Return the day of the last dated event before the words, in their sentence or the ones before.

    What counts in days or hours passes over a background without a day: "has killed thousands since 2006".
    """
    before = [d.when for d in reversed(drafts) if d.when and d.reading.trigger.end <= expression.start]
    by_days = getattr(expression.meaning, "unit", None) in (Unit.DAY, Unit.HOUR)
    near = (when for when in before if when.days and when.days <= _MONTH)
    return (next(near, None) if by_days else None) or next((when for when in before if when.first), None)
