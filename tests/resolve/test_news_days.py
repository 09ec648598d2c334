"""Days of news: told by who said it, counted back within a sentence, told next of "it", or by what heads a list."""

import datetime as dt

import pytest

from tests.resolve.test_dating import PUBLISHED, days

FRIDAY, SATURDAY = dt.date(2017, 10, 27), dt.date(2017, 10, 28)


def test_what_was_said_on_a_day_is_news_of_it_or_of_the_day_before() -> None:
    found = days("At least eight people were killed when a shell hit a queue in Kismayo, the radio said on Saturday.")
    assert found["hit"] == (FRIDAY, SATURDAY)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Soldiers seized the town of Kismayo after a battle, officials said on Saturday.", "seized"),
        (
            "Villagers were still collecting remains on Saturday from a road at Kismayo, where jets fired on cars.",
            "fired",
        ),
    ],
)
def test_what_may_be_older_is_only_known_by_that_day(text: str, trigger: str) -> None:
    assert days(text)[trigger] == (None, SATURDAY)


def test_an_hour_alone_is_of_the_day_on_which_it_was_said() -> None:
    found = days("Gunmen attacked Kismayo overnight and killed 21 people, its chief said on Saturday.")
    assert found["attacked"] == (FRIDAY, SATURDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers were still digging on Saturday in a cafe in Kismayo after a missile brought the roof down"
        " on diners two evenings earlier, killing 11.",
        "Officials on Saturday put at 137 the number of those killed when rockets hit Kismayo two days earlier.",
    ],
)
def test_days_are_counted_back_from_the_one_that_their_sentence_tells(text: str) -> None:
    assert set(days(text).values()) == {(dt.date(2017, 10, 26), dt.date(2017, 10, 26))}


def test_a_date_beside_the_verb_goes_before_what_counts_from_another() -> None:
    found = days("The army had won Kismayo back in mid-August, seven weeks after rebels first seized it.")
    assert found["won"] == (dt.date(2017, 8, 11), dt.date(2017, 8, 21))
    assert found["seized"][0] == dt.date(2017, 6, 20)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Gunmen shot dead 60 people in Afgooye.\n\nIt was Saturday, 14 October, survivors said.",
            "shot",
            (2017, 10, 14),
        ),
        ("Today it is four years since soldiers shot 17 villagers at Afgooye.", "shot", (2013, 10, 29)),
        ("It is four years today since soldiers shot 17 villagers at Afgooye.", "shot", (2013, 10, 29)),
        (
            "Rebels captured Kismayo on the 13th, a Friday, and left of their own will on Sunday.",
            "captured",
            (2017, 10, 13),
        ),
        ("In the night of Friday the 13th our men attacked the camp at Kismayo.", "attacked", (2017, 10, 13)),
    ],
)
def test_words_that_find_their_day(text: str, trigger: str, day: tuple[int, int, int]) -> None:
    assert days(text)[trigger] == (dt.date(*day), dt.date(*day))


def test_dead_alone_count_from_what_was_told() -> None:
    text = "Shells hit a school in Kismayo on Saturday. It came six days after 12 people were killed at Baidoa."
    assert days(text)["killed"] == (dt.date(2017, 10, 22), dt.date(2017, 10, 22))


def test_a_deed_that_is_done_lies_not_ahead_of_its_report() -> None:
    found = days(
        "NOVEMBER 21 - BAY, Baidoa. Soldiers shot eight peasants.\n\nMAY 3 - GEDO, Luuq. Gunmen attacked a post."
    )
    assert found["shot"][0] == dt.date(2016, 11, 21)


def test_a_burial_told_behind_a_killing_only_bounds_it() -> None:
    found = days("Militants killed rice farmers near Baidoa, with 43 bodies buried on Saturday and as many missing.")
    assert found["killed"] == (None, SATURDAY)


def test_it_was_a_day_before_something_is_no_day_of_the_event() -> None:
    found = days("A bomb killed 12 people in Afgooye. It was Saturday before the ambulances could get through.")
    assert (SATURDAY, SATURDAY) not in found.values()


def test_the_years_of_a_list_are_those_of_what_heads_it() -> None:
    text = "February 21. Gunmen attacked Kismayo.\n\nNovember 3. A bomb exploded in Baidoa, killing two."
    titled = days(f"Somalia: the year 2015\n\n{text}")
    assert titled["attacked"][0] == dt.date(2015, 2, 21) and titled["exploded"][0] == dt.date(2015, 11, 3)
    issues = days("Baidoa digest, no. 21\n\nFrom our issues of November 2016:\n\nNovember 3: Gunmen attacked Kismayo.")
    assert issues["attacked"][0] == dt.date(2016, 11, 3)
    assert days(f"Baidoa digest\n\n{text}")["attacked"][0] == dt.date(PUBLISHED.year, 2, 21)
