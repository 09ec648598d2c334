"""Matching: which incident of ours is which row of theirs, one to one, the best fit first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.export.compare.entries import Entry
from dateline.export.compare.scoring import LEAST, REACH, SAME_TOWN, Feature, distance, score

LONGEST: Final = 40  # days of an entry that are looked up one by one; what is wider is held against everything


@dataclass(frozen=True, slots=True)
class Pair:
    """An incident and a row that tell of one happening, with the score, its reasons, and what they differ in."""

    ours: Entry
    theirs: Entry
    score: float
    features: tuple[Feature, ...]

    @property
    def differences(self) -> tuple[str, ...]:
        """What the two tell differently, in words."""
        return tuple(_differences(self.ours, self.theirs))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What both have, what only one of them has, and how many of ours could not be held against theirs.

    `beyond` are outside all their days or countries, `undated` without bounded days, `uncounted` without a death where
    all rows of theirs have one.
    """

    both: tuple[Pair, ...]
    only_ours: tuple[Entry, ...]
    only_theirs: tuple[Entry, ...]
    beyond: int
    undated: int
    uncounted: int


def compare(ours: Iterable[Entry], theirs: Sequence[Entry]) -> Comparison:
    """Hold incidents against rows.

    Nothing follows from the absence there of an incident outside all days or countries of the rows, or without a death
    where every row has one. One without bounded days fits no row but that of its own id, in another record.

    Args:
        ours: incidents.
        theirs: rows.
    """
    same, others, rows = _same(ours, theirs)
    within, beyond, undated = _within(others, theirs)
    both = [*same, *_matched(within, rows)]
    mine, yours = {id(pair.ours) for pair in both}, {id(pair.theirs) for pair in both}
    alone = [one for one in within if id(one) not in mine]
    fatal = bool(theirs) and all(one.dead for one in theirs)
    counted = [one for one in alone if one.dead or not fatal]
    return Comparison(
        tuple(sorted(both, key=lambda pair: _by_day(pair.ours))),
        tuple(sorted(counted, key=_by_day)),
        tuple(sorted((one for one in theirs if id(one) not in yours), key=_by_day)),
        beyond,
        undated,
        len(alone) - len(counted),
    )


def _same(ours: Iterable[Entry], theirs: Sequence[Entry]) -> tuple[list[Pair], list[Entry], list[Entry]]:
    """Return pairs of one id, as two records of the same claims have, and what is left on either side."""
    by_id = {one.id: one for one in theirs}
    pairs, left = [], []
    for one in ours:
        if one.id in by_id:
            pairs.append(Pair(one, by_id.pop(one.id), 1.0, (Feature("id", 1.0, "the same first claim"),)))
        else:
            left.append(one)
    taken = {id(pair.theirs) for pair in pairs}
    return pairs, left, [one for one in theirs if id(one) not in taken]


def _within(ours: Iterable[Entry], theirs: Sequence[Entry]) -> tuple[list[Entry], int, int]:
    first = min((one.first for one in theirs if one.first), default=None)
    last = max((one.last for one in theirs if one.last), default=None)
    lands = {one.country for one in theirs}
    found, beyond, undated = [], 0, 0
    for one in ours:
        if one.first is None or one.last is None:
            undated += 1
        elif first is None or last is None or one.last < first or one.first > last or _abroad(one, lands):
            beyond += 1
        else:
            found.append(one)
    return found, beyond, undated


def _abroad(one: Entry, lands: set[str]) -> bool:
    return bool(one.country) and "" not in lands and one.country not in lands


def _matched(ours: Sequence[Entry], theirs: Sequence[Entry]) -> list[Pair]:
    """Return the pairs: of all that fit well enough the best first, each entry once."""
    found = [Pair(one, other, *fits) for one, other in _near(ours, theirs) if (fits := score(one, other))]
    good = (pair for pair in found if pair.score >= LEAST)
    taken: set[int] = set()
    pairs = []
    for pair in sorted(good, key=lambda pair: (-pair.score, pair.ours.id, pair.theirs.id)):
        if id(pair.ours) not in taken and id(pair.theirs) not in taken:
            taken |= {id(pair.ours), id(pair.theirs)}
            pairs.append(pair)
    return pairs


def _near(ours: Sequence[Entry], theirs: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs whose days come near one another."""
    on: defaultdict[int, list[Entry]] = defaultdict(list)
    wide = []
    for other in theirs:
        if other.first is None or other.last is None:
            continue
        if (other.last - other.first).days > LONGEST:
            wide.append(other)
        for day in _ordinals(other, 0):
            on[day].append(other)
    for one in ours:
        near = wide if one.first and one.last and (one.last - one.first).days <= LONGEST else theirs
        seen = {id(other): other for other in near}
        for day in _ordinals(one, REACH):
            seen |= {id(other): other for other in on.get(day, ())}
        for other in seen.values():
            yield one, other


def _ordinals(one: Entry, reach: int) -> range:
    assert one.first is not None and one.last is not None
    if (one.last - one.first).days > LONGEST:
        return range(0)
    return range(one.first.toordinal() - reach, one.last.toordinal() + reach + 1)


def _differences(ours: Entry, theirs: Entry) -> Iterator[str]:
    if ours.dead is not None or theirs.dead:
        low, high = ours.low if ours.low is not None else 0, ours.high
        if theirs.dead is not None and (theirs.dead < low or (high is not None and theirs.dead > high)):
            yield f"killed: {_span(ours)} here, {_span(theirs)} there"
        elif theirs.dead and ours.dead is None:
            yield f"killed: not told here, {_span(theirs)} there"
    if (ours.first, ours.last) != (theirs.first, theirs.last):
        yield f"days: {_days(ours)} here, {_days(theirs)} there"
    if theirs.types and not ours.types & theirs.types:
        yield f"type: {ours.type} here, {theirs.type} there"
    apart = distance(ours, theirs)
    if not ours.places & theirs.places and (apart is None or apart > SAME_TOWN):
        yield f"place: {ours.place} here, {theirs.place} there" + (f", {apart:.0f} km apart" if apart else "")


def _span(one: Entry) -> str:
    if one.low is not None and one.high is None and one.dead is None:
        return f"{one.low} or more"
    if one.low is not None and one.high is not None and one.low != one.high:
        return f"{one.low} to {one.high}"
    return str(one.dead if one.dead is not None else "not told")


def _days(one: Entry) -> str:
    return f"{one.first}" if one.first == one.last else f"{one.first} to {one.last}"


def _by_day(one: Entry) -> tuple[dt.date, str]:
    return one.first or dt.date.max, one.id
