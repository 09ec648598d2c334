import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from dateline.link import Dated, SharedDays
from dateline.model.claim import Claim
from dateline.model.place import PlacePrecision
from dateline.model.reading import Stance
from dateline.model.report import Basis, Block, BlockKind, Dateline, Publication, Report
from tests.builders import CLASH, OVERTAKES, REGAINS, STRIKE, actor, day, event, place, report, toll, when

TOWN, OTHER_TOWN = place("Bara"), place("Kafr Sijna")
NORTH, STATE = actor("North Front", "rebels"), actor("State army", "state")


def filed(month: int, on: int) -> Dateline:
    return Dateline(start=0, end=0, place=None, place_start=0, place_end=0, month=month, day=on, year=None, agency=None)


APRIL_25 = filed(4, 25)


def capture(**other: Any) -> Claim:
    """A capture of the town, told without a day unless one is given."""
    given: dict[str, Any] = {"at": TOWN, "by": (NORTH,), "report": "undated.txt"} | other
    return event(OVERTAKES, given.pop("at"), given.pop("on", None), by=given.pop("by"), **given)


def told_by_others(on: str, **other: Any) -> Claim:
    return capture(on=when(on), report=other.pop("report", "dated.txt"), **other)


def infer(claims: Iterable[Claim], others: Iterable[Claim], dateline: Dateline | None = APRIL_25) -> Publication | None:
    shared = SharedDays(replace(report("undated.txt"), dateline=dateline), claims)
    shared.add(Dated(others))
    return shared.day()


def test_a_capture_in_common_gives_the_year() -> None:
    found = infer([capture()], [told_by_others("2015-04-25")])
    assert found
    assert (found.day, found.basis) == (day("2015-04-25"), Basis.OTHERS)
    assert "dateline of 25 April" in found.evidence
    assert "dated.txt tells Non-state actor overtakes territory at Bara on 2015-04-25" in found.evidence


@pytest.mark.parametrize(
    ("happened", "known"), [("2015-04-25", True), ("2015-04-18", True), ("2015-04-17", False), ("2015-04-26", False)]
)
def test_a_capture_is_news_for_a_week_and_never_before_it_happens(happened: str, known: bool) -> None:
    assert bool(infer([capture()], [told_by_others(happened)])) is known


def test_a_new_year_comes_between() -> None:
    found = infer([capture()], [told_by_others("2014-12-30")], filed(1, 2))
    assert found and found.day == day("2015-01-02")


def test_two_years_that_fit_alike_give_no_day() -> None:
    assert infer([capture()], [told_by_others("2013-04-24"), told_by_others("2015-04-25")]) is None


def test_the_year_that_fits_twice_as_well_is_taken() -> None:
    others = [told_by_others("2013-04-24"), told_by_others("2015-04-25"), told_by_others("2015-04-24", at=OTHER_TOWN)]
    found = infer([capture(), capture(at=OTHER_TOWN)], others)
    assert found and found.day == day("2015-04-25")


def test_one_capture_that_many_tell_counts_once() -> None:
    many = [told_by_others("2015-04-25", report=f"{n}.txt") for n in range(9)]
    assert infer([capture()], [*many, told_by_others("2013-04-25")]) is None


@pytest.mark.parametrize(
    "claim",
    [
        capture(at=OTHER_TOWN),
        capture(by=(STATE,)),
        event(REGAINS, TOWN, None, by=(STATE,), report="undated.txt"),
        event(STRIKE, TOWN, None, by=(STATE,), report="undated.txt"),
        capture(stance=Stance.PLANNED),
        capture(stance=Stance.DENIED),
        capture(on=when("2012-07-01")),
        capture(quote="The front took Bara on Monday."),  # 25 April 2015 was a Saturday
    ],
    ids=["elsewhere", "by the other side", "regained", "a strike", "planned", "denied", "its own day", "weekday"],
)
def test_what_is_not_the_same_dates_nothing(claim: Claim) -> None:
    assert infer([claim], [told_by_others("2015-04-25")]) is None


def test_a_province_dates_nothing() -> None:
    wide = place("North province", precision=PlacePrecision.PROVINCE)
    assert infer([capture(at=wide)], [told_by_others("2015-04-25", at=wide)]) is None


