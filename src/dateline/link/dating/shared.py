"""What an undated report shares with dated ones, and the day of writing that it speaks for."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.link.dating.filing import filing
from dateline.link.dating.labels import told_with_label
from dateline.link.dating.lent import FIRM, KIN, Dated, counts_of, days_of, number_of, told_at
from dateline.link.dating.words import WEEK, Window, window, written
from dateline.link.facets import Facet
from dateline.link.features.tolls import far_apart, same_count
from dateline.link.nearness import CITY
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.report import Basis, Publication, Report
from dateline.reference.codebook import codebook

ENOUGH: Final = 1.0  # one capture of a town, one large toll, or two weaker things in common
WEAK: Final = 0.5
LARGE: Final = 10  # a toll that two happenings at one place seldom share by chance
CAPTURE_LAG: Final = 7  # days after a capture on which reports still tell of it as news
OTHER_LAG: Final = 1
HALF_YEAR: Final = dt.timedelta(days=180)
SEASONS: Final = ((dt.timedelta(days=14), 0.75), (dt.timedelta(days=60), 0.5), (HALF_YEAR, 0.35))
SEASON: Final = "the season"
SURE: Final = 0.25  # more for the season in which the weekday of the lead is that of the dateline's day
COPIED: Final = 1  # days after which another outlet still prints a story
NAMED: Final = 3  # how many things in common the evidence names


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that an undated report shares with a dated one.

    `first` and `last` are the days between which the report was written if it is one thing, `day` the likeliest of
    these, None where nothing tells it; `key` is what it is counted under (once, however many tell it), `weight` how
    much it shows, `words` what the report says of its day. `season` says that it is no one thing, but the time of year
    in which other things happened at one place.
    """

    day: dt.date | None
    first: dt.date
    last: dt.date
    key: tuple[str, ...]
    weight: float
    words: str
    file: str
    what: str
    season: bool = False

    @property
    def rank(self) -> tuple[float, str, str, str]:
        """What shows most comes first."""
        return -self.weight, self.file, self.what, self.words


class SharedDays:
    """The publication days that speak for what a report without one shares with dated reports.

    These may come a few places at a time: what is shared is shared at one place.

    Args:
        report: the report, with its text.
        claims: its claims as read without a publication day.
        weekday: the weekday on which its lead says that it was told, 0 for Monday.
        copies: the copies of its text that are dated by themselves, each by its file and its day.
    """

    def __init__(
        self,
        report: Report,
        claims: Iterable[Claim],
        weekday: int | None = None,
        copies: Iterable[tuple[str, dt.date]] = (),
    ) -> None:
        self._told = [claim for claim in claims if _undated(claim)]
        self._words = {claim.id: told_with_label(report, claim) for claim in self._told}
        self._filing = filing(report.dateline, weekday, self._words.values())
        self._counts = counts_of(self._told)
        self._found: dict[tuple[dt.date | None, dt.date, dt.date, tuple[str, ...], bool], Shared] = {}
        for file, day in copies:
            when = Window(day, day + COPIED * dt.timedelta(days=1), f"copy of {file}")
            self._keep(self._spoken(when, ("copy",), ENOUGH, file, f"the same text on {day}"))

    def places(self) -> set[str]:
        """Return the ids of the places at which the report's claims may find their like."""
        return {claim.place.entry.id for claim in self._told if claim.place and claim.place.entry}

    def add(self, dated: Dated) -> None:
        """Take in what is dated at some of the places."""
        self._keep(self._shared(dated))

    def _keep(self, found: Iterable[Shared]) -> None:
        for one in found:
            kind = one.day, one.first, one.last, one.key, one.season
            kept = self._found.get(kind)
            if kept is None or one.rank < kept.rank:
                self._found[kind] = one

    def day(self) -> Publication | None:
        """Return the day of the report; None where too little is shared, or where another day fits half as well."""
        found = sorted(self._found.values(), key=lambda one: (one.rank, one.first, one.last))
        return _clear_day([one for one in found if not one.season]) or _clear_day(found)

    def _shared(self, dated: Dated) -> Iterator[Shared]:
        for claim in self._told:
            if isinstance(claim, EventClaim):
                if own := told_at(claim, self._counts.get(claim.id, ())):
                    for other, kinship in dated.like(own):
                        yield from self._by_event(own, other, kinship)
                    yield from self._by_season(own, dated)
            elif isinstance(claim, TollClaim):
                for toll in dated.same_number(claim):
                    yield from self._by_toll(claim, toll)

    def _by_event(self, own: Facet, other: Facet, kinship: float) -> Iterator[Shared]:
        assert other.first is not None and other.last is not None and other.place
        happened = dt.date.fromordinal(other.first), dt.date.fromordinal(other.last)
        lag = CAPTURE_LAG if other.type.once else OTHER_LAG
        when = window(self._words[own.claim.id], happened, lag, own.claim.trigger)
        if when is None or (kinship < KIN and not when.exact):
            return
        weight = _weight(own, other, when, filed=self._filing.dated)
        if not weight:
            return
        key = ("event", other.place.id, other.type.family)
        what = f"{other.type.type} at {other.place.name} on {happened[1]}"
        yield from self._spoken(when, key, weight, other.claim.report, f"{what} (claim {other.claim.id})")

    def _by_season(self, own: Facet, dated: Dated) -> Iterator[Shared]:
        """Yield the years in which other things happened at the place of an event about the day of the dateline."""
        for other in dated.at(own) if self._filing.dated else ():
            assert other.last is not None and other.place
            happened = dt.date.fromordinal(other.last)
            about = Window(happened - HALF_YEAR, happened + HALF_YEAR, SEASON)
            kin = codebook().kinship(own.type.type, other.type.type) > 0
            key = ("event", other.place.id, other.type.family)
            what = f"{other.type.type} at {other.place.name} on {happened} (claim {other.claim.id})"
            for day, words in self._filing.days(about):
                near = SURE if self._filing.on_weekday(day) else 0.0
                weight = (_of_season(abs(day - happened)) + near) * (1 if kin else WEAK)
                yield Shared(day, day, day, key, weight, words, other.claim.report, what, season=True)

    def _by_toll(self, claim: TollClaim, other: TollClaim) -> Iterator[Shared]:
        happened, key = days_of(other), number_of(claim)
        when = window(self._words[claim.id], happened, OTHER_LAG, claim.count.words) if happened else None
        if happened is None or when is None or key is None:
            return
        weight = ENOUGH if (claim.count.low or 0) >= LARGE else WEAK
        if not (when.told or self._filing.dated):
            weight /= 2
        place = other.place.entry.name if other.place and other.place.entry else ""
        what = f"{other.count.words} {other.harm} at {place} on {happened[1]}"
        yield from self._spoken(when, ("toll", *key), weight, other.report, f"{what} (claim {other.id})")

    def _spoken(self, when: Window, key: tuple[str, ...], weight: float, file: str, what: str) -> Iterator[Shared]:
        """Yield one thing in common for each day that it speaks for, or for none."""
        days: list[tuple[dt.date | None, str]] = [*self._filing.days(when)]
        for day, words in days or [(None, "")]:
            yield Shared(day, when.first, when.last, key, weight, words, file, what)


