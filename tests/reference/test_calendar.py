import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reference.calendar import MONTHS, WEEKDAYS, find_dates


def _read(text: str) -> list[tuple[str, int | None, int, int]]:
    return [(text[found.start : found.end], found.year, found.month, found.day) for found in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on April 25, 2015, at dawn", ("April 25, 2015", 2015, 4, 25)),
        ("25 April 2015, an officer said", ("25 April 2015", 2015, 4, 25)),
        ("the 3rd of May, 1999", ("3rd of May, 1999", 1999, 5, 3)),
        ("BOGOTA, 12 MAR 89 (EFE)", ("12 MAR 89", 1989, 3, 12)),
        ("2015-04-25T10:00:00Z", ("2015-04-25", 2015, 4, 25)),
        ("25.04.2015", ("25.04.2015", 2015, 4, 25)),
        ("4/25/2015", ("4/25/2015", 2015, 4, 25)),
        ("3 April 2555", ("3 April 2555", 2012, 4, 3)),
        ("from March 24-28, 2015", ("March 24-28, 2015", 2015, 3, 24)),
        ("Apr. 25 (AP)", ("Apr. 25", None, 4, 25)),
        ("on 12 may the town fell", ("12 may", None, 5, 12)),
        ("on 12 Mar 45 people died", ("12 Mar", None, 3, 12)),
        ("On March 26 2,000 people fled", ("March 26", None, 3, 26)),
        ("at 22:30 May 25", ("May 25", None, 5, 25)),
    ],
)
def test_reads_written_dates(text: str, found: tuple[str, int | None, int, int]) -> None:
    assert _read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "at least 12 may have died",
        "they march 10 km a day",
        "31 February 2014",
        "4/5/2015",
        "in March 2011",
        "May 1.5 million be enough",
        "a ratio of 25/04",
        "version 1.2.2015.3",
    ],
)
def test_leaves_what_is_no_date_or_could_be_two(text: str) -> None:
    assert _read(text) == []


@given(
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_reads_back_what_is_written_out(day: dt.date, form: str) -> None:
    text = day.strftime(form)
    assert [found.date for found in find_dates(f"On {text}, they left.")] == [day]


def test_names_count_from_january_and_monday() -> None:
    assert {MONTHS[name] for name in MONTHS} == set(range(1, 13))
    assert all(WEEKDAYS[f"{dt.date(2015, 4, 27 + number):%A}".lower()] == number for number in range(4))
    assert WEEKDAYS["sun"] == 6
