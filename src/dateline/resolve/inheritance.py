"""What a claim takes over from its neighbours in the report when its own clause is silent; always said in the claim."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.how import TAKEN_OVER
from dateline.model.place import POINTS, VAST, PlaceLink, PlacePrecision
from dateline.model.when import Precision, When
from dateline.reference.sub_events import TERRITORY_TAKEN
from dateline.resolve.asides import is_long_ago
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import BATTLES, TERRITORY
from dateline.resolve.merging import overlap
from dateline.resolve.told_times import Times
from dateline.resolve.when_words import width

Days = Callable[[Draft], When | None]
"""Gives what an event's own words tell of its days."""
LEAD: Final = 3  # sentences, the headline among them, that tell what a report is about
_CLOSE: Final = frozenset({Precision.DAY, Precision.DAYS})
_NEARLY_ALL: Final = 0.75  # of a report's events at one place: the others are asides
_APART: Final = dt.timedelta(days=60)  # between what is news and what it is held against
_WIDE: Final = 14  # days; what is told of more than these is told of no day
_REACH: Final = 2  # sentences back: further off, a report has usually moved on


def told_days(draft: Draft) -> When | None:
    """Return an event's days, where its own words tell them."""
    return draft.when if own_day(draft) else None


def own_place(draft: Draft) -> bool:
    """Return whether a draft's place is told in its own words."""
    return draft.place is not None and not draft.place.taken_over


def own_day(draft: Draft) -> bool:
    """Return whether a draft's day is told in its own words."""
    return draft.when is not None and not draft.when.taken_over


def inherit_place(
    draft: Draft, events: Sequence[Draft], days: Days = told_days, *, countries: bool = False
) -> PlaceLink | None:
    """Return the place of the nearest event of the same sentence, or of the two before, for a claim that names none.

    Args:
        draft: the claim.
        events: the report's events in text order.
        days: gives what an event's own words tell of its days; what was on other days was elsewhere.
        countries: whether a country will do, told in a sentence before.
    """
    sentence = draft.reading.sentence
    here = [d for d in events if d is not draft and d.reading.sentence == sentence and lends_place(d)]
    here = [d for d in here if not _is_of_another_time(draft, d, days)]
    here = [d for d in here if not _set_apart(draft, d)] or [d for d in here if d.place and not _is_point(d.place)]
    if here:
        nearest = min(here, key=lambda d: abs(d.reading.trigger.start - draft.reading.trigger.start))
        return place_from(nearest, "the same sentence")
    if draft.aside is not None:
        return None  # "the war, which began with protests" was not where the fight of the sentence before was
    for other in (one for one in reversed(events) if one.entry == draft.entry):
        first = other.part == 0  # of an event at several places the one named first is what is told of
        if draft.recalled and not other.recalled:
            continue  # a war of years ago was not where the blast of the sentence before was
        told = other.place is not None and (countries or other.place.precision is not PlacePrecision.COUNTRY)
        if not (first and told and 0 < sentence - other.reading.sentence <= _REACH):
            continue
        if not _is_of_another_time(draft, other, days):
            return place_from(other, "the sentence before")
    return None


def _is_of_another_time(draft: Draft, other: Draft, days: Days) -> bool:
    """Whether another event is told for comparison: "the worst since the killings at A last summer" was not at A.

    What took days or weeks went on in one place; what was months before was elsewhere, unless it is told right on.
    """
    if other.recalled and not draft.recalled:
        return bool(draft.reading.times) or draft.reading.sentence - other.reading.sentence > 1
    one, two = days(draft), days(other)
    return not overlap(one, two) and _gap(one, two) > _APART


def _gap(one: When | None, two: When | None) -> dt.timedelta:
    """Return how long after one time the other begins, where both are told and they do not overlap."""
    spans = sorted((w.first, w.after) for w in (one, two) if w and w.first and w.after)
    return spans[1][0] - spans[0][1] if len(spans) > 1 else dt.timedelta(0)


def lends_place(draft: Draft) -> bool:
    """Return whether an event's own place holds for its whole sentence: a country is named for much besides."""
    if draft.place is None or not own_place(draft):
        return False
    return draft.place.precision is not PlacePrecision.COUNTRY


