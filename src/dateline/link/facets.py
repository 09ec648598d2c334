"""Facets: what linking looks at in an event claim, reckoned once so that comparing two claims is cheap."""

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from dateline.link.named_days import weekdays, without_saying
from dateline.link.nearness import CITY, nowhere
from dateline.link.triggers import is_general, is_of_parts, landmarks, landmarks_of_place
from dateline.model.actor import OF_STATES, ActorKind, ActorLink
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.how import is_by_craft, is_guessed
from dateline.model.place import LOCAL, POINTS, PlaceEntry, PlacePrecision
from dateline.model.reading import Scope, Stance
from dateline.model.report import Report
from dateline.model.when import NEWS, Precision
from dateline.reference.actors import entry_of
from dateline.reference.codebook import SubEvent, codebook
from dateline.reference.trigger_words import kills_by_hand, sets_apart, tells_another, tells_later

NARROW_DAYS: Final = 7  # "since Tuesday" still tells one happening from the next; "last month" does not
RUN_DAYS: Final = 2  # what goes on for so many days longer is a run of such happenings ("raids every day since")
MANY: Final = 10  # so many dead are seldom counted twice on one day
NEAR: Final = 1.3  # two such numbers that lie no further apart may be of one happening, counted at two times
WIDE_DAYS: Final = 92  # what covers more than a season dates nothing

