"""Whose aircraft they were."""

import pytest

from tests.resolve.test_told_again import told


def doers(text: str) -> list[str]:
    return [link.name for event in told(text) for link in event.actors]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("An Israeli air strike hit Tyre in Lebanon on Sunday. Jets flattened a house in Sidon.", "Israel"),
        ("Warplanes bombed Kauda in Sudan on Sunday.", "Sudan"),
    ],
)
def test_aircraft_are_of_the_party_whose_strikes_are_told(text: str, owner: str) -> None:
    assert {name.rpartition(" ")[2] for name in doers(text)} == {owner}
