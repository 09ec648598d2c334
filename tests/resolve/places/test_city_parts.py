import pytest

from dateline.reference.places import shared_places
from dateline.resolve.places.city_parts import is_side_of_city


@pytest.mark.parametrize(
    ("name", "urban", "expected"),
    [
        ("Baghdad", False, True),  # hardly anybody means the land around
        ("Aleppo", False, False),
        ("Aleppo", True, True),  # "markets in northern Aleppo"
        ("Idlib", True, False),  # too small to have quarters that news tells apart
        ("New York", False, False),  # most of the state lives elsewhere
        ("Lombardy", True, False),
    ],
)
def test_side_of_city_or_of_its_province(name: str, urban: bool, expected: bool) -> None:
    assert is_side_of_city(shared_places().named(name), urban=urban) is expected
