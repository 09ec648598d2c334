import datetime as dt
from dataclasses import replace

import pytest

from dateline.model.reading import Change
from dateline.model.when import Precision, When
from dateline.reckon.control import holder_on, reckon_control
from dateline.reckon.held_days import HeldDays, held_days
from tests.builders import actor, control, day, monitor, place, when

REBELS, ARMY = actor("Highland Front", "opposition"), actor("Valley Guard", "government")
TOWN = place("Sarra")
WATCH = (monitor("Watch"),)


def since(first: str, words: str) -> When:
    return When(day(first), None, Precision.OPEN, words, "as written")


def until(last: str, words: str) -> When:
    return When(None, day(last) + dt.timedelta(days=1), Precision.OPEN, words, "as written")


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (since("2013-09-18", "since 18 September 2013"), HeldDays(day("2013-09-18"), day("2013-09-18"))),
        (since("2013-09-01", "since September 2013"), HeldDays(day("2013-09-30"), day("2013-09-30"))),
        (since("2013-01-01", "since 2013"), HeldDays(day("2013-12-31"), day("2013-12-31"))),
        (
            until("2018-03-31", "until March 2018"),
            HeldDays(day("2018-03-01"), day("2018-03-01"), day("2018-03-31")),
        ),
        (
            when("2013-09-01", "2018-03-31", precision=Precision.MONTH, words="September 2013 to March 2018"),
            HeldDays(day("2013-09-30"), day("2018-03-01"), day("2018-03-31")),
        ),
        (
            when("2013-01-01", "2018-12-31", precision=Precision.YEAR, words="2013 and 2018"),
            HeldDays(day("2013-12-31"), day("2018-01-01")),
        ),
        (until("2018-03-31", "until at least March 2018"), None),
        (until("2018-03-31", "by March 2018"), None),
        (when("2018-03-01", "2018-03-31", precision=Precision.MONTH, words="March 2018"), None),
    ],
)
def test_a_stretch_vouches_for_the_days_that_are_surely_within_it(told: When, held: HeldDays | None) -> None:
    assert held_days(told) == held


def test_who_has_held_a_place_since_a_day_holds_it_from_then_on() -> None:
    claim = control(TOWN, since("2013-09-18", "since 18 September 2013"), Change.HOLDS, REBELS, said_by=WATCH)
    (spell,) = reckon_control([claim])
    assert (spell.first, spell.ended_by) == (day("2013-09-18"), None)
    assert holder_on([spell], TOWN.id, day("2015-01-01"), 9999) == (spell,)


def test_who_held_a_place_until_a_day_holds_it_no_more_behind_it() -> None:
    told = when("2013-09-01", "2018-03-31", precision=Precision.MONTH, words="September 2013 to March 2018")
    (spell,) = reckon_control([control(TOWN, told, Change.HOLDS, REBELS, said_by=WATCH)])
    assert (spell.first, spell.last) == (day("2013-09-30"), day("2018-03-01"))
    assert holder_on([spell], TOWN.id, day("2015-01-01")) == (spell,)
    assert holder_on([spell], TOWN.id, day("2018-05-01"), 9999) == ()


def test_what_another_gains_within_the_last_month_of_a_stretch_is_his_from_then_on() -> None:
    held = control(TOWN, until("2018-03-31", "until March 2018"), Change.HOLDS, REBELS, said_by=WATCH)
    gained = control(TOWN, when("2018-03-20"), Change.GAINED, ARMY, said_by=WATCH)
    spells = reckon_control([held, gained])
    assert [spell.holder for spell in holder_on(spells, TOWN.id, day("2018-04-01"), 9999)] == ["Valley Guard"]


def test_an_occupation_over_a_stretch_goes_on_and_is_no_gain_at_its_end() -> None:
    told = when("2014-08-01", "2015-11-30", precision=Precision.MONTH, words="August 2014 to November 2015")
    claim = replace(control(TOWN, told, Change.GAINED, REBELS, said_by=WATCH), trigger="occupied")
    (spell,) = reckon_control([claim])
    assert (spell.first, spell.last, spell.ended_by) == (day("2014-08-31"), day("2015-11-01"), claim.id)
