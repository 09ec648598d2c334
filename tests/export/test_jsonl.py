import dataclasses
import json
from pathlib import Path
from typing import Any

from dateline.export.formats.json_lines import ROWS, lines
from dateline.export.jsonl import claim_row
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.intake import Way, add, refresh
from dateline.model.place import PlaceLink
from dateline.model.reading import Change
from dateline.pipeline import Source, Sources
from dateline.store import open_record, open_view
from tests.builders import STRIKE, actor, control, event, monitor, place, toll, when
from tests.fakes import FAKES

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed. "


def exported(folder: Path, what: str, *texts: str) -> list[dict[str, Any]]:
    sources = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text, "utf-8")
        sources.append(Source(path.name, path))
    with open_record(folder / "r.db", create=True) as record:
        add(record, Sources(tuple(sources)), Way(stages=FAKES))
        refresh(record, FAKES)
    with open_view(folder / "r.db") as view:
        return [json.loads(line) for line in lines(what, Taken(view, Options()))]


def test_an_event_has_the_keys_of_the_format_in_their_order() -> None:
    row = claim_row(event(STRIKE, place("Afrin"), when("2015-04-25"), by=(actor("North Front"),)), "i1")
    assert list(row) == [
        "id", "kind", "report", "report_id", "quote", "said_by", "stance", "type", "actors", "targets", "date", "place",
        "incident", "found_by",
    ]  # fmt: skip
    assert row["actors"] == ["North Front"]
    assert row["incident"] == "i1"


def test_days_are_both_within() -> None:
    row = claim_row(event(on=when("2015-04-25", "2015-04-26", words="two days")), None)
    assert row["date"] == {
        "from": "2015-04-25", "to": "2015-04-26", "precision": "days", "words": "two days", "basis": "told in full",
    }  # fmt: skip


def test_an_open_side_and_what_is_not_known_are_null() -> None:
    row = claim_row(toll(31, None, on=when(None, "2015-04-25")), None)
    assert (row["low"], row["high"], row["date"]["from"]) == (31, None, None)
    assert (row["side"], row["place"], row["part_of"], row["incident"]) == (None, None, None, None)
    assert claim_row(event(), None)["date"] is None


def test_none_killed_is_zero() -> None:
    row = claim_row(toll(0), None)
    assert (row["low"], row["high"]) == (0, 0)


def test_a_place_that_was_not_found_keeps_its_words_and_nothing_more() -> None:
    lost = dataclasses.replace(event(), place=PlaceLink(None, "Tell Nowhere", 3, 15, "not in the gazetteer"))
    row = claim_row(lost, None)["place"]
    assert (row["name"], row["words"]) == ("Tell Nowhere", "Tell Nowhere")
    assert {row[key] for key in ("lat", "lon", "admin1", "country", "precision", "gazetteer_id")} == {None}


def test_one_holder_is_a_name_and_several_are_a_list() -> None:
    one, other = actor("North Front"), actor("South Front")
    claims = [control(place("Afrin"), None, Change.HOLDS, *held) for held in ((), (one,), (one, other))]
    holders = [claim_row(claim, None)["holder"] for claim in claims]
    assert holders == [None, "North Front", ["North Front", "South Front"]]


def test_speakers_stand_by_name() -> None:
    assert claim_row(event(said_by=(monitor(),)), None)["said_by"] == ["Observatory"]


def test_claims_of_a_record_carry_their_incident(tmp_path: Path) -> None:
    rows = exported(tmp_path, "claims", FALL)
    by_kind = {row["kind"]: row for row in rows}
    assert by_kind["event"]["incident"] == by_kind["toll"]["incident"] is not None
    assert by_kind["toll"]["event"] == by_kind["event"]["id"]
    assert by_kind["control"]["incident"] is None


def test_incidents_come_by_day(tmp_path: Path) -> None:
    earlier = ("Binnish fell to North Front on 2015-03-28.", "Idlib fell to North Front on 2015-03-29.")
    rows = exported(tmp_path, "incidents", FALL, *earlier)
    assert [row["date"]["from"] for row in rows] == ["2015-03-28", "2015-03-29", "2015-04-25"]


def test_a_toll_shows_every_figure(tmp_path: Path) -> None:
    (row,) = exported(tmp_path, "tolls", FALL, "Afrin fell to North Front on 2015-04-25, 30 killed.")
    assert (row["low"], row["high"], row["policy"], row["contested"]) == (12, 30, "range", True)
    assert [figure["low"] for figure in row["figures"]] == [12, 30]


def test_control_says_who_held_what_from_when(tmp_path: Path) -> None:
    (row,) = exported(tmp_path, "control", FALL)
    assert (row["place"]["name"], row["holder"], row["from"], row["to"]) == ("Afrin", "North Front", "2015-04-25", None)


def test_the_same_record_gives_the_same_lines(tmp_path: Path) -> None:
    texts = [f"{FALL} Told by {n}. Binnish fell to East Front on 2015-03-{n + 10}, {n} killed." for n in range(9)]
    for what in ROWS:
        folders = []
        for name in ("one", "other"):
            (tmp_path / what / name).mkdir(parents=True)
            folders.append(exported(tmp_path / what / name, what, *texts))
        assert folders[0] == folders[1]
