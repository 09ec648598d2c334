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
        (
            "Gunmen shelled Kismayo on Tuesday. On Thursday a clinic had counted 25 dead."
            " Ten days before that attack, jets had bombed Afgooye.",
            "bombed",
            14,
        ),
        (
            "Gunmen shelled Kismayo on October 3. On October 20 they attacked Baidoa."
            " Two days after Kismayo, bombs fell on Afgooye.",
            "fell",
            5,
        ),
        ("Gunmen shelled Kismayo on Saturday. Nine days earlier jets had bombed Afgooye.", "bombed", 19),
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


def test_who_has_no_day_takes_that_of_a_neighbour_that_counts_from_another() -> None:
    """Why: an hour or a night must wait for its sentence's day; the sentences behind must wait for it in turn."""
    found = days(
        "Soldiers shelled Kismayo through the night and moved into the town on Saturday. Doctors saw many wounded. "
        "A woman wept. The ministry said that its troops had captured Kismayo."
    )
    assert found["captured"] == (dt.date(2017, 10, 28), dt.date(2017, 10, 28))


def test_what_a_later_sentence_recalls_lends_no_day() -> None:
    """Why: "since Monday, when rockets hit it" tells what was before the news, not when the news was."""
    found = days(
        "Rebels shelled the market of Kismayo, a trader said.\n\n"
        "Kismayo had been half empty since Monday, when rockets hit its port and killed six people."
    )
    assert found["shelled"] != (dt.date(2017, 10, 23), dt.date(2017, 10, 23))


def test_what_a_sentence_told_only_in_passing_dates_what_is_told_of_it_again() -> None:
    """Why: the tanks are the news, but the bombing two days before is the only blow that the next lines can mean."""
    found = days(
        "The army sent tanks into Afgooye on Saturday, two days after the suicide bombing of a hotel in Kismayo. "
        "Hospitals were full. Flags hung low. A woman wept. Gunmen had shot a guard in Kismayo, police said."
    )
    assert found["shot"] == (dt.date(2017, 10, 26), dt.date(2017, 10, 26))


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("2012, 7 May.", dt.date(2012, 5, 7), dt.date(2012, 5, 7)),
        ("7 and 8 August.", dt.date(2017, 8, 7), dt.date(2017, 8, 8)),
    ],
)
def test_labels_of_two_days_or_with_the_year_first_are_labels(label: str, first: dt.date, last: dt.date) -> None:
    """Why: the entries of chronicles open so too, and what stands under one was on its days."""
    found = days(
        f"Civilians in the war\n\n{label} Shortly before midnight rebels shelled Kismayo.\n\n"
        "9 August. Jets bombed Afgooye.\n\n"
    )
    assert found["shelled"] == (first, last)


