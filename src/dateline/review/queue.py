"""The queue: all that needs eyes and is not judged yet, the heaviest first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.judgement import Judgement, Verdict
from dateline.review.control import control_items
from dateline.review.incidents import incident_items
from dateline.review.items import Item, Kind
from dateline.review.links import link_items
from dateline.review.material import Material
from dateline.review.reports import orphan_items, report_items
from dateline.review.tolls import toll_items

CHECKS: Final[tuple[Callable[[Material], Iterator[Item]], ...]] = (
    incident_items, toll_items, link_items, control_items, report_items, orphan_items,
)  # fmt: skip
_AS_A_WHOLE: Final = frozenset({Verdict.ACCEPT, Verdict.GRADE})


@dataclass(frozen=True, slots=True)
class Page:
    """Some items of the queue; `number` counts from 1, `total` is how many items there are on all pages."""

    items: tuple[Item, ...]
    number: int
    pages: int
    total: int


def queue(material: Material, kinds: Iterable[Kind] = ()) -> tuple[Item, ...]:
    """Return what needs eyes, the heaviest first; the same order for the same record.

    An item drops out once persons have judged it: its subject, or every claim that it rests on (accepted alone or with
    its incident, or put right in a value that the item is about). A claim that comes to it later brings it back.

    Args:
        material: what to look through.
        kinds: only items of these kinds, all if none are named.
    """
    wanted = frozenset(kinds) or frozenset(Kind)
    judged = Judged(material.judgements)
    found = (item for check in CHECKS for item in check(material) if item.kind in wanted)
    return tuple(sorted((item for item in found if not judged.settles(item)), key=order))


def page(items: Sequence[Item], number: int, size: int) -> Page:
    """Return a page of items; past the last one it is empty.

    Args:
        items: the queue.
        number: which page, from 1.
        size: how many items a page has.
    """
    begin = (number - 1) * size
    return Page(tuple(items[begin : begin + size]), number, max(1, -(-len(items) // size)), len(items))


def order(item: Item) -> tuple[float, str, str, str]:
    """Return what items are ordered by."""
    return -item.weight, item.kind, item.subject, item.reason


class Judged:
    """What persons have judged already."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._subjects: set[str] = set()
        self._whole: set[str] = set()
        self._corrected: defaultdict[str, set[str]] = defaultdict(set)
        for one in judgements:
            if one.verdict in _AS_A_WHOLE and one.claims:
                self._whole.update(one.claims)
            elif one.verdict == Verdict.CORRECT:
                self._corrected[one.claims[0]].add(one.field or "")
            else:
                self._subjects.add(one.subject)

    def settles(self, item: Item) -> bool:
        """Return whether an item needs eyes no more."""
        if item.subject in self._subjects:
            return True
        return bool(item.claims) and all(self._settled(claim, item) for claim in item.claims)

    def _settled(self, claim: str, item: Item) -> bool:
        return claim in self._whole or not self._corrected[claim].isdisjoint(item.fields)
