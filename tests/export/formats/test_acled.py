import csv
from pathlib import Path

import pytest

from dateline.export.formats.acled import COLUMNS
from tests.builders import CLASH, STRIKE, actor, event, toll, when
from tests.export.records import exported, record
from tests.export.wars import AFRIN, ARMY, BINNISH, PEOPLE, PROVINCE, REBELS, war

CONVENTIONS = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,"
    "longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)


def rows(path: Path, out: Path) -> list[dict[str, str]]:
    exported(path, "acled", out)
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def told(tmp_path: Path) -> list[dict[str, str]]:
    return rows(war(tmp_path / "r.db"), tmp_path / "a.csv")


def at(told: list[dict[str, str]], place: str) -> dict[str, str]:
    return next(row for row in told if row["location"] == place)


def test_the_columns_are_acled_s_in_their_order() -> None:
    assert ",".join(COLUMNS) == CONVENTIONS


def test_a_strike_is_coded_whole(told: list[dict[str, str]]) -> None:
    row = at(told, "Afrin")
    wanted = {
        "event_date": "2015-04-25", "year": "2015", "time_precision": "1", "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike",
        "actor1": "Military Forces of Syria (2000-2024)", "inter1": "State forces", "actor2": "Civilians (Syria)",
        "inter2": "Civilians", "interaction": "State forces-Civilians", "civilian_targeting": "Civilian targeting",
        "iso": "760", "region": "Middle East", "country": "Syria", "admin1": "Aleppo", "latitude": "36.51",
        "geo_precision": "1", "fatalities": "12", "source": "Outlet a",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted
    assert row["event_id_cnty"].startswith("DL-i")
    assert "Observatory" in row["notes"]


def test_what_acled_cannot_code_is_left_out_and_counted(tmp_path: Path) -> None:
    written = exported(war(tmp_path / "r.db"), "acled", tmp_path / "a.csv")
    reasons = {reason.partition(",")[0]: count for reason, count in written.left_out.items()}
    assert reasons == {
        "no row: no day known to the month": 2,
        "no row: no place known more closely than the country": 1,
    }


def test_a_total_over_days_is_divided_the_rest_to_the_first(told: list[dict[str, str]]) -> None:
    found = [row for row in told if row["location"] == "Sarmin"]
    assert [(row["event_date"], row["fatalities"]) for row in found] == [
        ("2015-05-02", "4"), ("2015-05-03", "3"), ("2015-05-04", "3"),
    ]  # fmt: skip
    assert {row["geo_precision"] for row in found} == {"2"}
    assert len({row["event_id_cnty"] for row in found}) == 3
    assert all(row["notes"].startswith("10 killed over 3 days, divided evenly.") for row in found)


def test_both_sides_of_a_fight_told_as_one_are_told_apart(told: list[dict[str, str]]) -> None:
    row = at(told, "Sarmin")
    assert (row["actor1"], row["actor2"]) == ("Military Forces of Syria (2000-2024)", "North Front")
    assert row["interaction"] == "State forces-Rebel group"


def test_a_month_stands_on_its_middle_and_a_province_is_no_point(told: list[dict[str, str]]) -> None:
    row = at(told, "Idlib province")
    assert (row["event_date"], row["time_precision"]) == ("2015-06-15", "3")
    assert (row["geo_precision"], row["latitude"], row["longitude"]) == ("3", "", "")
    assert row["interaction"] == "State forces only"


def test_nobody_is_made_up_where_no_one_is_told(tmp_path: Path) -> None:
    clash = event(CLASH, AFRIN, when("2015-04-25"), against=(REBELS,))
    (row,) = rows(record(tmp_path / "r.db", clash), tmp_path / "a.csv")
    assert (row["actor1"], row["inter1"], row["actor2"], row["interaction"]) == ("North Front", "Rebel group", "", "")
    assert row["fatalities"] == "0"
    strike = event(STRIKE, AFRIN, when("2015-04-25"), against=(REBELS,))
    (row,) = rows(record(tmp_path / "s.db", strike), tmp_path / "s.csv")
    assert (row["actor1"], row["actor2"], row["interaction"]) == ("", "North Front", "")


def test_an_army_abroad_is_no_state_force_there(tmp_path: Path) -> None:
    foreign = actor("Military Forces of Turkey", kind=ARMY.kind, id="tr.military")
    strike = event(STRIKE, AFRIN, when("2018-02-01"), by=(foreign,))
    (row,) = rows(record(tmp_path / "r.db", strike), tmp_path / "a.csv")
    assert row["actor1"] == "Military Forces of Turkey (2016-)"
    assert row["inter1"] == "External/Other forces"


def test_soldiers_taken_away_are_no_civilians(tmp_path: Path) -> None:
    taken = "Abduction/forced disappearance"
    one = event(taken, AFRIN, when("2015-04-25"), by=(REBELS,), against=(ARMY,))
    other = event(taken, AFRIN, when("2015-04-27"), by=(REBELS,), against=(PEOPLE,), report="b.txt")
    found = rows(record(tmp_path / "r.db", one, other), tmp_path / "a.csv")
    assert [row["civilian_targeting"] for row in found] == ["", "Civilian targeting"]


def test_a_country_without_periods_gets_no_years_and_is_counted(tmp_path: Path) -> None:
    army = actor("Military Forces of Peru", kind=ARMY.kind, id="pe.military")
    path = record(tmp_path / "r.db", event(CLASH, AFRIN, when("2015-04-25"), by=(army,), against=(REBELS,)))
    (row,) = rows(path, tmp_path / "a.csv")
    assert row["actor1"] == "Military Forces of Peru"
    assert "without years" in (tmp_path / "a.csv.METHOD.md").read_text("utf-8")


def test_vague_words_become_acled_s_numbers(tmp_path: Path) -> None:
    strike = event(STRIKE, AFRIN, when("2015-04-25"), by=(ARMY,))
    path = record(tmp_path / "r.db", strike, toll(None, None, of=strike, words="several", start=20))
    (row,) = rows(path, tmp_path / "a.csv")
    assert row["fatalities"] == "3"


def test_notes_quote_what_a_figure_rests_on(told: list[dict[str, str]]) -> None:
    notes = at(told, "Afrin")["notes"]
    assert notes.index("the army said") < notes.index("“twelve civilians”")


def test_a_battle_s_sides_are_those_whose_fighters_it_counts(tmp_path: Path) -> None:
    clash = event(CLASH, AFRIN, when("2015-04-25"), against=(PEOPLE,))
    lost = [toll(12, of=clash, side=ARMY, status="combatants", start=20, quote="twelve soldiers"),
            toll(9, of=clash, side=REBELS, status="combatants", start=40, quote="nine fighters")]  # fmt: skip
    (row,) = rows(record(tmp_path / "r.db", clash, *lost), tmp_path / "a.csv")
    assert {row["actor1"], row["actor2"]} == {"Military Forces of Syria (2000-2024)", "North Front"}
    assert (row["interaction"], row["civilian_targeting"], row["fatalities"]) == ("State forces-Rebel group", "", "21")


def test_a_wider_incident_stays_named_where_notes_are_cut(tmp_path: Path) -> None:
    day = event(STRIKE, PROVINCE, when("2015-04-25"), by=(ARMY,))
    part = event(STRIKE, BINNISH, when("2015-04-25"), by=(ARMY,), start=30, quote="w " * 999)
    found = rows(record(tmp_path / "r.db", day, part), tmp_path / "a.csv")
    notes = next(row["notes"] for row in found if row["location"] == "Binnish")
    assert len(notes) <= 1500
    assert "… Part of DL-i" in notes
