"""Review: what a person decides by forms is kept, shown, undone, and never lies over another's unseen."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from tests.web.records import enter, served, war


class Reviewer:
    """Someone who is logged in and presses buttons."""

    def __init__(self, client: TestClient, token: str) -> None:
        self.client = client
        self.token = token

    def decide(self, action: str, **given: str) -> tuple[int, str]:
        form = {"csrf": self.token, "action": action, "reason": "as I see it", "seen": "0", "back": "/changes"} | given
        answer = self.client.post("/judge", data=form)
        return answer.status_code, answer.text


def first(client: TestClient, query: str, kind: str = "incident") -> str:
    """The id of the first incident of a list, or of the first claim of its page."""
    incident = client.get(f"/api/v1/incidents?{query}").json()["incidents"][0]["id"]
    if kind == "incident":
        return str(incident)
    claims = client.get(f"/api/v1/incident/{incident}").json()["claims"]
    return str(next(one["id"] for one in claims if one["kind"] == kind))


def test_the_queue_shows_what_needs_eyes_and_forms_to_those_who_may(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        assert "contested toll" in (page := client.get("/review").text)
        assert 'name="action"' not in page
        enter(client, state)
        page = client.get("/review?kind=contested+toll").text
        assert page.count("data-item") == 1
        assert {"a", "o"} <= set(re.findall(r'data-key="(\w)"', page))
        told = client.get("/api/v1/queue?kind=contested%20toll").json()
    assert told["total"] == 1
    assert "9" in told["items"][0]["reason"]


def test_a_corrected_toll_changes_the_figure_and_stands_beside_what_was_read(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        anna = Reviewer(client, enter(client, state))
        claim = first(client, "q=jets", "toll")
        status, page = anna.decide("correct", subject=claim, field="low", value="2", back=f"/claim/{claim}")
        assert status == 200
        assert "Kept as no. 1" in page
        assert re.search(r"<bdi>2</bdi></td><td class=\"dim\"><bdi>(9|14)</bdi>", page)
        assert client.get("/api/v1/tolls?q=jets").json()["tolls"][0]["policy"]["low"] == 2


def test_merging_and_undoing(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        anna = Reviewer(client, enter(client, state))
        before = client.get("/api/v1/incidents").json()["total"]
        one, other = first(client, "place=binnish"), first(client, "place=saraqib")
        assert anna.decide("merge", subject=one, other=other)[0] == 200
        assert client.get("/api/v1/incidents").json()["total"] == before - 1
        status, page = anna.decide("undo", number="1", seen="1", reason="taken back")
        assert status == 200
        assert "no longer counts" in page
        assert client.get("/api/v1/incidents").json()["total"] == before
        assert {row["id"] for row in client.get("/api/v1/incidents").json()["incidents"]} >= {one, other}


def test_a_claim_is_added_by_its_words(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        anna = Reviewer(client, enter(client, state))
        report = client.get("/api/v1/reports?q=binnish").json()["reports"][0]["id"]
        values = {"value-harm": "wounded", "value-low": "3"}
        status, page = anna.decide("add", report=report, words="Fighters clashed", kind="toll", **values)
        assert status == 200, page
        added = client.get("/api/v1/claims?kind=toll").json()["claims"]
    assert [(one["harm"], one["found_by"]) for one in added if one["low"] == 3] == [("wounded", "person@Anna")]


def test_two_at_once_do_not_overwrite_each_other(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        anna, incident = Reviewer(client, enter(client, state)), first(client, "q=jets")
        assert anna.decide("grade", subject=incident, grade="confirmed", reason="filmed")[0] == 200
        status, page = anna.decide("grade", subject=incident, grade="discounted", reason="a drill")
        assert status == 409
        assert [words for words in ("filmed", "a drill", "confirmed", "discounted") if words not in page] == []
        assert client.get(f"/api/v1/incident/{incident}").json()["grade"] == "confirmed"
        seen = re.search(r'name="seen" value="(\d+)"', page)
        assert seen
        assert anna.decide("grade", subject=incident, grade="discounted", seen=seen[1])[0] == 200
        assert client.get(f"/api/v1/incident/{incident}").json()["grade"] == "discounted"


def test_what_is_wrong_is_said_and_nothing_kept(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        anna, claim = Reviewer(client, enter(client, state)), first(client, "q=jets", "event")
        for action, given in (
            ("correct", {"subject": claim, "field": "place", "value": "Nowhereville"}), ("accept", {"subject": "c0"}),
            ("accept", {}), ("reject", {"subject": claim, "reason": " "}), ("dance", {"subject": claim}),
            ("undo", {"number": "99"}), ("merge", {"subject": claim, "other": claim}),
            ("add", {"report": "x", "words": "y", "kind": "toll"}),
        ):  # fmt: skip
            status, page = anna.decide(action, **given)
            assert (status, "Nothing was kept" in page) == (400, True), action
        assert client.get("/api/v1/judgements").json()["judgements"] == []


def test_nobody_is_led_elsewhere(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        anna, incident = Reviewer(client, enter(client, state)), first(client, "q=jets")
        for number, back in enumerate(("//evil.example", "https://evil.example", "/\\evil.example", "about:x", "")):
            form = {"csrf": anna.token, "action": "accept", "subject": incident, "reason": "so", "seen": str(number),
                    "back": back}  # fmt: skip
            answer = client.post("/judge", data=form, follow_redirects=False)
            assert answer.headers["location"] == "/review"


def test_a_rejected_claim_has_its_page_and_counts_no_more(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        anna, claim = Reviewer(client, enter(client, state)), first(client, "place=binnish", "event")
        assert anna.decide("reject", subject=claim)[0] == 200
        assert "it does not count" in client.get(f"/claim/{claim}").text
        assert client.get("/api/v1/incidents?place=binnish").json()["total"] == 0