# Parties that half the reports of a war share, so that sharing them shows nothing.
_ANYONE: Final = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.UNIDENTIFIED})
_VIOLENT: Final = frozenset({"violence", "explosion"})
_LONG: Final = frozenset({Precision.WEEK, Precision.MONTH, Precision.YEAR})
_NIGHT: Final = re.compile(r"\b(?:(?:over|mid)?night|evening|late|dawn|sunrise|sunset|small hours)\b", re.I)
_WORD: Final = re.compile(r"[^\W_]{3,}")


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: the actors' ids and the sides that they fight on, without parties that anyone may be.

    `states` says that all of them are forces of states, which may be allies though each has a side of its own.
    `classes` are those of the keys and camps that only a class tells ("militants", "the Eastern Bloc"): it may be the
    class of a group that another account names. `guessed` says that only their craft tells whose they are ("a drone").
    """

    keys: frozenset[str]
    camps: frozenset[str]
    states: bool
    classes: frozenset[str] = frozenset()
    guessed: bool = False

    def opposed(self, other: "Party") -> bool:
        """Return whether the two are known to fight on sides that have nothing in common."""
        apart = self.camps and other.camps and self.camps.isdisjoint(other.camps) and self.keys.isdisjoint(other.keys)
        return bool(apart) and not (self.states and other.states) and not self.may_name(other)

    def may_name(self, other: "Party") -> bool:
        """Return whether one of two names the groups of no state that the other only tells by class."""
        vague, named = (self, other) if self.classes else (other, self)
        return bool(vague.classes) and vague.camps <= vague.classes and not named.states


@dataclass(frozen=True, slots=True)
class Told:
    """A toll that belongs to an event, whole (no subset): what linking compares."""

    harm: str
    status: str
    camp: str | None
    low: int | None
    high: int | None

    @property
    def exact(self) -> bool:
        """Whether the words give one number, with or without "at least"."""
        return self.low is not None and self.high in {None, self.low}


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """An event claim as linking sees it.

    `place_key` is the place's id, or "words:" and the words where no entry was found, None where no place is told.
    `first` and `last` are proleptic ordinals of the days, both within, None where the day is not known well enough to
    date anything; `until` is the last day by which it had happened, where only that is told; `published` is the ordinal
    of the report's day. `another` marks words such as "a second blast", `general` a trigger that says of violence only
    that it was ("attack"). `landmarks` are what stands beside the trigger and is seldom hit: a market, a station;
    `site` what of these its place is called.
    `once_within` says that its days are a week or longer in which it happened once ("two weeks later"), no run of days.
    `by_hand` says that it was by blade, rope or gun; `night` that it was at night, of which another account may tell
    the next or the last day. `once` marks what its place sees seldom: its capture, but not that of checkpoints in it.
    `within` are the first and the last day of a time that is too long to date it ("in 2014", "since October").
    `weekdays` are those that an undated claim names for what it tells, 0 for Monday.
    `story` is the report's id, or that of the report that stands for all copies of its text.

    The rest follows from these. `denies` says that the claim denies that it happened. `point` says that the place is
    known to a town or a site; `guessed` that it is none that the claim's own words give; `placed` that it is told more
    closely than by a province or a district; `unsure` that another place may be meant, or one in it: its own is not
    told, wide, a name alone or guessed; `busy` that it is so wide or large that it sees many happenings of a kind in a
    month. `span` is the days that it spans, 0 if undated; `narrow` says that it is dated to a week or better. `deadly`
    says that it tells of so many dead that few happenings of a day have as many; `seldom` that such a thing is seldom
    seen twice at its place in a month, so that a vague day may date it; `firm` that place and day are both known, so
    that it may found an incident that others join; `unsided` that it is a capture of which neither who took the place
    nor who lost it is told, so that its type is only the likelier one.
    """

    claim: EventClaim
    type: SubEvent
    place: PlaceEntry | None
    place_key: str | None
    first: int | None
    last: int | None
    published: int | None
    actors: Party
    targets: Party
    speakers: frozenset[str]
    trigger: str
    words: frozenset[str]
    tolls: tuple[Told, ...]
    another: bool
    story: str
    until: int | None = None
    landmarks: frozenset[str] = frozenset()
    site: frozenset[str] = frozenset()
    general: bool = False
    once_within: bool = False
    within: tuple[int, int] | None = None
    night: bool = False
    by_hand: bool = False
    once: bool = False
    weekdays: frozenset[int] = frozenset()

    denies: bool = field(init=False)
    point: bool = field(init=False)
    guessed: bool = field(init=False)
    span: int = field(init=False)
    narrow: bool = field(init=False)
    placed: bool = field(init=False)
    unsure: bool = field(init=False)
    busy: bool = field(init=False)
    seldom: bool = field(init=False)
    deadly: bool = field(init=False)
    firm: bool = field(init=False)
    unsided: bool = field(init=False)

    def __post_init__(self) -> None:
        """Reckon once what every comparison asks."""
        dated = self.first is not None and self.last is not None
        self._keep("denies", self.claim.stance is Stance.DENIED)
        self._keep("span", (self.last or 0) - (self.first or 0) + 1 if dated else 0)
        self._keep("narrow", 0 < self.span <= NARROW_DAYS)
        self._keep("firm", self.place_key is not None and self.first is not None)
        self._keep("point", self.place is not None and self.place.precision in POINTS)
        self._keep("guessed", self.claim.place is not None and is_guessed(self.claim.place.how))
        self._keep("placed", self.place_key is not None and not (self.place and self.place.precision.is_wide))
        nameless = self.place is not None and nowhere(self.place)
        self._keep("unsure", not self.placed or self.guessed or nameless)
        self._keep("busy", self._is_busy())
        self._keep("deadly", any(told.harm == "killed" and (told.low or told.high or 0) >= MANY for told in self.tolls))
        self._keep("unsided", self.type.family == "territory" and not (self.claim.actors or self.claim.targets))
        self._keep("seldom", self.type.once or (self.type.family in _VIOLENT and (self.deadly or not self.busy)))

    def _keep(self, name: str, value: bool | int) -> None:
        object.__setattr__(self, name, value)  # as a frozen dataclass sets its own fields

    def _is_busy(self) -> bool:
        if self.place is None or self.place.population >= CITY:
            return True
        return not (self.place.precision in LOCAL and (self.point or self.place.lat is None))


def facet(claim: EventClaim, report: Report | None, tolls: Iterable[TollClaim] = ()) -> Facet:
    """Return the facet of an event claim.

    Args:
        claim: the event claim, of any stance.
        report: the report that it stands in, if known.
        tolls: toll claims of the same report that belong to it.
    """
    first, last = _days(claim)
    kind = codebook()[claim.type]
    # Who leaves a place is no rival of who comes: as a party to the event it stands with the targets.
    doers, others = ((), claim.actors + claim.targets) if kind.leaver else (claim.actors, claim.targets)
    return Facet(
        claim=claim,
        type=kind,
        place=claim.place.entry if claim.place else None,
        place_key=_place_key(claim),
        first=first,
        last=last,
        published=report.published.day.toordinal() if report and report.published else None,
        actors=party(doers),
        targets=party(others),
        speakers=frozenset(speaker.name for speaker in claim.said_by),
        trigger=claim.trigger.casefold(),
        words=_words(claim.quote.text),
        tolls=tuple(_told(toll) for toll in tolls if _whole(toll)),
        another=_tells_another(claim),
        story=(report.copy_of if report else None) or claim.report_id,
        until=claim.when.last.toordinal() if claim.when and claim.when.last and not claim.when.first else None,
        landmarks=landmarks(claim),
        site=landmarks_of_place(claim),
        general=is_general(claim),
        once_within=claim.when is not None and claim.when.precision in _LONG,
        within=_within(claim),
        night=_at_night(claim),
        by_hand=kills_by_hand(claim.trigger),
        once=kind.once and not is_of_parts(claim),
        weekdays=_weekdays(claim) if first is None else frozenset(),
    )


def loosened(one: Facet) -> Facet:
    """Return a facet that is dated to weeks as one without a day of its own, which lies within these."""
    assert one.first is not None and one.last is not None
    return replace(one, first=None, last=None, within=(one.first, one.last))


def facets(
    claims: Iterable[EventClaim], reports: Mapping[str, Report], homes: Mapping[str, list[TollClaim]]
) -> list[Facet]:
    """Return the facets of claims, in the order of their ids; `homes` holds the tolls of each event claim by its id."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    return [facet(claim, reports.get(claim.report_id), homes.get(claim.id, ())) for claim in ordered]


