"""What a report tells in passing lends nothing to the rest: relative clauses, running totals, what is only ranked."""

import datetime as dt

import pytest

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.reading import Scope
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes

DAY = dt.date(2023, 6, 15)  # a Thursday


def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a report published on a Thursday."""
    (annotated,) = Annotator.load().annotate(
        [read_bytes(text.encode(), "a.txt", Row(file="a.txt", number=2, published=DAY))]
    )
    return resolve(annotated, extract(annotated))


def events(text: str) -> dict[str, tuple[str | None, dt.date | None]]:
    """The place and first day of the events of a report, by their type."""
    found = [claim for claim in claims(text) if isinstance(claim, EventClaim)]
    return {
        one.type: (
            one.place.entry.name if one.place and one.place.entry else None,
            one.when.first if one.when else None,
        )
        for one in found
    }


@pytest.mark.parametrize(
    "text",
    [
        "The rebels, who took Bunagana in May, attacked Kibumba.",
        "Fighting flared near Rutshuru, two weeks after the rebels seized Bunagana on May 31.",
    ],
)
def test_a_clause_set_apart_lends_no_day(text: str) -> None:
    assert events(text)["Armed clash"][1] is None


def test_what_follows_another_event_is_not_dated_by_it() -> None:
    text = (
        "Rebels captured Saraqib in Syria on Saturday. The fall of Saraqib followed the loss of Idlib city last month."
    )
    days = {c.place.words: c.when.first for c in claims(text) if isinstance(c, EventClaim) and c.place and c.when}
    assert days == {"Saraqib": dt.date(2023, 6, 10), "Idlib city": dt.date(2023, 5, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked army posts in Argun and Gudermes. The fighting broke a truce signed in April.",
        "Rebels attacked an army post near Argun. The attacks will not stop the October elections, the president said.",
    ],
)
def test_a_time_that_tells_which_thing_is_meant_dates_nothing_that_points_back(text: str) -> None:
    assert events(text)["Armed clash"][1] is None


def test_a_running_total_has_neither_the_place_nor_the_day_of_the_sentence_before() -> None:
    text = (
        "Shells hit a market in Omdurman, Sudan, on Monday, killing 24 people. "
        "The war has killed more than 10,000 people and uprooted over 6 million."
    )
    totals = [c for c in claims(text) if isinstance(c, TollClaim) and c.scope is Scope.CUMULATIVE]
    assert [(c.count.low, c.place, c.when) for c in totals] == [(10_001, None, None), (6_000_001, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The group has killed more than 1,500 people in Nigeria so far this year.",
        "More than 80,000 people have been killed since the war began with peaceful protests in Damascus in 2011.",
        "The governor spoke of a militia that has split from the rebels.",
    ],
)
def test_totals_and_descriptions_are_no_events(text: str) -> None:
    assert events(text) == {}


def test_a_market_told_of_again_is_where_it_was() -> None:
    text = (
        "Shells hit a market in Omdurman, Sudan, on Monday. Khartoum North was quiet, residents said. "
        "The market was hit once before, in May, when a drone strike killed 43 people."
    )
    assert events(text)["Air/drone strike"][0] == "Omdurman"


def test_the_attack_takes_up_what_was_told_whatever_it_was_called() -> None:
    text = (
        "A suicide bomber blew himself up at a checkpoint in Quetta on Monday. Schools were closed. Shops stayed shut. "
        "Flags flew at half mast. Hospitals asked for blood. The minister said the attack had shaken him."
    )
    assert list(events(text)) == ["Suicide bomb"]


def test_a_strike_on_a_country_hit_the_town_where_people_were_harmed() -> None:
    text = "Russia fired missiles at western Ukraine on Sunday, wounding two civilians in the city of Khmelnytskyi."
    assert events(text) == {"Shelling/artillery/missile attack": ("Khmelnytskyi", dt.date(2023, 6, 11))}


def test_prisoners_of_a_fight_were_not_abducted() -> None:
    found = claims("Troops captured seven guerrillas near Caqueta in Colombia on Monday.")
    assert not any(isinstance(c, EventClaim) and c.type.startswith("Abduction") for c in found)
    assert [c.harm for c in found if isinstance(c, TollClaim)] == ["captured"]


def test_a_name_that_a_noun_calls_a_town_is_one_without_it() -> None:
    text = "The border town of Kanyaro was quiet in May. On Monday rebels captured Kanyaro after soldiers left."
    assert events(text)["Non-state actor overtakes territory"][0] == "Kanyaro"


def test_an_hour_later_tells_another_event() -> None:
    text = "A jet bombed the village of Pazigyi in Myanmar on Tuesday. An hour later a helicopter bombed the village."
    assert len([c for c in claims(text) if isinstance(c, EventClaim)]) == 2


def test_a_surname_is_no_town_and_a_second_city_is_a_town() -> None:
    text = "President Rodrigo Duterte flew to Jolo on Monday. Rebels shelled an army post near Duterte on Tuesday."
    assert events(text)["Shelling/artillery/missile attack"][0] != "Duterte"
    assert events("Clashes erupted in Libya's second city on Monday.")["Armed clash"][0] == "Benghazi"


def test_growth_and_totals_of_months_tell_no_event() -> None:
    assert not events("The rebels have stepped up attacks this year.")
    assert not events("More than 1,000 civilians have been killed in the past month in Mali, the UN said.")
