"""Places: one with who held it over time, its incidents and names; the list of all."""

from dataclasses import dataclass
from typing import Any, Final

from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Spell
from dateline.reference import wording
from dateline.store import RecordView
from dateline.store.browse.listing import Spot
from dateline.web.data.control import bands as plain_bands
from dateline.web.draw.bands import Bands, bands, span
from dateline.web.links import Links
from dateline.web.views.quotes import QuoteView, Saying, quotes, sayings
from dateline.web.views.rows import RowView, rows

MOST: Final = 200  # incidents on a page; the overview lists all


@dataclass(frozen=True, slots=True)
class SpellView:
    """A spell with its evidence; `ended_by` is the claim that ended it."""

    id: str
    place: str
    place_url: str
    holder: str
    url: str
    days: str
    ended: str
    status: str
    contested: tuple[str, ...]
    quotes: tuple[Saying, ...]
    ended_by: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place."""

    entry: PlaceEntry
    around: str
    precision: str
    also: tuple[str, ...]
    bands: Bands | None
    data: dict[str, Any]
    spells: tuple[SpellView, ...]
    rows: tuple[RowView, ...]
    count: int


@dataclass(frozen=True, slots=True)
class SpotView:
    """A place in a list."""

    spot: Spot
    url: str
    about: str


def place(view: RecordView, place_id: str, links: Links) -> PlaceView | None:
    """Return what the page of a place shows; None where no incident or spell of the record is there."""
    lister = view.lister()
    spot = lister.spot(place_id)
    if spot is None:
        return None
    entry = view.place(spot.digest)
    spells = sorted(view.spells_of_ids(lister.spells_at(place_id)), key=lambda one: str(one.first or one.last))
    claims = view.claims_of_ids({key for one in spells for key in one.claims})
    data = plain_bands(spells, lister.sides(), claims, links)
    finder = view.finder()
    ids = lister.incidents_at(place_id, MOST)
    shown = finder.of_ids(ids)
    return PlaceView(
        entry=entry,
        around=wording.around(entry),
        precision=wording.precision(entry),
        also=tuple(dict.fromkeys(name for name in entry.also if name != entry.name)),
        bands=bands(data),
        data=data,
        spells=tuple(spell_views(view, spells, links)),
        rows=tuple(rows(view, [shown[key] for key in ids], links)),
        count=spot.incidents,
    )


def spell_views(view: RecordView, spells: list[Spell], links: Links) -> list[SpellView]:
    """Return spells with their evidence."""
    wanted = {key for one in spells for key in (*one.claims, *((one.ended_by,) if one.ended_by else ()))}
    told = {quote.id: quote for quote in quotes(view, view.claims_of_ids(wanted).values(), links)}
    return [_spell(one, told, links) for one in spells]


def _spell(one: Spell, told: dict[str, QuoteView], links: Links) -> SpellView:
    ended = one.ended_on or (one.last if one.ended_by else None)
    return SpellView(
        id=one.id,
        place=one.place.name,
        place_url=links.place(one.place.id),
        holder=one.holder,
        url=links.actor(one.holder),
        days=span(str(one.first) if one.first else None, str(one.last) if one.last else None),
        ended=f"ended by {wording.day(ended)}" if ended else ("ended" if one.ended_by else "no end told"),
        status=one.status,
        contested=tuple(wording.day(day) for day in one.contested_days),
        quotes=tuple(sayings(told[key] for key in one.claims if key in told)),
        ended_by=tuple(sayings(told[key] for key in (one.ended_by,) if key and key in told)),
    )


def places(view: RecordView, links: Links) -> list[SpotView]:
    """Return all places of the record, those with the most first."""
    found = view.lister().spots()
    return [SpotView(one, links.place(one.id), wording.around(view.place(one.digest))) for one in found]
