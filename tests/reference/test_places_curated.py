from collections import Counter
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.reference.places_curated import load_countries, load_places, load_provinces


def site_file(folder: Path, text: str) -> Path:
    (folder / "sites").mkdir(parents=True)
    (folder / "sites" / "SY-x.yml").write_text(text, "utf-8")
    return folder


def test_shipped_places_are_well_formed_and_each_once() -> None:
    ids = Counter(place.id for place in load_places() if place.amends is None)
    assert len(ids) > 250
    assert [place for place, count in ids.items() if count > 1] == []


def test_every_added_place_tells_where_it_is_known_from() -> None:
    assert [place.id for place in load_places() if place.amends is None and not place.known_from] == []


def test_provinces_of_the_wars_are_complete() -> None:
    counts = Counter(province.country for province in load_provinces())
    assert (counts["SY"], counts["IQ"], counts["UA"], counts["SD"]) == (14, 19, 27, 18)


def test_countries_have_people_of_one_country() -> None:
    owners = Counter(word for country in load_countries().values() for word in country.people)
    shared = {word for word, count in owners.items() if count > 1}
    assert shared == {"Congolese", "Dominican"}  # two states each share the adjective


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {id: a, name: A, feature: base, at: [95, 0], known_from: x}", "degrees"),
        ("- {id: a, name: A, feature: base}", "known_from"),
        ("- {id: a, name: A, feature: base, known_from: x, colour: red}", "colour"),
        ("- {id: a, name: A, also: B, feature: base, known_from: x}", "list of names"),
        ("- {id: a, name: A, feature: base, known_from: x, precision: exact}", "exact"),
        ("{a: b}", "list of places"),
        ("- {", "cannot be read"),
    ],
)
def test_broken_entries_are_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ResourceError, match=says) as caught:
        list(load_places(site_file(tmp_path, text)))
    assert "SY-x.yml" in str(caught.value)


@pytest.mark.parametrize(
    ("row", "says"),
    [("{name: A, alone: false}", "needs a noun"), ("{name: A, nuons: [state]}", "nuons")],
)
def test_broken_provinces_are_named(tmp_path: Path, row: str, says: str) -> None:
    (tmp_path / "provinces").mkdir()
    (tmp_path / "provinces" / "SY.yml").write_text(f"nouns: []\nprovinces:\n  '01': {row}\n", "utf-8")
    with pytest.raises(ResourceError, match=says):
        list(load_provinces(tmp_path))
