"""Policies: from what all speakers say to a low, best and high figure, under a name that stands beside them.

Each takes the figures that no later one replaced and says nothing that they do not support: a number that a policy
makes up (ACLED's 10 for "several") lives only in that policy's view.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dateline.model.reckoned import Figure

RANGE: Final = "range"
Ends = tuple[int | None, int | None, int | None]
"""Low, best and high."""
Policy = Callable[[Sequence[Figure], bool], Ends]
"""Takes live figures and whether the incident is a battle."""

_ACLED_WORDS: Final = (("hundred", 100), ("dozen", 12), ("tens", 10))
_ACLED_FEW: Final = 3
_ACLED_MANY: Final = 10


def reported_range(figures: Sequence[Figure], battle: bool) -> Ends:  # noqa: ARG001 - every policy takes the same
    """The least and the most that anyone reports; open where the highest figure is ("at least 40")."""
    numbers = [found for figure in figures if (found := figure.number) is not None]
    if not numbers:
        return None, None, None
    highs = [figure.high for figure in figures if figure.high is not None]
    open_from = max((figure.low for figure in figures if figure.high is None and figure.low is not None), default=-1)
    low = min((figure.low for figure in figures if figure.low is not None), default=None)
    high = max(highs) if highs and max(highs) >= open_from else None
    return low, numbers[0] if len(set(numbers)) == 1 and low is not None else None, high


def acled(figures: Sequence[Figure], battle: bool) -> Ends:
    """One number after ACLED's rules: the lowest, those of a party about its enemy last; words made numbers."""
    counted = [_acled_number(figure, battle) for figure in _reliable(figures)]
    lowest = min(counted, default=0)
    return lowest, lowest, lowest


def ucdp(figures: Sequence[Figure], battle: bool) -> Ends:  # noqa: ARG001 - every policy takes the same
    """Low and best from those who are no party to it, where there are any; high from everyone.

    Best is the number that most of them share, the lower of two equally shared.
    """
    everyone = [found for figure in figures if (found := figure.number) is not None]
    reliable = [found for figure in _reliable(figures) if (found := figure.number) is not None] or everyone
    if not reliable:
        return None, None, None
    shared = Counter(reliable)
    best = min(shared, key=lambda found: (-shared[found], found))
    high = max([*everyone, *(figure.high for figure in figures if figure.high is not None)])
    return min(reliable), best, high


def corroborated(figures: Sequence[Figure], battle: bool) -> Ends:  # noqa: ARG001 - every policy takes the same
    """The highest low that two independent voices share; nothing where fewer than two speak."""
    lows: dict[str, int] = {}
    for figure in figures:
        if figure.low is not None:
            lows[figure.voice] = max(figure.low, lows.get(figure.voice, 0))
    shared = sorted(lows.values(), reverse=True)
    return (shared[1], None, None) if len(shared) > 1 else (None, None, None)


POLICIES: Final[Mapping[str, Policy]] = MappingProxyType(
    {RANGE: reported_range, "acled": acled, "ucdp": ucdp, "corroborated": corroborated}
)


def _reliable(figures: Sequence[Figure]) -> Sequence[Figure]:
    return [figure for figure in figures if not figure.partisan] or figures


def _acled_number(figure: Figure, battle: bool) -> int:
    words = figure.words.casefold()
    if not any(char.isdigit() for char in words) and figure.high is None:
        for stem, value in _ACLED_WORDS:
            if stem in words:
                return value
        if figure.low is None:
            return (_ACLED_MANY if battle else _ACLED_FEW) if words else 0
    return figure.number or 0
