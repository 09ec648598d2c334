"""Access: who may read and write. Secrets, sessions, and how often something may be tried."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from threading import Lock
from typing import Final

IDLE_SECONDS: Final = 4 * 3600
LONGEST_SECONDS: Final = 16 * 3600
MOST_SESSIONS: Final = 1000
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})

Clock = Callable[[], float]


@dataclass(slots=True)
class Session:
    """Someone who proved that they may write: their name and the token that their forms carry.

    `kept` is the number of the judgement that they made last, to be told of on the next page.
    """

    key: str
    name: str
    csrf: str
    began: float
    seen: float
    kept: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Who may do what.

    `secret` lets in; `reading_is_open` lets anyone who reaches the server read; `hosts` are the names by which it may
    be called beside bare addresses, against pages that bind a name of theirs to it.
    """

    secret: str
    reading_is_open: bool
    hosts: frozenset[str] = LOOPBACK


class Sessions:
    """Who is logged in; kept in memory, so that all are out when the server ends."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[str, Session] = {}
        self._lock = Lock()

    def begin(self, name: str) -> Session:
        """Begin a session."""
        now = self._clock()
        session = Session(secrets.token_urlsafe(32), name, secrets.token_urlsafe(32), now, now)
        with self._lock:
            self._forget(now)
            while len(self._held) >= MOST_SESSIONS:
                del self._held[next(iter(self._held))]
            self._held[_hashed(session.key)] = session
        return session

    def of(self, key: str | None) -> Session | None:
        """Return the session of a cookie's value, None where it has ended."""
        if not key:
            return None
        now = self._clock()
        with self._lock:
            self._forget(now)
            session = self._held.get(_hashed(key))
            if session:
                session.seen = now
            return session

    def end(self, session: Session) -> None:
        """End a session."""
        with self._lock:
            self._held.pop(_hashed(session.key), None)

    def _forget(self, now: float) -> None:
        over = [
            key for key, one in self._held.items() if now - one.seen > IDLE_SECONDS or now - one.began > LONGEST_SECONDS
        ]
        for key in over:
            del self._held[key]


@dataclass(slots=True)
class Limit:
    """At most `most` tries in `seconds` by each that tries."""

    most: int
    seconds: float
    clock: Clock = time.monotonic
    _tries: dict[str, list[float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def open_to(self, who: str) -> bool:
        """Say whether a try may be made, without counting it."""
        now = self.clock()
        with self._lock:
            return sum(now - at < self.seconds for at in self._tries.get(who, ())) < self.most

    def allows(self, who: str) -> bool:
        """Count a try; say whether it may be made."""
        now = self.clock()
        with self._lock:
            if len(self._tries) > MOST_SESSIONS:
                self._tries = {key: some for key, some in self._tries.items() if now - some[-1] < self.seconds}
            recent = [at for at in self._tries.get(who, ()) if now - at < self.seconds]
            allowed = len(recent) < self.most
            self._tries[who] = [*recent, now] if allowed else recent
            return allowed


class OnceLink:
    """The token of the link that is printed at the start: it lets in once."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(24)
        self._left = True
        self._lock = Lock()

    def takes(self, token: str) -> bool:
        """Say whether the token is right and was not used before; it is used now."""
        with self._lock:
            right = self._left and same(token, self.token)
            self._left = self._left and not right
            return right


def same(one: str, other: str) -> bool:
    """Compare secrets in a time that tells nothing of them."""
    return hmac.compare_digest(_hashed(one), _hashed(other))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def is_loopback(host: str) -> bool:
    """Say whether an address to listen on is reached from this machine alone."""
    if host in LOOPBACK:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def host_allowed(header: str, hosts: frozenset[str]) -> bool:
    """Say whether a request's Host header names this server: a bare address, or one of its names."""
    name = header.rsplit(":", 1)[0] if header.rpartition(":")[2].isdecimal() else header
    name = name.removeprefix("[").removesuffix("]").casefold()
    if name in hosts:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
