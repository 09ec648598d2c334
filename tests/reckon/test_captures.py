"""The dead of a fight are those of the capture that it ended in, and are added once."""

from dateline.model.actor import ActorKind
from dateline.model.claim import Claim
from dateline.model.reckoned import Toll
from dateline.reckon.totals import total
from tests.builders import CLASH, actor, event, place, toll, when
from tests.reckon.test_tolls import ends, reckoned

ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
REBELS = actor("Highland Front", "opposition")
TOWN = place("Sarra", 35.0, 36.0)
DAY = when("2019-05-06")
TAKEN = "Non-state actor overtakes territory"
CAPTURE = event(TAKEN, TOWN, DAY, by=(REBELS,), against=(ARMY,), report="a.txt")


def of_capture(*claims: Claim) -> list[Toll]:
    """The tolls of the capture, those of the fight left out."""
    found = reckoned(CAPTURE, *claims)
    ids = {one.incident for one in found}
    fights = {one.incident for one in found if not one.within}
    return [one for one in found if one.incident in ids - fights]


def test_a_capture_has_the_dead_of_its_fight_and_its_own() -> None:
    fight = event(CLASH, TOWN, when("2019-05-04", "2019-05-06"), by=(REBELS,), against=(ARMY,), report="b.txt")
    told = toll(30, of=fight, status="combatants", side=ARMY), toll(12, of=CAPTURE, status="combatants", side=ARMY)
    (found,) = of_capture(fight, *told)
    assert ends(found) == (12, None, 30)
    assert total(reckoned(CAPTURE, fight, *told)).low == 30


def test_a_battle_of_weeks_counts_others_than_the_capture() -> None:
    fight = event(CLASH, TOWN, when("2019-04-20", "2019-05-06"), by=(REBELS,), against=(ARMY,), report="b.txt")
    told = toll(300, of=fight, status="combatants", side=ARMY), toll(12, of=CAPTURE, status="combatants", side=ARMY)
    assert sorted(one.low or 0 for one in reckoned(CAPTURE, fight, *told)) == [12, 300]


def test_a_fight_elsewhere_is_not_the_captures() -> None:
    fight = event(CLASH, place("Doga", 37.0, 38.0), DAY, by=(REBELS,), against=(ARMY,), report="b.txt")
    told = toll(30, of=fight, status="combatants", side=ARMY), toll(12, of=CAPTURE, status="combatants", side=ARMY)
    assert sorted(one.low or 0 for one in reckoned(CAPTURE, fight, *told)) == [12, 30]
