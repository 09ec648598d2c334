"""The dead of a fight and of the capture that it ended in."""

from dateline.link import link
from dateline.model.actor import ActorKind
from dateline.reckon.tolls import reckon_tolls
from tests.builders import CLASH, REGAINS, actor, event, place, report, reports, toll, when

ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
REBELS = actor("Highland Front", "opposition")
TOWN = place("Sarra", 35.0, 36.0)
KNOWN = reports(report("a.txt", "2019-05-06"), report("b.txt", "2019-05-07"))


def test_the_toll_of_a_fight_holds_that_of_the_capture() -> None:
    fight = event(CLASH, TOWN, when("2019-05-05", "2019-05-06"), by=(ARMY,), against=(REBELS,), report="a.txt")
    capture = event(REGAINS, TOWN, when("2019-05-06"), by=(ARMY,), report="b.txt")
    told = (
        toll(60, of=fight, side=REBELS, status="combatants"),
        toll(73, of=capture, side=REBELS, status="combatants"),
    )
    claims = (fight, capture, *told)
    incidents = link(claims, KNOWN).incidents
    found = {toll.incident: (toll.low, toll.high) for toll in reckon_tolls(incidents, claims, "range", KNOWN)}
    ends = {one.type: found[one.id] for one in incidents}
    assert ends == {CLASH: (60, 73), REGAINS: (73, 73)}
