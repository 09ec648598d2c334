"""Soldiers of a foreign force are its dead, whatever country the report tells of."""

import pytest

from tests.resolve.tolls.test_sides import sides


@pytest.mark.parametrize(
    ("text", "camp"),
    [
        ("A roadside bomb hit a French convoy near Gao in Mali. Two soldiers were killed.", "government of France"),
        ("Al-Shabaab stormed a Kenyan base at El Adde in Somalia. Dozens of soldiers died.", "government of Kenya"),
        ("Boko Haram overran a Nigerian base at Metele. More than 100 soldiers died.", "government of Nigeria"),
    ],
)
def test_soldiers_are_of_the_force_that_was_struck(text: str, camp: str) -> None:
    assert sides(text) == [camp]


def test_a_camp_of_refugees_is_no_armys() -> None:
    text = "Militants attacked a Sudanese refugee camp near Goz Beida in Chad. Two soldiers were killed."
    assert sides(text) == ["government of Chad"]


def test_soldiers_called_after_a_country_are_its_own() -> None:
    text = "A roadside bomb hit a French convoy near Gao in Mali. Two Malian soldiers were killed."
    assert sides(text) == ["government of Mali"]
