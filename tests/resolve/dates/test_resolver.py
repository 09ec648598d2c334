"""Time expressions become intervals of days, reckoned from what the report tells, never closer than its words."""

import datetime as dt
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.report import Dateline
from dateline.model.when import Precision, When
from dateline.resolve.dates.expression import Relation
from dateline.resolve.dates.lexicon import GRAMMAR
from dateline.resolve.dates.resolver import TimeExpression, combine, find_times, normalise

WEDNESDAY = dt.date(2015, 4, 29)
DAYS = st.dates(dt.date(1980, 1, 1), dt.date(2090, 12, 31))
NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def only(text: str) -> TimeExpression:
    """The one time expression of a text."""
    (found,) = find_times(text)
    return found


def read(text: str, *, published: dt.date | None = WEDNESDAY, anchor: str | None = None) -> When | None:
    """The days of a text's first time expression."""
    return normalise(find_times(text)[0], published=published, anchor=on(anchor) if anchor else None)


def on(day: str) -> When:
    first = dt.date.fromisoformat(day)
    return When(first, first + dt.timedelta(days=1), Precision.DAY, "that day", "as written")


def span(text: str, *, published: dt.date | None = WEDNESDAY, anchor: str | None = None) -> str | None:
    """The days of a text's first time expression as "first/last", "" where a side is open."""
    when = read(text, published=published, anchor=anchor)
    return f"{when.first or ''}/{when.last or ''}" if when else None


