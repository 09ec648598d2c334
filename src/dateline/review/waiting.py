"""Waiting: a page of the queue, made from what it shows and what was judged, however much there is besides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.judgement import Judgement
from dateline.review.control import control_items
from dateline.review.items import Item, Kind
from dateline.review.material import Material
from dateline.review.queue import CHECKS, Judged, Page
from dateline.review.reports import orphan_items
from dateline.review.thresholds import LIMITS, weight
from dateline.store import RecordView
from dateline.store.browse.eyes import QUERIES, Eyes

FOUND: Final = tuple(Kind(name) for name in QUERIES)
"""The kinds that the record finds by itself; of the rest there are few, and all are made."""

Key = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of the queue, and how many there are of each kind on all pages of all kinds."""

    page: Page
    counts: Mapping[Kind, int]


def waiting(view: RecordView, number: int, size: int, kinds: Iterable[Kind] = ()) -> Waiting:
    """Return a page of what `queue` gives for a whole record.

    Args:
        view: the record.
        number: which page, from 1.
        size: how many items a page has.
        kinds: only items of these kinds, all if none are named.
    """
    wanted = frozenset(kinds) or frozenset(Kind)
    standing = tuple(view.standing())
    judged = Judged(standing)
    eyes = view.eyes(LIMITS)
    few = [item for item in eyes.kept("few", lambda: tuple(_few(view, eyes))) if not judged.settles(item)]
    settled = _settled(view, standing, judged)
    counts = {kind: eyes.count(kind) - sum(one == kind for one, _ in settled) for kind in FOUND}
    for item in few:
        counts[item.kind] = counts.get(item.kind, 0) + 1
    total = sum(count for kind, count in counts.items() if kind in wanted)
    end = min(number * size, total)
    begin = (number - 1) * size
    heaviest: list[tuple[float, Kind, str, Item | None]] = [
        (-weight(kind, people), kind, subject, None)
        for kind in FOUND
        if kind in wanted and counts[kind] and begin < total
        for subject, people in eyes.heaviest(kind, end + len(settled))
        if (kind, subject) not in settled
    ]
    heaviest += [(-item.weight, item.kind, item.subject, item) for item in few if item.kind in wanted]
    shown = sorted(heaviest, key=lambda one: (*one[:3], one[3].reason if one[3] else ""))[begin:end]
    made = _made(view, [(kind, subject) for _, kind, subject, item in shown if item is None])
    items = tuple(item or made[kind, subject] for _, kind, subject, item in shown if item or (kind, subject) in made)
    return Waiting(Page(items, number, max(1, -(-total // size)), total), {k: n for k, n in counts.items() if n})


def _few(view: RecordView, eyes: Eyes) -> Iterable[Item]:
    spells = view.spells_of_ids(eyes.spells())
    yield from control_items(Material((), {}, spells=spells))
    yield from orphan_items(Material((), {}, orphans=tuple(view.judged.orphans())))


def _settled(view: RecordView, standing: Sequence[Judgement], judged: Judged) -> set[Key]:
    """Return the items that need eyes no more since persons judged them."""
    claims = {claim for one in standing for claim in one.claims}
    subjects = {one.subject for one in standing}
    if not subjects:
        return set()
    about = Material.about(view, subjects, view.eyes(LIMITS).incidents_of(claims))
    return {(item.kind, item.subject) for item in _items(about) if item.kind in FOUND and judged.settles(item)}


def _made(view: RecordView, keys: Sequence[Key]) -> dict[Key, Item]:
    about = Material.about(view, [subject for _, subject in keys])
    return {(item.kind, item.subject): item for item in _items(about)}


def _items(material: Material) -> Iterable[Item]:
    return (item for check in CHECKS for item in check(material))
