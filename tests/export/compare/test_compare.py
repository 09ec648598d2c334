import dataclasses
import json
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.export.compare import About, Comparison, Entry, as_json, compare, entry_of, page, read_coded, rows_of
from dateline.export.compare.entries import party_keys, place_keys
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.store import open_view
from tests.builders import day
from tests.export.records import exported
from tests.export.wars import war

# All rows here are invented.
NEW = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\r\n"
    "SYR1,25 April 2015,2015,1,Political violence,Explosions/Remote violence,Air/drone strike,"
    "Military Forces of Syria (2000-2024),,State forces,Civilians (Syria),,Civilians,State forces-Civilians,"
    "Civilian targeting,760,Middle East,Syria,Aleppo,Afrin,,Efrin,36.512,36.869,1,X,National,"
    '"A note that says ""twelve"",\nover two lines, and a comma.",15,,1\r\n'
    "SYR2,28 March 2015,2015,1,Political violence,Battles,Armed clash,Opposition Rebels (Syria),,Rebel group,"
    "Military Forces of Syria (2000-2024),,State forces,,,760,Middle East,Syria,Hama,,,Morek,35.37,36.68,1,X,,,2,,\r\n"
)
OLD = (
    "DATA_ID;ISO;EVENT_ID_CNTY;EVENT_DATE;YEAR;TIME_PRECISION;EVENT_TYPE;ACTOR1;ALLY_ACTOR_1;INTER1;ACTOR2;INTER2;COUNTRY;"
    "ADMIN1;LOCATION;LATITUDE;LONGITUDE;GEO_PRECISION;NOTES;FATALITIES\n"
    "77;760;SYR9;25/04/2015;2015;1;Explosions/Remote violence;Military Forces of Syria (2000-);;1;Civilians (Syria);7;"
    "Syria;Aleppo;Afrin;36,51;36,87;1;note;12\n"
)
UCDP = (
    "id,relid,year,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,latitude,longitude,country,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,low_est,best_est,high_est\n"
    '501,SYR-2015-1,2015,1,Government of Syria,North Front,1,Binnish town,Idlib governorate,35.95,36.71,Syria,1,'
    '2015-03-28 00:00:00.000,2015-03-28 00:00:00.000,30,9,0,0,39,39,45\n'
)  # fmt: skip


@pytest.fixture
def ours(tmp_path: Path) -> list[Entry]:
    with open_view(war(tmp_path / "r.db")) as view:
        return [entry_of(facts) for facts in Taken(view, Options()).incidents()]


def held(ours: list[Entry], path: Path, text: str) -> Comparison:
    path.write_text(text, "utf-8", newline="")
    return compare(ours, read_coded(path).entries)


def test_new_columns_with_line_ends_in_cells(ours: list[Entry], tmp_path: Path) -> None:
    found = held(ours, tmp_path / "a.csv", NEW)
    (pair,) = found.both
    assert (pair.ours.place, pair.theirs.id) == ("Afrin", "SYR1")
    assert pair.differences == ("killed: 12 here, 15 there",)
    assert [one.id for one in found.only_theirs] == ["SYR2"]
    assert {one.place for one in found.only_ours} >= {"Binnish"}


def test_old_columns_of_another_program(ours: list[Entry], tmp_path: Path) -> None:
    found = held(ours, tmp_path / "a.csv", "\ufeff" + OLD)
    (pair,) = found.both
    assert (pair.theirs.id, pair.theirs.lat, pair.differences) == ("SYR9", 36.51, ())


def test_ucdp_by_the_names_of_its_columns(ours: list[Entry], tmp_path: Path) -> None:
    found = held(ours, tmp_path / "u.csv", UCDP)
    (pair,) = found.both
    assert (pair.ours.place, pair.theirs.low, pair.theirs.dead, pair.theirs.high) == ("Binnish", 39, 39, 45)
    assert pair.differences == ("killed: 38 here, 39 to 45 there",)
    assert found.only_ours == ()


