"""What a claim says of a gold incident: family of type, any name of the place, days that say when it was."""

import datetime as dt

import pytest

from dateline.model.when import Precision, When
from evaluation.incident_slots import wrong_slots
from tests.builders import CLASH, OVERTAKES, STRIKE, event, place

GOLD = {
    "incidents": [
        {"key": "fall", "type": OVERTAKES, "place": "Sarra", "days": ["2015-04-25", "2015-04-25"],
         "members": [["a.txt", "took Sarra"]]}
    ],
    "also_called": {"Sarra": ["Sarrah"]},
}  # fmt: skip
DAY = dt.date(2015, 4, 25)


def wrong(kind: str = OVERTAKES, name: str = "Sarra", when: When | None = None) -> set[str]:
    claim = event(kind, place(name), when or days(0, 1), quote="took Sarra", trigger="took")
    return {slot for slot, _ in wrong_slots(GOLD, {("fall", 0): claim})}


def days(first: int | None, after: int) -> When:
    begun = None if first is None else DAY + dt.timedelta(first)
    return When(begun, DAY + dt.timedelta(after), Precision.DAYS, "", "stated")


def test_another_name_and_a_kin_type_are_right() -> None:
    assert wrong(name="Sarrah") == set()
    assert wrong(name="Sārra") == set()
    assert wrong(name="Tell Omar") == {"place"}
    assert wrong(kind=CLASH) == set()
    assert wrong(kind=STRIKE) == {"type"}


@pytest.mark.parametrize(
    ("first", "after", "right"), [(-2, 1, True), (-3, 1, False), (1, 2, False), (None, 1, True), (None, 2, False)]
)
def test_days_must_say_when_it_was(first: int | None, after: int, right: bool) -> None:
    assert wrong(when=days(first, after)) == (set() if right else {"days"})
