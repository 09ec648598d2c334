"""Directions and lengths told from a town, and the places that lie so."""

import pytest

from dateline.reference.directions import lies_so, told_bearing, told_length
from tests.builders import place

TOWN = place("Sarra", 35.0, 36.0)


@pytest.mark.parametrize(
    ("words", "bearing", "length"),
    [
        ("a bridge north of Sarra", 0.0, None),
        ("south-east of Sarra", 135.0, None),
        ("the village, 30 km northwest of Sarra", 315.0, 30.0),
        ("20 miles from Sarra", None, 32.18),
        ("on the western outskirts of Sarra", None, None),
        ("in the south of Sarra", None, None),  # a part of it
        ("near Sarra", None, None),
    ],
)
def test_a_way_is_a_bearing_and_a_length(words: str, bearing: float | None, length: float | None) -> None:
    assert told_bearing(words) == bearing
    assert told_length(words) == (pytest.approx(length) if length else None)


@pytest.mark.parametrize(
    ("words", "lat", "lon", "so"),
    [
        ("north of Sarra", 35.5, 36.0, True),
        ("north of Sarra", 35.4, 36.3, True),  # as news says it
        ("north of Sarra", 34.5, 36.0, False),
        ("north of Sarra", 38.0, 36.0, False),  # too far for that
        ("north of Sarra", 35.01, 36.0, False),  # the town's own side
        ("50 km north of Sarra", 35.5, 36.0, True),
        ("50 kilometres north of Sarra", 35.5, 36.0, True),
        ("3 km north of Sarra", 35.027, 36.0, True),
        ("20 km north of Sarra", 35.5, 36.0, False),
        ("50 km from Sarra", 34.5, 36.0, True),
        ("near Sarra", 35.5, 36.0, False),
    ],
)
def test_a_place_lies_as_is_told(words: str, lat: float, lon: float, so: bool) -> None:
    assert lies_so(words, TOWN, place("Mill", lat, lon)) is so
