"""What went on for days, up to the day that its sentence tells."""

import datetime as dt

import pytest

from tests.resolve.test_dating import days


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("The army captured Kismayo on Friday after five days of battles with the rebels.", "battles", 22, 27),
        ("Kismayo fell on Friday after a week of clashes.", "clashes", 20, 27),
        ("The army lost 40 men in three days of fighting in Kismayo until Friday.", "fighting", 25, 27),
        ("In three days of heavy fighting until Friday, the army lost Kismayo.", "fighting", 25, 27),
        ("The army captured Kismayo on Friday after hours of clashes.", "clashes", 27, 27),
        ("The army captured Kismayo on Friday, days after clashes.", "captured", 27, 27),
    ],
)
def test_a_length_of_time_reaches_back(text: str, trigger: str, first: int, last: int) -> None:
    assert days(text)[trigger] == (dt.date(2017, 10, first), dt.date(2017, 10, last))


def test_what_went_on_for_years_has_no_first_day() -> None:
    found = days("The army captured Kismayo on Friday after 200 days of fighting there.")
    assert found["fighting"] == found["captured"]
