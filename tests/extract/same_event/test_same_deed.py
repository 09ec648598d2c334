"""What only tells with what, or by what, another event was done."""

from dateline.extract.extraction import extract
from dateline.model.reading import EventReading
from tests.extract.read_text import read


def types(text: str) -> list[str]:
    """The types of the events that a text tells."""
    annotated, _ = read(text)
    return [reading.type for reading in extract(annotated) if isinstance(reading, EventReading)]


def test_an_explosion_tells_how_the_victims_of_a_passive_died() -> None:
    text = "Six traders were slain when a car bomb tore through a market in Omagh on Saturday."
    assert types(text) == ["Remote explosive/landmine/IED"]


def test_gunfire_is_what_a_bus_was_raked_with() -> None:
    assert types("Gunmen raked a minibus with gunfire in Quetta on Monday.") == ["Attack"]


def test_marchers_who_burn_a_hall_are_one_riot() -> None:
    text = "Thousands took to the streets of Tobruk on Friday and some of them set the parliament on fire."
    assert types(text) == ["Violent demonstration"]


def test_what_was_stormed_and_taken_is_one_capture() -> None:
    assert types("Rebels attacked and took the town of Menaka on Sunday.") == ["Territory taken"]
