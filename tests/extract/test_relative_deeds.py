"""Where and when an event was, told by the relative clause on its noun."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.reading import EventReading
from tests.extract.read_text import read


def where_and_when(text: str) -> list[tuple[list[str], list[str]]]:
    annotated, _ = read(text)
    events = [reading for reading in extract(annotated) if isinstance(reading, EventReading)]
    return [([p.text for p in event.places], [p.text for p in event.times]) for event in events]


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        (
            "The bomb which killed nine people in Zaria on Friday was hidden in a cart, police said on Monday.",
            "Zaria",
            "on Friday",
        ),
        ("The blast that wrecked the Grand Hotel in Juba on Sunday was caused by a mine.", "Juba", "on Sunday"),
    ],
)
def test_a_deed_tells_where_and_when(text: str, place: str, time: str) -> None:
    assert where_and_when(text) == [([place], [time])]


def test_a_beginning_is_no_deed() -> None:
    assert where_and_when("The shelling, which began on Sunday, hit Juba yesterday.")[0][1] == ["yesterday"]
