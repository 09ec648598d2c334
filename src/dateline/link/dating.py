"""Dating from others: the day of a report that tells none, from what it shares with reports whose day is known.

"April 25" and the capture of a town that other reports date to 25 April 2015 give the year. Only reports that are dated
by themselves lend a day, so that no inference rests on another one and the order in which reports come does not matter.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.link.facets import Facet, facet
from dateline.link.nearness import CITY
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.place import POINTS
from dateline.model.reading import Scope, Stance
from dateline.model.report import Basis, Dateline, Publication, Report
from dateline.reference.calendar import WEEKDAYS, find_dates
from dateline.reference.codebook import codebook

ENOUGH: Final = 1.0  # one capture of a town, one large toll, or two weaker things in common
WEAK: Final = 0.5
LARGE: Final = 10  # a toll that two happenings at one place seldom share by chance
TELLING: Final = 5
KIN: Final = 0.6
CAPTURE_LAG: Final = 7  # days after a capture on which reports still tell of it as news
OTHER_LAG: Final = 1
WEEK_LAG: Final = 6  # a weekday names one day of the week before
MOST_DAYS: Final = 3  # a happening dated more vaguely dates nothing else
NAMED: Final = 3  # how many things in common the evidence names

_TODAY: Final = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(name for name in WEEKDAYS if name.endswith('day'))})\b", re.IGNORECASE)
_RELATIVE: Final = re.compile(rf"{_TODAY.pattern}|{_WEEKDAY.pattern}|\byesterday\b|\bago\b|\blast\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that an undated report shares with a dated one.

    `day` is the publication day that it speaks for, `key` what it is counted under (once, however many tell it),
    `weight` how much it shows, `words` what the undated report says of its day.
    """

    day: dt.date
    key: tuple[str, ...]
    weight: float
    words: str
    file: str
    claim: str
    what: str

    @property
    def rank(self) -> tuple[float, str, str, str]:
        """What shows most comes first."""
        return -self.weight, self.file, self.claim, self.words


class Dated:
    """What dated reports tell, found by place.

    Args:
        claims: live claims of reports that are dated by themselves.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._events: defaultdict[str, list[Facet]] = defaultdict(list)
        self._tolls: defaultdict[tuple[str, ...], list[TollClaim]] = defaultdict(list)
        for claim in claims:
            if isinstance(claim, EventClaim):
                if (one := _told_at(claim)) and one.place_key and 0 < one.span <= MOST_DAYS:
                    self._events[one.place_key].append(one)
            elif isinstance(claim, TollClaim) and (key := _number(claim)) and _days(claim):
                self._tolls[key].append(claim)

    def like(self, event: EventClaim) -> Iterator[Facet]:
        """Yield the dated happenings at the place of an event that may be the same one."""
        own = _told_at(event)
        for other in self._events.get((own and own.place_key) or "", ()):
            assert own
            kinship = codebook().kinship(own.type.type, other.type.type)
            kin = kinship >= KIN or (kinship > 0 and (own.general or other.general))
            if kin and not own.actors.opposed(other.actors):
                yield other

    def same_number(self, toll: TollClaim) -> Sequence[TollClaim]:
        """Return the dated tolls of the same telling number at the same place."""
        key = _number(toll)
        return self._tolls.get(key, ()) if key else ()


class SharedDays:
    """The publication days that speak for what a report without one shares with dated reports.

    These may come a few places at a time: what is shared is shared at one place.

    Args:
        report: the report; of its text nothing is needed but its dateline.
        claims: its claims as read without a publication day.
    """

    def __init__(self, report: Report, claims: Iterable[Claim]) -> None:
        self._dateline = report.dateline
        self._told = [claim for claim in claims if _undated(claim)]
        self._by_day: defaultdict[dt.date, dict[tuple[str, ...], Shared]] = defaultdict(dict)

    def places(self) -> set[str]:
        """Return the ids of the places at which the report's claims may find their like."""
        return {claim.place.entry.id for claim in self._told if claim.place and claim.place.entry}

    def add(self, dated: Dated) -> None:
        """Take in what dated reports tell at some of the places."""
        for one in _shared(self._dateline, self._told, dated):
            kept = self._by_day[one.day].get(one.key)
            if kept is None or one.rank < kept.rank:
                self._by_day[one.day][one.key] = one

    def day(self) -> Publication | None:
        """Return the day of the report; None where too little is shared, or where another day fits half as well."""
        weights = {day: sum(one.weight for one in found.values()) for day, found in self._by_day.items()}
        best = max(weights, key=lambda day: (weights[day], day), default=None)
        if best is None or weights[best] < ENOUGH or best > dt.date.today():
            return None
        if any(2 * weight > weights[best] for day, weight in weights.items() if day != best):
            return None
        return Publication(best, Basis.OTHERS, _evidence(sorted(self._by_day[best].values(), key=lambda s: s.rank)))