def only_place(events: Iterable[Draft]) -> PlaceLink | None:
    """Return the town or site that a report's events are told of, all or nearly all of them; else None.

    Args:
        events: the report's events.
    """
    told = [d for d in events if d.spot and d.place and own_place(d) and _is_point(d.place)]
    spots = Counter(draft.spot for draft in told)
    spot, count = next(iter(spots.most_common(1)), ("", 0))
    if not count or count < _NEARLY_ALL * spots.total():
        return None
    here = [draft for draft in told if draft.spot == spot]
    if count == 1 and here[0].reading.sentence > LEAD:
        return None  # "… as when they blew up the market of A", in a report on another town
    return taken_from(here[0].place, "the only place that the report tells of") if here[0].place else None


def _is_point(place: PlaceLink) -> bool:
    return place.precision in POINTS


def is_fine(place: PlaceLink) -> bool:
    """Return whether a place is known, and closer than a province."""
    return place.precision is not None and place.precision not in VAST


def place_from(other: Draft, whence: str) -> PlaceLink | None:
    """Return the place of another event, with whence it was taken over."""
    return taken_from(other.place, whence) if other.place else None


def taken_from(place: PlaceLink, whence: str) -> PlaceLink:
    """Return a place with whence it was taken over; one that was taken over before says so already."""
    return place if place.taken_over else replace(place, how=f"{TAKEN_OVER} {whence}: {place.how}")


def inherit_time(
    draft: Draft,
    events: Iterable[Draft],
    times: Times,
    reached: When | None = None,
    news: dt.date | None = None,
) -> When | None:
    """Return the day of a claim's neighbours, surest first, for a claim that tells none.

    In order: an event of the same sentence; one of the same type at the same place; one at the same place; the event of
    the sentences before; a blow at the same place that they tell in passing; the day until which it must have happened,
    because it was said on that day; the day of which the report's lead tells, for a news report tells of one day unless
    it says otherwise. In a history the time that it has reached comes behind the same sentence; a wide one only frames
    what others tell. What lies long before the news is background, whose day goes no further than the sentences just
    behind it; in news a paragraph that looks back behind the lead's one day lends none to others.

    Args:
        draft: the claim.
        events: the report's events.
        times: what its own words say of its time: the day on which it was said; whether its sentence only tells what
            was done about it afterwards, whose events lend it no day.
        reached: the time that a history has reached, None in any other report.
        news: the day after the publication of a news report, None where it is not known.
    """
    dated = [d for d in events if d.when is not None and d is not draft and not _is_background(d, draft, news)]
    if times.past:
        dated = [d for d in dated if d.reading.sentence != draft.reading.sentence]
    if news is not None and reached is None and draft.entry is None:
        dated = _but_passed(dated, draft)
    if reached is not None:
        return _within(draft, dated, reached)
    if lasts_over(draft, dated):
        return None
    for whence, fits in _STEPS:
        near = [d for d in dated if fits(draft, d)]
        if near:
            return _time_from(min(near, key=lambda d: _distance(draft, d)), whence)
    said = times.said
    if said is not None and said.after is not None:
        return When(None, said.after, Precision.OPEN, said.words, f"said on that day, so not later: {said.basis}")
    leads = (d for d in dated if d.reading.sentence < LEAD and d.aside is None)
    lead = next((d for d in leads if d.when and d.when.precision in _CLOSE), None)
    return _time_from(lead, "the lead") if lead else None


def _is_background(other: Draft, draft: Draft, news: dt.date | None) -> bool:
    """Whether another event is told of elsewhere than in this sentence or just before, and of another time.

    It lies long before the news, or a later sentence tells it in passing, on a day of its own: "since fighting flared
    in May", "half empty since Saturday, when planes bombed it"; or it tells no day, but weeks or more: "in August".
    """
    behind = other.reading.sentence - draft.reading.sentence
    near = 0 <= -behind <= _REACH
    passing = other.before or (other.aside is not None and own_day(other))
    wide = other.when is not None and other.when.first is not None and width(other.when) > _WIDE
    return (behind > 0 and (passing or wide)) or (not near and is_long_ago(other.when, news))


def _but_passed(dated: list[Draft], draft: Draft) -> list[Draft]:
    """Return dated events without those of paragraphs that look back behind the one day of the lead."""
    lead = next((d for d in dated if d.reading.sentence <= LEAD and d.aside is None and own_day(d)), None)
    if lead is None or lead.when is None or lead.when.first is None or lead.when.days != 1:
        return dated
    blocks, day = (draft.block, lead.block), lead.when.first
    return [d for d in dated if d.block in blocks or not _is_passed(d, draft, day)]


def _is_passed(other: Draft, draft: Draft, day: dt.date) -> bool:
    """Whether another event was over by a day, and no word of the draft's takes it up."""
    over = other.when is not None and other.when.after is not None and other.when.after <= day
    return over and not (draft.type == other.type and (draft.definite or at_one_place(draft, other)))


def lasts_over(draft: Draft, dated: Iterable[Draft]) -> bool:
    """Return whether a fight is told over all that its sentence tells behind it, on several days, so on none of them.

    "They fought for the bridge, which changed hands twice: rebels took it on 25 April, and the army on 3 May".

    Args:
        draft: an event.
        dated: the report's events, as far as they are dated.
    """
    if draft.type not in BATTLES:
        return False
    there = [d for d in dated if d.reading.sentence == draft.reading.sentence and at_one_place(draft, d) and own_day(d)]
    days = {d.when.first for d in there if d.when and d.when.first and d.when.precision in _CLOSE}
    return len(days) > 1 and all(d.reading.trigger.start > draft.reading.trigger.start for d in there)


def _distance(draft: Draft, other: Draft) -> tuple[bool, int]:
    """How far off another event is told: what comes later in a report is background as often as not."""
    return other.reading.sentence > draft.reading.sentence, abs(other.reading.sentence - draft.reading.sentence)


def _within(draft: Draft, dated: Sequence[Draft], reached: When) -> When:
    """Return the day of an event of the same sentence, or of its kind and place within the time that is reached."""
    here = [d for d in dated if _same_sentence(draft, d)]
    if not here and reached.precision not in _CLOSE:
        here = [d for d in dated if _same_kind_there(draft, d) and own_day(d) and _lies_in(d.when, reached)]
    if here:
        near = min(here, key=lambda d: abs(d.reading.sentence - draft.reading.sentence))
        return _time_from(near, "an event of the same sentence or place") or reached
    return replace(reached, basis=f"{TAKEN_OVER} the time that the text has reached: {reached.basis}")


def _lies_in(when: When | None, outer: When) -> bool:
    if when is None or not (when.first and when.after and outer.first and outer.after):
        return False
    return outer.first <= when.first and when.after <= outer.after


def _time_from(other: Draft, whence: str) -> When | None:
    if other.when is None or not own_day(other):
        return other.when
    return replace(other.when, basis=f"{TAKEN_OVER} {whence}: {other.when.basis}")


def _same_sentence(draft: Draft, other: Draft) -> bool:
    """Same sentence, and maybe one place: "the fall of A followed the loss of B last month" dates only B."""
    one_spot = draft.spot is None or other.spot is None or draft.spot == other.spot
    return draft.reading.sentence == other.reading.sentence and one_spot and not _set_apart(draft, other)


def _set_apart(draft: Draft, other: Draft) -> bool:
    """Whether an event is told in a clause that sets it apart from another's: "rebels, who took A in June, …"."""
    return other.aside is not None and other.aside != draft.aside


def at_one_place(draft: Draft, other: Draft) -> bool:
    """Return whether two events are known to have been at one place."""
    return draft.spot is not None and draft.spot == other.spot


def _another_there(draft: Draft, other: Draft) -> bool:
    """Whether another event was at the same place, none told in passing ("tanks that it took there last month")."""
    return at_one_place(draft, other) and other.aside is None


def _same_kind_there(draft: Draft, other: Draft) -> bool:
    """Whether another event is of a kind and place; who held a place before is not who takes it back."""
    if not at_one_place(draft, other) or draft.type != other.type or (draft.type == TERRITORY_TAKEN and other.before):
        return False
    return draft.reading.sentence != other.reading.sentence or not _set_apart(draft, other)


def _just_before(draft: Draft, other: Draft) -> bool:
    return 0 < draft.reading.sentence - other.reading.sentence <= _REACH and other.aside is None


def _told_in_passing_there(draft: Draft, other: Draft) -> bool:
    """Whether an earlier sentence tells a blow there only in passing: "sent tanks, two days after the bombing of A".

    What changed hands before is no blow: who took A in June did so before the fight that the report tells of.
    """
    blows = not {draft.type, other.type} & (TERRITORY | {TERRITORY_TAKEN})
    return blows and at_one_place(draft, other) and other.reading.sentence < draft.reading.sentence


_STEPS: Final[tuple[tuple[str, Callable[[Draft, Draft], bool]], ...]] = (
    ("an event of the same sentence", _same_sentence),
    ("the same kind of event at the same place", _same_kind_there),
    ("an event at the same place", _another_there),
    ("the event before", _just_before),
    ("an event told in passing, at the same place", _told_in_passing_there),
)
