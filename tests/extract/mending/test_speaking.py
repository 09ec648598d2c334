"""Who says what where a parser hangs the speakers, or the verb, in the wrong place."""

import pytest

from tests.resolve.test_merging import told


@pytest.mark.parametrize(
    "text",
    [
        "A shell hit a bakery in Kherson on Sunday, killing nine people, a medic and a member of the council said.",
        "The shelling of Kherson killed nine people, an adviser to the mayor and a prosecutor told reporters.",
    ],
)
def test_several_speakers_behind_the_dead_are_not_dead(text: str) -> None:
    _, tolls = told(text)
    assert [toll.count.low for toll in tolls] == [9]


def test_a_denial_holds_for_its_own_clause_alone() -> None:
    _, (toll,) = told(
        "The army denied that the town of Bama in Nigeria had fallen and said that 20 insurgents had been killed."
    )
    assert toll.stance.value == "asserted"
    assert [speaker.name for speaker in toll.said_by] == ["Military Forces of Nigeria"]


def test_the_day_of_saying_is_not_the_day_told() -> None:
    (event,), _ = told("The army said on Saturday that it had killed nine militants in Bama between 2 and 4 May.")
    assert event.when is not None and event.when.first is not None
    assert (event.when.first.day, event.when.days) == (2, 3)


def test_days_before_a_charge_count_from_its_day() -> None:
    (event,), _ = told("Mali accused the rebels on Sunday of massacring 50 villagers in Gao, two days before.")
    assert event.when is not None and event.when.first is not None
    assert event.when.first.day == 6
