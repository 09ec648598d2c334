"""Numbers that say that they count some, headlines that round, and whose dead an incident's rebels are."""

import dataclasses

import pytest

from dateline.link import link
from dateline.model.actor import ActorKind
from dateline.model.claim import Claim, TollClaim
from dateline.model.reckoned import Toll
from dateline.reckon.tolls import reckon_tolls
from tests.builders import CLASH, STRIKE, actor, event, monitor, place, report, reports, toll, when

TOWN = place("Sarra", 35.0, 36.0, admin1="Westmark")
DAY = when("2019-05-06")
KNOWN = reports(report("a.txt", "2019-05-06"), report("b.txt", "2019-05-07"))
ARMY = actor("Military Forces of Syria", "government of Syria", kind=ActorKind.STATE_FORCES)
WATCH = monitor("Watch")


def reckoned(*claims: Claim) -> list[Toll]:
    return list(reckon_tolls(link(claims, KNOWN).incidents, claims, "range", KNOWN))


def quoted(claim: TollClaim, text: str) -> TollClaim:
    return dataclasses.replace(claim, quote=dataclasses.replace(claim.quote, text=text))


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("3 of the dead were pupils.", 54),
        ("Three of them were pupils.", 54),
        ("3 more bodies were found in the yard.", 54),
        ("Another three were found in the yard.", 54),
        ("The three were among the dead.", 54),
        ("3 people died.", 3),
        ("3 more than before died.", 3),
    ],
)
def test_some_of_the_dead_are_no_lower_account_of_all(text: str, low: int) -> None:
    blast, later = (event(STRIKE, TOWN, DAY, report=file) for file in ("a.txt", "b.txt"))
    (found,) = reckoned(blast, later, toll(54, of=blast), quoted(toll(3, of=later), text))
    assert (found.low, found.high) == (low, 54)


def test_a_headline_s_plain_number_is_the_bound_that_its_text_gives() -> None:
    raid = event(STRIKE, TOWN, DAY, report="a.txt")
    (found,) = reckoned(raid, toll(47, of=raid), toll(47, None, of=raid, start=90))
    assert (found.low, found.high) == (47, None)
    (apart,) = reckoned(raid, toll(48, of=raid), toll(47, None, of=raid, start=90))
    assert (apart.low, apart.high) == (48, 48)


def test_in_a_fight_the_dead_of_a_side_raise_no_number_of_the_people() -> None:
    fight = event(CLASH, TOWN, DAY, by=(ARMY,), report="a.txt")
    people, fighters = toll(20, of=fight, status="people"), toll(57, of=fight, side=ARMY, status="combatants")
    assert {one.status: one.high for one in reckoned(fight, people, fighters)} == {"people": 20, "combatants": 57}


def test_rebels_are_of_the_only_group_that_their_incident_names() -> None:
    group = actor("Boko Haram", "boko haram", id="boko-haram", kind=ActorKind.REBEL_GROUP)
    rebels = actor("Opposition Rebels (Nigeria)", "opposition in Nigeria", id="ng.rebels", kind=ActorKind.REBEL_GROUP)
    fight = event(CLASH, TOWN, DAY, by=(group,), report="a.txt")
    (found,) = reckoned(fight, toll(43, of=fight, side=rebels, status="combatants", said_by=(WATCH,)))
    assert (found.side, found.camp) == ("Boko Haram", "boko haram")


def test_rebels_of_a_war_of_known_groups_are_not_of_another() -> None:
    group = actor("Islamic State", "islamic state", id="islamic-state", kind=ActorKind.REBEL_GROUP)
    rebels = actor("Opposition Rebels (Syria)", "opposition in Syria", id="sy.rebels", kind=ActorKind.REBEL_GROUP)
    fight = event(CLASH, TOWN, DAY, by=(group,), report="a.txt")
    (found,) = reckoned(fight, toll(43, of=fight, side=rebels, status="combatants", said_by=(WATCH,)))
    assert (found.side, found.camp) == ("Opposition Rebels (Syria)", "opposition in Syria")
