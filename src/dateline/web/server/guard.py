"""Guard: what holds for every request and answer, before any route is looked for."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.server.access import host_allowed

MOST_BYTES: Final = 200_000  # of a request's body; the longest form holds a reason and a stretch of text
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:{tiles}; "
    "connect-src 'self'{tiles}; font-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with "no-referrer" browsers send forms with the origin "null", which is refused
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}


class Guard:
    """Refuses foreign hosts and bodies that are too long; puts the headers of safety on all answers."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], tiles: str = "") -> None:
        self._app = app
        self._hosts = hosts
        self._policy = _POLICY.format(tiles=f" {tiles}" if tiles else "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(dict(scope["headers"]))
        app = refusal or self._app
        await app(scope, receive if refusal else _limited(receive), self._safe(send))

    def _refusal(self, headers: dict[bytes, bytes]) -> PlainTextResponse | None:
        host = headers.get(b"host", b"").decode("latin-1")
        if not host_allowed(host, self._hosts):
            return PlainTextResponse("This server is not called by that name; start it with --name.", 421)
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > MOST_BYTES:
            return PlainTextResponse("The request is too long.", 413)
        return None

    def _safe(self, send: Send) -> Send:
        async def safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = self._policy
                for name, value in _HEADERS.items():
                    headers[name] = value
                if "Cache-Control" not in headers:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        return safe


def _limited(receive: Receive) -> Receive:
    """Count what comes of a body that tells no length, and end it where it is too long."""
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        if message["type"] == "http.request":
            read += len(message.get("body", b""))
            if read > MOST_BYTES:
                return {"type": "http.disconnect"}
        return message

    return limited
