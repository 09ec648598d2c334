"""Review: a page of the queue, each item with what it is about."""

from dataclasses import dataclass
from typing import Final

from dateline.model.judgement import ends_of_link, report_of_day
from dateline.review import Item, Kind, waiting
from dateline.store import RecordView
from dateline.web.links import Links
from dateline.web.views.quotes import Saying, quotes, sayings

SIZE: Final = 20
QUOTED: Final = 6  # claims that an item shows
KINDS: Final = tuple(str(kind) for kind in Kind)
_ON_CLAIMS: Final = ("i", "t", "s")  # what the ids of incidents, tolls and spells begin with


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item: its page, its quotes, and what can be decided of it right here.

    `accepts` is what to accept, `rejects` what to reject, `claim` the first claim of which a value can be put right,
    `pair` the two claims that a link joins or not.
    """

    item: Item
    url: str
    sayings: tuple[Saying, ...]
    more: int
    accepts: str
    rejects: str
    claim: str
    pair: tuple[str, str] | None
    incident: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A page of the queue."""

    items: tuple[ItemView, ...]
    kinds: tuple[tuple[str, int], ...]
    kind: str
    number: int
    pages: int
    total: int
    seen: int


def review(view: RecordView, kind: str, number: int, links: Links) -> ReviewView:
    """Return a page of the queue.

    Args:
        view: the record.
        kind: only items of this kind; "" for all.
        number: which page, from 1.
        links: makes the addresses.
    """
    waits = waiting(view, number, SIZE, [Kind(kind)] if kind else ())
    found, counts = waits.page, waits.counts
    claims = view.claims_of_ids({key for item in found.items for key in item.claims[:QUOTED]})
    told = {quote.id: quote for quote in quotes(view, claims.values(), links)}
    made = []
    for item in found.items:
        mine = [told[key] for key in item.claims[:QUOTED] if key in told]
        made.append(_item(view, item, tuple(sayings(mine)), links))
    kinds = tuple((name, counts[Kind(name)]) for name in KINDS if Kind(name) in counts)
    return ReviewView(tuple(made), kinds, kind, number, found.pages, found.total, view.judged.latest())


def _item(view: RecordView, item: Item, told: tuple[Saying, ...], links: Links) -> ItemView:
    pair, report = ends_of_link(item.subject), report_of_day(item.subject) or ""
    accepts = report or (item.subject if item.subject.startswith(_ON_CLAIMS) else "")
    alone = item.claims[0] if len(item.claims) == 1 else ""
    return ItemView(
        item=item,
        url=_page(view, item, report, links),
        sayings=told,
        more=max(len(item.claims) - QUOTED, 0),
        accepts=accepts,
        rejects=report or alone,
        claim=next(iter(item.claims), ""),
        pair=pair,
        incident=item.subject if item.subject.startswith("i") else "",
    )


def _page(view: RecordView, item: Item, report: str, links: Links) -> str:
    """Return the page on which an item can be looked at best."""
    if report:
        return links.report(report)
    if item.subject.startswith("i"):
        return links.incident(item.subject)
    if item.subject.startswith("s") and (spell := view.spell(item.subject)):
        return links.place(spell.place.id)
    if item.subject.startswith("t") and (toll := view.toll(item.subject)) and toll.incident:
        return links.incident(toll.incident)
    found = view.finder().incident_of(item.claims)
    incident = next((found[key] for key in item.claims if key in found), None)
    return links.incident(incident) if incident else links.page("changes")
