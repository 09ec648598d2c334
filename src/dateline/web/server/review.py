"""Review: the routes of the queue, of one claim, and of what is decided by forms."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from dateline.errors import JudgementError
from dateline.model.judgement import Judgement
from dateline.store import JudgedMeanwhileError, RecordView
from dateline.web.address import AddressError
from dateline.web.render import page
from dateline.web.server.access import Session
from dateline.web.server.answers import NotHereError, html, problem
from dateline.web.server.deciding import Asked, keep
from dateline.web.server.forms import form_of, signed
from dateline.web.server.pages import number_of
from dateline.web.server.state import LINKS, State
from dateline.web.views.claim import claim
from dateline.web.views.review import KINDS, review

MOST_PAGES: Final = 1_000_000
_OWN: Final = ("csrf", "action", "reason", "seen", "back")
_ENDS_PAGES: Final = frozenset({"merge", "split"})  # the incident judged may have no page of its own afterwards


def routes(state: State) -> list[Route]:
    """Return the routes of review."""
    pages = _Review(state)
    return [
        Route("/review", html(state, pages.queue), methods=["GET"]),
        Route("/claim/{id}", html(state, pages.claim), methods=["GET"]),
        Route("/judge", pages.judge, methods=["POST"]),
    ]


class _Review:
    def __init__(self, state: State) -> None:
        self._state = state

    def queue(self, view: RecordView, request: Request) -> str:
        kind = request.query_params.get("kind", "")
        if kind and kind not in KINDS:
            raise AddressError(f"kind: {kind[:60]!r} is none of: {', '.join(KINDS)}")
        number = number_of(request, "page", 1, MOST_PAGES) or 1
        found = review(view, kind, number, LINKS)
        return page("review.html", self._state.chrome(request), q=found, back=str(request.url.path))

    def claim(self, view: RecordView, request: Request) -> str:
        key = request.path_params["id"]
        found = claim(view, key, LINKS)
        if found is None:
            raise NotHereError(f"There is no claim {key}.")
        return page("claim.html", self._state.chrome(request), c=found)

    async def judge(self, request: Request) -> Response:
        session = self._state.session(request)
        given = await form_of(request)
        if session is None:
            return problem(self._state, request, 403, "Not done", "Log in first: your session is over, or never was.")
        if not signed(request, session, given):
            return problem(self._state, request, 403, "Not done", "The form was not of this session.")
        if not self._state.writes.allows(session.key):
            return problem(self._state, request, 429, "Not done", "Too many judgements in a minute. Wait a little.")
        return await run_in_threadpool(self._decide, request, session, given)

    def _decide(self, request: Request, session: Session, given: Mapping[str, str]) -> Response:
        asked = Asked(given.get("action", ""), given, session.name, given.get("reason", ""), _seen(given))
        try:
            kept = keep(self._state, asked)
        except JudgedMeanwhileError as error:
            return self._again(request, given, "Someone judged this meanwhile", "", error.judgements)
        except JudgementError as error:
            return self._again(request, given, "Nothing was kept", f"{error}.", ())
        session.kept = kept[-1].number if kept else None
        back = LINKS.page("changes") if asked.action in _ENDS_PAGES else _back(given.get("back", ""))
        return RedirectResponse(back, 303)

    def _again(
        self, request: Request, given: Mapping[str, str], title: str, why: str, theirs: tuple[Judgement, ...]
    ) -> Response:
        """Show what stands beside what was to be kept, with the form to send it after all."""
        with self._state.views.view() as view:
            seen = view.judged.latest()
        asked = {name: text for name, text in given.items() if name not in _OWN}
        text = page("judged.html", self._state.chrome(request), title=title, why=why, theirs=theirs, asked=asked,
                    action=given.get("action", ""), reason=given.get("reason", ""), seen=seen,
                    back=_back(given.get("back", "")))  # fmt: skip
        return HTMLResponse(text, 409 if theirs else 400)


def _seen(given: Mapping[str, str]) -> int | None:
    text = given.get("seen", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _back(address: str) -> str:
    """Return an address of this server to go back to, whatever a form holds."""
    parts = urlsplit(address)
    inside = not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if inside and address.isprintable() and "\\" not in address else LINKS.page("review")
