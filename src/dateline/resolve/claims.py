"""Claims from readings: each phrase of a report resolved to actor, place, day and number, the words kept beside it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from dateline.model.annotated import Annotated
from dateline.model.claim import Claim, ControlClaim, EventClaim, Quote, TollClaim
from dateline.model.entries import entries
from dateline.model.place import PlaceLink, PlacePrecision
from dateline.model.reading import Change, ControlReading, EventReading, Reading, Scope, TollReading
from dateline.model.when import Precision, When
from dateline.resolve.actors.resolver import ActorResolver
from dateline.resolve.actors.writers import press_writing
from dateline.resolve.asides import Asides
from dateline.resolve.best_told import best_dated, best_placed, best_sides
from dateline.resolve.bomb_types import settle_bombs, settle_grenades
from dateline.resolve.crafts import settle_crafts
from dateline.resolve.dating import count_among, date_events, of_its_place
from dateline.resolve.default_parties import add_crowd, add_protesters, by_event, set_apart, struck, typed_by_harm
from dateline.resolve.draft import Draft
from dateline.resolve.draft_words import raw_words, unique
from dateline.resolve.drafts import Drafts
from dateline.resolve.entry_places import entry_places, keep_within
from dateline.resolve.event_types import CAPTURES
from dateline.resolve.filing import filing_lines
from dateline.resolve.grouping import groups, type_of
from dateline.resolve.held_whole import held_part
from dateline.resolve.identity import claim_id
from dateline.resolve.inheritance import LEAD, inherit_place, inherit_time, is_fine
from dateline.resolve.inherited_parties import inherit_parties
from dateline.resolve.marks import mark
from dateline.resolve.merging import is_elsewhere
from dateline.resolve.only_named import OnlyTown, only_named
from dateline.resolve.parties import Parties
from dateline.resolve.placed_next import place_nouns_next
from dateline.resolve.places.headed import headed
from dateline.resolve.places.resolver import PlaceResolver
from dateline.resolve.places.sayers import is_where_they_speak
from dateline.resolve.placing import give_back, place_events, set_aside
from dateline.resolve.report_country import report_country
from dateline.resolve.retaken import settle_retaken
from dateline.resolve.rival_days import clear_days_of_rivals
from dateline.resolve.slight import is_beside, is_slight
from dateline.resolve.tense import in_present
from dateline.resolve.told_again import told_again
from dateline.resolve.tolls.alone import with_those_alone
from dateline.resolve.tolls.anaphora import counted, tie_to_fights
from dateline.resolve.tolls.astray import put_right
from dateline.resolve.tolls.claims import count_of, harmed_of
from dateline.resolve.tolls.merging import merge_tolls
from dateline.resolve.tolls.parts import with_wholes
from dateline.resolve.tolls.places import with_places
from dateline.resolve.tolls.sides import with_camps
from dateline.resolve.whens import WhenResolver

_DAY: Final = dt.timedelta(days=1)


def resolve(annotated: Annotated, readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """Return the claims of a report: events, tolls, control, each in text order.

    Args:
        annotated: the report with its annotation.
        readings: its claims as read.
    """
    return _Resolution(annotated, readings).claims() if readings else ()


class _Resolution:
    """The resolution of one report, in the order in which one thing rests on another."""

    def __init__(self, annotated: Annotated, readings: Sequence[Reading]) -> None:
        self._annotated = annotated
        self._readings = readings
        self._places = PlaceResolver(annotated)
        self._mentioned = self._places.mentioned()
        self._scenes = self._places.named.scenes()
        self._actors = ActorResolver(
            annotated, report_country(self._mentioned, self._places.dateline(), press_writing(annotated))
        )
        self._parties = Parties(self._actors)
        asides = Asides(annotated, readings)
        self._drafts = Drafts(annotated, readings, self._places, self._actors, asides)
        self._entries = entries(annotated)
        self._under = entry_places(annotated, self._entries, self._mentioned, self._places)
        self._whens = WhenResolver(annotated, readings, asides, self._entries)
        self._of_rivals: frozenset[str] = frozenset()  # keys of captures that have no day of their own
        self._home: PlaceLink | None = None  # the only place that the report tells of
        self._dated: dict[str, When | None] = {}  # an event reading's key → its days
        self._claimed: dict[str, str] = {}  # a reading's key → the id of its (first) claim

    def claims(self) -> tuple[Claim, ...]:
        events = self._events()
        by_key = {draft.reading.key: draft for draft in reversed(events)}
        self._dated = {key: draft.when for key, draft in by_key.items()}
        told = [self._event(group) for group in groups(events)]
        tolls = [draft for draft in self._drafts.of(TollReading) if draft.part == 0]
        put_right(tolls, events)
        tie_to_fights(tolls, events, self._annotated)
        self._claimed.update({draft.reading.key: self._id(draft, "toll") for draft in tolls})
        for draft in tolls:
            self._follow(draft, by_key, events)
        counted = merge_tolls(with_camps(with_wholes([self._toll(draft) for draft in tolls]), told))
        told, counted = with_those_alone(*with_places(told, counted))
        told = told_again(self._annotated, told, counted, self._entries)
        out: list[Claim] = [*self._with_struck(told, counted), *counted]
        for draft in self._drafts.of(ControlReading):
            self._follow(draft, by_key, events)
            if (claim := self._control(draft, by_key)) is not None:
                out.append(claim)
        return unique(out)

    def _with_struck(self, events: Sequence[EventClaim], tolls: Sequence[TollClaim]) -> Iterator[EventClaim]:
        """Yield the events, strikes that name no target with those whom their tolls tell to have been hit."""
        by, country = by_event(tolls), self._actors.country
        for event in events:
            harmed = by.get(event.id, ())
            claim = typed_by_harm(event, harmed, country)
            yield claim if claim.targets else replace(claim, targets=struck(claim, harmed, country))

    def _events(self) -> list[Draft]:
        """Return the events with everything resolved, in text order."""
        events = self._drafts.of(EventReading)
        labels = self._entries
        for draft in events:
            draft.entry = labels.get(draft.reading.sentence)
            draft.type = draft.reading.type if isinstance(draft.reading, EventReading) else ""
            mark(draft, self._annotated)
            draft.recalled = self._whens.is_recalled(draft.reading)
        lines = filing_lines(self._annotated, self._entries)
        head = self._places.scenes.letterhead()
        heads_report = [(head.start, head.end)] if head else []
        named = only_named(self._places.named.towns(), self._scenes, [*lines, *heads_report])
        named = named or self._places.named.filed_in(lines)
        spoken = set_aside(events, self._annotated, self._places)
        heads = headed(self._annotated, self._mentioned) | self._under
        keep_within(self._annotated, events, heads, self._mentioned)
        only = OnlyTown(named, quiet=not self._is_scene(named)) if named else None
        self._home = place_events(events, self._places, only, heads, lambda one: self._whens.of(one.reading).when)
        place_nouns_next(events, self._annotated, self._places)
        give_back(events, spoken)
        date_events(events, self._whens)
        for draft in events:
            self._parties.settle(draft)
            set_apart(draft)
            add_crowd(draft, self._actors.country)
            add_protesters(draft, self._actors.country)
        settle_bombs(events, self._annotated)
        settle_grenades(events, self._annotated)
        settle_crafts(events)
        inherit_parties(events)
        harmed = {reading.event for reading in self._readings if isinstance(reading, TollReading)}
        for draft in events:
            draft.definite = draft.definite and not is_elsewhere(draft, events, self._annotated.report.text)
            self._parties.settle_again(draft)
            draft.slight = is_slight(draft, self._annotated, harmed) or is_beside(draft, events)
        settle_retaken(events)
        self._of_rivals = clear_days_of_rivals(events)
        return events

    def _is_scene(self, town: PlaceLink) -> bool:
        """Whether something is told to have been in a town, wherever the report names it."""
        return any(town.words in phrase.text for reading in self._readings for phrase in reading.places)

    def _event(self, group: Sequence[Draft]) -> EventClaim:
        """Make one claim of the drafts that tell one event; what the first leaves open the others fill."""
        first = group[0]
        others = dict.fromkeys(self._quote(draft.reading) for draft in group[1:])
        dated = best_dated(group)
        placed = best_placed(group)
        kind = type_of(group)
        actors, targets = best_sides(group, kind)
        claim = EventClaim(
            **{**self._common(first, "event"), "when": dated.when, "place": placed.place},
            type=kind,
            actors=actors,
            targets=targets,
            also_quoted=tuple(quote for quote in others if quote != self._quote(first.reading)),
        )
        for draft in group:
            self._claimed.setdefault(draft.reading.key, claim.id)
        return claim

    def _toll(self, draft: Draft) -> TollClaim:
        reading = draft.reading
        assert isinstance(reading, TollReading)
        those = replace(reading, victims=counted(reading, self._annotated) or reading.victims)
        harmed = harmed_of(those, self._annotated, self._actors, draft.said_by[0] if draft.said_by else None)
        return TollClaim(
            **self._common(draft, "toll"),
            harm=reading.harm,
            count=count_of(reading),
            status=harmed.status,
            side=harmed.side,
            demographic=reading.demographic,
            scope=self._scope(draft),
            part_of=self._claimed.get(reading.part_of or ""),
            event=self._claimed.get(reading.event or ""),
            by=self._parties.of(draft, reading.by),
        )

    def _scope(self, draft: Draft) -> Scope:
        """Return what a toll covers: of the days on end of its own event it is the event's."""
        reading = draft.reading
        assert isinstance(reading, TollReading)
        event = self._dated.get(reading.event or "")
        of_event = event is not None and event == draft.when and reading.scope is Scope.PERIOD
        if event is not None and event.days == 1 and "since" in self._quote(reading).text.casefold():
            return reading.scope  # the day on which a campaign began
        return Scope.INCIDENT if of_event else reading.scope

    def _control(self, draft: Draft, by_key: Mapping[str, Draft]) -> ControlClaim | None:
        """Return who is told to hold a place, None where it was taken back by nobody who is known."""
        reading = draft.reading
        assert isinstance(reading, ControlReading)
        named = by_key.get(reading.event or "")
        event = named.reading if named else None
        sides = (event.actors, event.targets) if isinstance(event, EventReading) else ((), ())
        holders = self._parties.holders(draft, reading.holders, sides[reading.holders == sides[0]])
        if not reading.holders and named is not None:
            holders = named.actors if named.type in CAPTURES else ()
            if not holders:
                return None
        return ControlClaim(
            **self._common(draft, "control"),
            holders=holders,
            change=reading.change,
            event=self._claimed.get(reading.event or ""),
        )

    def _follow(self, draft: Draft, by_key: dict[str, Draft], events: Sequence[Draft]) -> None:
        """Give a toll or control claim the place and day of its event, or of its neighbours, where it tells none."""
        reading = draft.reading
        assert isinstance(reading, TollReading | ControlReading)
        event = by_key.get(reading.event or "")
        times = self._whens.of(reading)
        draft.when = of_its_place(draft, self._whens) or times.when
        if isinstance(reading, TollReading) and reading.scope is Scope.CUMULATIVE:
            return  # the war so far was nowhere and on no day that its neighbours tell of
        spoken = draft.place if draft.place and is_where_they_speak(self._annotated, draft.place.start) else None
        if spoken and isinstance(reading, TollReading):
            draft.place = None
        if event is not None and event.place is not None and _is_closer(event.place, draft.place):
            draft.place = event.place  # "attacked a post in southern A and killed nine", which the report puts at B
        if event is not None:
            draft.place, draft.when = draft.place or event.place, draft.when or event.when
        elif draft.when is None:
            count_among(draft, events, self._whens)
        counts_from_another = times.anchored is not None  # "in the months that followed" is no present
        if isinstance(reading, ControlReading) and reading.change is Change.HOLDS and not counts_from_another:
            draft.when = draft.when or self._as_of_publication(reading)
        draft.place = draft.place or self._under.get(reading.sentence)
        draft.place = draft.place or inherit_place(draft, events) or self._filed(reading) or self._home or spoken
        if isinstance(reading, ControlReading) and draft.place:
            draft.place = self._held(reading, draft.place)
        reached, news = self._whens.reached(reading), self._whens.after_publication
        if event is None or event.reading.key not in self._of_rivals:
            draft.when = draft.when or inherit_time(draft, events, times, reached, news)

    def _filed(self, reading: Reading) -> PlaceLink | None:
        """Return the dateline's town for what the lead counts, where it has told of no other place by then."""
        named, number = self._places.named, reading.sentence
        return None if number >= LEAD or named.is_told_elsewhere(number) else named.filed_there(number)

    def _held(self, reading: ControlReading, place: PlaceLink) -> PlaceLink:
        """Return the place that is held, or the land in and around it where the words tell only of a part."""
        spot = next((p for p in reading.places if p.start <= place.start and place.end <= p.end), None)
        first = next(iter(reading.places), None)
        return held_part(self._annotated, spot or first, place, taken_over=spot is None)

    def _as_of_publication(self, reading: Reading) -> When | None:
        """Return the publication day for a state of things told in the report's present ("still holds").

        News tells it in the past tense too; a history means its own time by that.
        """
        published = self._annotated.report.published
        if published is None or (self._whens.looks_back and not in_present(self._annotated, reading)):
            return None
        basis = f"a state of things as of publication {published.day}"
        return When(published.day, published.day + _DAY, Precision.DAY, "", basis)

    def _common(self, draft: Draft, kind: str) -> dict[str, Any]:
        reading, report = draft.reading, self._annotated.report
        return {
            "id": self._id(draft, kind),
            "report": report.file,
            "report_id": report.id,
            "quote": self._quote(reading),
            "trigger": reading.trigger.text,
            "said_by": draft.said_by,
            "stance": reading.stance,
            "when": draft.when,
            "place": draft.place,
            "found_by": reading.found_by,
            "path": reading.path,
        }

    def _quote(self, reading: Reading) -> Quote:
        start, end = reading.quote
        return Quote(start, end, self._annotated.report.text[start:end])

    def _id(self, draft: Draft, kind: str) -> str:
        return claim_id(self._annotated.report.id, *draft.reading.quote, kind, raw_words(draft))


def _is_closer(place: PlaceLink, wide: PlaceLink | None) -> bool:
    """Tell whether a place is known, and in the country that is all that another link gives."""
    if wide is None or wide.precision is not PlacePrecision.COUNTRY or not is_fine(place):
        return False
    return place.entry is not None and wide.entry is not None and place.entry.country == wide.entry.country
