"""Evidence: control claims of one place put in order of the days that they speak for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.model.claim import ControlClaim
from dateline.model.reading import Change, Stance
from dateline.reckon.held_days import held_days
from dateline.reckon.holders import Holders
from dateline.reference.trigger_words import takes_back

EXACT_DAYS: Final = 3  # what is dated more vaguely never sets the order of two changes of hands
LONGEST_FIGHT: Final = 92

_STAYS: Final = ("occup",)  # a gain by its pattern, but over a stretch of days it goes on: "occupied from May to July"

_RANK: Final = {Change.HOLDS: 0, Change.CONTESTED: 1, Change.LOST: 2, Change.GAINED: 3}
_AFTER_GAIN: Final = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim says of its holders from `first` to `last` (ordinals, both within).

    `began` says that its words tell since when: "from May on", "since 2013".
    """

    claim: ControlClaim
    holders: Holders
    change: Change
    first: int
    last: int
    began: bool = False

    @property
    def exact(self) -> bool:
        """Whether its days are known well enough to order it among others."""
        return self.last - self.first < EXACT_DAYS


@dataclass(frozen=True, slots=True)
class Sorted:
    """Evidence of one place: in order of days, too vague for an order but fitting a spell, and without a day."""

    timed: tuple[Evidence, ...]
    vague: tuple[Evidence, ...]
    undated: tuple[ControlClaim, ...]
    denials: tuple[Evidence, ...]


def sort_evidence(claims: Iterable[ControlClaim]) -> Sorted:
    """Return the claims of one place sorted into what they are good for; plans are left out.

    "Gained" speaks for the last day of its interval, by which it had happened; a vague gain in whose interval someone
    is known to have gained the place on a day only confirms that. That a loss is denied says that the holder holds.
    """
    told = sorted((claim for claim in claims if claim.stance is not Stance.PLANNED), key=lambda claim: claim.id)
    dated = [evidence for claim in told for evidence in _evidence(claim)]
    denied = [item for item in dated if item.claim.stance is Stance.DENIED and item.change is not Change.LOST]
    said = [_as_held(item) for item in dated if item not in denied]
    gains = [item for item in said if item.exact and item.change is Change.GAINED]
    vague = [item for item in said if not item.exact and _meets(item, gains)]
    timed = [item for item in said if item not in vague]
    gains = [item for item in timed if item.change is Change.GAINED]
    known = {item.claim.id for item in dated}
    return Sorted(
        timed=tuple(sorted(timed, key=lambda item: (item.last, _rank(item, gains), *_told(item)))),
        vague=tuple(vague),
        undated=tuple(claim for claim in told if claim.id not in known and claim.stance is not Stance.DENIED),
        denials=tuple(denied),
    )


def _told(item: Evidence) -> tuple[bool, int, str]:
    """Return the order of two gains on one day: "retook" comes last, then what an account tells first comes first."""
    claim = item.claim
    again = item.change is Change.GAINED and takes_back(claim.trigger)
    return again, claim.quote.start, claim.id


def _evidence(claim: ControlClaim) -> Iterator[Evidence]:
    """Yield what a claim says of which days; "held until May" says of its end that the place was lost."""
    when = claim.when
    if when is None:
        return
    holders = Holders.of(claim.holders)
    stays = claim.change is Change.HOLDS or claim.trigger.lower().startswith(_STAYS)
    if stays and claim.stance is not Stance.DENIED and (held := held_days(when)):
        began = when.first is not None
        yield Evidence(claim, holders, Change.HOLDS, held.first.toordinal(), held.last.toordinal(), began)
        if held.lost:
            yield Evidence(claim, holders, Change.LOST, held.last.toordinal(), held.lost.toordinal())
    elif when.last is not None:
        last = when.last.toordinal()
        first = when.first.toordinal() if when.first else last
        if claim.change is not Change.CONTESTED or last - first > LONGEST_FIGHT:
            first = first if last - first < EXACT_DAYS or claim.change is Change.GAINED else last
        yield Evidence(claim, holders, claim.change, first, last)


def _as_held(item: Evidence) -> Evidence:
    return replace(item, change=Change.HOLDS) if item.claim.stance is Stance.DENIED else item


def _meets(item: Evidence, gains: Sequence[Evidence]) -> bool:
    return item.change is Change.GAINED and any(item.first <= gain.last <= item.last for gain in gains)


def _rank(item: Evidence, gains: Sequence[Evidence]) -> int:
    """Return the order within a day: who still held, who lost, who gained, and only then that the gainer holds."""
    if item.change is Change.HOLDS and any(g.last == item.last and g.holders.same(item.holders) for g in gains):
        return _AFTER_GAIN
    return _RANK[item.change]