def test_what_is_told_in_the_perfect_is_news_of_these_days() -> None:
    """Why: "have retaken A" tells today's news; the day on which A was lost, told further down, is not its own."""
    found = days(
        "Government troops have retaken Kismayo, a spokesman said. Rebels had held it for two weeks. Women sang. "
        "Rebels captured Kismayo on 14 October."
    )
    assert found["retaken"] == (dt.date(2017, 10, 28), dt.date(2017, 10, 29))
    assert found["captured"] == (dt.date(2017, 10, 14), dt.date(2017, 10, 14))


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("Jets bombed the market of Kismayo on the 24th, a doctor said.", "bombed", (10, 24), (10, 24)),
        ("Jets bombed the market of Kismayo on the 30th, a doctor said.", "bombed", (9, 30), (9, 30)),
        ("Army guns shelled Afgooye from the 15th to the 20th, elders said.", "shelled", (10, 15), (10, 20)),
        ("In the fighting at Kismayo since the 21st our forces killed 40 soldiers.", "killed", (10, 21), (10, 29)),
        (
            "Gunmen attacked a convoy near Kismayo on 12 July. Jets bombed Afgooye between the 14th and the 16th.",
            "bombed",
            (7, 14),
            (7, 16),
        ),
    ],
)
def test_a_day_of_the_month_alone(text: str, trigger: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    """Why: communiques write so of the month they are from; it is the last such day, unless another month was told."""
    assert days(text)[trigger] == (dt.date(2017, *first), dt.date(2017, *last))


def test_a_floor_is_no_day() -> None:
    assert days("Jets bombed a tower in Kismayo from the 18th to the 22nd floor.")["bombed"] == (None, None)


def test_a_figure_behind_the_comma_of_a_month_is_no_year() -> None:
    """Why: "in July, 39 of them in raids" is a number of people, and 1939 or 2039 is years off."""
    found = days("The centre recorded 157 deaths in Kismayo in July, 39 of them in air strikes.")
    assert found["strikes"] == (dt.date(2017, 7, 1), dt.date(2017, 7, 31))


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Two suicide bombers blew themselves up outside a church in Jos after Sunday service.", "blew", 29),
        ("Gunmen opened fire on a mosque in Kismayo before Friday prayers.", "opened", 27),
        ("A grenade was thrown into a bus in Kismayo after Saturday market.", "thrown", 28),
    ],
)
def test_after_a_day_s_service_is_on_that_day(text: str, trigger: str, day: int) -> None:
    assert days(text)[trigger] == (dt.date(2017, 10, day), dt.date(2017, 10, day))


def test_after_a_day_alone_is_no_day() -> None:
    assert days("Gunmen took Afgooye after Friday.")["took"] == (dt.date(2017, 10, 28), None)


def test_the_day_on_which_somebody_is_told_of_it_is_no_day_of_it() -> None:
    text = "More than 30 people died when an air strike hit a clinic in Afgooye, two aid workers told AFP on Saturday."
    assert days(text)["strike"] == (None, dt.date(2017, 10, 28))
    again = f"{text} The attack took place on Thursday, the day before the government agreed to talks in Nairobi."
    assert days(again) == {"strike": (dt.date(2017, 10, 26), dt.date(2017, 10, 26))}


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "The Ansar Front claims the attack on a post in Kismayo. Three of its men carried it out on 24 October.",
            "attack",
            24,
        ),
        ("We accept the bombing of the bridge at Afgooye. It was carried out on Monday.", "bombing", 23),
        ("Rebels spoke of an ambush near Kismayo. It happened on Thursday.", "ambush", 26),
    ],
)
def test_what_was_told_of_is_dated_by_it_in_the_next_sentence(text: str, trigger: str, day: int) -> None:
    assert days(text)[trigger] == (dt.date(2017, 10, day), dt.date(2017, 10, day))


def test_it_in_a_sentence_of_another_event_dates_nothing_before() -> None:
    assert days("Rebels shelled Afgooye. An elder took it on Monday.")["shelled"] == (None, None)


def test_who_died_of_it_later_does_not_date_it() -> None:
    text = "The attack on a market at Afgooye has claimed a fourth victim, a trader of 60, who died on Friday."
    assert days(text)["attack"] != (dt.date(2017, 10, 27), dt.date(2017, 10, 27))


def test_since_a_day_when_it_happened_is_that_day() -> None:
    text = "The town of Afgooye has been cut off since 14 October, when an air strike on a bridge killed seven people."
    assert days(text)["strike"] == (dt.date(2017, 10, 14), dt.date(2017, 10, 14))


def test_hours_before_what_has_no_day_are_those_of_the_lead() -> None:
    text = (
        "A drone fired two missiles into a house in Afgooye late on Friday, killing six militants. On Saturday evening "
        "a second strike hit a farm in Jilib. Some hours before the missiles fell, a car bomb tore through a market in "
        "Kismayo, killing dozens."
    )
    assert days(text)["tore"][1] == dt.date(2017, 10, 27)


