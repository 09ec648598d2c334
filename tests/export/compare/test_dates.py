import datetime as dt

import pytest

from dateline.export.compare.dates import days_of


@pytest.mark.parametrize(
    "written",
    [
        "2015-04-25", "2015/04/25", "20150425", "2015-04-25 00:00:00.000", "2015-04-25T10:00:00Z", "25 April 2015",
        "25-Apr-15", "25-Apr-2015", "25th April 2015", "April 25, 2015", "Apr 25 2015", "25/04/2015", "04/25/2015",
        "25.04.2015", "25/4/15", "42119", "42119.0",
    ],
)  # fmt: skip
def test_a_day_in_any_style(written: str) -> None:
    assert days_of([written]) == [dt.date(2015, 4, 25)]


def test_one_cell_shows_the_order_of_the_column() -> None:
    assert days_of(["04/05/2015", "04/25/2015"]) == [dt.date(2015, 4, 5), dt.date(2015, 4, 25)]
    assert days_of(["04/05/2015", "25/04/2015"]) == [dt.date(2015, 5, 4), dt.date(2015, 4, 25)]
    assert days_of(["05/05/2015"]) == [dt.date(2015, 5, 5)]


def test_an_order_that_nothing_shows_is_asked_about() -> None:
    with pytest.raises(ValueError, match="no cell has a day above 12"):
        days_of(["04/05/2015"])
    with pytest.raises(ValueError, match="cells show both orders"):
        days_of(["25/04/2015", "04/25/2015"])


def test_years_of_two_digits() -> None:
    assert days_of(["1-Jan-97", "1-Jan-24"]) == [dt.date(1997, 1, 1), dt.date(2024, 1, 1)]


def test_an_empty_cell_is_no_day_and_nonsense_is_named() -> None:
    assert days_of([""]) == [None]
    for nonsense in ("soon", "2015-13-01", "31 Foo 2015"):
        with pytest.raises(ValueError, match="is no day"):
            days_of([nonsense])
