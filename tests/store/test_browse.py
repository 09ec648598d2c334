"""Browse: what is looked through is the same whether it was filled at once or bit by bit."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from dateline import judging
from dateline.intake import refresh
from dateline.model.place import PlacePrecision
from dateline.model.reading import Change
from dateline.pipeline import ENGINE, killed_of
from dateline.store import RawReport, ReadReport, Views, open_record, open_view
from dateline.store.browse.filters import Filters, words_query
from tests.builders import STRIKE, actor, control, event, place, report, toll, when

ARIHA = place("Ariha", 35.81, 36.61)
LOOKED_AT = (
    "SELECT id, made_from, type, day, first, last, exact, lat, lon, grade, contested, killed_low, killed_high, "
    "reports, part_of, place, kin FROM shown ORDER BY id",
    "SELECT party.name, role, shown.id FROM taking_part JOIN party ON party = party.number "
    "JOIN shown ON shown.number = incident ORDER BY 1, 2, 3",
    "SELECT claim, shown.id FROM told JOIN shown ON number = incident ORDER BY 1, 2",
    "SELECT name, role, incidents FROM role JOIN party ON party = number ORDER BY 1, 2",
    "SELECT id FROM shown WHERE number IN (SELECT rowid FROM words_of_incident WHERE words_of_incident MATCH 'strike') "
    "ORDER BY id",
    "SELECT id, digest FROM spot ORDER BY id",
    "SELECT spell, holder, first, last, ended, status FROM holding ORDER BY spell",
)


def strike(file: str, day: str, dead: int) -> ReadReport:
    text = f"A strike on {day} killed {dead}."
    happened = event(STRIKE, ARIHA, when(day), report=file, quote=text)
    holds = control(ARIHA, when(day), Change.HOLDS, actor("Army"), report=file, quote=text)
    claims = (happened, toll(dead, of=happened, quote=text), holds)
    one = report(file, day, text=text)
    return ReadReport(RawReport(one.id, file, b""), one, claims)


def looked_at(path: Path) -> list[list[Any]]:
    with sqlite3.connect(path) as connection:
        found = [connection.execute(sql).fetchall() for sql in LOOKED_AT]
    connection.close()
    return found


def filled(path: Path, *reports: ReadReport, one_by_one: bool) -> Path:
    with open_record(path, create=True) as record:
        for some in [[one] for one in reports] if one_by_one else [list(reports)]:
            record.add(some, ENGINE)
            assert refresh(record)
    return path


def test_bit_by_bit_is_the_same_as_at_once(tmp_path: Path) -> None:
    told = [strike(f"{n}.txt", f"2015-04-{1 + n:02}", n) for n in range(1, 9)]
    told += [strike("again.txt", "2015-04-03", 7)]
    bit_by_bit = looked_at(filled(tmp_path / "a.db", *told, one_by_one=True))
    assert bit_by_bit == looked_at(filled(tmp_path / "b.db", *told, one_by_one=False))
    assert all(bit_by_bit)


def test_judged_and_undone_is_the_same_as_before(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db", *(strike(f"{n}.txt", f"2015-04-{n:02}", n) for n in range(1, 9)), one_by_one=False)
    before = looked_at(path)
    with open_record(path) as record:
        one, other, *_ = (incident.id for incident in record.view.incidents())
        for found in (judging.merge(record.view, one, other), judging.grade(record.view, one, "discounted")):
            judging.decide(record, found, who="Anna", reason="so")
        assert refresh(record)
        assert looked_at(path) != before
        for number in (1, 2):
            judging.decide(record, judging.undo(record.view, number), who="Anna", reason="no")
        assert refresh(record)
    without_digest = [([row[:1] + row[2:] for row in some[0]], *some[1:]) for some in (before, looked_at(path))]
    assert without_digest[0] == without_digest[1]


def test_parts_of_a_counted_whole_are_not_added(tmp_path: Path) -> None:
    both = (strike("a.txt", "2015-04-01", 5), strike("b.txt", "2015-04-02", 9))
    path = filled(tmp_path / "a.db", *both, one_by_one=False)
    with open_record(path) as record:
        part, whole = (one.id for one in sorted(record.view.incidents(), key=lambda one: str(one.when)))
        judging.decide(record, judging.part_of(record.view, part, whole), who="Anna", reason="so")
        assert refresh(record)
    with open_view(path) as view:
        assert view.finder().sums(Filters(), killed_of).killed_low == 9
        assert [one.killed_low for one in view.finder().days(Filters(), killed_of)] == [5, 9], "each day by itself"
        first_day = Filters(until=when("2015-04-01").first)
        assert view.finder().sums(first_day, killed_of).killed_low == 5, "its whole is not asked for"


def test_a_place_is_known_as_closely_as_any_report_tells(tmp_path: Path) -> None:
    near = place("Ariha", precision=PlacePrecision.AREA)
    wide = event(STRIKE, near, when("2015-04-05"), report="near.txt", quote="A strike near Ariha.")
    text = report("near.txt", "2015-04-06", text="A strike near Ariha.")
    first = ReadReport(RawReport(text.id, "near.txt", b""), text, (wide,))
    path = filled(tmp_path / "a.db", first, strike("a.txt", "2015-04-01", 5), one_by_one=True)
    with open_view(path) as view:
        (spot,) = view.lister().spots()
        assert view.place(spot.digest).precision is PlacePrecision.TOWN
        assert [one.lat for one in view.finder().page(Filters(), after=None, limit=9)] == [35.81, None]


def test_a_record_that_was_replaced_is_opened_anew(tmp_path: Path) -> None:
    views = Views(filled(tmp_path / "a.db", strike("a.txt", "2015-04-01", 5), one_by_one=False))
    with views.view() as view:
        assert view.finder().count(Filters()) == 1
    both = (strike("b.txt", "2015-04-02", 5), strike("c.txt", "2015-05-02", 5))
    filled(tmp_path / "b.db", *both, one_by_one=False).replace(tmp_path / "a.db")
    with views.view() as view:
        assert view.finder().count(Filters()) == 2


def test_what_was_found_is_found_again_after_a_change(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db", strike("a.txt", "2015-04-01", 5), one_by_one=False)
    views = Views(path)
    with views.view() as view:
        assert view.finder().sums(Filters(), killed_of).killed_low == 5
    filled(path, strike("b.txt", "2015-05-01", 2), one_by_one=False)
    with views.view() as view:
        assert view.finder().sums(Filters(), killed_of).killed_low == 7


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("barrel bomb", '"barrel" * AND "bomb" *'),
        ('"barrel bomb" idlib', '"barrel bomb" AND "idlib" *'),
        ('half "a quote', '"half" * AND "a quote"'),
        ("!! ?", None),
        ("", None),
        ("nul\0byte", '"nul" * AND "byte" *'),
    ],
)
def test_words_query(typed: str, query: str | None) -> None:
    assert words_query(typed) == query
