"""Days that count from another event's: "a day earlier", "two weeks after X", and X itself."""

import datetime as dt

import pytest

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import EventClaim
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes

PUBLISHED = dt.date(2017, 10, 29)  # a Sunday


def days(text: str) -> dict[str, tuple[dt.date | None, dt.date | None]]:
    """Return the first and last day of each event by the words that tell it."""
    report = read_bytes(text.encode(), "a.txt", Row(file="a.txt", number=2, published=PUBLISHED))
    (annotated,) = Annotator.load().annotate([report])
    found = [c for c in resolve(annotated, extract(annotated)) if isinstance(c, EventClaim)]
    return {
        claim.trigger.lower(): (claim.when.first, claim.when.last) if claim.when else (None, None) for claim in found
    }


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Gunmen shelled Kismayo on Saturday. A day earlier, an air strike killed nine people in Afgooye.",
            "strike",
            27,
        ),
        ("A bomb exploded in Kismayo on Saturday. Two hours later gunmen shelled Afgooye.", "shelled", 28),
        ("Residents buried their dead in Kismayo on Saturday, a day after army jets bombed the town.", "bombed", 27),
        ("Gunmen shelled Kismayo on Saturday. Ten days before that attack, jets had bombed Afgooye.", "bombed", 18),
    ],
)
def test_a_distance_counts_from_the_event_that_it_is_tied_to(text: str, trigger: str, day: int) -> None:
    assert days(text)[trigger] == (dt.date(2017, 10, day), dt.date(2017, 10, day))


def test_weeks_lead_to_no_single_day() -> None:
    told = days("Gunmen stormed a hotel in Kismayo on Saturday, two weeks after rebels bombed Afgooye.")
    first, last = told["bombed"]
    assert first is not None
    assert last is not None
    assert first < dt.date(2017, 10, 14) < last < dt.date(2017, 10, 28)


def test_a_day_of_long_ago_dates_no_other_news() -> None:
    found = days(
        "A spokesman was there on Saturday, not on Friday. Gunmen attacked the embassy in Kismayo. "
        "In 2009, rebels shelled the embassy in Kismayo for the first time."
    )
    assert found["attacked"] == (None, None)
    assert found["shelled"][0] == dt.date(2009, 1, 1)


def test_since_when_a_thing_is_there_is_not_when_something_befell_it() -> None:
    text = "Gunmen shelled the base of the mission, which was set up in 2009. A spokesman was there on Saturday."
    assert days(text)["shelled"] == (None, None)


def test_a_day_of_the_month_and_the_hours_behind_it_are_of_the_month_reached() -> None:
    text = (
        "Rebels captured Saraqib in Syria on 6 October. On the 9th an air strike killed nine people in Ariha. "
        "That evening shells hit a market in Idlib."
    )
    assert {day for day, _ in days(text).values()} == {dt.date(2017, 10, 6), dt.date(2017, 10, 9)}
