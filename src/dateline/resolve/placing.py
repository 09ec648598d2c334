"""Where a report's events were: by their own words, then from one another, then by what the report is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.how import TAKEN_OVER
from dateline.model.place import LOCAL, POINTS, VAST, PlaceLink, PlacePrecision
from dateline.resolve.draft import Draft
from dateline.resolve.foretold import foretold_place
from dateline.resolve.inheritance import LEAD, Days, inherit_place, is_fine, only_place, own_place, taken_from
from dateline.resolve.only_named import OnlyTown, is_lacking_town
from dateline.resolve.places.choice import lies_in
from dateline.resolve.places.resolver import PlaceResolver
from dateline.resolve.places.sayers import is_where_they_speak
from dateline.resolve.places.scores import kilometres
from dateline.resolve.told_closer import place_closer

_LANDS: Final = frozenset({"territory", "territories", "countryside", "jungle", "desert", "hinterland"})
_LAND_KM: Final = 400.0  # from the middle of Darfur, no place in it lies farther
_ONLY: Final = "the only place"  # of a phrase that stands alone in its sentence
_NEAREST: Final = "nearest place"  # the way of a phrase that the tree hangs on another word


def place_events(
    events: Sequence[Draft],
    places: PlaceResolver,
    only: OnlyTown | None,
    heads: Mapping[int, PlaceLink],
    days: Days,
) -> PlaceLink | None:
    """Place the events of a report that name no place of their own; return the place that all of it tells of, if one.

    Args:
        events: the events in text order; changed in place.
        places: resolves the report's places, and tells where it was filed.
        only: the only town or site that the report names.
        heads: the places that head paragraphs, by the number of each sentence told under them.
        days: gives what an event's own words tell of its days.
    """
    for draft in events:
        draft.place = _closer_told(draft, events) or draft.place
        draft.place = draft.place or heads.get(draft.reading.sentence)
    letterhead = places.scenes.letterhead()
    topic = None if letterhead else places.scenes.only(0)  # of most reports the first sentence is the headline
    for draft in sorted(events, key=lambda one: one.reading.sentence == 0):  # a headline sums up what follows it
        draft.place = draft.place or inherit_place(draft, events, days)
        if draft.reading.sentence < LEAD:
            draft.place = draft.place or _of_headline(draft, topic, places)
            draft.place = draft.place or places.named.filed_there(draft.reading.sentence)
        draft.place = draft.place or foretold_place(draft, events, days)
        if draft.reading.sentence < LEAD:
            elsewhere = places.named.names_another(draft.reading.sentence)
            elsewhere = elsewhere or _is_told_elsewhere(draft, events) or _is_in_lands(draft)
            elsewhere = elsewhere or _is_headed_elsewhere(draft, places)
            filed = None if elsewhere else places.dateline() or letterhead
            draft.place = draft.place or places.scenes.only(draft.reading.sentence) or topic or filed
    towns = places.named.towns()
    told = (draft for draft in events if not (draft.recalled or places.named.is_aim(draft.place)))
    home = only_place(told) or (only.link if only else topic)
    for draft in events:
        if draft.place is None and not _is_in_lands(draft):
            draft.place = _alone_in_sentence(draft, places, towns) or _of_its_entry(draft, events)
            kept = places.scenes.heading(draft.reading.sentence) if draft.entry is not None else None
            draft.place = draft.place or kept or _just_before(draft, places) or home
            draft.place = draft.place or inherit_place(draft, events, days, countries=True)
            draft.place = draft.place or _filed_alone(events, places) or _last_scene(draft, events)
        if _is_country(draft.place):
            tries = (foretold_place(draft, events, days), inherit_place(draft, events, days), home)
            draft.place = _closer_in(draft.place, tries) or draft.place
        elif is_land(draft.place):
            draft.place = _closer_in(draft.place, [foretold_place(draft, events, days)]) or draft.place
        elif _is_loose(draft.place, home or topic):
            draft.place = home or topic
        elif only and draft.reading.sentence < LEAD and _is_around(draft, only):
            draft.place = only.link
    place_closer(events, places, days)
    return home


def _of_headline(draft: Draft, topic: PlaceLink | None, places: PlaceResolver) -> PlaceLink | None:
    """Return the one town of a headline for a lead that names none, where the report was filed from another town."""
    line = places.dateline()
    if topic is None or topic.entry is None or line is None or line.entry is None or draft.reading.sentence == 0:
        return None
    away = topic.entry.id != line.entry.id and topic.start < line.start
    return topic if away and not places.named.names_another(draft.reading.sentence) else None


def _just_before(draft: Draft, places: PlaceResolver) -> PlaceLink | None:
    """Return the one town that the sentence before names, within the paragraph: "And A? It was the army that …"."""
    before = draft.reading.sentence - 1
    scene = places.scenes.only(before) if before >= 0 else None
    if scene is None or places.block(before) != draft.block or draft.aside is not None or draft.recalled:
        return None
    return scene


def _last_scene(draft: Draft, events: Sequence[Draft]) -> PlaceLink | None:
    """Return the last town where an event was told of before, however far back: the report has moved to no other."""
    before = (one for one in reversed(events) if one.reading.sentence < draft.reading.sentence)
    told = (one for one in before if one.entry == draft.entry and one.aside is None and not (one.recalled or one.part))
    scene = next((one.place for one in told if one.place and one.place.precision in LOCAL and not one.many), None)
    return taken_from(scene, "what was told of last") if scene and draft.aside is None and not draft.recalled else None


def _filed_alone(events: Sequence[Draft], places: PlaceResolver) -> PlaceLink | None:
    """Return the town that a report was filed from, no capital, where it tells of nothing at another that is known."""
    line = places.dateline()
    if line is None or line.entry is None or places.named.is_capital(line):
        return None
    own = (draft.place.entry for draft in events if draft.place and own_place(draft) and not draft.recalled)
    away = (entry for entry in own if entry and not entry.unlisted and entry.precision in POINTS)
    return None if any(entry.id != line.entry.id for entry in away) else line


def _alone_in_sentence(draft: Draft, places: PlaceResolver, towns: Sequence[PlaceLink]) -> PlaceLink | None:
    """Return the town that a sentence names alone, or opens with, for an event that nothing else places.

    The gazetteer may lack it, where the report calls it a town.
    """
    sentence = places.span(draft.reading.sentence)
    here = (link for link in towns if sentence[0] <= link.start < sentence[1])
    lacking = [link for link in here if not places.named.is_aim(link)]
    if len(lacking) == 1 and is_lacking_town(lacking[0]):
        return replace(lacking[0], how=f"{TAKEN_OVER} its sentence, which names no other: {lacking[0].words}")
    return places.scenes.only(draft.reading.sentence) or places.scenes.opening(draft.reading.sentence)


def _of_its_entry(draft: Draft, events: Iterable[Draft]) -> PlaceLink | None:
    """Return the place that the entry of an event told before it, where a chronicle's entries are apart."""
    before = (other for other in events if other.reading.sentence < draft.reading.sentence and other.place is not None)
    told = [other.place for other in before if draft.entry is not None and other.entry == draft.entry]
    return taken_from(told[-1], "its entry") if told and told[-1] else None


