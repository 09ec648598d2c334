"""Histories: dates without a year or a day of their own, read from what the text told before."""

import datetime as dt

import pytest

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import ControlClaim, EventClaim
from dateline.resolve import resolve
from dateline.resolve.dates.resolver import find_times
from dateline.resolve.narrative import is_history, may_look_back
from dateline.sources import Row, read_bytes

YEARS_LATER = dt.date(2023, 10, 9)


def read(text: str, published: dt.date | None = YEARS_LATER) -> tuple[EventClaim | ControlClaim, ...]:
    report = read_bytes(text.encode(), "a.md", Row(file="a.md", number=2, published=published))
    (annotated,) = Annotator.load().annotate([report])
    return tuple(c for c in resolve(annotated, extract(annotated)) if isinstance(c, EventClaim | ControlClaim))


def days(text: str, trigger: str, published: dt.date | None = YEARS_LATER) -> tuple[str, str]:
    claim = next(c for c in read(text, published) if c.trigger == trigger)
    assert claim.when is not None
    return str(claim.when.first), str(claim.when.last)


LEAD = "The siege of Ariha took place in Syria from March to June 2013. It ended in a rebel victory in June 2013.\n\n"


def test_a_day_without_a_year_has_that_of_the_text() -> None:
    text = LEAD + "On 4 March 2013, rebels attacked Ariha. On 9 May, rebels captured Ariha."
    assert days(text, "captured") == ("2013-05-09", "2013-05-09")


def test_the_text_goes_on_past_the_turn_of_the_year() -> None:
    text = LEAD + "On 27 December 2013, rebels attacked Ariha. On 3 January, the army recaptured Ariha."
    assert days(text, "recaptured") == ("2014-01-03", "2014-01-03")


def test_a_heading_tells_the_year() -> None:
    text = (
        LEAD
        + "## 2015\n\nOn 4 March, rebels captured Saraqib.\n\n"
        + "## January to March 2016\n\nOn 4 March, the army shelled it."
    )
    assert days(text, "captured") == ("2015-03-04", "2015-03-04")
    assert days(text, "shelled") == ("2016-03-04", "2016-03-04")


def test_what_follows_a_date_has_its_day_and_the_next_day_follows_it() -> None:
    text = LEAD + "On 4 March 2013, clashes broke out. Rebels captured Ariha. The next day, the army shelled Ariha."
    assert days(text, "captured") == ("2013-03-04", "2013-03-04")
    assert days(text, "shelled") == ("2013-03-05", "2013-03-05")


def test_a_look_ahead_within_a_sentence_does_not_move_the_text_on() -> None:
    text = LEAD + (
        "On 4 March 2013, rebels captured Ariha, which the army was to retake in August 2016. "
        "On 9 May, rebels seized Saraqib."
    )
    assert days(text, "seized") == ("2013-05-09", "2013-05-09")


def test_a_state_of_things_told_in_the_past_is_not_of_the_day_of_publication() -> None:
    text = LEAD + "On 4 March 2013, clashes broke out. Rebels controlled Ariha. As of 2013, rebels held Saraqib."
    held = [c for c in read(text) if isinstance(c, ControlClaim)]
    assert held and all(c.when and c.when.first and c.when.first.year == 2013 for c in held)
    (now,) = [c for c in read(LEAD + "The army now controls Ariha.") if isinstance(c, ControlClaim)][-1:]
    assert now.when is not None and now.when.first == YEARS_LATER


def test_news_keeps_its_day_of_publication() -> None:
    text = "Rebels captured Ariha in Syria on Saturday. It fell in May 2013. On April 25 it was shelled."
    assert days(text, "captured", dt.date(2015, 4, 29)) == ("2015-04-25", "2015-04-25")
    assert days(text, "shelled", dt.date(2015, 4, 29)) == ("2015-04-25", "2015-04-25")


@pytest.mark.parametrize(
    ("text", "published", "history"),
    [
        ("In May 2013 it fell. In June 2013 it was retaken. On 4 July it was shelled.", YEARS_LATER, True),
        ("In May 2013 it fell. In June 2013 it was retaken. On 4 July it was shelled.", dt.date(2013, 7, 5), False),
        ("In May 2013 it fell. In June 2013 it was retaken. It was shelled on Friday.", YEARS_LATER, False),
        ("On 4 July it was shelled. It had fallen in May 2013.", YEARS_LATER, False),
        ("In the 2013 battle it fell. On 4 July it was shelled.", YEARS_LATER, True),
        ("It was shelled.", YEARS_LATER, False),
    ],
)
def test_a_history_tells_long_past_dates_and_no_news(text: str, published: dt.date, history: bool) -> None:
    times = [find_times(sentence) for sentence in text.split(". ")]
    assert is_history(times, published) is history


def test_years_alone_rule_out_most_news() -> None:
    assert may_look_back("It fell in 2013.", YEARS_LATER)
    assert not may_look_back("It fell in 2023.", dt.date(2023, 5, 1))
    assert not may_look_back("It fell on Friday.", None)


def test_what_had_happened_lies_behind_the_time_that_the_text_has_reached() -> None:
    text = LEAD + "On 4 October 2013, the army captured Saraqib. Rebels had captured Ariha in June."
    claims = [c for c in read(text) if isinstance(c, EventClaim) and c.place and c.place.words == "Ariha"]
    assert [str(c.when.first) for c in claims if c.when and c.trigger == "captured"] == ["2013-06-01"]


def test_the_date_of_the_text_below_its_title_is_no_time_that_it_tells_of() -> None:
    text = (
        "# Ariha, spring 2013: a chronology\n\n*Archive of the War, revised edition, October 2023*\n\n"
        "**4 March.** Rebels attack Ariha.\n\n**9 May.** Rebels capture Ariha."
    )
    assert days(text, "attack") == ("2013-03-04", "2013-03-04")
    assert days(text, "capture") == ("2013-05-09", "2013-05-09")