def dateline(month: int | None, day: int | None, year: int | None = None) -> Dateline:
    return Dateline(
        start=0, end=9, place=None, place_start=0, place_end=0, month=month, day=day, year=year, agency=None
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on April 25, 2015", "2015-04-25/2015-04-25"),
        ("on 25 April 2015", "2015-04-25/2015-04-25"),
        ("the 3rd of May, 2014", "2014-05-03/2014-05-03"),
        ("25/04/2015", "2015-04-25/2015-04-25"),
        ("05/04/2015", "2015-04-05/2015-04-05"),
        ("04/25/2015", "2015-04-25/2015-04-25"),
        ("2015-04-25", "2015-04-25/2015-04-25"),
        ("25.04.2015", "2015-04-25/2015-04-25"),
        ("CITY, 12 MAR 89 (X)", "1989-03-12/1989-03-12"),
        ("on 12-Mar-89", "1989-03-12/1989-03-12"),
        ("on April 25", "2015-04-25/2015-04-25"),
        ("on Dec. 14", "2014-12-14/2014-12-14"),
        ("Thursday, 26 March 2015", "2015-03-26/2015-03-26"),
        ("from 3 to 5 March", "2015-03-03/2015-03-05"),
        ("between March 24 and 28", "2015-03-24/2015-03-28"),
        ("between 3 March and 5 April", "2015-03-03/2015-04-05"),
        ("March 30 to April 2, 2014", "2014-03-30/2014-04-02"),
        ("in November", "2014-11-01/2014-11-30"),
        ("in April", "2015-04-01/2015-04-30"),
        ("last April", "2014-04-01/2014-04-30"),
        ("in March last year", "2014-03-01/2014-03-31"),
        ("early January", "2015-01-01/2015-01-10"),
        ("mid-March", "2015-03-11/2015-03-21"),
        ("the end of March", "2015-03-22/2015-03-31"),
        ("in 2013", "2013-01-01/2013-12-31"),
        ("late 2014", "2014-09-01/2014-12-31"),
        ("spring 2014", "2014-03-01/2014-05-31"),
        ("last winter", "2014-12-01/2015-02-28"),
        ("the first half of 2014", "2014-01-01/2014-06-30"),
        ("the 1980s", "1980-01-01/1989-12-31"),
        ("the 19th century", "1800-01-01/1899-12-31"),
        ("on Christmas Eve", "2014-12-24/2014-12-24"),
        ("during Ramadan", "2014-06-28/2014-07-27"),
    ],
)
def test_dates_with_a_name_in_the_calendar(text: str, expected: object) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Monday", "2015-04-27/2015-04-27"),
        ("on Wednesday", "2015-04-29/2015-04-29"),
        ("last Wednesday", "2015-04-22/2015-04-22"),
        ("on Thursday", "2015-04-23/2015-04-23"),
        ("next Thursday", "2015-04-30/2015-04-30"),
        ("they will meet on Friday", "2015-05-01/2015-05-01"),
        ("he said they would meet, and on Friday they met", "2015-04-24/2015-04-24"),
        ("on Friday last week", "2015-04-24/2015-04-24"),
        ("Monday night", "2015-04-27/2015-04-27"),
        ("early on Monday", "2015-04-27/2015-04-27"),
        ("Saturday's raid", "2015-04-25/2015-04-25"),
        ("at dawn on Monday", "2015-04-27/2015-04-27"),
        ("at 10:30 am on Tuesday", "2015-04-28/2015-04-28"),
        ("from Monday to Tuesday", "2015-04-27/2015-04-28"),
        ("from Saturday to Tuesday", "2015-04-25/2015-04-28"),
        ("over the weekend", "2015-04-25/2015-04-26"),
        ("today", "2015-04-29/2015-04-29"),
        ("late yesterday", "2015-04-28/2015-04-28"),
        ("tomorrow", "2015-04-30/2015-04-30"),
        ("last night", "2015-04-28/2015-04-28"),
        ("this morning", "2015-04-29/2015-04-29"),
        ("overnight", "2015-04-28/2015-04-29"),
        ("two days ago", "2015-04-27/2015-04-27"),
        ("48 hours ago", "2015-04-27/2015-04-27"),
        ("36 hours ago", "2015-04-27/2015-04-28"),
        ("an hour ago", "2015-04-29/2015-04-29"),
        ("three weeks ago", "2015-04-05/2015-04-11"),
        ("nearly a year ago", "2014-01-01/2014-12-31"),
        ("more than a year ago", "2013-04-29/2014-04-29"),
        ("little more than a year ago", "2014-01-01/2014-12-31"),
        ("on Tuesday the 7th", "2015-04-07/2015-04-07"),
        ("on Sunday, 1st", "2015-03-01/2015-03-01"),
        ("several days ago", "/2015-04-28"),
        ("last week", "2015-04-20/2015-04-26"),
        ("last month", "2015-03-01/2015-03-31"),
        ("last year", "2014-01-01/2014-12-31"),
        ("this week", "2015-04-27/2015-05-03"),
        ("earlier this month", "2015-04-01/2015-04-29"),
        ("early next year", "2016-01-01/2016-05-01"),
        ("in the past 48 hours", "2015-04-27/2015-04-29"),
        ("over the past two days", "2015-04-27/2015-04-29"),
        ("in recent days", "/2015-04-29"),
        ("for a third day", "2015-04-27/2015-04-29"),
        ("for the third straight day", "2015-04-27/2015-04-29"),
        ("for a third continuous day", "2015-04-27/2015-04-29"),
        ("have held it for around two years", "2013-04-29/2015-04-29"),
        ("since Sunday", "2015-04-26/2015-04-29"),
        ("since March 2011", "2011-03-01/2015-04-29"),
        ("until Monday", "/2015-04-27"),
        ("before Monday", "/2015-04-26"),
        ("after Monday", "2015-04-28/"),
        ("is now held", "2015-04-29/2015-04-29"),
    ],
)
def test_times_against_the_publication_day(text: str, expected: object) -> None:
    assert span(text) == expected
    assert span(text.upper()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a day after the", "2015-04-21/2015-04-21"),
        ("a day earlier", "2015-04-19/2015-04-19"),
        ("two days later", "2015-04-22/2015-04-22"),
        ("the day before", "2015-04-19/2015-04-19"),
        ("the same day", "2015-04-20/2015-04-20"),
        ("the following day", "2015-04-21/2015-04-21"),
        ("the next morning", "2015-04-21/2015-04-21"),
        ("on the eve of the", "2015-04-19/2015-04-19"),
        ("hours later", "2015-04-20/2015-04-21"),
        ("two weeks later", "2015-05-01/2015-05-07"),
        ("days later", "2015-04-21/"),
        ("at dawn", "2015-04-20/2015-04-20"),
        ("by midday", "2015-04-20/2015-04-20"),
        ("an hour afterwards", "2015-04-20/2015-04-20"),
        ("three nights later", "2015-04-23/2015-04-23"),
        ("more than two weeks earlier", "2015-03-30/2015-04-06"),
    ],
)
def test_times_against_another_event(text: str, expected: object) -> None:
    assert span(text, anchor="2015-04-20") == expected
    assert span(text) is None
    assert only(text).needs_anchor


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_within_the_week_up_to_publication(published: dt.date, weekday: int) -> None:
    when = read(f"on {NAMES[weekday]}", published=published)
    assert when
    assert when.first
    assert when.first.weekday() == weekday
    assert 0 <= (published - when.first).days <= 6
    assert str(published) in when.basis


@given(DAYS)
def test_a_full_date_reads_back_in_every_format(day: dt.date) -> None:
    month = MONTHS[day.month - 1]
    for text in (f"{month} {day.day}, {day.year}", f"{day.day} {month[:3]} {day.year}", f"{day:%d/%m/%Y}", str(day)):
        when = read(text, published=None)
        assert when
        assert (when.first, when.days, when.precision) == (day, 1, Precision.DAY)


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_near_the_publication_day(published: dt.date, day: dt.date) -> None:
    when = read(f"on {day.day} {MONTHS[day.month - 1]}", published=published)
    assert when
    assert when.first
    assert (when.first.month, when.first.day) == (day.month, day.day)
    assert when.first <= published + dt.timedelta(days=60)


