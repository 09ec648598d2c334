"""Whose dead "the enemy" were."""

import pytest

from tests.resolve.tolls.test_sides import sides


@pytest.mark.parametrize(
    "text",
    [
        "The fighters of the Front liberated Bouar in the Central African Republic. Forty of the enemy lie dead.",
        "Rebels attacked a convoy at Bouar in the Central African Republic. Twenty enemy soldiers were killed.",
    ],
)
def test_no_doer_is_its_own_enemy(text: str) -> None:
    assert sides(text) == ["government of Central African Republic"]


def test_the_armys_enemy_is_no_state() -> None:
    text = "The army stormed a camp near Bouar in the Central African Republic. Forty of the enemy lie dead."
    assert sides(text) == ["opposition in Central African Republic"]


def test_fighters_of_both_sides_are_of_neither() -> None:
    text = "The army stormed Bouar in the Central African Republic. At least 70 fighters on both sides were killed."
    assert sides(text) == [None]