@lru_cache(maxsize=4096)
def party(actors: tuple[ActorLink, ...]) -> Party:
    """Return the ids and sides of actors, those that anyone may be left out."""
    named = [actor for actor in actors if actor.kind not in _ANYONE]
    keys = frozenset(actor.id or actor.name.casefold() for actor in named)
    states = bool(named) and all(actor.kind in OF_STATES for actor in named)
    told_by_class = [actor for actor in named if actor.kind not in OF_STATES and _is_class(actor)]
    names = (name for actor in told_by_class for name in (actor.id or actor.name.casefold(), actor.side))
    classes = frozenset(name for name in names if name)
    guessed = bool(named) and all(is_by_craft(actor.how) for actor in named)
    return Party(keys, frozenset(actor.side for actor in named if actor.side), states, classes, guessed)


def _is_class(actor: ActorLink) -> bool:
    """Whether a party is told by a class or by words that no entry has."""
    entry = entry_of(actor.id) if actor.id else None
    return actor.id is None or (entry is not None and entry.generic)


def _weekdays(claim: EventClaim) -> frozenset[int]:
    return frozenset(weekdays(without_saying(claim.quote.text)).values())


def _days(claim: EventClaim) -> tuple[int | None, int | None]:
    when = claim.when
    if when is None or when.first is None or when.last is None or (when.days or 0) > WIDE_DAYS:
        return None, None
    return when.first.toordinal(), when.last.toordinal()


def _within(claim: EventClaim) -> tuple[int, int] | None:
    when = claim.when
    if when is None or when.first is None or when.last is None or (when.days or 0) <= WIDE_DAYS:
        return None
    return when.first.toordinal(), when.last.toordinal()


def _place_key(claim: EventClaim) -> str | None:
    if claim.place is None:
        return None
    if claim.place.entry is None:
        return f"words:{claim.place.words.casefold()}"
    # A country is where the war is: it places nothing.
    return None if claim.place.entry.precision is PlacePrecision.COUNTRY else claim.place.entry.id


def _words(text: str) -> frozenset[str]:
    return frozenset(map(sys.intern, _WORD.findall(text.casefold())))  # the same few thousand words in all claims


def _whole(toll: TollClaim) -> bool:
    subset = toll.part_of is not None or toll.demographic is not None
    return not subset and toll.harm is not None and toll.scope is not Scope.CUMULATIVE


def _told(toll: TollClaim) -> Told:
    camp = toll.side.side if toll.side else None
    return Told(str(toll.harm), toll.status, camp, toll.count.low, toll.count.high)


def _at_night(claim: EventClaim) -> bool:
    """Whether it was at night, by the words of its day or, where it is news of the report's day, by its quote."""
    if claim.when is None:
        return False
    words = claim.quote.text if claim.when.basis.startswith(NEWS) else claim.when.words
    return _NIGHT.search(words) is not None


def _tells_another(claim: EventClaim) -> bool:
    at = claim.quote.text.casefold().find(claim.trigger.casefold())
    before = claim.quote.text[: max(at, 0)]
    return at >= 0 and (tells_another(claim.quote.text, at) or tells_later(before) or sets_apart(before))