@pytest.mark.parametrize(
    "text", ["on Monday", "today", "on April 25", "last month", "in November", "two days ago", "overnight", "in spring"]
)
def test_nothing_is_invented_without_a_publication_day(text: str) -> None:
    assert read(text, published=None) is None


def test_a_day_without_a_year_takes_the_anchors() -> None:
    assert span("on 3 January", published=None, anchor="2014-12-29") == "2015-01-03/2015-01-03"


def test_a_length_of_time_by_itself_is_no_day() -> None:
    assert read("the country has been torn by a four-year war") is None
    assert read("fought for two hours") is None


def test_no_calendar_has_it() -> None:
    assert read("on 31 April 2015") is None
    assert read("on February 29, 2015") is None


def test_precision_is_that_of_the_words() -> None:
    told = {
        "on Monday": Precision.DAY,
        "over the weekend": Precision.DAYS,
        "last week": Precision.WEEK,
        "early March": Precision.MONTH,
        "in 2013": Precision.YEAR,
        "since Sunday": Precision.OPEN,
    }
    assert {text: when.precision for text in told if (when := read(text))} == told


def test_the_basis_tells_what_the_days_were_reckoned_from() -> None:
    when = read("since Sunday")
    assert when
    assert when.words == "since Sunday"
    assert "weekday against publication 2015-04-29" in when.basis
    either = read("05/04/2015")
    assert either
    assert "day before month" in either.basis


def test_today_in_a_wire_story_is_the_datelines_day() -> None:
    today = only("seized the city today")
    when = normalise(today, published=dt.date(2015, 4, 26), dateline=dateline(4, 25))
    assert when
    assert when.first == dt.date(2015, 4, 25)
    assert "dateline 2015-04-25" in when.basis


@pytest.mark.parametrize("line", [dateline(None, None), dateline(1, 3), dateline(4, 25, 2013), dateline(2, 30)])
def test_a_dateline_that_does_not_fit_is_passed_over(line: Dateline) -> None:
    when = normalise(only("today"), published=WEDNESDAY, dateline=line)
    assert when
    assert when.first == WEDNESDAY


def test_a_full_dateline_stands_in_for_the_publication_day() -> None:
    when = normalise(only("on Monday"), published=None, dateline=dateline(4, 29, 2015))
    assert when
    assert when.first == dt.date(2015, 4, 27)


def test_a_dateline_across_new_year() -> None:
    when = normalise(only("today"), published=dt.date(2015, 1, 1), dateline=dateline(12, 31))
    assert when
    assert when.first == dt.date(2014, 12, 31)


def test_an_inner_time_falls_within_the_outer() -> None:
    outer = read("last week")
    assert outer
    inner = combine(outer, only("on Sunday"), published=WEDNESDAY)
    assert inner
    assert inner.first == dt.date(2015, 4, 26)
    year = read("in 2013")
    assert year
    assert combine(year, only("in March"), published=WEDNESDAY) == When(
        dt.date(2013, 3, 1), dt.date(2013, 4, 1), Precision.MONTH, "March, 2013", "in 2013-01-01 to 2013-12-31"
    )
    assert combine(year, only("25 April 2015"), published=WEDNESDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "the 43-year-old commander",
        "12 may have died",
        "they march to the sea",
        "killed 2000 people",
        "killed 1500 Kurdish fighters",
        "more than 1950 of them",
        "in her 80s",
        "a 12-day-old child",
        "no word of it",
        "fourteen men died in the fall of the port",
        "3/4 of the town",
        "those hit by the first.",
        "they came on a Saturday morning, in trucks",
        "on one Sunday",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text) == ()


def test_relations_are_told_apart_from_their_times() -> None:
    assert [
        e.relation for e in find_times("since Monday, until Friday, before dawn on Sunday, after Saturday's raid")
    ] == [
        Relation.SINCE,
        Relation.UNTIL,
        None,
        None,
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "since",
                "3",
                "May",
                "April",
                "2015",
                "Monday",
                "night",
                "of",
                "the",
                ",",
                "two",
                "days",
                "ago",
                "-",
                "last",
                "week",
            ]
        ),
        max_size=12,
    )
)
def test_spans_lie_in_the_text_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = find_times(text, 5)
    assert all(text[e.start - 5 : e.end - 5] == e.text for e in found)
    assert all(text[e.lead - 5 : e.end - 5] == e.words for e in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    for expression in found:
        normalise(expression, published=WEDNESDAY)


def examples() -> list[tuple[str, str, str]]:
    content = yaml.safe_load(GRAMMAR.read_text(encoding="utf-8"))
    return [
        (entry["id"], text, found) for entry in content["patterns"] for text, found in entry.get("examples", {}).items()
    ]


@pytest.mark.parametrize(("pattern", "text", "found"), examples())
def test_each_pattern_finds_its_examples(pattern: str, text: str, found: str) -> None:
    assert found in [e.text for e in find_times(text)]
