"""App: all routes behind the guard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import anyio.to_thread
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from dateline.web.api import routes as api
from dateline.web.render import STATIC, STYLE
from dateline.web.server import entering, pages, review
from dateline.web.server.answers import wrong
from dateline.web.server.guard import Guard
from dateline.web.server.state import State

THREADS: Final = 6  # that answer; each holds a connection with its pages in memory


def app(state: State) -> ASGIApp:
    """Return the server's application."""
    handlers = dict(wrong(state)) | {ClientDisconnect: _too_long}
    routes = [
        *pages.routes(state),
        *entering.routes(state),
        *review.routes(state),
        *api.routes(state),
        Mount("/style", StaticFiles(directory=STYLE)),
        *([Mount("/static", StaticFiles(directory=STATIC))] if STATIC.exists() else []),
    ]
    packed = [Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)]
    made = Starlette(routes=routes, exception_handlers=handlers, lifespan=_few_threads, middleware=packed)
    return Guard(made, state.rules.hosts, state.tiles_host)


def _too_long(_request: Request, _error: Exception) -> PlainTextResponse:
    """Answer where the guard broke off a body."""
    return PlainTextResponse("The request is too long.", 413)


@asynccontextmanager
async def _few_threads(_: Starlette) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield
