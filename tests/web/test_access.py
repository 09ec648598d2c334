"""Access: who may read and write, and what is refused."""

import re
from pathlib import Path

import pytest

from dateline.web.serve import ServeError, Settings, state_of
from dateline.web.server.access import (
    IDLE_SECONDS,
    LONGEST_SECONDS,
    Limit,
    OnceLink,
    Sessions,
    host_allowed,
    is_loopback,
)
from tests.web.records import HERE, enter, served, war

SECRET = "correct horse battery"
JUDGEMENT = {"action": "accept", "subject": "i0", "reason": "so", "who": "Eve"}


def test_without_a_session_nothing_can_be_written(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        assert client.post("/judge", data=JUDGEMENT).status_code == 403
        assert client.post("/api/v1/judgements", json=JUDGEMENT).status_code == 401
        wrong = {"Authorization": "Bearer wrong"}
        assert client.post("/api/v1/judgements", json=JUDGEMENT, headers=wrong).status_code == 401
        assert client.get("/api/v1/judgements").json()["judgements"] == []


def test_a_form_needs_the_token_of_its_session_and_its_own_page(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        token = enter(client, state)
        incident = _incident(client.get("/").text)
        given = {"action": "accept", "subject": incident, "reason": "so", "seen": "0", "back": "/about"}
        assert client.post("/judge", data=given).status_code == 403
        assert client.post("/judge", data=given | {"csrf": "x"}).status_code == 403
        elsewhere = {"Origin": "https://evil.example"}
        assert client.post("/judge", data=given | {"csrf": token}, headers=elsewhere).status_code == 403
        assert client.post("/api/v1/judgements", json=given | {"seen": 0}).status_code == 403
        assert client.get("/api/v1/judgements").json()["judgements"] == []
        assert client.post("/judge", data=given | {"csrf": token}, headers={"Origin": HERE}).status_code == 200
        assert [one["who"] for one in client.get("/api/v1/judgements").json()["judgements"]] == ["Anna"]


def test_the_link_of_the_start_lets_in_once(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        answer = client.get(f"/enter?token={state.once.token}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        cookie = answer.headers["set-cookie"]
        assert {"HttpOnly", "SameSite=strict"} <= set(cookie.split("; "))
        client.cookies.clear()
        assert client.get(f"/enter?token={state.once.token}").status_code == 403


def test_the_form_lets_in_with_the_secret_and_a_name(tmp_path: Path) -> None:
    with served(war(tmp_path), secret=SECRET) as (client, _):
        assert client.post("/enter", data={"name": "Eve", "secret": "wrong"}).status_code == 403
        assert client.post("/enter", data={"name": " ", "secret": SECRET}).status_code == 400
        assert "Log out" in client.post("/enter", data={"name": "Bea", "secret": SECRET}).text
        token = re.search(r'name="csrf" value="([^"]+)"', client.get("/").text)
        assert token
        assert client.post("/leave", data={"csrf": token[1]}).status_code == 200
        assert "Log in" in client.get("/").text


def test_secrets_cannot_be_tried_at_will(tmp_path: Path) -> None:
    with served(war(tmp_path), secret=SECRET) as (client, _):
        tries = [client.post("/enter", data={"name": "Eve", "secret": f"guess {n}"}).status_code for n in range(12)]
        assert tries[-1] == 429
        right = {"Authorization": f"Bearer {SECRET}"}
        assert client.post("/api/v1/judgements", json=JUDGEMENT, headers=right).status_code == 401


def test_reached_from_elsewhere_reading_needs_the_secret_too(tmp_path: Path) -> None:
    path = war(tmp_path)
    with pytest.raises(ServeError, match="set a secret"):
        state_of(path, Settings(host="0.0.0.0", port=1))
    with pytest.raises(ServeError, match="too short"):
        state_of(path, Settings(host="0.0.0.0", port=1, secret="short"))
    with served(path, host="0.0.0.0", secret=SECRET) as (client, _):
        assert client.get("/", follow_redirects=False).headers["location"] == "/enter"
        assert client.get("/api/v1/incidents").status_code == 401
        assert client.get("/style/base.css").status_code == 200
        right = {"Authorization": f"Bearer {SECRET}"}
        assert client.get("/api/v1/incidents", headers=right).status_code == 200


def test_programs_judge_with_the_secret(tmp_path: Path) -> None:
    with served(war(tmp_path), secret=SECRET) as (client, _):
        right, incident = {"Authorization": f"Bearer {SECRET}"}, _incident(client.get("/").text)
        given = {"action": "grade", "grade": "discounted", "subject": incident, "reason": "so", "who": "Eve", "seen": 0}
        kept = client.post("/api/v1/judgements", json=given, headers=right)
        assert kept.status_code == 201, kept.text
        assert client.post("/api/v1/judgements", json=given, headers=right).status_code == 409
        assert client.get(f"/api/v1/incident/{incident}").json()["grade"] == "discounted"
        number = str(kept.json()["judgements"][0]["number"])
        undo = {"action": "undo", "number": number, "reason": "no", "who": "Eve"}
        assert client.post("/api/v1/judgements", json=undo, headers=right).status_code == 201
        assert client.get(f"/api/v1/incident/{incident}").json()["grade"] != "discounted"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"[]", 400), (b"{", 400), (b'{"action": 1}', 400), (b'"\xff"', 400),
        (b'{"action": "accept", "reason": "y", "who": "z", "seen": "1"}', 400),
        (b'{"action": "x", "reason": "y", "who": "z"}', 409),
        (b'{"action": "accept", "reason": "y", "who": "z", "subject": {}}', 409),
        (b'{"action": "undo", "reason": "y", "who": "z", "number": "9e9"}', 409),
        (b'{"action": "correct", "reason": "y", "who": "z", "subject": "c", "values": [1]}', 409),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused(body: bytes, status: int, tmp_path: Path) -> None:
    with served(war(tmp_path), secret=SECRET) as (client, _):
        right = {"Authorization": f"Bearer {SECRET}"}
        answer = client.post("/api/v1/judgements", content=body, headers=right)
        assert client.get("/api/v1/judgements").json()["judgements"] == []
    assert answer.status_code == status
    assert answer.json()["error"]


def test_foreign_names_and_long_bodies_are_refused(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        assert client.get("/", headers={"Host": "rebound.example"}).status_code == 421
        assert client.post("/enter", content=b"x" * 300_000).status_code == 413
        parts = (b"name=" + b"x" * 50_000 for _ in range(10))
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        assert client.post("/enter", content=parts, headers=form).status_code == 413


@pytest.mark.parametrize("address", ["/", "/nothing", "/style/base.css", "/api/v1/incidents", "/enter", "/api/v1/x"])
def test_every_answer_is_safe(address: str, tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_tiles_are_allowed_by_their_server_alone(tmp_path: Path) -> None:
    with served(war(tmp_path), tiles="https://tiles.example/{z}/{x}/{y}.png") as (client, _):
        answer = client.get("/")
    assert "img-src 'self' data: blob: https://tiles.example;" in answer.headers["content-security-policy"]
    assert 'data-tiles="https://tiles.example/{z}/{x}/{y}.png"' in answer.text


def test_sessions_end() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    key = sessions.begin("Anna").key
    for _ in range(20):
        now[0] += IDLE_SECONDS - 1
        if now[0] > LONGEST_SECONDS:
            break
        assert sessions.of(key)
    assert sessions.of(key) is None
    idle = sessions.begin("Bea").key
    now[0] += IDLE_SECONDS + 1
    assert sessions.of(idle) is None


def test_limits_are_by_client_and_pass() -> None:
    now = [0.0]
    limit = Limit(2, 60, lambda: now[0])
    assert [limit.allows("a"), limit.allows("a"), limit.allows("a"), limit.allows("b")] == [True, True, False, True]
    now[0] = 61
    assert limit.allows("a")


def test_a_wrong_token_does_not_spend_the_link() -> None:
    link = OnceLink()
    assert not link.takes("wrong")
    assert link.takes(link.token)
    assert not link.takes(link.token)


@pytest.mark.parametrize(
    ("header", "allowed"),
    [("localhost:8321", True), ("127.0.0.1", True), ("[::1]:8321", True), ("192.168.1.7:80", True),
     ("archive.example", True), ("ARCHIVE.example:1", True), ("evil.example", False), ("", False),
     ("localhost.evil.example", False)],
)  # fmt: skip
def test_hosts(header: str, allowed: bool) -> None:
    assert host_allowed(header, frozenset({"localhost", "archive.example"})) is allowed


def test_loopback() -> None:
    assert is_loopback("127.0.0.1")
    assert is_loopback("::1")
    assert not is_loopback("0.0.0.0")
    assert not is_loopback("archive.example")


def _incident(text: str) -> str:
    found = re.search(r'href="/incident/(i[0-9a-f]+)"', text)
    assert found
    return found[1]
