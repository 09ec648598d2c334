"""`dateline places`: sources added, listed, asked of and removed."""

from pathlib import Path

import pytest

from dateline.cli.commands import places as command
from dateline.model.place import PlacePrecision
from dateline.reference import places as look_up
from dateline.reference import places_index
from dateline.reference.places_index import IndexRow
from tests.cli.running import run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, with a gazetteer of one town."""
    town = IndexRow("geonames:1", "Dori", "town", PlacePrecision.TOWN, 14.0, 0.0, "BF", None, 9000, "Dori")
    monkeypatch.setattr(places_index, "index_rows", lambda: iter([town]))
    for module in (command, look_up):
        monkeypatch.setattr(module, "cache_folder", lambda: tmp_path)
    return tmp_path


def villages(folder: Path, text: str = "name,lat,lon,country\nGologo,13.5,-1.5,BF\n") -> str:
    path = folder / "Sahel villages.csv"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_file_is_added_under_its_own_name_and_found(folder: Path) -> None:
    told = run("places", "add", villages(folder))
    assert told.exit_code == 0, told.output
    assert "1 places of Sahel villages.csv (CSV) added as sahel-villages" in told.output
    listed = run("places", "list").output
    assert "sahel-villages" in listed and "BF" in listed
    why = run("places", "why", "Gologo").output
    assert "own:sahel-villages:2" in why and "13.500, -1.500" in why


def test_a_wrong_file_changes_nothing(folder: Path) -> None:
    run("places", "add", villages(folder), "--as", "mine")
    told = run("places", "add", villages(folder, "name,lat,lon\nGologo,200,1\n"), "--as", "mine")
    assert told.exit_code == 2
    assert "line 2" in told.output
    assert "own:mine:2" in run("places", "why", "Gologo").output


def test_what_was_removed_is_found_no_more(folder: Path) -> None:
    run("places", "add", villages(folder), "--as", "mine")
    assert run("places", "remove", "mine").exit_code == 0
    assert "no place called Gologo" in run("places", "why", "Gologo").output
    assert run("places", "remove", "mine").exit_code == 2
    assert "no places were added" in run("places", "list").output
