"""Filters: each lets through what it should, by itself and together, in pages and in the API alike."""

from pathlib import Path

import pytest

from tests.web.records import served, war


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("", ["Ariha", "Binnish", "Saraqib"]),
        ("from=2015-05-01", ["Binnish"]),
        ("to=2015-04-30", ["Ariha"]),
        ("from=2015-04-26&to=2015-05-01", ["Ariha", "Binnish"]),
        ("type=Armed+clash", ["Binnish", "Saraqib"]),
        ("type=Battles", ["Binnish", "Saraqib"]),
        ("type=Battles&type=Air/drone+strike", ["Ariha", "Binnish", "Saraqib"]),
        ("actor=north", ["Binnish", "Saraqib"]),
        ("actor=ARMY", ["Ariha"]),
        ("place=arih", ["Ariha"]),
        ("place=idlib", ["Ariha"]),
        ("speaker=observatory", ["Ariha"]),
        ("speaker=herald", ["Ariha"]),
        ("contested=1", ["Ariha"]),
        ("q=jets", ["Ariha"]),
        ("q=fight", ["Binnish", "Saraqib"]),
        ('q="clashed at saraqib"', ["Saraqib"]),
        ("q=jets+saraqib", []),
        ("q=%22", ["Ariha", "Binnish", "Saraqib"]),
        ("q=*()^:-NEAR", []),
        ("actor=north&from=2015-05-01", ["Binnish"]),
        ("actor=nobody", []),
        ("grade=confirmed", []),
        ("order=latest", ["Saraqib", "Binnish", "Ariha"]),
    ],
)
def test_filters(query: str, places: list[str], tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        told = client.get(f"/api/v1/incidents?{query}").json()
        page = client.get(f"/?{query}")
        features = client.get(f"/api/v1/incidents.geojson?{query.replace('order=latest', '')}").json()["features"]
    assert [row["place"] for row in told["incidents"]] == places
    assert told["total"] == len(places)
    assert sorted(one["properties"]["place"] for one in features) == sorted(places)
    listed = page.text.rpartition('id="incidents"')[2]
    assert {name for name in ("Ariha", "Binnish", "Saraqib") if name in listed} == set(places)


def test_claims_and_tolls_follow_the_filters(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        claims = client.get("/api/v1/claims?q=jets").json()["claims"]
        tolls = client.get("/api/v1/tolls?actor=army").json()["tolls"]
        none = client.get("/api/v1/tolls?actor=north").json()["tolls"]
    assert {one["kind"] for one in claims} == {"event", "toll"}
    assert [one["policy"]["low"] for one in tolls] == [9]
    assert none == []


def test_reports_are_found_by_their_text(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        told = client.get("/api/v1/reports?q=holds").json()
        overview = client.get("/?q=holds").text
    assert [one["file"] for one in told["reports"]] == ["a.txt", "b.txt"]
    assert "2 reports</a> too" in overview


def test_histogram_counts_what_is_known_to_the_day(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        days = client.get("/api/v1/histogram").json()
    assert [(one["day"], one["incidents"], one["killed_low"], one["killed_high"]) for one in days] == [
        ("2015-04-26", 1, 9, 14), ("2015-05-01", 1, 0, 0),
    ]  # fmt: skip


def test_many_points_become_cells_that_hold_them_all(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        whole = client.get("/api/v1/incidents.geojson?limit=1").json()
        boxed = client.get("/api/v1/incidents.geojson?limit=1&bbox=36,35,37,36").json()
    assert sum(one["properties"]["count"] for one in whole["features"]) == whole["total"] == 3
    assert all(one["properties"]["precision"] == "cell" for one in whole["features"])
    assert [one["properties"]["place"] for one in boxed["features"]] == ["Ariha"]
