"""Places that a user adds: what is kept, and what files of three formats hold or do wrong."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import PlacesError
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference import places_index
from dateline.reference.own_formats import read_table
from dateline.reference.own_places import own_files, read_own, remove_own, write_own
from dateline.reference.places import open_places
from dateline.reference.places_index import IndexRow

VILLAGE = PlaceEntry("7", "Gologo", "town", PlacePrecision.TOWN, 13.5, -1.5, "BF", "Centre-Nord", 900, ("Golgo",))
GEONAMES = "\t".join(
    [
        "42",
        "Gologo",
        "Gologo",
        "Golgo,Gologho",
        "13.5",
        "-1.5",
        "P",
        "PPL",
        "BF",
        "",
        "05",
        "",
        "",
        "",
        "900",
        "",
        "",
        "",
        "",
    ]
)


def geonames(**cells: str) -> str:
    order = ["id", "name", "ascii", "also", "lat", "lon", "class", "feature", "country"]
    row = GEONAMES.split("\t")
    for name, cell in cells.items():
        row[order.index(name)] = cell
    return "\t".join(row)


def file(folder: Path, text: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_what_is_kept_is_read_again_under_ids_of_its_source(tmp_path: Path) -> None:
    path = write_own(tmp_path, "sahel", [VILLAGE])
    assert own_files(tmp_path) == [path]
    assert list(read_own(path)) == [replace(VILLAGE, id="own:sahel:7")]


def test_a_source_added_again_is_replaced_and_leaves_nothing_behind(tmp_path: Path) -> None:
    write_own(tmp_path, "sahel", [VILLAGE, PlaceEntry("8", "Dori", "town", PlacePrecision.TOWN, 14.0, 0.0, "BF")])
    write_own(tmp_path, "sahel", [VILLAGE])
    assert [place.id for path in own_files(tmp_path) for place in read_own(path)] == ["own:sahel:7"]
    assert [one.name for one in (tmp_path / "own-places").iterdir()] == ["sahel.tsv"]


def test_removing_what_was_not_added_says_what_was(tmp_path: Path) -> None:
    write_own(tmp_path, "sahel", [VILLAGE])
    with pytest.raises(PlacesError, match="added are: sahel"):
        remove_own(tmp_path, "niger")
    remove_own(tmp_path, "sahel")
    assert own_files(tmp_path) == []


@pytest.mark.parametrize("name", ["", "../x", "A b", ".hidden"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PlacesError, match="cannot be the name"):
        write_own(tmp_path, name, [VILLAGE])


def test_a_file_changed_by_another_hand_is_named_with_its_line(tmp_path: Path) -> None:
    path = write_own(tmp_path, "sahel", [VILLAGE])
    path.write_text(path.read_text() + "nonsense\n")
    with pytest.raises(PlacesError, match=r"sahel\.tsv, line 2: broken"):
        list(read_own(path))


def test_added_places_are_found_by_any_of_their_spellings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town = IndexRow("geonames:1", "Dori", "town", PlacePrecision.TOWN, 14.0, 0.0, "BF", None, 9000, "Dori")
    monkeypatch.setattr(places_index, "index_rows", lambda: iter([town]))
    assert open_places(tmp_path).named("Golgo") == ()
    write_own(tmp_path, "sahel", [VILLAGE])
    (match,) = open_places(tmp_path).named("Golgo")
    assert (match.entry.id, match.entry.name, match.entry.admin1) == ("own:sahel:7", "Gologo", "Centre-Nord")


def test_a_dump_of_geonames_gives_towns_and_passes_over_streams(tmp_path: Path) -> None:
    stream = geonames(id="43", **{"class": "H", "feature": "STM"})
    table = read_table(file(tmp_path, f"{GEONAMES}\n{stream}\n", "BF.txt"))
    assert (table.format, table.passed_over) == ("GeoNames", 1)
    (place,) = table.places
    assert (place.id, place.name, place.lat, place.country, place.population) == ("42", "Gologo", 13.5, "BF", 900)
    assert place.also == ("Golgo", "Gologho")


def test_a_table_of_p_codes_gives_provinces_and_districts_without_degrees(tmp_path: Path) -> None:
    text = (
        "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n"
        "BFA,0,BF,Burkina Faso,,2020-01-01\n"
        "BFA,1,BF49,Centre-Nord,BF,2020-01-01\n"
        "BFA,2,BF4901,Bam,BF49,2020-01-01\n"
        "BFA,3,BF490101,Kongoussi,BF4901,2020-01-01\n"
    )
    table = read_table(file(tmp_path, text))
    assert (table.format, table.passed_over) == ("p-codes", 1)
    told = [(place.id, place.precision, place.country, place.admin1, place.lat) for place in table.places]
    assert told == [
        ("BF49", PlacePrecision.PROVINCE, "BF", "Centre-Nord", None),
        ("BF4901", PlacePrecision.DISTRICT, "BF", "Centre-Nord", None),
        ("BF490101", PlacePrecision.DISTRICT, "BF", "Centre-Nord", None),
    ]


def test_a_table_with_other_headings_and_delimiter_is_understood(tmp_path: Path) -> None:
    table = read_table(
        file(tmp_path, "Latitude;Longitude;Place;Country;Other names\n13.5;-1.5;Gologo;Burkina Faso;Golgo|Gol\n")
    )
    (place,) = table.places
    assert (place.name, place.lat, place.lon, place.country, place.also) == (
        "Gologo",
        13.5,
        -1.5,
        "BF",
        ("Golgo", "Gol"),
    )


def test_rows_without_a_country_get_the_one_given(tmp_path: Path) -> None:
    (place,) = read_table(file(tmp_path, "name,lat,lon\nGologo,13.5,-1.5\n"), "BF").places
    assert place.country == "BF"


def test_every_wrong_line_is_told_with_its_number(tmp_path: Path) -> None:
    rows = (
        "1,Gologo,13.5,-1.5,BF",
        "2,,1,1,BF",
        "3,Dori,95,1,BF",
        "4,Dori,x,1,BF",
        "5,Dori,1,1,Utopia",
        "1,Dori,1,1,BF",
    )
    text = "\n".join(("id,name,lat,lon,country", *rows))
    with pytest.raises(PlacesError) as told:
        read_table(file(tmp_path, text))
    said = str(told.value).splitlines()
    assert [line.partition("line ")[2].partition(":")[0] for line in said] == ["3", "4", "5", "6", "7"]
    assert "no name" in said[0] and "latitude is within 90" in said[1] and "Utopia" in said[3] and "twice" in said[4]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("town,north\nGologo,1\n", "line 1: no column for lat, lon, name"),
        ("name,lat,lon\n", "holds no place"),
        (f"{GEONAMES}\n{GEONAMES}\tmore\n", "line 2: 20 columns, expected 19"),
    ],
)
def test_what_is_no_file_of_places_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PlacesError, match=said):
        read_table(file(tmp_path, text))


def test_a_file_that_is_not_there_or_not_in_utf_8_is_named(tmp_path: Path) -> None:
    with pytest.raises(PlacesError, match="nowhere"):
        read_table(tmp_path / "nowhere.csv")
    path = tmp_path / "old.csv"
    path.write_bytes("name,lat,lon\nGologó,1,1\n".encode("latin-1"))
    with pytest.raises(PlacesError, match="not in UTF-8"):
        read_table(path)
