"""Times of what was done about an event once it was over, and of who tells of it, are none of its own."""

import datetime as dt

import pytest

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import EventClaim
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes

MONDAY = dt.date(2016, 3, 14)


def _days(text: str) -> dict[str, tuple[dt.date | None, dt.date | None]]:
    report = read_bytes(text.encode(), "a.txt", Row(file="a.txt", number=2, published=dt.date(2016, 3, 15)))
    (annotated,) = Annotator.load().annotate([report])
    found = [c for c in resolve(annotated, extract(annotated)) if isinstance(c, EventClaim)]
    return {c.trigger.lower(): (c.when.first, c.when.last) if c.when else (None, None) for c in found}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The president on Monday visited victims of the bombing in Kunduz.", "bombing"),
        ("Officials on Monday raised the death toll from the bombing in Kunduz to 60, up from 41.", "bombing"),
        ("On Monday the president condemned the attack on the market in Kunduz.", "attack"),
        ("Police on Monday arrested three men over the bombing in Kunduz.", "bombing"),
        ("A rights group on Monday published a report on the massacre of 40 villagers in Kunduz.", "massacre"),
        ("Sixty people died in an explosion in Kunduz, the ministry said in a statement on Monday.", "explosion"),
        (
            "Sixty people died in the explosion in Kunduz, according to the Red Cross, which closed its tents"
            " on Monday.",
            "explosion",
        ),
    ],
)
def test_what_comes_after_an_event_bounds_its_day(text: str, trigger: str) -> None:
    assert _days(text)[trigger] == (None, MONDAY)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("On Monday gunmen carried out the attack on the market in Kunduz.", "attack"),
        ("Five policemen were killed on Monday in the attack on Kunduz.", "attack"),
        ("The army shelled Kunduz on Monday, the governor said.", "shelled"),
        ("An air strike on Kunduz was reported by residents in the city on Monday.", "strike"),
    ],
)
def test_the_day_of_a_deed_is_its_own(text: str, trigger: str) -> None:
    assert _days(text)[trigger] == (MONDAY, MONDAY)


def test_a_remark_behind_a_comma_keeps_its_day() -> None:
    text = "The shells were fired at Kunduz by rebels from Chardara, where the harvest began on Monday."
    assert _days(text)["fired"] != (MONDAY, MONDAY)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Soldiers are fighting rebels in Kunduz, a military source said on Monday.", "fighting"),
        ("Battles continue in Kunduz, the governor said on Monday.", "battles"),
    ],
)
def test_what_goes_on_as_it_is_told_is_of_the_day_of_saying(text: str, trigger: str) -> None:
    assert _days(text)[trigger] == (MONDAY, MONDAY)


def test_the_day_of_a_source_does_not_part_events_of_its_sentence() -> None:
    text = "A bomb went off in Kunduz at dawn on Sunday and gunmen shelled the bazaar, police said in a note on Monday."
    assert {day for days in _days(text).values() for day in days} == {MONDAY - dt.timedelta(days=1)}