def test_incidents_beyond_their_days_are_not_missing_there(ours: list[Entry], tmp_path: Path) -> None:
    found = held(ours, tmp_path / "u.csv", UCDP)
    assert found.beyond == 4  # all others with bounded days
    assert found.undated == 2


def test_an_incident_without_a_death_is_not_missing_where_all_rows_have_one(ours: list[Entry]) -> None:
    rows = [dataclasses.replace(one, id=f"x{n}") for n, one in enumerate(ours) if one.dead and one.first]
    found = compare(ours, rows)
    assert (len(found.both), found.only_ours, found.only_theirs) == (3, (), ())
    assert found.uncounted == 1  # the strike somewhere in the country


def test_one_row_is_one_incident_the_best_fit_first(ours: list[Entry]) -> None:
    strike = next(one for one in ours if one.place == "Afrin" and one.first)
    near = dataclasses.replace(strike, id="near", first=day("2015-04-26"), last=day("2015-04-26"))
    same = dataclasses.replace(strike, id="same")
    found = compare([strike], [near, same])
    assert [pair.theirs.id for pair in found.both] == ["same"]
    assert [one.id for one in found.only_theirs] == ["near"]


def test_the_same_town_on_another_day_or_far_away_is_another_thing(ours: list[Entry]) -> None:
    strike = next(one for one in ours if one.place == "Afrin" and one.first)
    later = dataclasses.replace(strike, id="later", first=day("2015-04-29"), last=day("2015-04-29"))
    away = dataclasses.replace(strike, id="away", places=frozenset({"x"}), lat=33.0)
    for other in (later, away):
        found = compare([strike], [other, dataclasses.replace(other, id="o", first=None, last=None)])
        assert found.both == ()


def test_rows_of_one_id_are_all_kept(ours: list[Entry]) -> None:
    strike = next(one for one in ours if one.place == "Afrin" and one.first)
    found = compare([strike], [strike, dataclasses.replace(strike, lat=None)])
    assert (len(found.both), len(found.only_theirs)) == (1, 1)


def test_two_records_of_the_same_claims_agree(ours: list[Entry]) -> None:
    found = compare(ours, list(ours))
    assert (len(found.both), found.only_ours, found.only_theirs) == (len(ours), (), ())
    assert all(pair.differences == () for pair in found.both if pair.ours.first)


def test_our_own_acled_rows_find_their_incidents(ours: list[Entry], tmp_path: Path) -> None:
    exported(tmp_path / "r.db", "acled", tmp_path / "own.csv")
    found = compare(ours, read_coded(tmp_path / "own.csv").entries)
    assert {pair.theirs.id.split("-")[1] for pair in found.both} == {pair.ours.id for pair in found.both}
    assert len(found.both) == 4


def test_names_of_one_party_and_one_place_meet() -> None:
    assert party_keys("Military Forces of Syria (2000-2024)") == party_keys("Government of Syria")
    assert party_keys("Nusra Front") == party_keys("Al-Nusra Front")
    assert place_keys("Jisr ash-Shughur") == place_keys("Jisr al-Shughour")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "has neither ACLED's columns"),
        ("", "cannot be read as a table"),
        (NEW.replace("25 April 2015", "some day"), "'some day' is no day"),
        (NEW.replace(",36.512,", ",north,"), "row 1: could not convert"),
    ],
)
def test_what_cannot_be_understood_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "x.csv").write_text(text, "utf-8", newline="")
    with pytest.raises(DatelineError, match=says):
        read_coded(tmp_path / "x.csv")


def test_the_outcome_as_table_json_and_page(ours: list[Entry], tmp_path: Path) -> None:
    found = held(ours, tmp_path / "a.csv", NEW.replace("Morek", "<b>Morek"))
    about = About("r.db", "a.csv", "acled")
    told = as_json(found, about)
    assert told["counts"]["both"] == 1
    assert told["both"][0]["why"]["days"] == [1.0, "the same day"]
    assert json.loads(json.dumps(told)) == told
    assert next(rows_of(found))[0] == "both"
    html = page(found, about)
    assert "&lt;b&gt;Morek" in html
    assert "twelve" not in html  # none of their notes
