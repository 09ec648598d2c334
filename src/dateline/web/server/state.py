"""State: what the routes share, and who looks on."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request

from dateline.store import Views
from dateline.web.links import Links
from dateline.web.render import Chrome, Viewer
from dateline.web.server.access import Limit, OnceLink, Rules, Session, Sessions, same
from dateline.web.server.refreshing import Refresher

COOKIE: Final = "dateline_session"
LINKS: Final = Links()
LAGGING: Final = "A judgement is being worked in: incidents, tolls and control are as they were before it. Load again."


@dataclass(slots=True)
class State:
    """What the routes share. `user` signs what is decided by whoever follows the link of the start."""

    views: Views
    rules: Rules
    refresher: Refresher
    user: str
    tiles: str = ""
    sessions: Sessions = field(default_factory=Sessions)
    once: OnceLink = field(default_factory=OnceLink)
    tries: Limit = field(default_factory=lambda: Limit(8, 60))
    writes: Limit = field(default_factory=lambda: Limit(120, 60))

    @property
    def tiles_host(self) -> str:
        """The server that raster tiles come from, if any are allowed."""
        parts = urlsplit(self.tiles)
        return f"{parts.scheme}://{parts.netloc}" if self.tiles else ""

    def session(self, request: Request) -> Session | None:
        """Return who is logged in."""
        return self.sessions.of(request.cookies.get(COOKIE))

    def bearer(self, request: Request) -> bool:
        """Say whether a program shows the secret; wrong ones are counted."""
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        if kind.casefold() != "bearer" or not self.tries_left(request, count=False):
            return False
        right = same(secret.strip(), self.rules.secret)
        if not right:
            self.tries_left(request)
        return right

    def tries_left(self, request: Request, *, count: bool = True) -> bool:
        """Say whether a client may try a secret (again)."""
        return self.tries.allows(client(request)) if count else self.tries.open_to(client(request))

    def may_read(self, request: Request) -> bool:
        """Say whether a request may read."""
        return self.rules.reading_is_open or self.session(request) is not None or self.bearer(request)

    def chrome(self, request: Request) -> Chrome:
        """Return what stands round a page."""
        session = self.session(request)
        viewer = Viewer(session.name, session.csrf, True) if session else Viewer(reviews=True)
        notice = LAGGING if self.refresher.running else ""
        if self.refresher.failed:
            notice = f"The record could not be reckoned anew: {self.refresher.failed}"
        return Chrome(LINKS, viewer, self.tiles, notice, session.kept if session else None)


def client(request: Request) -> str:
    """Return the address of who asks."""
    return request.client.host if request.client else ""


def from_here(request: Request) -> bool:
    """Say whether a request that writes comes from a page of this server, as far as the browser tells."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    return origin != "null" and urlsplit(origin).netloc == request.headers.get("host")
