"""A closer place for what a lead tells only of a province or of the land about a town, where the report tells one.

"A train hit a mine south-east of Dakar. … the blast derailed it near Kidira": both were near Kidira.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.how import TAKEN_OVER
from dateline.model.place import POINTS, PlaceEntry, PlaceLink, PlacePrecision
from dateline.reference.directions import lies_so, told_bearing, told_length
from dateline.resolve.draft import Draft
from dateline.resolve.foretold import foretold_place
from dateline.resolve.inheritance import LEAD, Days, lends_place, taken_from
from dateline.resolve.merging import VIOLENT, is_unknown, overlap
from dateline.resolve.places.choice import lies_in
from dateline.resolve.places.resolver import PlaceResolver

_WIDE: Final = frozenset({PlacePrecision.PROVINCE, PlacePrecision.DISTRICT})


def place_closer(events: Sequence[Draft], places: PlaceResolver, days: Days) -> None:
    """Give events of a lead that only a wide place is told of the closer one that the report tells of next.

    Args:
        events: the events of a report in text order; changed in place.
        places: resolves the report's places.
        days: gives what an event's own words tell of its days.
    """
    for draft in reversed(events):
        wide = draft.place
        if wide is None or wide.entry is None or draft.many or draft.reading.sentence >= LEAD or not _is_wide(wide):
            continue
        closer = (link for link in _tries(draft, events, places, days) if _may_be(link, wide))
        draft.place = next(closer, wide)
    for draft in events:
        if draft.reading.sentence == 0 and not places.opens_with_lead and not _names_its_place(draft, places):
            draft.place = _of_lead(draft, events) or draft.place


def _names_its_place(draft: Draft, places: PlaceResolver) -> bool:
    """Tell whether a headline names a closer place than a country, be it for another of its events."""
    if draft.place is None or draft.place.precision is PlacePrecision.COUNTRY:
        return False
    start, end = places.span(draft.reading.sentence)
    return start <= draft.place.start < end


def _of_lead(draft: Draft, events: Sequence[Draft]) -> PlaceLink | None:
    """Return the place of all that a lead tells, for a headline that names none: one report, one scene."""
    told = [one for one in events if 0 < one.reading.sentence < LEAD and not one.recalled and one.aside is None]
    first = min((one.reading.sentence for one in told), default=0)
    here = [one.place for one in told if one.reading.sentence == first]
    ids = {place.entry.id if place and place.entry else None for place in here}
    place = here[0] if len(ids) == 1 else None
    several = any(one.many or one.part for one in told if one.reading.sentence == first)
    if draft.recalled or several or place is None or place.precision is None or place.precision.is_wide:
        return None
    return taken_from(place, "what the lead tells of")


def _tries(draft: Draft, events: Sequence[Draft], places: PlaceResolver, days: Days) -> Iterator[PlaceLink]:
    """Yield the place of the event that tells it again, then for a way from a town where one ends that is told of."""
    if told := foretold_place(draft, events, days, taken=True):
        yield told
    if draft.place is None or not _is_way_off(draft.place):
        return
    for other in events:
        if other.place and _may_tell_again(draft, other) and overlap(days(draft), days(other)):
            yield taken_from(other.place, "what it is told of next")
    for sentence in range(draft.reading.sentence, LEAD + 1):
        if scene := places.scenes.only(sentence):
            yield replace(scene, how=f"{TAKEN_OVER} what it is told of next: {scene.words}")


def _may_tell_again(draft: Draft, other: Draft) -> bool:
    """Tell whether an event told next, at a place of its own, may be the one that a lead tells in other words."""
    next_told = 0 < other.reading.sentence - draft.reading.sentence <= LEAD and lends_place(other)
    return next_told and {draft.type, other.type} <= VIOLENT and not (other.another or other.recalled)


def _is_wide(place: PlaceLink) -> bool:
    return place.precision in _WIDE or _is_way_off(place)


def _is_way_off(place: PlaceLink) -> bool:
    """Whether a place is only told by the way to it from a town: "north of A", "20 km from A"."""
    about = place.precision is PlacePrecision.AREA and place.entry is not None and place.entry.near == place.entry.name
    return about and (told_bearing(place.words) is not None or told_length(place.words) is not None)


def _may_be(link: PlaceLink, wide: PlaceLink) -> bool:
    entry, around = link.entry, wide.entry
    if entry is None or around is None or entry.id == around.id or entry.precision.is_wide:
        return False
    if _is_way_off(wide):
        return lies_so(wide.words, around, entry) or (entry.lat is None and _is_of(entry, around))
    if is_unknown(link):
        return entry.country is not None and _is_of(entry, around)
    return lies_in(entry, around) and (entry.precision in POINTS or entry.near is not None)


def _is_of(entry: PlaceEntry, around: PlaceEntry) -> bool:
    """Tell whether a place of which only the name is known may lie in or by another."""
    return entry.country in {None, around.country} and entry.admin1 in {None, around.admin1}
