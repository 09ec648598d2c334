"""Routes of the API."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.store import RecordView
from dateline.web.api import reading
from dateline.web.api.judging import Judging
from dateline.web.api.schema import document
from dateline.web.server.answers import Reply, json
from dateline.web.server.state import State

Make = Callable[[RecordView, Request], Any]
PREFIX = "/api/v1"


def routes(state: State) -> list[Route]:
    """Return the routes of the API."""
    made: dict[str, Make] = {
        "/incidents": reading.incidents, "/incident/{id}": reading.incident, "/claims": reading.claims,
        "/tolls": reading.tolls, "/control": reading.control, "/places": reading.places, "/actors": reading.actors,
        "/reports": reading.reports, "/histogram": reading.histogram, "/openapi.json": _document,
    }  # fmt: skip
    found = [Route(PREFIX + path, json(state, make), methods=["GET"]) for path, make in made.items()]
    judging = Judging(state)
    found += [
        Route(f"{PREFIX}/queue", json(state, judging.queue), methods=["GET"]),
        Route(f"{PREFIX}/judgements", _both(json(state, judging.judgements), judging.judge), methods=["GET", "POST"]),
    ]
    geo = json(state, reading.geojson, "application/geo+json")
    return [*found, Route(f"{PREFIX}/incidents.geojson", geo, methods=["GET"])]


def _both(get: Reply, post: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Return one endpoint of two, so that the route tells of both."""

    async def endpoint(request: Request) -> Response:
        return await (post(request) if request.method == "POST" else run_in_threadpool(get, request))

    return endpoint


def _document(_view: RecordView, _request: Request) -> Any:
    return document()
