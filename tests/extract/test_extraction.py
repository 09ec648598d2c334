"""Notes and snippets whose words or tree once misled: who did it to whom, and what is no event."""

import pytest

from dateline.extract import extract
from dateline.model.reading import EventReading
from tests.extract.read_text import read


def events(text: str) -> list[EventReading]:
    return [one for one in extract(read(text)[0]) if isinstance(one, EventReading)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("On 3 January 2021, IS militants executed eleven miners near Mach.", ["IS militants"]),
        ("Police baton-charged growers who were protesting in Salem.", ["growers"]),
        ("A bomb hit a police van in Quetta. The TTP claimed responsibility.", ["The TTP"]),
    ],
)
def test_who_did_it(text: str, actors: list[str]) -> None:
    assert [phrase.text for phrase in events(text)[0].actors] == actors


@pytest.mark.parametrize(
    "text",
    [
        "Six men went on trial in Izmir over the bombing of the airport seven years ago.",
        "The municipality demolished an old market in Adama for road widening.",
        "The contractor handed over the hospital to the ministry in Kigali.",
    ],
)
def test_no_event(text: str) -> None:
    assert events(text) == []


def test_a_label_gives_way_to_what_it_heads() -> None:
    (fight,) = events("Clash in Marib: On 3 March 2021, Houthi forces and army troops fought in Sirwah.")
    assert fight.places[0].text == "Sirwah"