def _shared(dateline: Dateline | None, told: Sequence[Claim], dated: Dated) -> Iterator[Shared]:
    relative = any(_RELATIVE.search(claim.quote.text) for claim in told)
    for claim in told:
        if isinstance(claim, EventClaim):
            for other in dated.like(claim):
                yield from _by_event(claim, other, dateline, relative=relative)
        elif isinstance(claim, TollClaim):
            for toll in dated.same_number(claim):
                yield from _by_toll(claim, toll, dateline)


def _by_event(claim: EventClaim, other: Facet, dateline: Dateline | None, *, relative: bool) -> Iterator[Shared]:
    assert other.last is not None and other.place
    once = other.type.once
    if not once and other.place.population >= CITY:
        return  # something of the kind happens there every other day
    last = dt.date.fromordinal(other.last)
    if other.span == 1 and not _weekday_fits(claim.quote.text, last):
        return
    today = _TODAY.search(claim.quote.text)
    named = dateline is not None and dateline.day is not None and _WEEKDAY.search(claim.quote.text) is not None
    lag = OTHER_LAG if today else CAPTURE_LAG if once else WEEK_LAG if named else OTHER_LAG
    if dateline and dateline.month and dateline.day:
        found = [(day, _filed(day)) for day in _anniversaries(last, dateline.month, dateline.day, lag)]
    elif other.span > 1:
        return
    elif today:
        found = [(last, f'"{today[0]}"')]
    else:
        written = [] if relative else [one for one in find_dates(claim.quote.text) if one.year is None]
        found = [(last, _written(last)) for one in written if (one.month, one.day) == (last.month, last.day)]
    what = f"{other.type.type} at {other.place.name} on {last}"
    key = ("event", other.place.id, other.type.family)
    weight = ENOUGH if once or named else WEAK  # "Thursday's attack" was on a Thursday in one year of seven
    for day, words in found:
        yield Shared(day, key, weight, words, other.claim.report, other.claim.id, what)


def _by_toll(claim: TollClaim, other: TollClaim, dateline: Dateline | None) -> Iterator[Shared]:
    days, key = _days(other), _number(claim)
    if days is None or key is None or not (dateline and dateline.month and dateline.day):
        return
    for day in _anniversaries(days[1], dateline.month, dateline.day, OTHER_LAG):
        weight = ENOUGH if (claim.count.low or 0) >= LARGE else WEAK
        place = other.place.entry.name if other.place and other.place.entry else ""
        what = f"{other.count.words} {other.harm} at {place} on {days[1]}"
        yield Shared(day, ("toll", *key), weight, _filed(day), other.report, other.id, what)


def _anniversaries(happened: dt.date, month: int, day: int, lag: int) -> Iterator[dt.date]:
    """Yield the day of a month in the years in which it comes from 0 to `lag` days after something happened."""
    for year in (happened.year, happened.year + 1):
        try:
            filed = dt.date(year, month, day)
        except ValueError:  # 29 February in a common year
            continue
        if 0 <= (filed - happened).days <= lag:
            yield filed


def _weekday_fits(text: str, day: dt.date) -> bool:
    """Whether a sentence that names one weekday names that of the day."""
    named = {WEEKDAYS[match[0].lower()] for match in _WEEKDAY.finditer(text)}
    return len(named) != 1 or day.weekday() in named


def _undated(claim: Claim) -> bool:
    firm = claim.stance in {Stance.ASSERTED, Stance.UNCERTAIN}
    return firm and (claim.when is None or claim.when.first is None)


def _told_at(claim: EventClaim) -> Facet | None:
    """Return the facet of an event that is said to have happened at a town or site."""
    if claim.stance not in {Stance.ASSERTED, Stance.UNCERTAIN} or not claim.place or not claim.place.entry:
        return None
    return facet(claim, None) if claim.place.entry.precision in POINTS else None


def _number(toll: TollClaim) -> tuple[str, ...] | None:
    """Return what an exact, telling number is found by: its place, its harm and the number itself."""
    low, high = toll.count.low, toll.count.high
    whole = toll.part_of is None and toll.demographic is None and toll.scope is Scope.INCIDENT
    if not whole or toll.harm is None or low is None or low < TELLING or high not in {None, low}:
        return None
    if not toll.place or not toll.place.entry or toll.place.entry.precision not in POINTS:
        return None
    return toll.place.entry.id, str(toll.harm), str(low)


def _days(toll: TollClaim) -> tuple[dt.date, dt.date] | None:
    when = toll.when
    if when is None or when.first is None or when.last is None or (when.days or 0) > MOST_DAYS:
        return None
    return when.first, when.last


def _filed(day: dt.date) -> str:
    return f"dateline of {_written(day)}"


def _written(day: dt.date) -> str:
    return f"{day.day} {day:%B}"


def _evidence(shared: Sequence[Shared]) -> str:
    told = [f"{one.file} tells {one.what} (claim {one.claim})" for one in shared[:NAMED]]
    more = f", and {len(shared) - NAMED} more" if len(shared) > NAMED else ""
    return f"{shared[0].words}; {'; '.join(told)}{more}"
