"""What a toll comes to at least where a party counts all the dead as its enemy's: 26 in a market, or 17 fighters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from dateline.model.claim import TollClaim
from dateline.model.reckoned import Toll
from dateline.reckon.figures import live
from dateline.reckon.rows import Key, Row

Account = tuple[str, tuple[str, ...]]
"""A report and whom it quotes."""


def lowered(tolls: Sequence[Toll], rows: Sequence[Row], battles: Set[str]) -> list[Toll]:
    """Return the tolls, the least of all who died no more than a party counts that calls them its enemy's fighters.

    That is its account of the same dead where it tells of nobody else's. A fight has dead on both sides, of whom each
    party may count one alone: there nothing is lowered.

    Args:
        tolls: the tolls, one a row, under the range of what is reported.
        rows: their rows.
        battles: the ids of incidents that are fights.
    """
    out = {toll.id: toll for toll in tolls}
    counted = _counted(rows)
    for toll, row in zip(tolls, rows, strict=True):
        if row.key.side is None or row.key.demographic or row.key.subset or row.key.incident in battles:
            continue
        least = min(_of_the_enemy(toll, row, counted), default=None)
        for whole in (out[one] for one in toll.within if one in out):
            if least is not None and _is_of_all(whole, toll) and least < (whole.low or 0):
                out[whole.id] = replace(whole, low=least, best=None)
    return list(out.values())


def _counted(rows: Iterable[Row]) -> dict[Account, set[Key]]:
    """Return by account the rows of one incident and harm in which it counts people, and not some of them again."""
    found: defaultdict[Account, set[Key]] = defaultdict(set)
    for row in rows:
        for claim in row.claims:
            if claim.part_of is None:
                found[_account(claim)].add(row.key)
    return found


def _of_the_enemy(toll: Toll, row: Row, counted: dict[Account, set[Key]]) -> Iterator[int]:
    """Yield the numbers of a party about its enemy, where it counts nobody else among those of the incident."""
    partisan = {figure.claim for figure in live(toll.figures) if figure.partisan}
    for claim in row.claims:
        alone = not any(_beside(key, row.key) for key in counted.get(_account(claim), ()))
        if claim.id in partisan and claim.part_of is None and alone and claim.count.low:
            yield claim.count.low


def _beside(key: Key, own: Key) -> bool:
    return key != own and (key.incident, key.harm) == (own.incident, own.harm)


def _is_of_all(whole: Toll, part: Toll) -> bool:
    return whole.incident == part.incident and whole.harm == part.harm and whole.side is whole.demographic is None


def _account(claim: TollClaim) -> Account:
    return claim.report_id, tuple(speaker.name for speaker in claim.said_by)