def test_a_noun_that_takes_it_up_dates_what_news_counts_from() -> None:
    text = (
        "Somali troops have driven militants out of Jilib four days after the town was seized, both sides said "
        "Saturday. The town's capture on Tuesday had been the greatest success of the militants."
    )
    told = days(text)
    assert told["driven"] == (dt.date(2017, 10, 28), dt.date(2017, 10, 28))


def test_the_day_behind_what_is_condemned_is_its_own() -> None:
    found = days("The mission condemns the attack by armed men on Kismayo on 24 October.")
    assert found["attack"] == (dt.date(2017, 10, 24), dt.date(2017, 10, 24))


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Gunmen fire on shoppers in Kismayo\n\nAt least six people are dead after men with rifles burst into a"
            " bakery in Kismayo at about noon today.",
            "fire",
            29,
        ),
        (
            "Army storms hotel in Kismayo\n\nSoldiers shot dead nine rebels at a hotel in Kismayo, he said.\n\n"
            "The operation on Friday was aimed at a group of kidnappers.",
            "storms",
            27,
        ),
    ],
)
def test_news_of_which_no_event_has_a_day_is_of_the_one_that_its_lead_tells(text: str, trigger: str, day: int) -> None:
    assert days(text)[trigger] == (dt.date(2017, 10, day), dt.date(2017, 10, day))


def test_a_headline_in_the_present_is_news_of_its_day() -> None:
    text = "Rebels seize Kismayo\n\nThe army has left the town.\n\nRebels first captured Kismayo on October 3."
    assert days(text)["seize"] == (dt.date(2017, 10, 28), dt.date(2017, 10, 29))


def test_what_has_lasted_since_a_month_dates_nothing_before_it() -> None:
    text = "Gunmen abducted two nurses in Kismayo.\n\nTroops have fought in Kismayo since the end of August."
    assert days(text)["abducted"] == (None, None)


def test_a_headline_of_a_toll_is_no_news_of_its_event() -> None:
    told = days("Toll of Kismayo bombing climbs to 60\n\nThe hospital in Kismayo is full.")
    assert told.get("bombing", (None, None)) == (None, None)


def test_what_has_been_committed_is_news() -> None:
    text = "Statement\n\nThe enemy has committed a massacre in Kismayo, and it will not go without response."
    assert days(text)["massacre"] == (dt.date(2017, 10, 28), dt.date(2017, 10, 29))


def test_a_paragraph_that_looks_back_lends_no_day_to_the_next() -> None:
    told = days(
        "A bomb killed nine people in Kismayo on Saturday.\n\nNine days earlier, army jets had bombed Afgooye.\n\n"
        "In Jilib, gunmen shot dead two brothers at a bakery, police said."
    )
    assert told["shot"] == (dt.date(2017, 10, 28), dt.date(2017, 10, 28))
    assert told["bombed"] == (dt.date(2017, 10, 19), dt.date(2017, 10, 19))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "On October 3 gunmen seized the town of Kismayo for a day, and on October 5 the town of Afgooye.",
            {("Kismayo", 3), ("Afgooye", 5)},
        ),
        (
            "Monitors confirmed 27 deaths in the shelling of Kismayo on 1 October, and 11 in the shelling of a"
            " school in Afgooye on 5 October.",
            {("Kismayo", 1), ("Afgooye", 5)},
        ),
    ],
)
def test_places_and_days_that_alternate_go_together(text: str, found: set[tuple[str, int]]) -> None:
    report = read_bytes(text.encode(), "a.txt", Row(file="a.txt", number=2, published=PUBLISHED))
    (annotated,) = Annotator.load().annotate([report])
    told = [c for c in resolve(annotated, extract(annotated)) if isinstance(c, EventClaim)]
    days = {
        (c.place.entry.name, c.when.first.day) for c in told if c.place and c.place.entry and c.when and c.when.first
    }
    assert days == found
