"""Places of those who are quoted: they lend an event no place where another sentence tells one."""

import pytest

from dateline.model.claim import EventClaim
from tests.resolve.test_merging import place_of, told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels attacked Taiz on Sunday. Four soldiers died in the raid, according to a medic in Aden.", "Taiz"),
        ("Four soldiers died in a raid on Sunday, according to residents of Taiz in Yemen.", "Taiz"),
    ],
)
def test_where_they_speak_is_not_where_it_was(text: str, place: str) -> None:
    events, tolls = told(text)
    found: list[EventClaim] = events
    assert {place_of(event) for event in found} == {place}
    assert {place_of(toll) for toll in tolls} == {place}
