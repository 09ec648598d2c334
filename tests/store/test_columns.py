"""Columns: packed or put together from rows they are the same; lists are the same however they are gone through."""

import sqlite3
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from dateline import judging
from dateline.intake import refresh
from dateline.model.incident import Grade
from dateline.pipeline import ENGINE, killed_of
from dateline.store import RawReport, ReadReport, open_record, open_view
from dateline.store.browse import finding
from dateline.store.browse.columns import FAR_OFF, LONG_AGO, columns, from_rows
from dateline.store.browse.filters import Filters, words_query
from dateline.store.browse.found import Box
from dateline.store.database import Database
from tests.builders import SHELLING, STRIKE, event, place, report, toll, when

ARIHA, SARAQIB = place("Ariha", 35.81, 36.61), place("Saraqib", 35.86, 36.80)
TOLD = [  # day told, place, type, dead
    ("2015-04-01", ARIHA, STRIKE, 5),
    ("2015-04-02", ARIHA, SHELLING, 9),
    ("2015-04-02", SARAQIB, STRIKE, 2),
    (None, SARAQIB, SHELLING, 4),
]


def told(number: int) -> ReadReport:
    day, where, kind, dead = TOLD[number]
    text = f"Jets or guns killed {dead}."
    happened = event(kind, where, when(day) if day else None, report=f"{number}.txt", quote=text)
    one = report(f"{number}.txt", "2015-04-05", text=text)
    return ReadReport(RawReport(one.id, one.file, b""), one, (happened, toll(dead, of=happened, quote=text)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "r.db"
    with open_record(file, create=True) as record:
        for number in range(len(TOLD)):
            record.add([told(number)], ENGINE)
            assert refresh(record)
    return file


def assert_packed_as_rows_are(path: Path) -> None:
    database = Database(path, create=False)
    try:
        assert database.row("SELECT 1 FROM columns")
        packed, made = columns(database), from_rows(database)
    finally:
        database.close()
    for field in fields(packed):
        np.testing.assert_array_equal(getattr(packed, field.name), getattr(made, field.name), field.name)


def test_packed_columns_follow_what_was_read_and_judged(path: Path) -> None:
    assert_packed_as_rows_are(path)
    with open_record(path) as record:
        part, whole, *_ = (one.id for one in record.view.incidents())
        found = (judging.part_of(record.view, part, whole), judging.grade(record.view, part, Grade.DISCOUNTED))
        for judgement in found:
            judging.decide(record, judgement, who="Anna", reason="so")
        assert refresh(record)
    assert_packed_as_rows_are(path)


def test_a_record_without_packed_columns_gives_the_same(path: Path) -> None:
    with open_view(path) as view:
        packed = view.finder().sums(Filters(), killed_of), view.finder().days(Filters(), killed_of)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM columns")
    connection.close()
    with open_view(path) as view:
        assert (view.finder().sums(Filters(), killed_of), view.finder().days(Filters(), killed_of)) == packed


def test_an_empty_record_has_no_figures(tmp_path: Path) -> None:
    with open_record(tmp_path / "e.db", create=True):
        pass
    with open_view(tmp_path / "e.db") as view:
        sums = view.finder().sums(Filters(), killed_of)
        assert (sums.incidents, sums.killed_low, sums.first) == (0, 0, None)
        assert view.finder().cells(Filters(), None, 1.0, killed_of) == []


def test_open_days_stand_before_and_after_all_others(path: Path) -> None:
    database = Database(path, create=False)
    found = from_rows(database)
    database.close()
    assert found.dated.tolist() == [True, True, True, False]
    assert (found.first[-1], found.last[-1]) == (LONG_AGO, FAR_OFF)


@pytest.mark.parametrize(
    "asked", [Filters(place="ariha"), Filters(words=words_query("jets")), Filters(types=(STRIKE,))]
)
def test_what_belongs_to_many_is_found_as_what_belongs_to_few(
    asked: Filters, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> list[list[str]]:
        with open_view(path) as view:
            finder = view.finder()
            ids = (
                finder.claims(asked, after="", limit=9, kinds=()),
                finder.claims(asked, after="", limit=2, kinds=("toll",)),
            )
            return [*ids, finder.tolls(asked, after="", limit=9), finder.tolls(asked, after=ids[0][0], limit=1)]

    few = found()
    monkeypatch.setattr(finding, "MANY", 0)
    assert found() == few
    assert all(few[:3])


def test_pages_go_on_after_a_row_in_both_directions(path: Path) -> None:
    with open_view(path) as view:
        finder = view.finder()
        whole = finder.page(Filters(), after=None, limit=9)
        third = whole[2].day, whole[2].id
        assert finder.page(Filters(), after=third, limit=9) == whole[3:]
        assert finder.page(Filters(), after=third, limit=9, latest=True) == whole[1::-1]
        assert [one.day for one in whole] == ["2015-04-01", "2015-04-02", "2015-04-02", "9999"]


def test_cells_hold_what_is_met_most_and_all_the_dead(path: Path) -> None:
    with open_view(path) as view:
        whole, *none = view.finder().cells(Filters(), None, 10.0, killed_of)
        fine = view.finder().cells(Filters(), Box(36.5, 35.0, 36.7, 36.0), 0.1, killed_of)
    assert none == []
    assert (whole.west, whole.south, whole.count, whole.killed_low) == (30.0, 30.0, 4, 20)
    assert whole.type == min(STRIKE, SHELLING), "of two met as often the first by name"
    assert [(one.count, one.killed_low) for one in fine] == [(2, 14)]
