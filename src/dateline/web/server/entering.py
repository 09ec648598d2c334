"""Entering: the routes by which someone logs in and out."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from dateline.web.render import page
from dateline.web.server.access import LONGEST_SECONDS, Session, same
from dateline.web.server.answers import back, problem
from dateline.web.server.forms import form_of, signed
from dateline.web.server.state import COOKIE, State, from_here

LONGEST_NAME = 80


def routes(state: State) -> list[Route]:
    """Return the routes of logging in and out."""

    def ask(request: Request) -> Response:
        token = request.query_params.get("token")
        if token is None:
            return _form(state, request, "")
        if not state.tries_left(request):
            return _form(state, request, "Too many tries. Wait a minute.", 429)
        if not state.once.takes(token):
            return _form(state, request, "This link was used before. Log in with the secret.", 403)
        return _let_in(state, request, state.user)

    async def enter(request: Request) -> Response:
        given = await form_of(request)
        name = " ".join(given.get("name", "").split())
        if not from_here(request):
            return _form(state, request, "Log in from this page.", 403)
        if not state.tries_left(request):
            return _form(state, request, "Too many tries. Wait a minute.", 429)
        if not same(given.get("secret", ""), state.rules.secret):
            return _form(state, request, "That is not the secret.", 403)
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            return _form(state, request, "Give a name; it signs what you decide.", 400)
        return _let_in(state, request, name)

    async def leave(request: Request) -> Response:
        session = state.session(request)
        given = await form_of(request)
        if session and not signed(request, session, given):
            return problem(state, request, 403, "Not done", "The form was not of this session.")
        if session:
            state.sessions.end(session)
        response = back()
        response.delete_cookie(COOKIE, path="/")
        return response

    return [
        Route("/enter", ask, methods=["GET"]),
        Route("/enter", enter, methods=["POST"]),
        Route("/leave", leave, methods=["POST"]),
    ]


def _form(state: State, request: Request, wrong: str, status: int = 200) -> Response:
    return HTMLResponse(page("enter.html", state.chrome(request), wrong=wrong, user=state.user), status)


def _let_in(state: State, request: Request, name: str) -> Response:
    session: Session = state.sessions.begin(name)
    response = RedirectResponse("/", 303)
    response.set_cookie(
        COOKIE, session.key, max_age=LONGEST_SECONDS, path="/", httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return response
