"""The OpenAPI document is true: answers are as it says, whatever is asked for."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from dateline.web.api.schema import document
from dateline.web.serve import Settings, state_of
from dateline.web.server.access import Limit
from dateline.web.server.app import app
from tests.web.records import served, war

SECRET = "correct horse battery"
PATHS = sorted(document()["paths"])
FOLDER = tempfile.TemporaryDirectory()


def _schema() -> Any:
    state = state_of(war(Path(FOLDER.name)), Settings(host="127.0.0.1", port=1, secret=SECRET, names=("testserver",)))
    state.writes = Limit(10**9, 60)
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app(state))


schema = _schema()


@schema.parametrize()
@settings(max_examples=8, derandomize=True, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case: Any) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {SECRET}"})


@pytest.mark.parametrize("path", PATHS)
def test_a_tag_spares_the_answer(path: str, tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        incident = client.get("/api/v1/incidents").json()["incidents"][0]["id"]
        address = f"/api/v1{path}".replace("{id}", incident)
        first = client.get(address)
        assert first.status_code == 200
        again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["incidents", "claims", "tolls", "reports", "judgements", "control"])
def test_lists_go_on_where_they_stopped(path: str, tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        key = {"control": "spells"}.get(path, path)
        whole = client.get(f"/api/v1/{path}").json()[key]
        assert list(_pages(client, path, key)) == whole


def _pages(client: Any, path: str, key: str) -> Iterator[Any]:
    after: dict[str, str] = {}
    while True:
        told = client.get(f"/api/v1/{path}", params={"limit": 1, **after}).json()
        yield from told[key]
        if told["next"] is None:
            return
        after = {"after": told["next"]}
