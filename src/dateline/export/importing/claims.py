"""Claims from the rows of an export: names find their actors again, the other values are taken as they stand."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from dateline.export.jsonl import Row
from dateline.model.actor import ActorEntry, ActorKind, ActorLink
from dateline.model.claim import Claim, ControlClaim, EventClaim, Quote, TollClaim
from dateline.model.count import Count
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Change, Harm, Scope, Stance
from dateline.model.when import Precision, When
from dateline.reference.actors import actor_book, party_of
from dateline.reference.actors_words import lexicon
from dateline.reference.countries import countries

HOW: Final = "imported, by its name"


def claim_of(row: Row, report_id: str, quote: Quote) -> Claim:
    """Return the claim that a row tells; ValueError or KeyError where it tells none.

    Args:
        row: JSON values as `export claims` writes them.
        report_id: the report that it goes to.
        quote: its quote, where it stands in that report's text.
    """
    common: dict[str, Any] = {
        "id": row["id"],
        "report": row["report"],
        "report_id": report_id,
        "quote": quote,
        "trigger": "",
        "said_by": _links(row["said_by"]),
        "stance": Stance(row["stance"]),
        "when": _when(row["date"]),
        "place": _place(row["place"]),
        "found_by": row["found_by"],
        "path": (),
    }
    return _MADE[row["kind"]](row, common)


def _event(row: Row, common: dict[str, Any]) -> Claim:
    return EventClaim(type=row["type"], actors=_links(row["actors"]), targets=_links(row["targets"]), **common)


def _toll(row: Row, common: dict[str, Any]) -> Claim:
    return TollClaim(
        harm=Harm(row["harm"]) if row["harm"] else None,
        count=Count(row["low"], row["high"], row["words"] or "", bool(row["approximate"])),
        status=row["status"],
        side=next(iter(_links([row["side"]] if row["side"] else [])), None),
        demographic=row["demographic"],
        scope=Scope(row["scope"]),
        part_of=row["part_of"],
        event=row["event"],
        by=_links(row["by"]),
        **common,
    )


def _control(row: Row, common: dict[str, Any]) -> Claim:
    holder = row["holder"] or []
    holders = [holder] if isinstance(holder, str) else holder
    return ControlClaim(holders=_links(holders), change=Change(row["change"]), event=row["event"], **common)


_MADE: Final = {"event": _event, "toll": _toll, "control": _control}


def _links(names: Iterable[str]) -> tuple[ActorLink, ...]:
    return tuple(_link(name) for name in names)


def _link(name: str) -> ActorLink:
    """Return the actor of a name; one that the reference does not have is of no known kind."""
    entry = _entries().get(name)
    if entry is None:
        return ActorLink(name, None, ActorKind.UNIDENTIFIED, None, name, 0, 0, f"{HOW}, which no entry has")
    return ActorLink(name, entry.id, entry.kind, entry.side, name, 0, 0, HOW, entry.country)


@cache
def _entries() -> Mapping[str, ActorEntry]:
    """Return all actors by their one name: the curated ones, and the classes of party of each country."""
    codes = (*countries(), None)
    classes = {entry.name: entry for party in lexicon().classes for iso in codes if (entry := party_of(party, iso))}
    return classes | {entry.name: entry for entry in actor_book().entries.values()}


def _when(date: Row | None) -> When | None:
    if date is None:
        return None
    first = dt.date.fromisoformat(date["from"]) if date["from"] else None
    last = dt.date.fromisoformat(date["to"]) if date["to"] else None
    after = last + dt.timedelta(days=1) if last else None
    return When(first, after, Precision(date["precision"]), date["words"] or "", date.get("basis") or "")


def _place(place: Row | None) -> PlaceLink | None:
    if place is None:
        return None
    words = place["words"] or place["name"]
    if not place["gazetteer_id"]:
        return PlaceLink(None, words, 0, 0, HOW)
    precision = PlacePrecision(place["precision"])
    at_town = precision is PlacePrecision.AREA and place["lat"] is not None  # other areas go out without degrees
    entry = PlaceEntry(
        place["gazetteer_id"], place["name"], place["precision"], precision, place["lat"], place["lon"],
        place["country"], place["admin1"], also=tuple(place["also"]),
        near=place["name"] if at_town else None,
    )  # fmt: skip
    return PlaceLink(entry, words, 0, 0, HOW)
