"""The country that a report tells of."""

import pytest

from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.resolve.report_country import report_country


def town(country: str) -> PlaceLink:
    entry = PlaceEntry(f"geonames:{country}", country, "town", PlacePrecision.TOWN, 1.0, 1.0, country)
    return PlaceLink(entry, country, 0, 1, "")


@pytest.mark.parametrize(
    ("places", "filed", "writers", "country"),
    [
        (["IL", "PS", "PS"], "IL", None, "IL"),
        (["PS", "PS", "PS"], "IL", None, "PS"),
        (["IL", "PS"], None, None, None),
        (["AM"], None, "AZ", None),
        (["UA", "UA"], None, "RU", "UA"),
        ([], None, None, None),
    ],
)
def test_of_two_countries_with_as_many_places_it_is_that_of_the_dateline(
    places: list[str], filed: str | None, writers: str | None, country: str | None
) -> None:
    """A state's press counts as one place of its own country: a capital abroad that it names does not decide."""
    told = [town(one) for one in places]
    assert report_country(told, town(filed) if filed else None, writers) == country
