"""Timeline: the spells of one place, made by taking its evidence in order of days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from dateline.model.claim import ControlClaim
from dateline.model.reading import Change
from dateline.reckon.evidence import Evidence, Sorted
from dateline.reckon.holders import Holders, admitted, vouched

DENIAL_DAYS: Final = 3  # a denial follows what it denies by a day or two


@dataclass(slots=True)
class Stay:
    """A spell while it is being made, its days as ordinals; `rivals` marks that another is said to hold on them."""

    holders: Holders
    claims: list[ControlClaim]
    first: int | None = None
    last: int | None = None
    vouched: bool = False
    denied: bool = False
    rivals: bool = False
    contested: set[int] = field(default_factory=set)
    ended_by: str | None = None
    ended_on: int | None = None

    def confirm(self, item: Evidence) -> None:
        """Take in evidence that the holder holds."""
        self.claims.append(item.claim)
        self.holders = self.holders.joined(item.holders)
        self.vouched = self.vouched or vouched(item.claim, item.holders)
        start = item.last if item.change is Change.GAINED else item.first
        self.first = start if self.first is None else min(self.first, start)
        self.last = item.last if self.last is None else max(self.last, item.last)

    def near(self, item: Evidence) -> bool:
        """Return whether evidence falls within the spell or close to it."""
        if self.first is None or self.last is None:
            return False
        return self.first - DENIAL_DAYS <= item.last and item.first <= self.last + DENIAL_DAYS


class Timeline:
    """The spells of one place so far: those that last (`_open`) and those that have ended."""

    def __init__(self) -> None:
        self._open: list[Stay] = []
        self._ended: list[Stay] = []

    def stays(self, evidence: Sorted) -> list[Stay]:
        """Return the spells that the evidence makes, in no particular order."""
        for _, of_a_day in groupby(evidence.timed, key=lambda item: item.last):
            for item in self._in_turn(list(of_a_day)):
                self._take(item)
        for item in evidence.vague:
            began = [stay for stay in self._all() if _began_in(stay, item)]
            self._confirm_one(ByHolder(began), item.claim)
        for item in evidence.denials:
            self._deny(item)
        known = ByHolder(self._all())
        for claim in evidence.undated:
            self._confirm_one(known, claim)
        self._dispute()
        return self._all()

    def _in_turn(self, of_a_day: list[Evidence]) -> list[Evidence]:
        """Return the evidence of a day in its order, but who held the place before and gains it that day gains last."""
        held = [stay.holders for stay in self._open if stay.vouched]
        gained = [item.holders for item in of_a_day if item.change is Change.GAINED]
        back = [one for one in gained if any(one.same(other) for other in held)]
        if not back or all(any(one.same(other) for other in back) for one in gained):
            return of_a_day
        return sorted(of_a_day, key=lambda item: _has_it(item, gained) and any(item.holders.same(one) for one in back))

    def _dispute(self) -> None:
        """Mark the days on which two firm spells overlap as contested, but for the day on which one gives way."""
        spans = [(stay.first, stay.last, stay) for stay in self._all() if stay.vouched and stay.first and stay.last]
        here: list[Stay] = []
        for first, last, stay in sorted(spans, key=lambda span: span[:2]):
            here = [other for other in here if (other.last or 0) >= first]
            for other in here:
                end = min(last, other.last or 0)
                gone = any(one.ended_by and one.last == end for one in (stay, other))
                for one in (stay, other):
                    one.contested.update(range(first, end if gone else end + 1))
            here.append(stay)

    def _all(self) -> list[Stay]:
        return self._ended + self._open

    def _take(self, item: Evidence) -> None:
        match item.change:
            case Change.GAINED | Change.HOLDS:
                self._held(item)
            case Change.LOST:
                self._lost(item)
            case Change.CONTESTED:
                self._fought_over(item)

    def _held(self, item: Evidence) -> None:
        stay = self._open_of(item.holders)
        if stay is None:
            self._open.append(stay := Stay(item.holders, []))
        stay.confirm(item)
        for rival in [other for other in self._open if other is not stay]:
            self._meet(stay, rival, item)

    def _meet(self, stay: Stay, rival: Stay, item: Evidence) -> None:
        """Settle what evidence for one holder says of another who was thought to hold the place."""
        same_day = rival.last is not None and rival.last >= item.first
        if rival.vouched and not stay.vouched:
            rival.contested.update(range(item.first, item.last + 1) if item.exact else {item.last})
        elif same_day and item.change is Change.HOLDS and rival.vouched == stay.vouched:
            stay.rivals = rival.rivals = True
            for both in (stay, rival):
                both.contested.add(item.last)
        else:
            if rival.first == item.last:
                for both in (stay, rival):
                    both.contested.add(item.last)
            by = item.last if item.change is Change.GAINED else item.first if item.began else None
            self._end(rival, _first_gain(stay) or item.claim.id, by)

    def _lost(self, item: Evidence) -> None:
        stay = self._open_of(item.holders)
        if stay is None:
            self._lost_before(item)
        elif admitted(item.claim, item.holders) or not stay.vouched:
            stay.claims.append(item.claim)
            stay.last = max(stay.last or item.first, item.first)
            self._end(stay, item.claim.id, item.last)
        else:
            stay.claims.append(item.claim)
            stay.contested.add(item.last)

    def _lost_before(self, item: Evidence) -> None:
        """Take a loss by a holder who is not known to have held it, or whose spell has just ended."""
        for stay in self._ended:
            if stay.holders.same(item.holders) and stay.near(item):
                stay.claims.append(item.claim)
                return
        firm = admitted(item.claim, item.holders)
        self._ended.append(
            Stay(item.holders, [item.claim], last=item.first, vouched=firm, ended_by=item.claim.id)
        )  # fmt: skip

    def _fought_over(self, item: Evidence) -> None:
        stay = self._open_of(item.holders)
        if stay is None and not self._open:
            self._open.append(stay := Stay(item.holders, [], rivals=True))
            stay.confirm(item)
        elif stay:
            stay.claims.append(item.claim)
        for each in self._open:
            each.contested.update(range(item.first, item.last + 1))

    def _deny(self, item: Evidence) -> None:
        for stay in self._all():
            if stay.holders.same(item.holders) and stay.near(item):
                stay.denied = True
                stay.contested.add(item.last)
                stay.claims.append(item.claim)

    def _confirm_one(self, stays: "ByHolder", claim: ControlClaim) -> None:
        """Add a claim to the only spell it fits, else let it stand as a spell of its own without days."""
        holders = Holders.of(claim.holders)
        if fitting := stays.only(holders):
            fitting.claims.append(claim)
            return
        ended = claim.id if claim.change is Change.LOST else None
        alone = Stay(holders, [claim], vouched=vouched(claim, holders), ended_by=ended)
        self._ended.append(alone)
        stays.add(alone)

    def _open_of(self, holders: Holders) -> Stay | None:
        same = [stay for stay in self._open if stay.holders.same(holders)]
        return max(same, key=lambda stay: (bool(stay.holders.keys & holders.keys), stay.vouched), default=None)

    def _end(self, stay: Stay, by: str, on: int | None) -> None:
        stay.ended_by, stay.ended_on = by, on
        self._open.remove(stay)
        self._ended.append(stay)


class ByHolder:
    """Spells by the parties and sides of their holders; of each two are kept, enough to tell one from several."""

    def __init__(self, stays: Iterable[Stay]) -> None:
        self._found: defaultdict[tuple[str, str], list[Stay]] = defaultdict(list)
        for stay in stays:
            self.add(stay)

    def add(self, stay: Stay) -> None:
        """Take in a spell."""
        for mark in _marks(stay.holders):
            if len(self._found[mark]) < 2:
                self._found[mark].append(stay)

    def only(self, holders: Holders) -> Stay | None:
        """Return the one spell of the same holders; None where there is none, or several."""
        found = {id(stay): stay for mark in _marks(holders) for stay in self._found.get(mark, ())}
        return next(iter(found.values())) if len(found) == 1 else None


def _marks(holders: Holders) -> Iterator[tuple[str, str]]:
    """Yield what two holders must have one of in common to be the same (`Holders.same`)."""
    yield from (("party", key) for key in holders.keys)
    yield from (("side", camp) for camp in holders.camps)


def _has_it(item: Evidence, gained: Iterable[Holders]) -> bool:
    """Return whether evidence tells of a gain, or of one who gained that day that they hold the place."""
    if item.change is Change.GAINED:
        return True
    return item.change is Change.HOLDS and any(item.holders.same(one) for one in gained)


def _first_gain(stay: Stay) -> str | None:
    return next((claim.id for claim in stay.claims if claim.change is Change.GAINED), None)


def _began_in(stay: Stay, item: Evidence) -> bool:
    return stay.first is not None and item.first <= stay.first <= item.last
