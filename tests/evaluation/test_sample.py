"""The gold sample: its index, and that every gold record is well formed."""

import datetime as dt
import hashlib
from collections import Counter
from itertools import chain
from typing import Any

import pytest

from dateline.reference.codebook import codebook
from evaluation.corpora import DATA, is_held_out, safe_id
from evaluation.gold import written
from evaluation.record_scores import KEYS
from evaluation.sample import MOST_WORDS, SECOND_READINGS, read_index

INDEX = read_index()
RECORDS = [*written("first").values(), *written("second").values()]
HARMS = {"killed", "wounded", "captured", "abducted", "missing", "displaced"}


def test_the_index_names_240_texts_a_fifth_of_them_set_aside() -> None:
    assert len({entry.id for entry in INDEX}) == len(INDEX) == 240
    assert sum(entry.held_out for entry in INDEX) == 48
    assert sum(entry.second_reading for entry in INDEX) == SECOND_READINGS
    assert Counter(entry.batch for entry in INDEX) == dict.fromkeys(range(1, 7), 40)


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not beside the repository")
def test_the_texts_are_those_that_were_read() -> None:
    for entry in INDEX:
        text = entry.document.text
        assert hashlib.sha256(text.encode()).hexdigest() == entry.sha256, entry.id
        assert len(text.split()) <= MOST_WORDS
        assert is_held_out(entry.id) == entry.held_out


def test_gold_is_of_texts_of_the_index() -> None:
    known = {f"{safe_id(entry.id)}.txt" for entry in INDEX}
    twice = {f"{safe_id(entry.id)}.txt" for entry in INDEX if entry.second_reading}

    assert written("first").keys() <= known
    assert written("second").keys() <= twice


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["report"])
def test_a_gold_record_is_well_formed(record: dict[str, Any]) -> None:
    for key in KEYS.values():
        for entry in record[key]:
            _check_date(entry.get("date"))
    assert {event["type"] for event in record["events"]} <= codebook().types.keys()
    tolls = {toll["id"] for toll in record["tolls"]}
    assert {toll["harm"] for toll in record["tolls"]} <= HARMS
    assert {toll["status"] for toll in record["tolls"]} <= {"civilians", "combatants", "people"}
    assert {toll["demographic"] for toll in record["tolls"]} <= {None, "women", "children"}
    assert set(chain(toll["part_of"] for toll in record["tolls"] if toll.get("part_of"))) <= tolls
    assert {one["change"] for one in record["control"]} <= {"gained", "lost", "holds", "contested"}


def _check_date(date: Any) -> None:
    """`[from, to]`, or the one day of a control entry; a side may be open."""
    sides = [date] if isinstance(date, str) or date is None else date
    told = [dt.date.fromisoformat(side) for side in sides if side]
    assert told == sorted(told)