def test_one_clash_is_too_little_and_two_at_two_places_are_enough() -> None:
    here, there = (event(CLASH, at, None, by=(NORTH,), report="undated.txt") for at in (TOWN, OTHER_TOWN))
    others = [event(CLASH, at, when("2015-04-25"), by=(NORTH,), report="dated.txt") for at in (TOWN, OTHER_TOWN)]
    assert infer([here], others) is None
    found = infer([here, there], others)
    assert found and found.day == day("2015-04-25")


def test_a_large_toll_in_common_is_enough() -> None:
    strike = event(STRIKE, TOWN, None, report="undated.txt")
    dated = event(STRIKE, TOWN, when("2015-04-24"), report="dated.txt")
    assert infer([toll(53, of=strike, at=TOWN, report="undated.txt")], [toll(53, of=dated, report="dated.txt")])
    assert not infer([toll(7, of=strike, at=TOWN, report="undated.txt")], [toll(7, of=dated, report="dated.txt")])


def test_without_a_dateline_today_is_the_day_of_the_capture() -> None:
    found = infer([capture(quote="Bara was captured today.")], [told_by_others("2015-04-25")], None)
    assert found and found.day == day("2015-04-25")
    assert found.evidence.startswith('"today"')


def test_a_day_and_month_in_the_text_take_the_year_of_others() -> None:
    others = [told_by_others("2015-04-25")]
    found = infer([capture(quote="The front took Bara on April 25.")], others, None)
    assert found and found.day == day("2015-04-25")
    assert infer([capture(quote="The front took Bara on April 26.")], others, None) is None


def test_a_day_and_month_beside_yesterday_leave_the_day_of_writing_open() -> None:
    elsewhere = event(STRIKE, OTHER_TOWN, None, quote="A raid hit it yesterday.", report="undated.txt", start=40)
    claims = [capture(quote="The front took Bara on April 25."), elsewhere]
    assert infer(claims, [told_by_others("2015-04-25")], None) is None


def test_nothing_that_tells_a_day_gives_none() -> None:
    assert infer([capture(quote="The front took Bara.")], [told_by_others("2015-04-25")], None) is None


def test_a_day_to_come_is_none() -> None:
    ahead = dt.date.today() + dt.timedelta(days=40)
    assert infer([capture()], [told_by_others(ahead.isoformat())], filed(ahead.month, ahead.day)) is None


def test_places_are_those_of_claims_without_a_day() -> None:
    claims = [capture(), capture(at=OTHER_TOWN, on=when("2012-07-01"))]
    assert SharedDays(report("undated.txt"), claims).places() == {TOWN.id}


def test_what_is_shared_may_come_place_by_place_in_any_order() -> None:
    claims = [capture(), capture(at=OTHER_TOWN)]
    others = [told_by_others("2013-04-24"), told_by_others("2015-04-25"), told_by_others("2015-04-24", at=OTHER_TOWN)]
    for order in permutations(others):
        shared = SharedDays(replace(report("undated.txt"), dateline=APRIL_25), claims)
        for one in order:
            shared.add(Dated([one]))
        assert shared.day() == infer(claims, others)


@drawn(st.permutations([told_by_others("2015-04-25", report=f"{n}.txt") for n in range(5)]))
def test_the_order_of_claims_does_not_matter(others: list[Claim]) -> None:
    assert infer([capture()], others) == infer([capture()], others[::-1])


def test_a_dateline_takes_the_year_in_which_its_place_was_in_the_news() -> None:
    told = [capture(), event(CLASH, TOWN, None, by=(NORTH,), report="undated.txt", start=40)]
    others = [event(CLASH, TOWN, when("2015-04-10"), by=(NORTH,), report="dated.txt")]
    assert infer(told, others) is None
    found = infer(told, [*others, told_by_others("2015-03-20")])
    assert found and found.day == day("2015-04-25")


