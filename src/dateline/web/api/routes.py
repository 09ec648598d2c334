"""Routes of the API."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from dateline.store import RecordView
from dateline.web.api import reading
from dateline.web.api.schema import document
from dateline.web.server.answers import json
from dateline.web.server.state import State

Make = Callable[[RecordView, Request], Any]
PREFIX = "/api/v1"


def routes(state: State) -> list[Route]:
    """Return the routes of the API that read."""
    made: dict[str, Make] = {
        "/incidents": reading.incidents, "/incident/{id}": reading.incident, "/claims": reading.claims,
        "/tolls": reading.tolls, "/control": reading.control, "/places": reading.places, "/actors": reading.actors,
        "/reports": reading.reports, "/histogram": reading.histogram, "/openapi.json": _document,
    }  # fmt: skip
    found = [Route(PREFIX + path, json(state, make), methods=["GET"]) for path, make in made.items()]
    geo = json(state, reading.geojson, "application/geo+json")
    return [*found, Route(f"{PREFIX}/incidents.geojson", geo, methods=["GET"])]


def _document(_view: RecordView, _request: Request) -> Any:
    return document()
