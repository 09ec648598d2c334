"""Answers: pages and JSON, with tags by which a browser knows that it has them already."""

import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

import dateline
from dateline.errors import RecordError
from dateline.store import RecordView
from dateline.web.address import AddressError
from dateline.web.render import as_json, page
from dateline.web.server.state import LINKS, State

Made = Callable[[RecordView, Request], str]
Reply = Callable[[Request], Response]


class NotHereError(Exception):
    """The record has nothing of that id; the text says what was asked for."""


def html(state: State, make: Made) -> Reply:
    """Return the endpoint of a page that `make` makes of the record."""

    def endpoint(request: Request) -> Response:
        if not state.may_read(request):
            return RedirectResponse("/enter", 303)
        session = state.session(request)
        response = _tagged(state, request, f"{session.key} {session.kept}" if session else "", make, HTMLResponse)
        if session:
            session.kept = None  # it was told of
        return response

    return endpoint


def json(state: State, make: Callable[[RecordView, Request], Any], media: str = "application/json") -> Reply:
    """Return the endpoint of data that `make` makes of the record."""

    def endpoint(request: Request) -> Response:
        if not state.may_read(request):
            return problem_json(401, "Log in, or show the secret: Authorization: Bearer SECRET")
        respond = partial(Response, media_type=media)
        return _tagged(state, request, "", lambda view, one: as_json(make(view, one)), respond)

    return endpoint


def _tagged(state: State, request: Request, who: str, make: Made, respond: Callable[[str], Response]) -> Response:
    """Answer 304 where the browser shows the tag of what it would be given."""
    chrome = state.chrome(request)
    with state.views.view() as view:
        parts = (view.lister().mark(), dateline.__version__, str(request.url), who, chrome.notice)
        tag = '"' + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32] + '"'
        headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
        if _has(request, tag):
            return Response(status_code=304, headers=headers)
        response = respond(make(view, request))
    response.headers.update(headers)
    return response


def _has(request: Request, tag: str) -> bool:
    held = request.headers.get("if-none-match", "")
    return held == "*" or tag in (one.strip().removeprefix("W/") for one in held.split(","))


def wrong(state: State) -> Mapping[Any, Callable[[Request, Exception], Response]]:
    """Return what answers each error that a request can cause."""

    def refuse(status: int, title: str) -> Callable[[Request, Exception], Response]:
        def refused(request: Request, error: Exception) -> Response:
            response = problem(state, request, status, title, str(getattr(error, "detail", error)))
            response.headers.update(getattr(error, "headers", None) or {})  # what may be done instead
            return response

        return refused

    return {
        AddressError: refuse(400, "That cannot be asked for"),
        NotHereError: refuse(404, "Not on record"),
        RecordError: refuse(503, "The record cannot be read"),
        404: refuse(404, "Not on record"),
        405: refuse(405, "Not done that way"),
    }


def problem(state: State, request: Request, status: int, title: str, text: str) -> Response:
    """Return a page, or for the API plain values, that says what is wrong."""
    if request.url.path.startswith("/api/"):
        return problem_json(status, text)
    text = "There is no such page." if text == "Not Found" else text
    return HTMLResponse(page("problem.html", state.chrome(request), title=title, text=text), status)


def problem_json(status: int, text: str) -> Response:
    """Return plain values that say what is wrong."""
    return JSONResponse({"error": text}, status)


def back(query: str = "") -> Response:
    """Lead to the overview."""
    return RedirectResponse(LINKS.home(query), 303)