def _is_told_elsewhere(draft: Draft, events: Sequence[Draft]) -> bool:
    """Whether the report has told by then of an event at a place of its own: no more than that is of the dateline."""
    before = (other for other in events if other is not draft and other.reading.sentence <= draft.reading.sentence)
    return any(own_place(other) and other.place is not None and is_fine(other.place) for other in before)


def _is_headed_elsewhere(draft: Draft, places: PlaceResolver) -> bool:
    """Whether a draft is a headline's whose lead names another place than the capital that it was filed from."""
    line = places.dateline()
    if draft.reading.sentence or places.opens_with_lead or line is None or not places.named.is_capital(line):
        return False
    return places.named.names_another(1)


def _is_in_lands(draft: Draft) -> bool:
    """Whether an event is told to have been in lands, nobody knows which: "a strike in rebel territory"."""
    return any(phrase.text.lower().split()[-1] in _LANDS for phrase in draft.reading.places)


def _closer_told(draft: Draft, events: Sequence[Draft]) -> PlaceLink | None:
    """Return the town of another event of the sentence for one that the tree only ties to the province around it.

    "Overran A, the largest base in B province, after two days of battle": the battle was at A.
    """
    wide = draft.place.entry if draft.place and not draft.many else None
    way = next((phrase.via for phrase in draft.reading.places), None)
    if wide is None or wide.precision is not PlacePrecision.PROVINCE or not (way or "").startswith(_NEAREST):
        return None
    for other in events:
        place = other.place
        if other.reading.sentence == draft.reading.sentence and place and place.entry and lies_in(place.entry, wide):
            return taken_from(place, "the same sentence")
    return None


