"""Records and servers for tests of the web: small wars made of builders, behind the real server."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from dateline.intake import refresh
from dateline.model.claim import Claim
from dateline.model.reading import Change
from dateline.model.report import Report
from dateline.pipeline import ENGINE
from dateline.store import RawReport, ReadReport, open_record
from dateline.web.serve import Settings, state_of
from dateline.web.server.app import app
from dateline.web.server.state import State
from tests.builders import CLASH, STRIKE, actor, control, event, monitor, place, report, toll, when

ARIHA = place("Ariha", 35.81, 36.61, admin1="Idlib")
HERE = "http://127.0.0.1"
TEXT = "Jets bombed Ariha and killed nine. The army holds Ariha."


def made(folder: Path, *reports: tuple[Report, tuple[Claim, ...]]) -> Path:
    """A record of reports with their claims, linked and reckoned."""
    path = folder / "r.db"
    with open_record(path, create=True) as record:
        record.add((ReadReport(RawReport(one.id, one.file, b""), one, claims) for one, claims in reports), ENGINE)
        assert refresh(record)
    return path


def strike(file: str, dead: int, text: str = TEXT, outlet: str | None = None) -> tuple[Report, tuple[Claim, ...]]:
    """A report of a strike on Ariha, its dead, and who holds the town."""
    quote = text.partition(". ")[0]
    army = actor("Army")
    common: dict[str, Any] = {"report": file, "quote": quote}
    happened = event(STRIKE, ARIHA, when("2015-04-26"), by=(army,), said_by=(monitor(),), **common)
    died = toll(dead, of=happened, quote=quote, said_by=())  # two outlets of their own, who differ
    holds = control(ARIHA, when("2015-04-26"), Change.HOLDS, army, **common)
    return report(file, "2015-04-27", text=text, outlet=outlet), (happened, died, holds)


def clash(file: str, at: str, day: str | None) -> tuple[Report, tuple[Claim, ...]]:
    """A report of a clash somewhere else."""
    text = f"Fighters clashed at {at}."
    happened = event(CLASH, place(at), when(day) if day else None, by=(actor("North Front"),), report=file, quote=text)
    return report(file, "2015-05-02", text=text), (happened,)


def war(folder: Path) -> Path:
    """Two accounts of a strike that differ, and two clashes, one of no known day."""
    return made(
        folder, strike("a.txt", 9, outlet="Wire"), strike("b.txt", 14, outlet="Herald"),
        clash("c.txt", "Binnish", "2015-05-01"), clash("d.txt", "Saraqib", None),
    )  # fmt: skip


@contextmanager
def served(path: Path, **settings: str) -> Iterator[tuple[TestClient, State]]:
    """A browser without scripts before a server of a record."""
    given = {"host": "127.0.0.1", "user": "Anna"} | settings
    state = state_of(path, Settings(port=8321, **given))  # type: ignore[arg-type]
    with TestClient(app(state), base_url=HERE) as client:
        yield client, state


def enter(client: TestClient, state: State) -> str:
    """Log in by the link of the start; return the token that forms carry."""
    client.get(f"/enter?token={state.once.token}")
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/about").text)
    assert found, "nobody is logged in"
    return found[1]


def links(text: str) -> set[str]:
    """The addresses that a page leads to or loads."""
    return set(re.findall(r'(?:href|src|action)="([^"#]*)', text)) - {""}
