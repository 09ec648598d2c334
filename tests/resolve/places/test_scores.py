import pytest

from dateline.reference.places import shared_places
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.scores import Anchors, score


def likeliest(name: str, **countries: float) -> tuple[str, str | None]:
    """What a bare name stands for in a report that speaks of some countries."""
    matches = shared_places().named(name)
    mention = PlaceMention(0, 0, 0, 0, len(name), name, matches, 5)
    entry = max(matches, key=lambda match: score(match, mention, countries, Anchors(()))).entry
    return entry.name, entry.country


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tyre", ("Tyre", "LB")),  # spelt much like one of Tehran's names
        ("Islamabad", ("Islamabad", "PK")),  # an old name of Chittagong too
        ("Odessa", ("Odesa", "UA")),  # a spelling of the city's own name, whatever lies in Texas
        ("Bombay", ("Mumbai", "IN")),
        ("Dili", ("Dili", "TL")),
        ("Mallawi", ("Mallawi", "EG")),  # no Malawi
    ],
)
def test_great_cities_under_names_that_are_theirs(name: str, expected: tuple[str, str]) -> None:
    assert likeliest(name) == expected


def test_well_known_town_goes_before_one_spelt_much_like_it_at_home() -> None:
    assert likeliest("Tyre", IL=1.0) == ("Tyre", "LB")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Corsica", ("Corsica", "FR")),
        ("Lombardy", ("Lombardy", "IT")),
        ("Maranhão", ("Maranhao state", "BR")),  # São Luís, its capital, is called so in old tables
        ("Casamance", ("Casamance", "SN")),
        ("Bari", ("Bari", "IT")),  # also a region of Somalia
        ("Bali", ("Bali", "ID")),
    ],
)
def test_bare_names_of_provinces_and_of_towns(name: str, expected: tuple[str, str]) -> None:
    assert likeliest(name) == expected


def test_province_that_does_not_go_by_its_name_alone() -> None:
    names = {match.entry.id for match in shared_places().named("Mara")}
    assert "dateline:TZ-08" not in names
    assert likeliest("Mara region") == ("Mara region", "TZ")
