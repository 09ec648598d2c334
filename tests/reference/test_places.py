import lzma
import os
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.model.place import PlacePrecision
from dateline.reference import gazetteer, places_index
from dateline.reference.gazetteer import country_rows, division_rows, town_rows
from dateline.reference.places import Closeness, Places, open_places, shared_places
from dateline.reference.places_curated import load_provinces
from dateline.reference.places_index import IndexRow, build_index


def small_rows() -> list[IndexRow]:
    town = IndexRow("geonames:1", "Idlib", "town", "town", 35.9, 36.6, "SY", "Idlib", 128840, "Idlib|Idleb")
    base = IndexRow(
        "dateline:x", "Al-Qarmid", "base", "site", 35.8, 36.7, "SY", "Idlib", 0, "Al-Qarmid|Brick Factory", "Idlib"
    )
    return [town, base]


def small_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(places_index, "index_rows", lambda: iter(small_rows()))
    path = folder / "small.sqlite"
    build_index(path)
    return path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Idleb", "Idlib"),
        ("Deir al-Zor", "Deir ez-Zor"),
        ("Jureen", "Jurin"),
        ("Wadi Deif", "Wadi al-Deif"),
        ("Abu Duhur military airport", "Abu Duhur military airport"),
        ("Kiev", "Kyiv"),
        ("Artemivsk", "Bakhmut"),
        ("Severodonetsk", "Sievierodonetsk"),
        ("El Fasher", "El Fasher"),
        ("Geneina", "El Geneina"),
        ("Donbass", "Donbas"),
    ],
)
def test_places_are_found_in_their_usual_spellings(name: str, expected: str) -> None:
    assert expected in [match.entry.name for match in shared_places().named(name)]


def test_town_and_province_of_one_name_are_two_entries() -> None:
    found = {m.entry.precision: m.entry for m in shared_places().named("Idlib")}
    assert found[PlacePrecision.TOWN].id.startswith("geonames:")
    assert found[PlacePrecision.PROVINCE].name == "Idlib province"


def test_closer_spellings_come_first() -> None:
    closeness = [match.closeness for match in shared_places().named("Tripoli")]
    assert closeness == sorted(closeness)
    assert closeness[0] is Closeness.NAME


def test_loose_look_up_only_where_asked_for() -> None:
    assert shared_places().named("Jisr al-Shoughar") == ()
    assert shared_places().named("Jisr al-Shoughar", loose=True)[0].entry.name == "Jisr al-Shughur"


def test_every_curated_capital_is_known() -> None:
    places = shared_places()
    lost = []
    for province in load_provinces():
        area = places.province(province.country, province.name)
        assert area is not None
        if province.capital and places.capital(area) is None:
            lost.append((province.country, province.capital))
    assert lost == [("AF", "Mahmud-e Raqi"), ("NP", "Godawari")]  # smaller than the towns that the gazetteer has


def test_capital_of_a_country_and_of_a_province() -> None:
    places = shared_places()
    syria, anbar = places.country("SY"), places.province("IQ", "Anbar")
    assert syria and anbar
    assert [town.name for area in (syria, anbar) if (town := places.capital(area))] == ["Damascus", "Ramadi"]


def test_people_and_names_of_countries() -> None:
    places = shared_places()
    assert (places.people_of("SYRIAN"), places.people_of("Darkush")) == ("SY", None)
    assert (places.country_named("Ukraine"), places.country_named("Kharkiv")) == ("UA", None)


def test_entry_by_id_is_the_same_as_by_name() -> None:
    entry = shared_places().named("Darkush")[0].entry
    assert shared_places().entry(entry.id) == entry
    assert shared_places().entry("geonames:0") is None


def test_two_builders_at_once_leave_one_whole_look_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_index, "index_rows", lambda: iter(small_rows()))
    path = tmp_path / "small.sqlite"
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: build_index(path), range(4)))
    assert [entry.name for entry in tmp_path.iterdir()] == ["small.sqlite"]
    assert Places(path).named("idleb")[0].entry.id == "geonames:1"


def test_progress_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_index, "index_rows", lambda: iter(small_rows()))
    said: list[str] = []
    build_index(tmp_path / "small.sqlite", said.append)
    assert "2 places" in said[1]


def test_empty_look_up_is_a_loud_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small_index(tmp_path, monkeypatch)
    with sqlite3.connect(path) as base:
        base.execute("DELETE FROM by_key")
    base.close()
    with pytest.raises(ResourceError, match="empty"):
        Places(path)


def test_broken_look_up_is_a_loud_error(tmp_path: Path) -> None:
    (tmp_path / "bad.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(ResourceError, match="broken"):
        Places(tmp_path / "bad.sqlite")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"not compressed", "cannot be read"),
        (lzma.compress(b""), "fewer than"),
        (lzma.compress(b"1\tSY\t12\t35.9\t36.6\t5\tIdlib\n"), "holds 1 entries"),
    ],
)
def test_broken_or_cut_gazetteer_is_a_loud_error(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "g.xz"
    path.write_bytes(content)
    with pytest.raises(ResourceError, match=says):
        list(town_rows(path))


def test_broken_divisions_are_a_loud_error(tmp_path: Path) -> None:
    path = tmp_path / "d.xz"
    path.write_bytes(lzma.compress(b"SY\t12\tnorth\n" * 15_000))
    with pytest.raises(ResourceError, match="broken line"):
        list(division_rows(path))


def test_missing_gazetteer_is_a_loud_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "TOWNS_FILE", tmp_path / "none.xz")
    with pytest.raises(ResourceError, match="install Dateline again"):
        open_places(tmp_path)
    with pytest.raises(ResourceError, match="cannot be read"):
        country_rows(tmp_path / "none.tsv")


def test_folder_that_cannot_be_written_to_is_a_loud_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_index, "index_rows", lambda: iter(small_rows()))
    with pytest.raises(ResourceError, match="cannot be written"):
        build_index(tmp_path / "missing" / "small.sqlite")


def test_folder_that_cannot_be_made_is_a_loud_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("a file where the folder would be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(ResourceError, match="cannot be made"):
        open_places()


def aged(path: Path, hours: float) -> Path:
    path.write_bytes(b"")
    made = time.time() - hours * 3600
    os.utime(path, (made, made))
    return path


def test_building_clears_look_ups_of_other_data_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, half = aged(tmp_path / "places-1.sqlite", 25), aged(tmp_path / "places-1x.part", 25)
    young, other = aged(tmp_path / "places-2.sqlite", 23), aged(tmp_path / "notes.sqlite", 99)
    small_index(tmp_path, monkeypatch)
    assert [path.exists() for path in (old, half, young, other)] == [False, False, True, True]


def test_a_look_up_that_is_open_outlives_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = small_index(tmp_path, monkeypatch).rename(tmp_path / "places-1.sqlite")
    os.utime(old, (0, 0))
    reading = Places(old)
    small_index(tmp_path, monkeypatch)
    assert not old.exists()
    assert reading.named("Idleb")[0].entry.name == "Idlib"
