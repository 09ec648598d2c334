"""Serve: the record over HTTP, with review for whoever has the secret."""

import secrets
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.pipeline import STAGES, Stages
from dateline.store import Views
from dateline.web.server.access import LOOPBACK, Rules, is_loopback
from dateline.web.server.app import app
from dateline.web.server.refreshing import Refresher
from dateline.web.server.state import State
from dateline.web.server.warming import warm

LEAST_SECRET: Final = 12  # characters; what is reached from elsewhere is guessed at


class ServeError(DatelineError):
    """The server cannot be started like that; its text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to serve: `names` are those by which other machines may call it; `tiles` an address of raster tiles."""

    host: str
    port: int
    secret: str = ""
    names: tuple[str, ...] = ()
    tiles: str = ""
    user: str = ""


def state_of(record: Path, settings: Settings, stages: Stages = STAGES) -> State:
    """Return what the server works with.

    Raises:
        ServeError: it would be reached from elsewhere without a secret, or with a short one.
    """
    if not is_loopback(settings.host) and not settings.secret:
        raise ServeError(
            f"{settings.host} is reached from other machines: set a secret with --password-file or DATELINE_PASSWORD"
        )
    if settings.secret and len(settings.secret) < LEAST_SECRET:
        raise ServeError(f"the secret is too short; take {LEAST_SECRET} characters or more")
    rules = Rules(
        secret=settings.secret or secrets.token_urlsafe(24),
        reading_is_open=is_loopback(settings.host),
        hosts=LOOPBACK | {name.casefold() for name in settings.names},
    )
    views = Views(record)
    return State(views, rules, Refresher(record, stages, partial(warm, views)), settings.user, settings.tiles)


def serve(record: Path, settings: Settings, tell: Callable[[str], None], stages: Stages = STAGES) -> None:
    """Serve a record until it is told to stop.

    Args:
        record: its file, up to date.
        settings: how to serve.
        tell: told the address, and how to log in.
        stages: the stages that reckon after a judgement.
    """
    import uvicorn  # noqa: PLC0415 - takes a third of a second, and only serving needs it

    state = state_of(record, settings, stages)
    listening = _listen(settings)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    tell(f"The record is at http://{shown}:{settings.port}/ until you press Ctrl-C.")
    if is_loopback(settings.host):
        tell(f"To review, open http://{shown}:{settings.port}/enter?token={state.once.token} (it lets in once).")
    if not settings.secret:
        tell(f"To log in again: {state.rules.secret}")
    threading.Thread(target=warm, args=(state.views, state.tiles), daemon=True).start()
    config = uvicorn.Config(app(state), log_level="warning", access_log=False, server_header=False, proxy_headers=False)
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listen(settings: Settings) -> socket.socket:
    """Take the address, before anyone is told of it.

    Raises:
        ServeError: it is taken, or not this machine's.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=256)
    except OSError as error:
        where, why = f"{settings.host}, port {settings.port}", error.strerror or str(error)
        raise ServeError(f"cannot listen on {where}: {why}; try another --port") from error
