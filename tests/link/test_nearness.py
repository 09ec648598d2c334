from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link.nearness import Nearness, close_places, contains, nearness
from dateline.model.place import PlaceEntry, PlacePrecision
from tests.builders import place

TOWN = place("Sarra", 35.0, 36.0, admin1="Westmark")
PROVINCE = place("Westmark province", precision=PlacePrecision.PROVINCE)


def site(name: str, lat: float, near: str | None = None) -> PlaceEntry:
    return place(name, lat, 36.0, precision=PlacePrecision.SITE, near=near)


def _region(lat: float) -> PlaceEntry:
    return PlaceEntry("x:r", "Highlands", "region", PlacePrecision.AREA, lat, 36.0, "SY")


@pytest.mark.parametrize(
    ("other", "how"),
    [
        (TOWN, Nearness.SAME),
        (place("Sarra", 35.01, 36.0, id="x:2"), Nearness.TWIN),
        (place("Tell Omar", 35.01, 36.0), Nearness.APART),
        (place("Sarra", 36.0, 36.0, id="x:3"), Nearness.APART),
        (site("Sarra market", 35.005), Nearness.TWIN),
        (site("Sarra airport", 35.06, near="Sarra"), Nearness.BESIDE),
        (site("Sarra airport", 35.06), Nearness.APART),
        (site("Sarra airport", 35.5, near="Sarra"), Nearness.APART),
        (PROVINCE, Nearness.WITHIN),
        (place("Eastmark", precision=PlacePrecision.PROVINCE), Nearness.APART),
        (place("Westmark", precision=PlacePrecision.PROVINCE, country="IQ"), Nearness.APART),
        (place("Ardland", precision=PlacePrecision.COUNTRY), Nearness.WITHIN),
        (place("The plain", 35.2, 36.0, precision=PlacePrecision.AREA), Nearness.WITHIN),
        (place("Far plain", 36.2, 36.0, precision=PlacePrecision.AREA), Nearness.APART),
        (_region(36.2), Nearness.WITHIN),
        (_region(39.0), Nearness.APART),
        (PlaceEntry("name:mill", "Mill", "place", PlacePrecision.AREA, None, None, "SY", "Westmark"), Nearness.APART),
    ],
)
def test_how_places_lie_to_a_town(other: PlaceEntry, how: Nearness) -> None:
    assert nearness(TOWN, other) is nearness(other, TOWN) is how


def test_a_city_never_contains_its_province() -> None:
    city = place("Westmark", 35.0, 36.0, admin1="Westmark")
    assert contains(PROVINCE, city) and not contains(city, PROVINCE)


degrees = st.builds(
    lambda lat, lon: (lat, lon),
    st.floats(59.0, 61.0, allow_nan=False),
    st.floats(-0.3, 0.3, allow_nan=False),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(degrees, min_size=2, max_size=12))
def test_the_grid_misses_no_pair(points: list[tuple[float, float]]) -> None:
    entries = [place("Same name", lat, lon, id=f"x:{n}") for n, (lat, lon) in enumerate(points)]
    found = close_places(entries)
    for one in entries:
        close = {other.id for other in entries if nearness(one, other) is not Nearness.APART}
        assert set(found[one.id]) == close and found[one.id][0] == one.id


def test_a_name_that_the_gazetteer_lacks_may_lie_in_a_province() -> None:
    name = replace(_only_a_name("Mill"), country="SY")
    province = place("Westmark", precision=PlacePrecision.PROVINCE)
    assert nearness(province, name) is nearness(name, province) is Nearness.MAYBE
    abroad = place("Westmark", precision=PlacePrecision.PROVINCE, country="IQ", id="x:4")
    assert nearness(abroad, name) is Nearness.APART


def test_long_names_that_differ_by_a_letter_are_spelt_alike() -> None:
    assert nearness(_only_a_name("Ban Suroli"), _only_a_name("Ban Surolin")) is Nearness.SPELT
    assert nearness(_only_a_name("Ban Suroli"), _only_a_name("Ban Suraki")) is Nearness.APART
    assert nearness(_only_a_name("Suroli"), _only_a_name("Surolin")) is Nearness.APART


def test_a_name_that_the_gazetteer_lacks_may_be_a_town_of_that_name() -> None:
    town, name = place("Sarra", 35.0, 36.0), _only_a_name("Sarra")
    assert nearness(town, name) is nearness(name, town) is Nearness.NAMESAKE
    assert nearness(town, _only_a_name("Sarran")) is Nearness.APART
    assert nearness(place("Sarra", precision=PlacePrecision.PROVINCE), name) is Nearness.APART
    assert close_places([town, name])[town.id] == (town.id, name.id)
    assert close_places([town, name])[name.id] == (name.id, town.id)


def _only_a_name(name: str) -> PlaceEntry:
    return PlaceEntry(f"name:{name}", name, "place", PlacePrecision.AREA, None, None, None)


def test_a_quarter_that_the_gazetteer_lacks_is_a_part_of_its_town() -> None:
    quarter = place("Old Gate", TOWN.lat, TOWN.lon, precision=PlacePrecision.AREA, near=TOWN.name)
    assert nearness(TOWN, quarter) is nearness(quarter, TOWN) is Nearness.QUARTER
    assert quarter.id in close_places([TOWN, quarter])[TOWN.id]


def test_a_city_reaches_further_the_more_people_it_has() -> None:
    city = place("Bigtown", 35.0, 36.0, population=4_000_000)
    within, edge, outside = (place(f"Old {n}", 35.0 + n / 100, 36.0, population=900_000) for n in (3, 8, 20))
    assert [nearness(city, one) for one in (within, edge, outside)] == [
        Nearness.QUARTER, Nearness.SUBURB, Nearness.APART,
    ]  # fmt: skip
    assert nearness(place("Town", 35.0, 36.0), place("Old 3", 35.03, 36.0)) is Nearness.APART


def test_a_district_is_of_one_name_with_its_town() -> None:
    town, district = place("Sarra", 35.0, 36.0), place("Sarra", 35.2, 36.0, precision=PlacePrecision.DISTRICT, id="d:1")
    assert nearness(town, district) is nearness(district, town) is Nearness.NAMESAKE
    assert close_places([town, district])[town.id] == (town.id, "d:1")
    assert close_places([town, district])["d:1"] == ("d:1", town.id)


def test_two_villages_by_one_town_are_apart() -> None:
    one, other = (
        PlaceEntry(f"name:{name}", name, "place", PlacePrecision.AREA, 35.0, 36.0, "SY", near="Sarra")
        for name in ("Old Gate", "Mill")
    )
    assert nearness(one, other) is Nearness.APART
    assert nearness(one, place("Sarra", 35.0, 36.0)) is Nearness.QUARTER


def test_a_province_holds_a_name_alone_that_is_told_to_lie_in_it() -> None:
    alone = PlaceEntry("name:mill", "Mill", "place", PlacePrecision.AREA, None, None, "SY", "Westmark")
    assert nearness(PROVINCE, alone) is nearness(alone, PROVINCE) is Nearness.WITHIN


def test_a_district_holds_the_land_around_a_town_of_it() -> None:
    district = place("Sarra district", 35.1, 36.0, precision=PlacePrecision.DISTRICT)
    around = place("Sarra", 35.0, 36.0, precision=PlacePrecision.AREA, id="x:around")
    assert contains(district, around) and not contains(around, district)
