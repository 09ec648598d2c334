"""Each format, read by what its users read it with; a reader that is not installed is skipped."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dateline.export.cells import bare, guarded
from dateline.export.formats.polecat import COLUMNS as POLECAT
from dateline.export.formats.uwazi import COLUMNS as UWAZI
from tests.export.records import exported
from tests.export.wars import OPEN, war

HAPI = (
    "location_code,has_hrp,in_gho,provider_admin1_name,provider_admin2_name,admin1_code,admin1_name,admin2_code,"
    "admin2_name,admin_level,event_type,events,fatalities,reference_period_start,reference_period_end,dataset_hdx_id,"
    "resource_hdx_id,warning,error"
)
POLECAT_CONVENTIONS = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
    "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,"
    "Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,"
    "Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,"
    "Publication Date,Story People,Story Organizations,Story Locations,Language,Version"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return war(tmp_path / "r.db")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_pandas_reads_the_tables_and_their_line_ends(path: Path, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    exported(path, "csv", tmp_path / "c.zip")
    with zipfile.ZipFile(tmp_path / "c.zip") as archive:
        claims = pandas.read_csv(archive.open("claims.csv"))
        incidents = pandas.read_csv(archive.open("incidents.csv"))
    assert OPEN in set(claims["quote"])
    assert incidents.set_index("place").loc["Afrin", "killed_low"].max() == 12
    assert incidents[incidents["place"] == "Idlib province"]["lat"].isna().all()


def test_duckdb_reads_parquet_with_its_types(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="parquet needs an extra")
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    exported(path, "parquet", tmp_path / "p")
    file = tmp_path / "p" / "incidents.parquet"
    sql = f"SELECT place, date_from, actors[1], killed_best FROM '{file}' WHERE place = 'Binnish'"
    found = duckdb.sql(f"{sql} AND type LIKE 'Non-state%'").fetchall()
    assert [(row[0], str(row[1]), row[2], row[3]) for row in found] == [("Binnish", "2015-03-28", "North Front", 38)]


def test_openpyxl_reads_the_sheets(path: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="xlsx needs an extra")
    exported(path, "xlsx", tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert {sheet.freeze_panes for sheet in book} == {"A2"}  # the header stays in sight
    assert book.sheetnames == ["reports", "claims", "incidents", "tolls", "figures", "control", "dictionary"]
    header, *rows = book["claims"].iter_rows(values_only=True)
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert {row["low"] for row in told if row["kind"] == "toll"} == {12, 5, 30, 8, 10}
    assert {cell.data_type for row in book["claims"].iter_rows() for cell in row} <= {"s", "n", "b", "inlineStr"}


def test_geojson_has_points_only_for_towns(path: Path, tmp_path: Path) -> None:
    exported(path, "geojson", tmp_path / "g.geojson")
    told = json.loads((tmp_path / "g.geojson").read_text("utf-8"))
    assert told["type"] == "FeatureCollection"
    by_place = {one["properties"]["place"]: one for one in told["features"] if one["properties"]["date_from"]}
    assert by_place["Afrin"]["geometry"] == {"type": "Point", "coordinates": [36.87, 36.51]}
    assert {by_place[name]["geometry"] for name in ("Sarmin", "Idlib province", "Syria")} == {None}
    assert by_place["Afrin"]["properties"]["killed_best"] == 12


def test_shapely_takes_the_points(path: Path, tmp_path: Path) -> None:
    geometry = pytest.importorskip("shapely.geometry", reason="shapely is not installed")
    exported(path, "geojson", tmp_path / "g.geojson")
    told = json.loads((tmp_path / "g.geojson").read_text("utf-8"))
    points = [geometry.shape(one["geometry"]) for one in told["features"] if one["geometry"]]
    assert all(point.is_valid and 35 < point.y < 37 for point in points)


def test_plover_has_what_it_requires_and_both_sides_of_a_fight(path: Path, tmp_path: Path) -> None:
    exported(path, "plover", tmp_path / "p.jsonl")
    told = lines(tmp_path / "p.jsonl")
    assert all({"id", "date", "actor", "event"} <= row.keys() for row in told)
    assert all(isinstance(row["actor"], list) and row["event"][0]["type"] for row in told)
    strike = next(row for row in told if row["location"]["name"] == "Afrin")
    assert (strike["event"][0]["type"], strike["event"][0]["mode"]) == ("ASSAULT", "aerial")
    assert [one["sector"] for one in strike["actor"]] == ["MIL"]
    assert [one["country"] for one in strike["recipient"]] == ["SYR"]
    assert {row["date"] for row in told} == {"2015-04-25", "2015-03-28", "2015-04-01"}  # those known to the day


def test_polecat_s_columns_and_cells(path: Path, tmp_path: Path) -> None:
    assert ",".join(POLECAT) == POLECAT_CONVENTIONS
    exported(path, "polecat", tmp_path / "p.tsv")
    with (tmp_path / "p.tsv").open(encoding="utf-8", newline="") as file:
        told = list(csv.DictReader(file, delimiter="\t"))
    row = next(row for row in told if row["Placename"] == "Binnish")
    assert (row["Actor Name"], row["Recipient Name"]) == ("North Front", "Military Forces of Syria")
    assert (row["Quad Code"], row["Country"], row["Primary Recipient Sector"]) == ("MATERIAL CONFLICT", "SYR", "MIL")


def test_hapi_counts_by_month(path: Path, tmp_path: Path) -> None:
    pcodes = tmp_path / "pcodes.csv"
    pcodes.write_text(
        "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n"
        "SYR,1,SY02,Aleppo,SY,2020-01-01\nSYR,2,SY0204,Afrin,SY02,2020-01-01\n", "utf-8",
    )  # fmt: skip
    exported(path, "hapi", tmp_path / "h.csv", pcodes=pcodes)
    with (tmp_path / "h.csv").open(encoding="utf-8", newline="") as file:
        told = list(csv.DictReader(file))
    assert ",".join(told[0]) == HAPI
    targeting = [row for row in told if row["event_type"] == "civilian_targeting"]
    assert [(row["admin_level"], row["admin2_code"], row["fatalities"]) for row in targeting] == [
        ("0", "", "12"), ("2", "SY0204", "12"),
    ]  # fmt: skip
    assert {row["location_code"] for row in told} == {"SYR"}
    periods = {(row["reference_period_start"], row["reference_period_end"]) for row in told}
    assert ("2015-03-01", "2015-03-31") in periods


def test_hxl_tags_stand_in_the_second_row_if_asked_for(path: Path, tmp_path: Path) -> None:
    exported(path, "hapi", tmp_path / "h.csv", hxl=True)
    assert (tmp_path / "h.csv").read_text("utf-8").splitlines()[1].startswith("#country+code,")


def test_uwazi_takes_the_zip(path: Path, tmp_path: Path) -> None:
    exported(path, "uwazi", tmp_path / "u.zip")
    with zipfile.ZipFile(tmp_path / "u.zip") as archive:
        assert archive.namelist() == ["import.csv"]
        told = list(csv.DictReader(io.StringIO(archive.read("import.csv").decode(), newline="")))
    assert [name for name in UWAZI if name.endswith("geolocation")] == ["Point_geolocation"]  # any other is dropped
    assert len({row["title"] for row in told}) == len(told)
    strike = next(row for row in told if row["Place"] == "Afrin" and row["Date"])
    assert (strike["Point_geolocation"], strike["Date"]) == ("36.51|36.87", "2015-04-25:2015-04-25")
    assert strike["First report"] == "Title of a.txt|https://news.example/a.txt"
    assert next(row for row in told if row["Place"] == "Idlib province")["Point_geolocation"] == ""


def test_airwars_parts_civilians_and_children(path: Path, tmp_path: Path) -> None:
    exported(path, "airwars", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["civilians_killed_min"], row["civilians_killed_max"]) == ("12", "12")
    assert (row["children_killed_min"], row["women_killed_min"]) == ("5", "")
    assert (row["suspected_belligerents"], row["grade"]) == ("Military Forces of Syria", "weak")


def test_a_json_ld_processor_reads_events_and_claims(path: Path, tmp_path: Path) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")
    exported(path, "jsonld", tmp_path / "j.jsonld")
    nodes = jsonld.expand(json.loads((tmp_path / "j.jsonld").read_text("utf-8")))
    schema = "https://schema.org/"
    assert [sum(f"{schema}{kind}" in node["@type"] for node in nodes) for kind in ("Event", "Claim")] == [7, 12]
    (month,) = (node for node in nodes if node.get(f"{schema}name") == [{"@value": "Air/drone strike, Idlib province"}])
    assert month[f"{schema}startDate"] == [{"@type": f"{schema}Date", "@value": "2015-06-01"}]
    assert f"{schema}geo" not in month[f"{schema}location"][0]
    ids = {node["@id"] for node in nodes}
    told = [one["@id"] for node in nodes for one in node.get(f"{schema}subjectOf", ())]
    assert told
    assert set(told) <= ids


def test_what_a_sheet_would_run_is_made_words_and_can_be_had_back() -> None:
    for dangerous in ("=1+1", "+1", "-1", "@cmd", "\tx", "\rx", "'=x", "''-y"):
        assert guarded(dangerous)[0] == "'"
        assert bare(guarded(dangerous)) == dangerous
    for harmless in ("plain", "'s", "1-2", ""):
        assert bare(guarded(harmless)) == guarded(harmless) == harmless
