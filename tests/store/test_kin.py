"""Kin: whatever is asked for, its killed are what a sum of all its tolls comes to."""

from pathlib import Path

import pytest

from dateline import judging
from dateline.intake import refresh
from dateline.pipeline import ENGINE, killed_of
from dateline.store import RawReport, ReadReport, RecordView, open_record, open_view
from dateline.store.browse.filters import Filters, words_query
from dateline.store.browse.kin import families
from tests.builders import STRIKE, event, place, report, toll, when

DEAD = {"alpha": 5, "bravo": 9, "carol": 20, "delta": 3, "eagle": 7}
WHOLE = {"alpha": "carol", "bravo": "carol", "carol": "delta"}  # delta tells of fewer than are in its parts


def strike(name: str, day: str) -> ReadReport:
    text = f"A strike at {name} killed {DEAD[name]}."
    happened = event(STRIKE, place(name.title()), when(day), report=f"{name}.txt", quote=text)
    one = report(f"{name}.txt", day, text=text)
    claims = (happened, toll(DEAD[name], of=happened, quote=text))
    return ReadReport(RawReport(one.id, one.file, b""), one, claims)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("kin") / "r.db"
    with open_record(file, create=True) as record:
        record.add([strike(name, f"2015-04-{2 * n + 1:02}") for n, name in enumerate(DEAD)], ENGINE)
        assert refresh(record)
        for part, whole in WHOLE.items():
            for_part, for_whole = of_name(record.view, part), of_name(record.view, whole)
            judging.decide(record, judging.part_of(record.view, for_part, for_whole), who="Anna", reason="so")
        assert refresh(record)
    return file


def of_name(view: RecordView, name: str) -> str:
    return next(one.id for one in view.incidents() if one.place and one.place.name == name.title())


@pytest.mark.parametrize(("first", "last"), [(a, b) for a in range(5) for b in range(a, 5)])
def test_any_choice_comes_to_what_its_tolls_come_to(path: Path, first: int, last: int) -> None:
    days = [when(f"2015-04-{2 * n + 1:02}").first for n in range(5)]
    with open_view(path) as view:
        ids = {of_name(view, name) for name in list(DEAD)[first : last + 1]}
        expected = killed_of((one for one in view.tolls() if one.incident in ids), view.incidents())
        sums = view.finder().sums(Filters(since=days[first], until=days[last]), killed_of)
        assert (sums.killed_low, sums.killed_high, sums.with_killed) == expected


def test_all_of_a_kin_come_to_the_most_of_whole_and_parts(path: Path) -> None:
    with open_view(path) as view:
        assert view.finder().sums(Filters(), killed_of).killed_low == 20 + 7
        asked = Filters(words=words_query("strike"))
        assert view.finder().sums(asked, killed_of).killed_low == 20 + 7


def test_what_is_no_longer_part_of_another_is_summed_alone(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "r.db"
    copy.write_bytes(path.read_bytes())
    with open_record(copy) as record:
        for number in (1, 2, 3):
            judging.decide(record, judging.undo(record.view, number), who="Anna", reason="no")
        assert refresh(record)
        assert record.view.finder().sums(Filters(), killed_of).killed_low == sum(DEAD.values())


def test_families_are_found_over_any_number_of_others() -> None:
    found = families([("b", "a"), ("d", "c"), ("c", "b"), ("y", "x")])
    assert found == {"a": "a", "b": "a", "c": "a", "d": "a", "x": "x", "y": "x"}
