"""What is part of a wider incident, why, and how a person undoes it."""

import pytest

from dateline.link import link
from dateline.model.actor import ActorKind
from dateline.model.claim import EventClaim
from dateline.model.incident import Incident
from dateline.model.judgement import Judgement, Verdict, link_subject
from tests.builders import CLASH, OVERTAKES, SHELLING, STRIKE, actor, event, place, when

REBELS = actor("Highland Front", "opposition")
ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
PEOPLE = actor("Civilians (Ardland)", kind=ActorKind.CIVILIANS)
TOWN = place("Sarra", 35.0, 36.0)
DAYS, MONDAY = when("2019-05-04", "2019-05-06"), when("2019-05-06")

FIGHT = event(CLASH, TOWN, DAYS, by=(REBELS,), against=(ARMY,))
CAPTURE = event(OVERTAKES, TOWN, MONDAY, by=(REBELS,), against=(ARMY,))
BOMB = event("Suicide bomb", TOWN, when("2019-05-05"), by=(REBELS,), against=(ARMY,), report="b.txt")


def incidents(*claims: EventClaim, judgements: tuple[Judgement, ...] = ()) -> dict[str, Incident]:
    return {one.claims[0]: one for one in link(claims, {}, judgements).incidents}


@pytest.mark.parametrize("kind", ["Suicide bomb", SHELLING, STRIKE, "Remote explosive/landmine/IED"])
def test_bombs_and_shells_of_a_side_are_part_of_its_fight(kind: str) -> None:
    bomb = event(kind, TOWN, when("2019-05-05"), by=(REBELS,), against=(ARMY,))
    found = incidents(FIGHT, bomb, CAPTURE)
    assert found[bomb.id].part_of == found[CAPTURE.id].part_of == found[FIGHT.id].id
    assert found[FIGHT.id].part_of is None


def test_without_a_fight_they_are_part_of_the_capture() -> None:
    found = incidents(BOMB, CAPTURE)
    assert found[BOMB.id].part_of == found[CAPTURE.id].id


def test_what_hits_the_people_or_falls_on_other_days_stands_by_itself() -> None:
    market = event(STRIKE, TOWN, MONDAY, by=(ARMY,), against=(PEOPLE,))
    late = event(SHELLING, TOWN, when("2019-05-09"), by=(REBELS,), against=(ARMY,), report="b.txt")
    found = incidents(FIGHT, market, late)
    assert found[market.id].part_of is None and found[late.id].part_of is None


def test_the_reasons_are_kept() -> None:
    (why, *rest) = incidents(FIGHT, BOMB)[BOMB.id].part_why
    assert (why.name, why.reason) == ("part", "the bombs or shells of a side in it")
    assert [feature.name for feature in rest] == ["place", "days", "actors"]


def test_a_person_who_splits_the_two_undoes_it() -> None:
    ends = (BOMB.id, FIGHT.id)
    apart = Judgement(1, "2019-06-01T00:00:00Z", "Ann", Verdict.SPLIT, link_subject(*ends), ends, "another base")
    found = incidents(FIGHT, BOMB, judgements=(apart,))[BOMB.id]
    assert (found.part_of, found.part_why) == (None, ())
