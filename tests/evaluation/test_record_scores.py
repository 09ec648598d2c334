"""The definitions by which claims are held against gold: by hand, and against the shared script."""

import copy
import datetime as dt
import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evaluation.names import Names
from evaluation.record_scores import date_fits, days_apart, event_likeness, matched, place_fits, toll_likeness
from evaluation.record_tally import RecordTally
from evaluation.seeds import GOLD, aliases, gold_records

NAMES = Names({"Free Army": ["FA", "the Free Army"]})


def event(**other: Any) -> dict[str, Any]:
    row = {"kind": "event", "type": "Armed clash", "place": {"name": "Saraqib", "also": []}}
    span = {"from": "2020-02-01", "to": "2020-02-01"}
    return {**row, "actors": [], "targets": [], "date": span, "said_by": [], **other}


def gold_event(**other: Any) -> dict[str, Any]:
    row = {"id": "e1", "type": "Armed clash", "place": "Saraqib", "date": ["2020-02-01", "2020-02-01"]}
    return {**row, "actors": [], "targets": [], "said_by": [], **other}


def toll(**other: Any) -> dict[str, Any]:
    return {"kind": "toll", "harm": "killed", "low": 3, "high": 3, "status": "people", "demographic": None, **other}


@pytest.mark.parametrize(
    ("said", "fits"), [("al-Saraqib", True), ("Sarāqib (Syria)", True), ("Idlib", False), (None, False)]
)
def test_places_are_the_same_without_articles_marks_and_brackets(said: str | None, fits: bool) -> None:
    claim = event(place={"name": said} if said else None)

    assert place_fits(NAMES, claim, gold_event()) is fits


def test_a_place_beside_the_one_asked_for_will_do() -> None:
    assert place_fits(NAMES, event(), gold_event(place="Idlib province", near=["Saraqib"]))


@pytest.mark.parametrize(
    ("first", "last", "fits"),
    [("2020-02-01", "2020-02-04", True), ("2020-02-01", "2020-02-05", False), ("2020-02-02", "2020-02-02", False)],
)
def test_a_day_is_right_when_hit_and_told_within_three_days(first: str, last: str, fits: bool) -> None:
    assert date_fits(event(date={"from": first, "to": last}), gold_event()) is fits


def test_days_apart_is_nought_for_spans_that_overlap() -> None:
    fits = date_fits(event(date=None), gold_event(date=None))

    assert fits is None
    assert days_apart(*[_span("2020-02-01", "2020-02-05"), _span("2020-02-04", "2020-02-09")]) == 0


def _span(first: str, last: str) -> Any:
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last)


def test_the_sides_of_a_clash_may_stand_in_either_order() -> None:
    gold = gold_event(actors=["Free Army"], targets=["Army"])
    turned = event(actors=["Army"], targets=["FA"])

    assert event_likeness(NAMES, turned, gold) == event_likeness(NAMES, event(actors=["FA"], targets=["Army"]), gold)


def test_types_pair_within_their_general_type_only() -> None:
    assert event_likeness(NAMES, event(type="Government regains territory"), gold_event()) > 0
    assert event_likeness(NAMES, event(type="Attack"), gold_event()) == 0
    assert event_likeness(NAMES, event(type="Arrests"), gold_event(type="Agreement")) == 0


@pytest.mark.parametrize("other", [{"low": 4}, {"harm": "wounded"}, {"demographic": "women"}, {"status": "combatants"}])
def test_a_toll_needs_the_number_the_harm_and_whom(other: dict[str, Any]) -> None:
    gold = toll(status="civilians")

    assert toll_likeness(NAMES, toll(), gold) > 0
    assert toll_likeness(NAMES, toll(**other), gold) == 0


def test_what_is_told_twice_is_neither_found_twice_nor_spurious() -> None:
    found = matched(NAMES, "event", [event(), event()], [gold_event()])

    assert len(found.firm) == 1
    assert found.spurious == []


def test_an_optional_entry_is_no_miss_and_its_claim_no_error() -> None:
    tally = RecordTally()
    gold = {"events": [gold_event(optional=True)], "tolls": [], "control": []}

    tally.add_report(NAMES, [event()], gold)
    tally.add_report(NAMES, [], gold)

    assert (tally.kinds["event"].wanted, tally.kinds["event"].given) == (0, 0)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold is not beside the repository")
@pytest.mark.parametrize("seed", range(4))
def test_figures_equal_the_shared_script(seed: int, tmp_path: Path) -> None:
    """On the seeds' gold told again with errors of every kind."""
    records, dice = gold_records(GOLD / "seeds"), random.Random(seed)
    rows = [row for record in records.values() for row in _told_badly(record, dice)]
    claims = tmp_path / "claims.jsonl"
    claims.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, str(GOLD / "score"), str(claims), str(GOLD / "seeds")]
    script = subprocess.run(command, capture_output=True, text=True, check=True)
    tally, names = RecordTally(), Names(aliases(GOLD, GOLD / "seeds"))
    for report, record in records.items():
        tally.add_report(names, [row for row in rows if row["report"] == report], record)

    printed = [line.split() for line in script.stdout.splitlines()]
    theirs = [[float(cell) for cell in row if re.fullmatch(r"\d\.\d{3}", cell)] for row in printed]
    ours = [[one.f1, one.precision, one.recall] for one in [*tally.kinds.values(), *tally.slots.values()]]
    assert theirs == [pytest.approx(row, abs=0.0006) for row in [*ours, [tally.record]]]


def _told_badly(record: dict[str, Any], dice: random.Random) -> list[dict[str, Any]]:
    out = []
    for kind, key in (("event", "events"), ("toll", "tolls"), ("control", "control")):
        for entry in record[key]:
            for _ in range(dice.choice([0, 1, 1, 1, 2])):
                out.append(_spoilt(kind, copy.deepcopy(entry), record, dice))
    return out


def _spoilt(kind: str, row: dict[str, Any], record: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    row |= {"kind": kind, "report": record["report"], "place": {"name": row["place"]} if row.get("place") else None}
    row.pop("optional", None)
    span = row.get("date")
    row["date"] = {"from": span[0], "to": span[1]} if isinstance(span, list) else None
    slot = dice.choice(["type", "place", "date", "actors", "targets", "low", "holder", "stance", "none", "none"])
    if slot == "type" and kind == "event":
        row["type"] = dice.choice(["Armed clash", "Attack", "Shelling/artillery/missile attack"])
    elif slot == "stance":
        row["stance"] = "denied"
    elif slot == "low" and kind == "toll":
        row["low"] = (row["low"] or 0) + 1
    elif slot in {"actors", "targets"} and kind == "event":
        row[slot] = [*row[slot][1:], "Somebody else"]
    elif slot == "holder" and kind == "control":
        row["holder"] = [row["holder"], "Somebody else"]
    elif slot in {"place", "date"}:
        row[slot] = None
    return row
