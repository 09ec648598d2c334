"""Pages: the routes of what can be read."""

from collections.abc import Mapping, Sequence
from typing import Final

from starlette.requests import Request
from starlette.routing import Route

from dateline.pipeline import POLICY, POLICY_NAMES
from dateline.store import Memo, RecordView
from dateline.web.address import AddressError, Asked, asked
from dateline.web.links import slug
from dateline.web.render import page
from dateline.web.server.answers import Made, NotHereError, html
from dateline.web.server.state import LINKS, State
from dateline.web.views.actors import actor, actors
from dateline.web.views.changes import about, changes
from dateline.web.views.incident import incident
from dateline.web.views.overview import overview
from dateline.web.views.places import place, places
from dateline.web.views.report import report, reports
from dateline.web.views.situation import situation

MOST_NUMBER: Final = 2**53
KEPT: Final = 8  # situation reports; one of a week of a large record takes a second to put together


def routes(state: State) -> list[Route]:
    """Return the routes of pages that can be read."""
    pages = _Pages(state)
    made: dict[str, Made] = {
        "/": pages.overview, "/incident/{id}": pages.incident, "/report/{id}": pages.report,
        "/place/{id}": pages.place, "/actor/{id}": pages.actor, "/reports": pages.reports, "/places": pages.places,
        "/actors": pages.actors, "/changes": pages.changes, "/about": pages.about,
        "/sitrep": pages.situation,
    }  # fmt: skip
    return [Route(path, html(state, make), methods=["GET"]) for path, make in made.items()]


def query_of(request: Request) -> Mapping[str, Sequence[str]]:
    """Return the values of each parameter of a request."""
    return {name: request.query_params.getlist(name) for name in request.query_params}


def number_of(request: Request, name: str, least: int, most: int) -> int | None:
    """Return a whole number of the query string.

    Raises:
        AddressError: it is none, or too small or large.
    """
    text = request.query_params.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and least <= int(text[:20]) <= most):
        raise AddressError(f"{name}: {text[:40]!r} is no whole number from {least} to {most}")
    return int(text)


class _Pages:
    def __init__(self, state: State) -> None:
        self._state = state
        self._told = Memo(KEPT)

    def overview(self, view: RecordView, request: Request) -> str:
        wanted = asked(query_of(request))
        o = overview(view, wanted, LINKS)
        further = LINKS.home(wanted.query(after=o.after)) if o.after else ""
        return page("overview.html", self._state.chrome(request), o=o, next_url=further)

    def incident(self, view: RecordView, request: Request) -> str:
        key = request.path_params["id"]
        found = incident(view, key, LINKS)
        if found is None:
            raise NotHereError(f"There is no incident {key}. When reports are linked anew, some become one.")
        return page("incident.html", self._state.chrome(request), i=found)

    def report(self, view: RecordView, request: Request) -> str:
        found = report(view, report_id(view, request.path_params["id"]), LINKS)
        if found is None:
            raise NotHereError("There is no such report.")
        return page("report.html", self._state.chrome(request), r=found)

    def reports(self, view: RecordView, request: Request) -> str:
        wanted = asked(query_of(request))
        found = reports(view, wanted.q, wanted.after)
        further = LINKS.page("reports", Asked(q=wanted.q).query(after=found.after)) if found.after else ""
        return page("reports.html", self._state.chrome(request), r=found, next_url=further)

    def place(self, view: RecordView, request: Request) -> str:
        found = place(view, place_id(view, request.path_params["id"]), LINKS)
        if found is None:
            raise NotHereError("The record has no such place.")
        return page("place.html", self._state.chrome(request), x=found)

    def places(self, view: RecordView, request: Request) -> str:
        return page("places.html", self._state.chrome(request), items=places(view, LINKS))

    def actor(self, view: RecordView, request: Request) -> str:
        found = actor(view, actor_name(view, request.path_params["id"]), LINKS)
        if found is None:
            raise NotHereError("The record has no such actor.")
        return page("actor.html", self._state.chrome(request), a=found)

    def actors(self, view: RecordView, request: Request) -> str:
        return page("actors.html", self._state.chrome(request), items=actors(view))

    def changes(self, view: RecordView, request: Request) -> str:
        found = changes(view, number_of(request, "before", 1, MOST_NUMBER))
        further = LINKS.page("changes", f"before={found.before}") if found.before else ""
        return page("changes.html", self._state.chrome(request), c=found, next_url=further)

    def situation(self, view: RecordView, request: Request) -> str:
        wanted, policy = asked(query_of(request)), request.query_params.get("policy") or POLICY
        if policy not in POLICY_NAMES:
            raise AddressError(f"policy: {policy[:40]!r} is none of: {', '.join(POLICY_NAMES)}")
        state_of_record = view.lister().mark()
        found = self._told.of((state_of_record, wanted, policy), lambda: situation(view, LINKS, wanted, policy))
        return page("situation.html", self._state.chrome(request), s=found)

    def about(self, view: RecordView, request: Request) -> str:
        return page("about.html", self._state.chrome(request), a=about(view))


def report_id(view: RecordView, part: str) -> str:
    """Return the id of the report that a part of an address names; what is none of the record's stays as it is."""
    for found in view.lister().report_ids_beginning(f"sha256:{part}"):
        return found
    return next((one for one in view.lister().report_ids_beginning(unslug(part)) if slug(one) == part), part)


def place_id(view: RecordView, part: str) -> str:
    """Return the id of the place that a part of an address names."""
    if part.startswith("~~"):
        return next((spot.id for spot in view.lister().spots() if slug(spot.id) == part), "")
    return unslug(part)


def actor_name(view: RecordView, part: str) -> str:
    """Return the name of the actor that a part of an address names."""
    if part.startswith("~~"):
        return next((name for name in view.lister().party_names() if slug(name) == part), "")
    return unslug(part)


def unslug(part: str) -> str:
    """Return the name of which `slug` made a part of an address."""
    first, *rest = part.replace("_", " ").encode("utf-8", "replace").split(b"~")
    made = bytearray(first)
    for one in rest:
        try:
            made += bytes([int(one[:2], 16)]) + one[2:]
        except ValueError:
            made += b"~" + one
    return made.decode("utf-8", "replace")
