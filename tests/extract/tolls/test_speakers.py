"""Where speakers are is not where people died."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.reading import TollReading
from tests.extract.read_text import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hospital workers in Algiers spoke of more than 200 dead.", ""),
        ("A source at the health office in Homs said that 33 people had died.", ""),
        ("A doctor said that 33 people had died in Homs.", "Homs"),
        ("The commander told a radio station in Paris that ten of his men had died.", ""),
        ("Villagers in Bama spoke of more than 40 dead.", "Bama"),
        ("Doctors in Homs counted 33 bodies.", "Homs"),
    ],
)
def test_the_place_of_who_gives_a_number(text: str, place: str) -> None:
    annotated, _ = read(text)
    (toll,) = [one for one in extract(annotated) if isinstance(one, TollReading)]
    assert place in "".join(phrase.text for phrase in toll.places)
    assert bool(toll.places) is bool(place)