def test_the_weekday_of_a_sentence_puts_the_report_within_the_week_after() -> None:
    attack = event(
        "Attack", TOWN, None, quote="Gunmen raided Bara on Saturday, elders said on Monday.", report="undated.txt"
    )
    dated = event("Attack", TOWN, when("2015-04-25"), report="dated.txt")
    found = infer([attack], [dated], None)
    assert found and found.day == day("2015-04-27") and "as late as 1 May" in found.evidence
    assert infer([attack], [event("Attack", TOWN, when("2015-04-26"), report="dated.txt")], None) is None


def test_the_weekday_of_the_lead_is_the_day_of_writing() -> None:
    attack = event("Attack", TOWN, None, quote="Gunmen raided Bara on Saturday.", report="undated.txt")
    shared = SharedDays(report("undated.txt"), [attack], weekday=0)
    shared.add(Dated([event("Attack", TOWN, when("2015-04-25"), report="dated.txt")]))
    found = shared.day()
    assert found and found.day == day("2015-04-27")


def test_a_day_that_is_counted_from_something_else_dates_nothing() -> None:
    claim = capture(quote="Bara has changed hands again, eleven days after the front took it on Saturday.")
    assert infer([claim], [told_by_others("2015-04-25")], None) is None


def test_a_copy_of_a_dated_text_has_its_day() -> None:
    shared = SharedDays(report("undated.txt"), [], copies=[("wire.txt", day("2015-04-25"))])
    found = shared.day()
    assert found and found.day == day("2015-04-25") and found.evidence.startswith("copy of wire.txt")


def test_a_day_of_the_month_and_its_weekday_tell_enough_of_another_kind() -> None:
    fight = event(CLASH, TOWN, None, quote="On Saturday the 25th our men attacked the post.", report="undated.txt")
    dated = event("Attack", TOWN, when("2015-04-25"), report="dated.txt")
    assert infer([fight], [dated], None)
    loose = replace(fight, quote=replace(fight.quote, text="On Saturday our men attacked the post."))
    assert infer([loose], [dated], None) is None


def logged(text: str, quote: str) -> tuple[Report, Claim]:
    """A log with a label in front of its one note, and the note's claim."""
    start = text.index(quote)
    blocks = (Block(0, start - 1, BlockKind.BODY), Block(start, len(text), BlockKind.BODY))
    claim = event(STRIKE, TOWN, None, quote=quote, report="undated.txt", start=start)
    return replace(report("undated.txt", text=text), blocks=blocks), claim


@pytest.mark.parametrize(
    ("label", "known"), [("Saturday 25 April.", True), ("25 April.", True), ("Friday 25 April.", False)]
)
def test_the_label_of_a_note_tells_its_day(label: str, known: bool) -> None:
    log, claim = logged(f"{label} Five barrels on the town.", "Five barrels on the town.")
    shared = SharedDays(log, [claim])
    shared.add(Dated([event(STRIKE, TOWN, when("2015-04-25"), report="dated.txt")]))
    assert bool(shared.day()) is known


def test_what_stands_before_a_count_of_days_is_read() -> None:
    quote = "The front has taken Bara, eleven days after it lost it, a spokesman said."
    claim = capture(quote=quote, trigger="taken")
    shared = SharedDays(report("undated.txt"), [claim], weekday=0)
    shared.add(Dated([told_by_others("2015-04-25")]))
    found = shared.day()
    assert found and found.day == day("2015-04-27")


def test_a_weekday_that_fits_the_dateline_makes_the_season_enough() -> None:
    fight = event("Attack", TOWN, None, quote="Gunmen raided Bara on Saturday.", report="undated.txt")
    dated = event(CLASH, TOWN, when("2015-04-20"), by=(NORTH,), report="dated.txt")
    assert infer([fight], [dated])
    assert infer([replace(fight, quote=replace(fight.quote, text="Gunmen raided Bara."))], [dated]) is None


def test_the_weekdays_of_a_report_put_it_after_a_capture() -> None:
    claims = [capture(quote="Bara is free."), event(CLASH, TOWN, None, quote="They fought on Saturday and Monday.")]
    found = infer([replace(claim, report="undated.txt") for claim in claims], [told_by_others("2015-04-25")], None)
    assert found and found.day == day("2015-04-27") and "the weekdays that it names" in found.evidence