def _clear_day(found: Sequence[Shared]) -> Publication | None:
    """Return the day that enough speaks for, and nothing half as much against."""
    for_day = {one.day: _speaking_for(one.day, found) for one in found if one.day}
    weights = {day: sum(one.weight for one in told) for day, told in for_day.items()}
    best = min(weights, key=lambda day: (-weights[day], day), default=None)
    if best is None or weights[best] < ENOUGH or best > dt.date.today():
        return None
    others = (day for day in weights if not all(one.first <= day <= one.last for one in for_day[best]))
    if any(2 * weights[day] > weights[best] for day in others):
        return None
    return Publication(best, Basis.OTHERS, _evidence(best, for_day[best]))


def _weight(own: Facet, other: Facet, when: Window, *, filed: bool) -> float:
    """Return how much it shows that two happenings at one place are of one kind.

    Args:
        own: what the undated report tells.
        other: what is dated.
        when: what the words of the first say of its day, which is the second's: one weekday in seven is.
        filed: whether the undated report has a day and month of its own, which must fit too.
    """
    if other.type.once:
        return ENOUGH
    assert other.place
    alike = bool(own.landmarks & other.landmarks) or same_count(own, other)
    if other.place.population >= CITY:  # something of the kind may happen there every other day
        return (ENOUGH if when.told or filed else WEAK) if other.type.rare and alike else 0.0
    if when.exact:
        return ENOUGH
    return ENOUGH if when.told and (filed or other.type.rare or alike) and not far_apart(own, other) else WEAK


def _of_season(lag: dt.timedelta) -> float:
    """Return how much it shows that something of the kind happened at a place so long before or after a day."""
    return next(weight for within, weight in SEASONS if lag <= within)


def _speaking_for(day: dt.date, found: Sequence[Shared]) -> list[Shared]:
    """Return what speaks for a day, each thing once."""
    kept: dict[tuple[str, ...], Shared] = {}
    for one in sorted(found, key=lambda one: (-one.weight, one.day != day)):
        if one.first <= day <= one.last:
            kept.setdefault(one.key, one)
    return list(kept.values())


def _undated(claim: Claim) -> bool:
    return claim.stance in FIRM and (claim.when is None or claim.when.first is None)


def _evidence(day: dt.date, shared: Sequence[Shared]) -> str:
    said = next((one.words for one in shared if one.day == day), shared[0].words)
    told = [f"{one.file} tells {one.what}" for one in shared[:NAMED]]
    more = f", and {len(shared) - NAMED} more" if len(shared) > NAMED else ""
    latest = min(one.last for one in shared)
    near = day < latest <= day + WEEK * dt.timedelta(days=1)
    later = f"; it may have been as late as {written(latest)}" if near else ""
    return f"{said}; {'; '.join(told)}{more}{later}"
