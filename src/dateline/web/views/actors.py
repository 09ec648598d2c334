"""Actors: what one did, what was done to it, what it says and what is said of it, and with whom it acts."""

from dataclasses import dataclass
from typing import Final

from dateline.model.actor import ActorEntry
from dateline.model.claim import Claim
from dateline.reference import wording
from dateline.reference.actors import actor_book, entry_of
from dateline.store import RecordView
from dateline.store.browse.listing import Party, Together
from dateline.web.links import Links
from dateline.web.views.places import SpellView, spell_views
from dateline.web.views.quotes import Saying, quotes, sayings
from dateline.web.views.rows import RowView, rows

MOST: Final = 60  # incidents of each list; the overview lists all
SAID: Final = 60
PARTNERS: Final = 20
SPELLS: Final = 100


@dataclass(frozen=True, slots=True)
class RoleView:
    """The incidents in which an actor has one role."""

    title: str
    rows: tuple[RowView, ...]
    count: int
    query: str


@dataclass(frozen=True, slots=True)
class CoalitionView:
    """A coalition and its members, with the years that the reference gives it."""

    name: str
    url: str | None
    years: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor."""

    party: Party
    entry: ActorEntry | None
    years: str
    country: str
    side_query: str
    roles: tuple[RoleView, ...]
    says: tuple[Saying, ...]
    about: tuple[Saying, ...]
    spells: tuple[SpellView, ...]
    together: tuple[Together, ...]
    unions: tuple[CoalitionView, ...]
    members: tuple[str, ...]


def actor(view: RecordView, name: str, links: Links) -> ActorView | None:
    """Return what the page of an actor shows; None where the record has none of that name."""
    lister = view.lister()
    party = lister.party(name)
    if party is None:
        return None
    entry = entry_of(party.id) if party.id else None
    spells = view.spells_of_ids(lister.spells_of(name)[:SPELLS])
    says, about = _claims(view, name, links)
    return ActorView(
        party=party,
        entry=entry,
        years=_years(entry),
        country=wording.country(entry.country) or "" if entry else "",
        side_query=party.side or "",
        roles=tuple(_roles(view, party, links)),
        says=says,
        about=about,
        spells=tuple(spell_views(view, spells, links)),
        together=tuple(lister.together(name, PARTNERS)),
        unions=tuple(_unions(view, party, links)),
        members=tuple(_named(entry.members) if entry else ()),
    )


def _roles(view: RecordView, party: Party, links: Links) -> list[RoleView]:
    named = (("What it is said to have done", "by", party.by), ("What is said to have been done to it", "against",
             party.against))  # fmt: skip
    made = []
    for title, role, count in named:
        ids = view.lister().incidents_of(party.name, role, MOST)
        shown = view.finder().of_ids(ids)
        made.append(RoleView(title, tuple(rows(view, [shown[key] for key in ids], links)), count, party.name))
    return made


def _claims(view: RecordView, name: str, links: Links) -> tuple[tuple[Saying, ...], tuple[Saying, ...]]:
    """Return what an actor claims itself, and what others claim of it."""
    lister = view.lister()
    own = _of_incidents(view, lister.incidents_of(name, "says", MOST))
    says = [one for one in own if any(link.name == name for link in one.said_by)]
    others = _of_incidents(view, lister.incidents_of(name, "by", MOST))
    about = [one for one in others if one.said_by and all(link.name != name for link in one.said_by)]
    told = (quotes(view, some[:SAID], links) for some in (says, about))
    own_sayings, of_others = (tuple(sayings(some)) for some in told)
    return own_sayings, of_others


def _of_incidents(view: RecordView, ids: list[str]) -> list[Claim]:
    bodies = {one.id: one for one in view.incidents_of_ids(ids)}
    keys = dict.fromkeys(key for one in ids for key in (*bodies[one].claims, *bodies[one].tolls))
    found = view.claims_of_ids(keys)
    return [found[key] for key in keys if key in found]


def _unions(view: RecordView, party: Party, links: Links) -> list[CoalitionView]:
    found = actor_book().unions.get(party.id or "", ())
    known = view.lister().known(one.name for one in found)
    return [
        CoalitionView(
            one.name, links.actor(one.name) if one.name in known else None, _years(one), tuple(_named(one.members))
        )
        for one in found
    ]


def _named(ids: tuple[str, ...]) -> list[str]:
    found = (entry_of(key) for key in ids)
    return [one.name for one in found if one]


def _years(entry: ActorEntry | None) -> str:
    if entry is None or (entry.since is None and entry.until is None):
        return ""
    return f"{entry.since or ''}–{entry.until or ''}"


def actors(view: RecordView) -> list[Party]:
    """Return all actors and speakers of the record, those met most first."""
    return view.lister().parties("by", "against", "says")
