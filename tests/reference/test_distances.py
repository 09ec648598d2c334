import pytest

from dateline.model.place import PlacePrecision
from dateline.reference.distances import bearing, kilometres
from tests.builders import place

PROVINCE = place("Westmark province", precision=PlacePrecision.PROVINCE)


def test_kilometres() -> None:
    assert kilometres(place("a", 0.0, 0.0), place("b", 0.0, 1.0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres(place("a", 35.0, 36.0), PROVINCE) is None


@pytest.mark.parametrize(
    ("lat", "lon", "way"), [(1.0, 0.0, 0.0), (0.0, 1.0, 90.0), (-1.0, 0.0, 180.0), (0.0, -1.0, 270.0)]
)
def test_bearing(lat: float, lon: float, way: float) -> None:
    assert bearing(place("a", 0.0, 0.0), place("b", lat, lon)) == pytest.approx(way)
    assert bearing(PROVINCE, place("b", lat, lon)) is None
