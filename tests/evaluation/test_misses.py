from typing import Any

import pytest

from evaluation.misses import NOTHING, SPURIOUS, misses
from evaluation.names import Names
from evaluation.record_tally import RecordTally

NAMES = Names({})
GOLD = {"id": "e1", "type": "Grenade", "place": "Cali", "date": ["1989-05-01", "1989-05-01"]}


def claim(**other: Any) -> dict[str, Any]:
    row = {"id": "c1", "kind": "event", "type": "Grenade", "place": {"name": "Cali"}, "found_by": "grenade.throw@1"}
    return {**row, "date": {"from": "1989-05-01", "to": "1989-05-01"}, "quote": {"start": 3, "end": 9}, **other}


def causes(*rows: dict[str, Any]) -> list[str]:
    found = RecordTally().add_report(NAMES, rows, {"events": [GOLD], "tolls": [], "control": []})
    return [miss.cause for miss in misses(NAMES, "muc4:1", rows, found)]


@pytest.mark.parametrize(
    ("other", "cause"),
    [
        ({"type": "Attack"}, "wrong type"),
        ({"place": {"name": "Lima"}}, "wrong place"),
        ({"date": {"from": "1989-06-01", "to": "1989-06-01"}}, "wrong date"),
        ({"stance": "denied"}, "stance denied"),
    ],
)
def test_the_cause_is_what_must_be_set_right(other: dict[str, Any], cause: str) -> None:
    assert causes(claim(**other)) == [cause]


def test_a_claim_about_something_else_is_spurious_and_explains_nothing() -> None:
    other = claim(type="Arrests", place={"name": "Lima"}, date=None)

    assert causes(other) == [NOTHING, SPURIOUS]


def test_nothing_is_told_of_what_was_found() -> None:
    assert causes(claim()) == []
