import datetime as dt

import pytest

from dateline.sources.datelines import read_dateline
from dateline.sources.headings import read_bare_day, read_dated_line, read_opening


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("Northern Courier, Sunday 2 February 2025", True),
        ("Quibdo, 2 February 2025", False),
        ("Hills of Anywhere, February 2, 2025", False),
        ("Morning Record - From our correspondent in Manaus - 2 February 2025", True),
        ("2 February 2025 | Coastal Herald", True),
        ("Coastal Herald (2 February 2025)", True),
        ("Radio Lakes 2, Sunday 2 February 2025, 19.40 h", True),
        ("Radio Salaam, Sunday 2 February 2025, 7 p.m.", True),
        ("Channel 4 News, 2 February 2025, 18:00 GMT", True),
        ("Rights Centre, Kandy. 27 January to 2 February 2025", True),
        ("Chronicle of the week, Port Loko, 27 January to 2 February 2025", True),
        ("Gulf Monitor, weekly summary, January 27 - February 2, 2025", True),
        ("Week of 27 January to 2 February 2025", True),
        ("Period covered: 1 to 2 February 2025", True),
    ],
)
def test_a_line_of_names_with_a_date_is_a_heading(line: str, signed: bool) -> None:
    found = read_dated_line(line)
    assert found is not None
    assert found.date.date == dt.date(2025, 2, 2)
    assert found.signed is signed


@pytest.mark.parametrize(
    "line",
    [
        "Rebels took the town on 2 February 2025",
        "What happened in Ariha, 2 February 2025 and after",
        "Deaths of 2 February 2025",
        "From 2 February 2025, to 5 February 2025",
        "Coastal Herald, 2 February 2025.",
        "The Ministry of Defence on 2 February 2025",
        "a long day in the hills, 2 February 2025",
        "2 February 2025",
        "Coastal Herald, 2 February",
        "The siege lasted from 27 January to 2 February 2025",
        "12 dead between 1 and 2 February 2025",
        "Gunmen held the dam from 1 to 2 February 2025, elders say",
    ],
)
def test_a_line_that_tells_of_a_day_is_none(line: str) -> None:
    assert read_dated_line(line) is None


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Moscow, 2 February 2025, Volga Agency. ", "Moscow"),
        ("(Harbour Desk) February 2, 2025 - ", None),
        ("Harbour Desk, Odesa, 2 February 2025: ", "Odesa"),
        ("Omdurman, 2 February 2025 (state news agency) - ", "Omdurman"),
    ],
)
def test_an_opening_may_have_its_outlet_anywhere(opening: str, place: str | None) -> None:
    text = f"{opening}Fighters left the town on Friday."
    read = read_dateline(text, 0, len(text))
    assert read is not None
    assert (read.year, read.month, read.day, read.place) == (2025, 2, 2, place)
    assert text[read.end :] == "Fighters left the town on Friday."
    assert place is None or text[read.place_start : read.place_end] == place


@pytest.mark.parametrize(
    "text",
    [
        "2 February 2025 - Rebels take the town.",  # a chronicle begins its entries so
        "On 2 February 2025, Sudan. The army left.",
        "In Omdurman, 2 February 2025 was a day of mourning. Shops closed.",
        "Omdurman buried its dead on 2 February 2025. Shops closed.",
        "Doctors said that by 2 February 2025 - a Sunday - 54 had died.",
    ],
)
def test_a_sentence_is_no_opening(text: str) -> None:
    assert read_opening(text, 0, len(text)) is None


def test_a_day_alone_opens_a_paragraph() -> None:
    text = "10 June 2017. Troops entered the town."
    found = read_bare_day(text, 0, len(text))
    assert found is not None
    assert (found.year, found.month, found.day, text[found.end :]) == (2017, 6, 10, "Troops entered the town.")


@pytest.mark.parametrize("text", ["On 10 June 2017. Troops", "10 June 2017 in Ariha. Troops", "Troops entered it."])
def test_other_openings_are_no_day_alone(text: str) -> None:
    assert read_bare_day(text, 0, len(text)) is None
