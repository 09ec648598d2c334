"""Claims from readings: every phrase of a report resolved to actor, place, day and number, the words kept beside each."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from dateline.model.actor import ActorLink
from dateline.model.annotated import Annotated
from dateline.model.claim import Claim, ControlClaim, EventClaim, Quote, TollClaim
from dateline.model.place import PlaceLink
from dateline.model.reading import Change, ControlReading, EventReading, Reading, TollReading
from dateline.model.when import Precision, When
from dateline.resolve.actors import ActorResolver
from dateline.resolve.dates import TimeExpression
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import settle_type
from dateline.resolve.identity import claim_id
from dateline.resolve.inheritance import inherit_places, inherit_times
from dateline.resolve.merging import groups
from dateline.resolve.places import PlaceResolver
from dateline.resolve.tolls import count_of, side_of, status_of
from dateline.resolve.whens import WhenResolver

ONE_DAY: Final = dt.timedelta(days=1)


def resolve(annotated: Annotated, readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """Return the claims of a report: events, tolls, control, each in text order.

    Args:
        annotated: the report with its annotation.
        readings: its claims as read.
    """
    return _Resolution(annotated, readings).claims()


class _Resolution:
    """The resolution of one report, in the order in which one thing rests on another."""

    def __init__(self, annotated: Annotated, readings: Sequence[Reading]) -> None:
        self._annotated = annotated
        self._readings = {reading.key: reading for reading in readings}
        self._actors = ActorResolver(annotated)
        self._places = PlaceResolver(annotated)
        self._whens = WhenResolver(annotated, readings)
        self._claimed: dict[str, str] = {}  # a reading's key → the id of its (first) claim
        self._events: dict[str, Draft] = {}

    def claims(self) -> tuple[Claim, ...]:
        events = self._drafts(EventReading)
        self._date(events)
        inherit_places(events)
        for draft in events:
            self._settle(draft)
        self._events = {draft.reading.key: draft for draft in reversed(events)}
        out: list[Claim] = [self._event(group) for group in groups(events)]
        tolls = self._drafts(TollReading)
        self._claimed.update({d.reading.key: self._id(d, "toll") for d in reversed(tolls)})
        out += [claim for draft in tolls if draft.part == 0 and (claim := self._toll(draft))]
        out += [self._control(draft) for draft in self._drafts(ControlReading)]
        return _unique(out)

    def _drafts(self, kind: type[Reading]) -> list[Draft]:
        return [draft for reading in self._readings.values() if isinstance(reading, kind) for draft in self._placed(reading)]

    def _placed(self, reading: Reading) -> Iterator[Draft]:
        """Yield a draft for each place that a reading names, one without a place where it names none."""
        links: list[PlaceLink] = []
        for phrase in reading.places:
            link = self._places.resolve(phrase)
            if link is not None and not any(_same_place(link, other) for other in links):
                links.append(link)
        said_by = self._speakers(reading)
        for number, link in enumerate(links or [None]):
            yield Draft(reading, number, link, said_by=said_by)

    def _speakers(self, reading: Reading) -> tuple[ActorLink, ...]:
        return _distinct(link for phrase in reading.said_by for link in self._actors.speaker(phrase))

    def _date(self, drafts: list[Draft]) -> None:
        """Date events: by their own words, then from one another, then those that count from another event."""
        times = [self._whens.of(draft.reading) for draft in drafts]
        for draft, time in zip(drafts, times, strict=True):
            draft.when = time.when
            draft.type = draft.reading.type if isinstance(draft.reading, EventReading) else ""
        flipped = [n for n, time in enumerate(times) if time.when is None and time.anchored and time.flipped]
        plain = [n for n in range(len(drafts)) if n not in flipped]
        for number, time in enumerate(times):
            if time.when is None and time.anchored and not time.flipped:
                self._count_from(drafts, number, time.anchored, flipped=False)
        inherit_times([drafts[n] for n in plain], [times[n].said for n in plain])
        for number in flipped:
            expression = times[number].anchored
            if expression is not None:
                self._count_from(drafts, number, expression, flipped=True)
        inherit_times(drafts, [time.said for time in times])

    def _count_from(self, drafts: Sequence[Draft], number: int, expression: TimeExpression, *, flipped: bool) -> None:
        """Date a draft from the last dated event before its words, in its sentence or the ones before."""
        for other in reversed(drafts[:number]):
            if other.when is not None and other.reading.trigger.end <= expression.start:
                drafts[number].when = self._whens.value(expression, other.when, flipped=flipped)
                return

    def _settle(self, draft: Draft) -> None:
        reading = draft.reading
        if not isinstance(reading, EventReading):
            return
        speaker = draft.said_by[0] if draft.said_by else None
        draft.actors = _distinct(link for p in reading.actors for link in self._actors.link(p, speaker=speaker))
        taken = {link.name for link in draft.actors}
        targets = _distinct(link for p in reading.targets for link in self._actors.link(p, speaker=speaker))
        draft.targets = tuple(link for link in targets if link.name not in taken)
        draft.type = settle_type(reading.type, draft.actors, draft.targets, draft.place)

    def _event(self, group: Sequence[Draft]) -> EventClaim:
        """Make one claim of the drafts that tell one event; what the first leaves open the others fill."""
        first = group[0]
        claim = EventClaim(
            **self._common(first, "event"), type=first.type,
            actors=_first_told(d.actors for d in group), targets=_first_told(d.targets for d in group),
            also_quoted=tuple(dict.fromkeys(q for d in group[1:] if (q := self._quote(d.reading)) != self._quote(first.reading))),
        )
        for draft in group:
            self._claimed.setdefault(draft.reading.key, claim.id)
        return claim

    def _common(self, draft: Draft, kind: str) -> dict[str, Any]:
        reading, report = draft.reading, self._annotated.report
        return {
            "id": self._id(draft, kind), "report": report.file, "report_id": report.id, "quote": self._quote(reading),
            "trigger": reading.trigger.text, "said_by": draft.said_by, "stance": reading.stance, "when": draft.when,
            "place": draft.place, "found_by": reading.found_by, "path": reading.path,
        }

    def _quote(self, reading: Reading) -> Quote:
        start, end = reading.quote
        return Quote(start, end, self._annotated.report.text[start:end])

    def _id(self, draft: Draft, kind: str) -> str:
        reading = draft.reading
        words = [str(reading.trigger.start), reading.trigger.text, draft.place.words if draft.place else "", str(draft.part)]
        if isinstance(reading, TollReading):
            words += [p.text for p in (reading.count, reading.victims) if p] + [str(reading.victims.start if reading.victims else "")]
        if isinstance(reading, ControlReading):
            words += [reading.change, *(p.text for p in reading.holders)]
        return claim_id(self._annotated.report.id, *reading.quote, kind, tuple(words))

    def _toll(self, draft: Draft) -> TollClaim | None:
        reading = draft.reading
        if not isinstance(reading, TollReading):
            return None
        self._follow_event(draft, reading.event)
        status = status_of(reading, self._annotated)
        speaker = draft.said_by[0] if draft.said_by else None
        return TollClaim(
            **self._common(draft, "toll"), harm=reading.harm, count=count_of(reading), status=status,
            side=side_of(reading, status, self._actors, speaker), demographic=reading.demographic, scope=reading.scope,
            part_of=self._claimed.get(reading.part_of or ""), event=self._claimed.get(reading.event or ""),
            by=_distinct(link for p in reading.by for link in self._actors.link(p, speaker=speaker)),
        )

    def _follow_event(self, draft: Draft, key: str | None) -> None:
        """Give a toll or control claim the place, day and speaker of its event where its own words are silent."""
        event = self._events.get(key or "")
        times = self._whens.of(draft.reading)
        draft.when = times.when
        if event is not None:
            draft.place = draft.place or event.place
            draft.when = draft.when or event.when
        if draft.when is None:
            inherit_times([draft], [times.said])

    def _control(self, draft: Draft) -> ControlClaim:
        reading = draft.reading
        assert isinstance(reading, ControlReading)
        self._follow_event(draft, reading.event)
        if draft.when is None and reading.change is Change.HOLDS:
            draft.when = self._as_of_publication()
        speaker = draft.said_by[0] if draft.said_by else None
        holders = _distinct(link for p in reading.holders for link in self._actors.link(p, speaker=speaker))
        return ControlClaim(**self._common(draft, "control"), holders=holders, change=reading.change, event=self._claimed.get(reading.event or ""))

    def _as_of_publication(self) -> When | None:
        """Return the publication day for a state of things told in the report's present ("still holds")."""
        published = self._annotated.report.published
        if published is None:
            return None
        return When(published.day, published.day + ONE_DAY, Precision.DAY, "", f"a state of things as of publication {published.day}")


def _same_place(one: PlaceLink, other: PlaceLink) -> bool:
    if one.entry is None or other.entry is None:
        return one.entry is other.entry and one.words == other.words
    return one.entry.id == other.entry.id


def _distinct(links: Iterable[ActorLink]) -> tuple[ActorLink, ...]:
    return tuple({link.name: link for link in reversed(list(links))}.values())[::-1]


def _first_told(parties: Iterable[tuple[ActorLink, ...]]) -> tuple[ActorLink, ...]:
    return next((links for links in parties if links), ())


def _unique(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for claim in claims}.values())
