import dataclasses
import datetime as dt

import pytest

from dateline.cli.selection import Selection
from dateline.model.reckoned import Spell
from tests.builders import day, place

APRIL = Selection(since=day("2015-04-01"), until=day("2015-04-30"))


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        ("2015-04-25", "2015-04-25", True),
        ("2015-03-25", "2015-04-01", True),
        ("2015-04-30", "2015-05-09", True),
        ("2015-03-25", "2015-03-31", False),
        ("2015-05-01", "2015-05-09", False),
        (None, "2015-03-31", False),
        (None, "2015-04-01", True),
        ("2015-05-01", None, False),
        ("2015-03-01", None, True),
    ],
)
def test_days_that_touch_those_asked_for(first: str | None, last: str | None, there: bool) -> None:
    assert APRIL.days((first and day(first)) or None, (last and day(last)) or None) == there


def test_what_has_no_day_is_on_none() -> None:
    assert not APRIL.days(None, None, known=False)
    assert Selection().days(None, None, known=False)


def test_on_is_one_day() -> None:
    on = Selection.of(day("2015-04-25"), None, None, None, None)
    assert (on.since, on.until) == (dt.date(2015, 4, 25), dt.date(2015, 4, 25))


@pytest.mark.parametrize("asked", ["jisr", "Jisr ash-Shughur", "JISR AL SHUGHUR", "idlib", "jisr al-shughūr"])
def test_a_place_is_found_by_each_name_and_by_its_province(asked: str) -> None:
    entry = dataclasses.replace(place("Jisr al-Shughur", admin1="Idlib"), also=("Jisr ash-Shughur",))
    assert Selection(place=asked).at(entry)
    assert not Selection(place="Aleppo").at(entry)
    assert not Selection(place=asked).at(None)


def test_a_spell_that_was_ended_is_over() -> None:
    ended = Spell("s1", place("Idlib"), "North Front", day("2015-03-01"), day("2015-03-28"), "held", (), "c1")
    later = Selection(since=day("2015-04-01"))
    assert not later.spell(ended)
    assert later.spell(dataclasses.replace(ended, ended_by=None))
