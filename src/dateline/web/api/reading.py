"""Reading: what the API answers, as plain values."""

import datetime as dt
import re
from typing import Any, Final

from starlette.requests import Request

from dateline.model.claim import Claim
from dateline.pipeline import killed_of
from dateline.store import RecordView
from dateline.store.browse.found import Box
from dateline.web.address import LONGEST, AddressError, Asked, asked
from dateline.web.api.claims import claim as plain_claim
from dateline.web.api.claims import place as plain_place
from dateline.web.data import incidents as data
from dateline.web.data.control import bands
from dateline.web.data.days import timeline
from dateline.web.data.tolls import toll as plain_toll
from dateline.web.links import Links
from dateline.web.server.answers import NotHereError
from dateline.web.server.pages import number_of, query_of
from dateline.web.server.state import LINKS
from dateline.web.views.overview import held_on
from dateline.web.views.report import reports as found_reports

Plain = dict[str, Any]
MOST: Final = 500
USUAL: Final = 100
MOST_FEATURES: Final = 5000
BOX: Final = r"-?[0-9]{1,3}(\.[0-9]+)?(,-?[0-9]{1,3}(\.[0-9]+)?){3}"
KINDS: Final = ("event", "toll", "control")


def _asked(request: Request) -> Asked:
    return asked(query_of(request))


def _asked_by_id(request: Request) -> Asked:
    """Return what is asked for of a list by id, which goes on after an id and not after a row."""
    return asked({name: values for name, values in query_of(request).items() if name != "after"})


def _limit(request: Request) -> int:
    return number_of(request, "limit", 1, MOST) or USUAL


def incidents(view: RecordView, request: Request) -> Plain:
    """Return a page of incidents, how many there are, and after which row to go on."""
    wanted, limit = _asked(request), _limit(request)
    finder, filters = view.finder(), wanted.filters
    found = finder.page(filters, after=wanted.after, limit=limit + 1, latest=wanted.order == "latest")
    more, found = len(found) > limit, found[:limit]
    return {
        "incidents": [data.row(one, data.place_of(view, one)) for one in found],
        "total": finder.count(filters),
        "next": f"{found[-1].day}~{found[-1].id}" if more else None,
    }


def geojson(view: RecordView, request: Request) -> Plain:
    """Return incidents as a FeatureCollection; of many, those of a cell are one feature."""
    most = number_of(request, "limit", 1, MOST_FEATURES) or data.FEATURES
    return data.collection(view, _asked(request).filters, LINKS, _box(request), most)


def _box(request: Request) -> Box | None:
    text = request.query_params.get("bbox", "")
    if not text:
        return None
    if not re.fullmatch(BOX, text, re.ASCII) or len(text) > LONGEST:
        raise AddressError(f"bbox: {text[:80]!r} is no box; write west,south,east,north in degrees")
    west, south, east, north = map(float, text.split(","))
    return Box(west, south, east, north)


def incident(view: RecordView, request: Request) -> Plain:
    """Return an incident with its claims, tolls and links."""
    key = request.path_params["id"]
    one = view.incident(key)
    row = view.finder().of_ids([key]).get(key)
    if one is None or row is None:
        raise NotHereError(f"there is no incident {key[:80]}")
    claims = view.claims_of_ids((*one.claims, *one.tolls, *one.contested_by))
    links = {(link.left, link.right): link for claim in one.claims for link in view.links_of(claim)}
    return {
        **data.row(row, one.place),
        "actors": list(one.actors), "targets": list(one.targets), "speakers": list(one.speakers),
        "outlets": list(one.outlets), "voices": list(one.voices), "contested_by": list(one.contested_by),
        "claims": [plain_claim(claims[name]) for name in (*one.claims, *one.tolls) if name in claims],
        "tolls": [plain_toll(toll, claims, LINKS) for toll in view.tolls_of(key)],
        "links": [
            {"left": link.left, "right": link.right, "joined": link.joined, "score": link.score,
             "features": [{"name": f.name, "value": f.value, "reason": f.reason} for f in link.features]}
            for link in links.values()
        ],
        "parts": [part.id for part in view.finder().parts(key)],
    }  # fmt: skip


