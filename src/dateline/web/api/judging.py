"""Judging by programs: what is in the queue, what was decided, and deciding."""

import json
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.errors import JudgementError
from dateline.model.judgement import Judgement
from dateline.review import Kind, waiting
from dateline.store import JudgedMeanwhileError, RecordView
from dateline.web.address import AddressError
from dateline.web.safe import visible_all
from dateline.web.server.access import same
from dateline.web.server.answers import problem_json
from dateline.web.server.deciding import SMALL, Asked, keep
from dateline.web.server.pages import number_of
from dateline.web.server.state import State, client, from_here
from dateline.web.views.changes import counting
from dateline.web.views.review import KINDS

Plain = dict[str, Any]
USUAL: Final = 100
MOST: Final = 500
MOST_PAGES: Final = 1_000_000
LONGEST_NAME: Final = 80


class Judging:
    """The routes that need more than the record."""

    def __init__(self, state: State) -> None:
        self._state = state

    def queue(self, view: RecordView, request: Request) -> Plain:
        """Return a page of what needs eyes."""
        kind = request.query_params.get("kind", "")
        if kind and kind not in KINDS:
            raise AddressError(f"kind: {kind[:60]!r} is none of: {', '.join(KINDS)}")
        number = number_of(request, "page", 1, MOST_PAGES) or 1
        size = number_of(request, "limit", 1, MOST) or USUAL
        found = waiting(view, number, size, [Kind(kind)] if kind else ()).page
        rows = [item.plain() for item in found.items]
        return {"items": rows, "page": found.number, "pages": found.pages, "total": found.total}

    def judgements(self, view: RecordView, request: Request) -> Plain:
        """Return a page of judgements by number."""
        after = number_of(request, "after", 0, SMALL) or 0
        limit = number_of(request, "limit", 1, MOST) or USUAL
        found = [one for one in view.judgements() if one.number > after][: limit + 1]
        counts = counting(view, found)
        return {
            "judgements": [plain(one, counts=one.number in counts) for one in found[:limit]],
            "next": found[limit - 1].number if len(found) > limit else None,
        }

    async def judge(self, request: Request) -> Response:
        """Keep a decision: by the session of a browser with its token, or by the secret."""
        session = self._state.session(request)
        if session is None and not self._state.bearer(request):
            return problem_json(401, "Log in, or show the secret: Authorization: Bearer SECRET")
        if session and not (same(request.headers.get("x-csrf-token", ""), session.csrf) and from_here(request)):
            return problem_json(403, "Send the session's token as X-CSRF-Token, from a page of this server")
        if not self._state.writes.allows(session.key if session else client(request)):
            return problem_json(429, "Too many judgements in a minute. Wait a little")
        try:
            asked = _asked(await request.body(), session.name if session else "")
        except AddressError as error:
            return problem_json(400, str(error))
        return await run_in_threadpool(self._keep, asked)

    def _keep(self, asked: Asked) -> Response:
        try:
            kept = keep(self._state, asked)
        except JudgedMeanwhileError as error:
            told = {"error": str(error), "judgements": [plain(one, counts=True) for one in error.judgements]}
            return JSONResponse(visible_all(told), 409)
        except JudgementError as error:
            return problem_json(409, str(error))
        return JSONResponse(visible_all({"judgements": [plain(one, counts=True) for one in kept]}), 201)


def _asked(body: bytes, name: str) -> Asked:
    """Return what the body of a request asks for.

    Args:
        body: the body.
        name: who is logged in; "" lets the body say who.

    Raises:
        AddressError: it is not what the document describes.
    """
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise AddressError("send JSON") from error
    if not isinstance(given, dict):
        raise AddressError("send a JSON object")
    for key in ("action", "reason", *(() if name else ("who",))):
        if not isinstance(given.get(key), str) or not given[key].strip():
            raise AddressError(f"{key}: give words")
    seen = given.get("seen")
    if seen is not None and not (isinstance(seen, int) and not isinstance(seen, bool) and 0 <= seen < SMALL):
        raise AddressError("seen: give the number of the latest judgement that you saw, or leave it out")
    who = name or str(given["who"])
    if len(who) > LONGEST_NAME or not who.isprintable():
        raise AddressError(f"who: give a name of {LONGEST_NAME} letters at most")
    return Asked(given["action"], given, who, given["reason"], seen)


def plain(one: Judgement, *, counts: bool) -> Plain:
    """Return a judgement as plain values."""
    return {
        "number": one.number, "at": one.at, "who": one.who, "verdict": str(one.verdict), "subject": one.subject,
        "claims": list(one.claims), "reason": one.reason, "field": one.field, "was": one.was, "value": one.value,
        "undoes": one.undoes, "counts": counts,
    }  # fmt: skip