def set_aside(events: Sequence[Draft], annotated: Annotated, places: PlaceResolver) -> dict[int, PlaceLink]:
    """Take from events the places that are only those of who speaks, and return them by the events' numbers.

    So are those of where the hurt lie, where the tree only ties them to the event.

    Args:
        events: the events in text order; changed in place.
        annotated: their report.
        places: resolves the report's places.
    """
    spoken = {}
    for number, draft in enumerate(events):
        if draft.place is None:
            continue
        via = next((phrase.via for phrase in draft.reading.places), None) or ""
        loose = via.startswith((_NEAREST, _ONLY)) and places.named.is_of_care(draft.place)
        if loose or is_where_they_speak(annotated, draft.place.start):
            spoken[number] = draft.place
            draft.place = None
    return spoken


def give_back(events: Sequence[Draft], spoken: Mapping[int, PlaceLink]) -> None:
    """Place those events where they are told of that neither another event nor the report places any closer.

    Args:
        events: the events in text order; changed in place.
        spoken: the places that were set aside.
    """
    for number, place in spoken.items():
        found = events[number].place
        if found is None or _is_country(found) or not found.taken_over:
            events[number].place = place


def _closer_in(wide: PlaceLink | None, tries: Iterable[PlaceLink | None]) -> PlaceLink | None:
    """Return the first closer place in the country or land that is all an event names: "Bomb kills ten in Sinai"."""
    return next((one for one in tries if one and is_fine(one) and wide and _lies_closer(one, wide)), None)


def _lies_closer(place: PlaceLink, wide: PlaceLink) -> bool:
    """Whether a place lies in a country, or near the middle of a land, of which nobody knows the borders."""
    if place.entry is None or wide.entry is None:
        return False
    if _is_country(wide):
        return place.entry.country == wide.entry.country
    return not is_land(place) and kilometres(place.entry, wide.entry) <= _LAND_KM


def is_land(place: PlaceLink | None) -> bool:
    """Return whether a place is a land that has a middle and no borders: "Sinai", "Darfur"."""
    entry = place.entry if place else None
    return entry is not None and entry.precision is PlacePrecision.AREA and entry.near is None and entry.lat is not None


def _is_loose(place: PlaceLink | None, topic: PlaceLink | None) -> bool:
    """Whether a province is only taken over where the report tells of a town in it all along."""
    if place is None or topic is None or not place.taken_over or place.precision not in VAST:
        return False
    return bool(place.entry and topic.entry and lies_in(topic.entry, place.entry))


def _is_around(draft: Draft, only: OnlyTown) -> bool:
    """Whether a lead tells only the province of the one town that its report names: "in Sagaing region", at A in it."""
    wide, town = draft.place.entry if draft.place else None, only.link.entry
    if wide is None or town is None or wide.precision is not PlacePrecision.PROVINCE:
        return False
    return only.quiet and not draft.many and lies_in(town, wide)


def _is_country(place: PlaceLink | None) -> bool:
    return place is not None and place.precision is PlacePrecision.COUNTRY