def claims(view: RecordView, request: Request) -> Plain:
    """Return a page of claims by id: those of the incidents asked for, or all."""
    wanted, limit = _asked_by_id(request), _limit(request)
    kinds = _kinds(request)
    ids = view.finder().claims(wanted.filters, after=_after(request), limit=limit + 1, kinds=kinds)
    found = view.claims_of_ids(ids[:limit])
    of = view.finder().incident_of(found)
    return {
        "claims": [plain_claim(found[key]) | {"incident": of.get(key)} for key in ids[:limit]],
        "next": ids[limit - 1] if len(ids) > limit else None,
    }


def _kinds(request: Request) -> list[str]:
    kinds = [kind for kind in request.query_params.getlist("kind") if kind]
    if wrong := [kind for kind in kinds if kind not in KINDS]:
        raise AddressError(f"kind: {wrong[0][:40]!r} is none of: {', '.join(KINDS)}")
    return kinds


def _after(request: Request) -> str:
    """Return the id after which a list by id goes on."""
    return _name(request, "after")


def _name(request: Request, parameter: str) -> str:
    text = request.query_params.get(parameter, "")
    if len(text) > LONGEST:
        raise AddressError(f"{parameter}: longer than {LONGEST} letters")
    return text


def tolls(view: RecordView, request: Request) -> Plain:
    """Return a page of tolls by id: those of the incidents asked for, or all."""
    wanted, limit = _asked_by_id(request), _limit(request)
    ids = view.finder().tolls(wanted.filters, after=_after(request), limit=limit + 1)
    found = list(view.tolls_of_ids(ids[:limit]))
    figures: dict[str, Claim] = view.claims_of_ids({figure.claim for toll in found for figure in toll.figures})
    return {
        "tolls": [plain_toll(toll, figures, LINKS) for toll in found],
        "next": ids[limit - 1] if len(ids) > limit else None,
    }


def control(view: RecordView, request: Request) -> Any:
    """Return who is told to hold which place on a day; without one, a page of spells by id, or those of a place."""
    lister, limit, place, after = view.lister(), _limit(request), _name(request, "place_id"), _after(request)
    if on := request.query_params.get("on", ""):
        return held_on(view, _day(on), LINKS)
    ids = lister.spells_at(place) if place else lister.all_spells(after, limit + 1)
    more = not place and len(ids) > limit
    ids = ids if place else ids[:limit]
    spells = sorted(view.spells_of_ids(ids), key=lambda one: one.id)
    claims = view.claims_of_ids({key for one in spells for key in one.claims})
    plain = bands(spells, lister.sides(), claims, LINKS)
    places = {one.id: plain_place(one.place) for one in spells}
    rows = [{**row, "place": places[row["id"]]} for row in plain["spells"]]
    return {"spells": rows, "next": ids[-1] if more else None}


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise AddressError(f"on: {text[:40]!r} is no day; write it like 2015-04-25") from error


def places(view: RecordView, request: Request) -> Plain:
    """Return the places that have most incidents and spells."""
    spots = view.lister().spots(_limit(request))
    return {
        "places": [
            plain_place(view.place(one.digest)) | {"incidents": one.incidents, "spells": one.spells} for one in spots
        ]
    }


def actors(view: RecordView, request: Request) -> Plain:
    """Return the parties that are met most."""
    found = view.lister().parties("by", "against", "says", limit=_limit(request))
    return {
        "actors": [
            {"name": one.name, "id": one.id, "kind": one.kind, "side": one.side, "by": one.by, "against": one.against,
             "says": one.says, "url": LINKS.actor(one.name)}
            for one in found
        ]
    }  # fmt: skip


def reports(view: RecordView, request: Request) -> Plain:
    """Return a page of reports by day, those with these words in title or text if any are asked for."""
    wanted = _asked(request)
    found = found_reports(view, wanted.q, wanted.after, _limit(request))
    links: Links = LINKS
    return {
        "reports": [
            {"id": one.id, "file": one.file, "title": one.title, "outlet": one.outlet, "published": one.published,
             "claims": one.claims, "copy_of": one.copy_of, "url": links.report(one.id)}
            for one in found.rows
        ],
        "total": found.count,
        "next": "~".join(found.after) if found.after else None,
    }  # fmt: skip


def histogram(view: RecordView, request: Request) -> list[Plain]:
    """Return how many incidents are known to be of each day."""
    return timeline(view.finder().days(_asked(request).filters, killed_of))
