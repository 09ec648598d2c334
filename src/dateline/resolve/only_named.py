"""The one town that a report names, be it one that the gazetteer lacks: what it tells was there, if nowhere else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.model.how import TAKEN_OVER
from dateline.model.place import POINTS, PlaceLink

_NEARLY_ALL: Final = 0.75  # of the towns and sites that a report names: the others are asides


@dataclass(frozen=True, slots=True)
class OnlyTown:
    """The only town or site that a report names.

    `quiet` says that nothing is told by itself to have been there: then what a lead tells of the province was.
    """

    link: PlaceLink
    quiet: bool


def only_named(
    towns: Iterable[PlaceLink], scenes: Iterable[PlaceLink], lines: Sequence[tuple[int, int]]
) -> PlaceLink | None:
    """Return the town or site that a report names, all or nearly all the time, its dateline left out; else None.

    Args:
        towns: what each name of a place in the report was taken for, without those that only hold another.
        scenes: those of them that do not only tell where a road leads or somebody goes; the others count half.
        lines: where the report tells where it was filed.
    """
    told = [link for link in towns if link.entry and not any(start <= link.start < end for start, end in lines)]
    spots = [link for link in told if link.precision in POINTS or is_lacking_town(link)]
    at_them = {link.start for link in scenes}
    counts: Counter[str] = Counter()
    for link in spots:
        counts[link.entry.id if link.entry else ""] += 2 if link.start in at_them else 1
    key, count = next(iter(counts.most_common(1)), ("", 0))
    here = {link.entry.id for link in spots if link.entry and link.start in at_them}
    if not count or (count < _NEARLY_ALL * counts.total() and here != {key}):
        return None
    if key not in here and spots[0].entry and spots[0].entry.id != key:
        return None  # "…, said an activist in A", of what was elsewhere
    link = next(link for link in spots if link.entry and link.entry.id == key)
    return replace(link, how=f"{TAKEN_OVER} the only town that the report names: {link.how}")


def is_lacking_town(link: PlaceLink) -> bool:
    """Return whether a place is a town or village of which only the name is known."""
    return link.entry is not None and link.entry.unlisted and link.entry.feature == "town"
