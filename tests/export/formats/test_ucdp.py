import csv
from pathlib import Path

import pytest

from dateline.export.formats.ucdp import COLUMNS
from tests.builders import STRIKE, event, toll, when
from tests.export.records import exported, record
from tests.export.wars import AFRIN, ARMY, PEOPLE, PROVINCE, REBELS, war

CONVENTIONS = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,"
    "dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,"
    "source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,"
    "where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
)
PARTS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def rows(path: Path, out: Path) -> list[dict[str, str]]:
    exported(path, "ucdp", out)
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def told(tmp_path: Path) -> dict[str, dict[str, str]]:
    return {row["where_coordinates"]: row for row in rows(war(tmp_path / "r.db"), tmp_path / "u.csv")}


def test_the_columns_are_ucdp_s_in_their_order() -> None:
    assert ",".join(COLUMNS) == CONVENTIONS
    assert len(COLUMNS) == 49


def test_only_events_with_a_death(told: dict[str, dict[str, str]]) -> None:
    assert sorted(told) == ["Afrin", "Binnish", "Sarmin"]


def test_best_is_the_sum_of_its_parts_and_lies_between_the_ends(told: dict[str, dict[str, str]]) -> None:
    for row in told.values():
        assert sum(int(row[part]) for part in PARTS) == int(row["best"])
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])


def test_a_battle_is_state_based_and_parts_its_dead_by_side(told: dict[str, dict[str, str]]) -> None:
    row = told["Binnish"]
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Government of Syria", "North Front")
    assert [row[part] for part in PARTS] == ["30", "8", "0", "0"]
    assert row["dyad_name"] == "Government of Syria - North Front"
    assert row["conflict_name"] == ""


def test_a_strike_on_people_is_one_sided(told: dict[str, dict[str, str]]) -> None:
    row = told["Afrin"]
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("3", "Government of Syria", "Civilians")
    assert (row["deaths_civilians"], row["best"]) == ("12", "12")  # the five children are among the twelve
    assert row["source_original"] == "Observatory"
    assert row["geom_wkt"] == "POINT (36.87 36.51)"
    assert (row["date_prec"], row["where_prec"], row["event_clarity"]) == ("1", "1", "1")


def test_what_is_ucdp_s_to_give_is_blank(told: dict[str, dict[str, str]]) -> None:
    names = ("id", "priogrid_gid", "gwnoa", "gwnob", "conflict_new_id", "dyad_new_id", "country_id")
    assert {row[name] for row in told.values() for name in names} == {""}
    assert all(row["relid"].startswith("DL-") for row in told.values())


def test_a_total_over_days_is_aggregated(told: dict[str, dict[str, str]]) -> None:
    row = told["Sarmin"]
    assert (row["event_clarity"], row["date_prec"], row["where_prec"]) == ("2", "2", "2")
    assert (row["date_start"], row["date_end"]) == ("2015-05-02", "2015-05-04")


def test_sides_that_are_not_known_make_no_type(tmp_path: Path) -> None:
    strike = event(STRIKE, PROVINCE, when("2015-04-25"), by=(ARMY,))
    (row,) = rows(record(tmp_path / "r.db", strike, toll(3, of=strike, start=20)), tmp_path / "u.csv")
    assert (row["type_of_violence"], row["side_b"], row["dyad_name"]) == ("", "", "")
    assert (row["where_prec"], row["latitude"], row["geom_wkt"]) == ("4", "", "")
    assert row["deaths_unknown"] == "3"


def test_civilians_within_a_total_are_taken_out_of_the_unknown(tmp_path: Path) -> None:
    strike = event(STRIKE, AFRIN, when("2015-04-25"), by=(ARMY,), against=(REBELS, PEOPLE))
    whole = toll(20, of=strike, start=20, quote="twenty people")
    part = toll(5, of=strike, status="civilians", part_of=whole, start=40, quote="five of them civilians")
    (row,) = rows(record(tmp_path / "r.db", strike, whole, part), tmp_path / "u.csv")
    assert (row["deaths_civilians"], row["deaths_unknown"], row["best"]) == ("5", "15", "20")


def test_people_hit_in_an_attack_on_civilians_are_civilians(tmp_path: Path) -> None:
    strike = event(STRIKE, AFRIN, when("2015-04-25"), by=(ARMY,), against=(PEOPLE,))
    whole = toll(27, of=strike, start=20, quote="twenty-seven people")
    part = toll(20, of=strike, side=REBELS, status="combatants", part_of=whole, start=40, quote="twenty rebels")
    (row,) = rows(record(tmp_path / "r.db", strike, whole, part), tmp_path / "u.csv")
    assert (row["deaths_civilians"], row["deaths_unknown"], row["best"]) == ("7", "20", "27")
