"""What happens seldom, or to many people at once, is linked on less than what a war sees every day."""

import dataclasses
from typing import Any

from dateline.link import Linked, link
from dateline.link.blocking import Blocks
from dateline.link.facets import facet
from dateline.model.claim import Claim, EventClaim
from dateline.model.how import FROM_DATELINE
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.when import NEWS, When
from tests.builders import CLASH, SHELLING, STRIKE, event, place, report, reports, toll, when

BOMB, ATTACK = "Remote explosive/landmine/IED", "Attack"
TOWN, OTHER_TOWN = place("Sarra", 35.0, 36.0), place("Tell Omar", 35.4, 36.0)
CITY = place("Bigtown", 34.0, 37.0, population=2_000_000)
MONDAY, TUESDAY = when("2019-05-06"), when("2019-05-07")
MAY = when("2019-05-01", "2019-05-31")
KNOWN = reports(report("a.txt", "2019-05-06"), report("b.txt", "2019-05-09"), report("c.txt", "2019-05-09"))


def told(kind: str, at: PlaceEntry | None, on: When | None, file: str, **other: Any) -> EventClaim:
    return event(kind, at, on, report=file, quote=f"{file[0] * 4} {file[0] * 5}", trigger=file[0] * 4, **other)


def linked(*claims: Claim) -> Linked:
    return link(claims, KNOWN)


def test_two_accounts_of_a_bomb_in_a_city_that_killed_as_many() -> None:
    first, later = told(BOMB, CITY, MONDAY, "a.txt"), told(BOMB, CITY, MONDAY, "b.txt")
    assert len(linked(first, later).incidents) == 2
    assert len(linked(first, later, toll(28, of=first), toll(29, of=later)).incidents) == 1
    assert len(linked(first, later, toll(28, of=first), toll(150, of=later)).incidents) == 2


def test_a_deadly_bomb_is_called_to_mind_by_its_month() -> None:
    day, month = told(BOMB, TOWN, MONDAY, "a.txt"), told(BOMB, TOWN, MAY, "b.txt")
    assert len(linked(day, month, toll(64, of=day), toll(64, of=month)).incidents) == 1
    shells = told(SHELLING, TOWN, MONDAY, "a.txt"), told(SHELLING, TOWN, MAY, "b.txt")
    assert len(linked(*shells, toll(4, of=shells[0]), toll(2, of=shells[1])).incidents) == 2


def test_an_execution_is_no_air_strike_however_many_died() -> None:
    shot = event(ATTACK, TOWN, MONDAY, report="a.txt", quote="Soldiers executed them", trigger="executed")
    strike = told(STRIKE, TOWN, MONDAY, "b.txt")
    assert len(linked(shot, strike, toll(23, of=shot), toll(27, of=strike)).incidents) == 2


def test_a_dateline_is_a_guess_that_the_same_toll_overrules() -> None:
    named = told(BOMB, TOWN, MONDAY, "a.txt")
    filed = told(BOMB, OTHER_TOWN, MONDAY, "b.txt")
    assert filed.place
    guessed = dataclasses.replace(filed, place=dataclasses.replace(filed.place, how=f"Tell Omar, {FROM_DATELINE}"))
    for claim, incidents in ((filed, 2), (guessed, 1)):
        assert len(linked(named, claim, toll(90, of=named), toll(90, of=claim)).incidents) == incidents


def test_a_name_that_no_gazetteer_has_may_lie_in_the_town_that_another_account_names() -> None:
    square = PlaceEntry("name:gate", "Old Gate", "place", PlacePrecision.AREA, None, None, "SY")
    town, gate = told(BOMB, TOWN, MONDAY, "a.txt"), told(BOMB, square, MONDAY, "b.txt")
    assert len(linked(town, gate).incidents) == 2
    both = toll(51, of=town), toll(51, of=gate)
    assert len(linked(town, gate, *both).incidents) == 1
    elsewhere = told(BOMB, OTHER_TOWN, MONDAY, "c.txt")
    assert len(linked(town, gate, elsewhere, *both, toll(51, of=elsewhere)).incidents) == 2


def test_overnight_is_either_of_two_days() -> None:
    night = dataclasses.replace(when("2019-05-06", "2019-05-07", words="publication"), basis=f"{NEWS} 2019-05-07")
    late = event(ATTACK, TOWN, night, report="a.txt", quote="Gunmen came overnight", trigger="came")
    assert len(linked(late, told(ATTACK, TOWN, TUESDAY, "b.txt")).incidents) == 1


def test_a_run_of_strikes_makes_no_one_strike_of_two_days() -> None:
    run = told(STRIKE, TOWN, when("2019-05-06", "2019-05-07"), "c.txt")
    first, last = told(STRIKE, TOWN, MONDAY, "a.txt"), told(STRIKE, TOWN, TUESDAY, "b.txt")
    found = {claim: one.id for one in linked(run, first, last).incidents for claim in one.claims}
    assert found[first.id] != found[last.id]


def test_one_report_tells_an_attack_and_a_clash_apart_unless_another_tells_of_both() -> None:
    attack, clash = told(ATTACK, TOWN, MONDAY, "a.txt"), told(CLASH, TOWN, MONDAY, "a.txt", start=50)
    assert len(linked(attack, clash).incidents) == 2
    whole = event(ATTACK, TOWN, MONDAY, report="b.txt", quote="the attack on the base", trigger="attack")
    both = toll(58, of=attack), toll(58, of=whole)
    assert len(linked(attack, clash, whole, *both).incidents) == 1


def test_who_was_shot_was_not_killed_by_what_another_calls_a_strike() -> None:
    shot = event(ATTACK, TOWN, MONDAY, report="a.txt", quote="Prisoners were shot in their cells", trigger="shot")
    hit = event(STRIKE, TOWN, MONDAY, report="b.txt", quote="A strike hit the town", trigger="strike")
    killed = event(ATTACK, TOWN, MONDAY, report="a.txt", quote="People were killed there", trigger="killed")
    assert len(linked(shot, hit).incidents) == 2
    assert len(linked(killed, hit).incidents) == 1


def test_a_headline_may_tell_what_the_text_calls_another() -> None:
    words: dict[str, Any] = {"report": "a.txt", "trigger": "blast"}
    headline = event(BOMB, TOWN, MONDAY, quote="Bombs in two towns; blast hits hotel", start=0, **words)
    later = event(BOMB, TOWN, MONDAY, quote="An hour later another blast hit a hotel", start=200, **words)
    third = event(BOMB, TOWN, MONDAY, quote="A second blast hit the hotel", start=300, **words)
    assert len(linked(headline, later).incidents) == 1
    assert len(linked(later, third).incidents) == 2


def test_what_was_hit_brings_together_what_two_places_keep_apart() -> None:
    area = dataclasses.replace(TOWN, id="name:Upper Sarra", name="Upper Sarra", precision=PlacePrecision.AREA, lat=None)
    told_by: dict[str, Any] = {"quote": "A mine tore through a train", "trigger": "mine"}
    at_town = event(BOMB, TOWN, MONDAY, report="a.txt", **told_by)
    at_name = event(BOMB, area, MONDAY, report="b.txt", **told_by)
    elsewhere = event(BOMB, area, MONDAY, report="b.txt", quote="A mine went off", trigger="mine")
    assert Blocks([facet(at_town, None), facet(at_name, None)], {}).partners(0) == [1]
    assert Blocks([facet(at_town, None), facet(elsewhere, None)], {}).partners(0) == []
