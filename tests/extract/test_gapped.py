"""Lists that state their verb once: each place with its own day is an event."""

from dateline.extract.extraction import extract
from dateline.model.reading import EventReading
from tests.extract.read_text import read


def spots(text: str) -> list[tuple[str, str]]:
    """The first place and time of each event of a text."""
    readings = [one for one in extract(read(text)[0]) if isinstance(one, EventReading)]
    return [(one.places[0].text, one.times[0].text) for one in readings if one.places and one.times]


def test_each_place_has_its_own_day() -> None:
    found = spots("Rebel fighters seized Bria on Monday, Bangassou on Tuesday and the town of Birao on Friday.")
    assert found == [("Bria", "on Monday"), ("Bangassou", "on Tuesday"), ("the town of Birao", "on Friday")]


def test_places_that_share_a_day_stay_one_event() -> None:
    found = spots("Rebel fighters seized Bria and Bangassou on Monday.")
    assert len(found) == 1
