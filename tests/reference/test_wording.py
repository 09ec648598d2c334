"""Wording: what readers are told in plain English, no more exactly than the record knows it."""

import pytest

from dateline.model.claim import Claim
from dateline.model.place import PlacePrecision
from dateline.model.reading import Change
from dateline.model.when import Precision, When
from dateline.reference import wording
from tests.builders import CLASH, actor, control, day, event, place, report, toll, when

ARMY, FRONT = actor("Army", "government"), actor("Front", "opposition")
BINNISH = place("Binnish")
IDLIB = place("Idlib", precision=PlacePrecision.PROVINCE)


@pytest.mark.parametrize(("noun", "text"), [("airport", "an airport"), ("camp", "a camp"), ("Event", "an Event")])
def test_articles(noun: str, text: str) -> None:
    assert wording.with_article(noun) == text


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (when("2015-04-25"), "25 April 2015"),
        (when("2015-04-25", "2015-04-27"), "25–27 April 2015"),
        (when("2015-04-29", "2015-05-02"), "29 April 2015 – 2 May 2015"),
        (when("2015-04-01", "2015-04-30", precision=Precision.MONTH), "April 2015"),
        (when("2015-01-01", "2015-12-31", precision=Precision.YEAR), "2015"),
        (when(None, "2015-04-27"), "by 27 April 2015"),
        (When(day("2015-04-27"), None, Precision.OPEN, "since then", "told"), "since 27 April 2015"),
        (None, "day not told"),
    ],
)
def test_days(told: When | None, text: str) -> None:
    assert wording.days(told) == text


def test_a_publication_day_that_nobody_tells() -> None:
    assert wording.published(report("a.txt", "2015-04-25").published) == "25 April 2015"
    assert wording.published(report("a.txt").published) == "publication day not known"


@pytest.mark.parametrize(
    ("low", "high", "text", "short"),
    [
        (31, 31, "31", "31"),
        (31, None, "at least 31", "31+"),
        (None, 40, "up to 40", "≤ 40"),
        (1000, 1500, "1,000–1,500", "1,000–1,500"),
        (None, None, "“scores”", ""),
    ],
)
def test_counts(low: int | None, high: int | None, text: str, short: str) -> None:
    assert wording.interval(low, high, "scores") == text
    assert wording.short(low, high) == short


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            event(CLASH, BINNISH, when("2015-03-24"), by=(ARMY,), against=(FRONT,)),
            "Armed clash, by Army, against Front · Binnish · 24 March 2015",
        ),
        (toll(12, None, status="combatants", side=ARMY), "at least 12 killed (combatants of Army) · day not told"),
        (toll(3, harm=None, demographic="children"), "3 harmed (children) · day not told"),
        (control(BINNISH, None, Change.GAINED, FRONT, ARMY), "Front and Army: gained · Binnish · day not told"),
        (control(BINNISH, None, Change.LOST), "holder not told: lost · Binnish · day not told"),
        (event(CLASH, IDLIB), "Armed clash · Idlib (province only) · day not told"),
    ],
)
def test_a_claim_in_a_few_words(claim: Claim, text: str) -> None:
    assert wording.claim(claim) == text


def test_a_list_of_names_ends_in_how_many_more_there_are() -> None:
    assert wording.first_of(["A", "B"], 2) == "A and B"
    assert wording.first_of(["A", "B", "C", "D"], 2) == "A, B and 2 more"


def test_marks_case_and_apostrophes_do_not_matter() -> None:
    assert wording.plain("Ma‘arrat  an-Nu'mān") == wording.plain("maarrat an numan")
