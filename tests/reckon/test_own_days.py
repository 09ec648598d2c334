"""Numbers over days that are no more than those of what they are told of."""

from dateline.model.actor import ActorKind
from dateline.model.reading import Scope
from tests.builders import CLASH, STRIKE, actor, event, monitor, place, toll, when
from tests.reckon.test_tolls import ends, reckoned

ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
REBELS = actor("Highland Front", "opposition")
WATCH, CLINIC = monitor("Watch"), monitor("Clinic")
TOWN = place("Sarra", 35.0, 36.0)


def test_a_number_for_the_days_of_a_battle_is_its_own() -> None:
    fight = event(CLASH, TOWN, when("2019-05-04", "2019-05-08"), by=(ARMY,), against=(REBELS,), said_by=(WATCH,))
    whole = toll(126, of=fight, status="combatants", side=REBELS, scope=Scope.PERIOD)
    some = toll(40, of=fight, status="combatants", side=REBELS, said_by=(CLINIC,))
    (found,) = reckoned(fight, whole, some)
    assert (ends(found), found.scope) == ((40, None, 126), "incident")


def test_a_battle_told_by_its_last_day_may_have_lasted_a_week() -> None:
    fight = event(CLASH, TOWN, when("2019-05-08"), by=(ARMY,), against=(REBELS,), said_by=(WATCH,))
    days = when("2019-05-04", "2019-05-08")
    (found,) = reckoned(fight, toll(126, of=fight, on=days, status="combatants", side=REBELS, scope=Scope.PERIOD))
    assert found.scope == "incident"


def test_a_number_for_longer_is_no_strikes() -> None:
    strike = event(STRIKE, TOWN, when("2019-05-08"), by=(ARMY,), said_by=(WATCH,))
    days = when("2019-05-01", "2019-05-08")
    (found,) = reckoned(strike, toll(126, of=strike, on=days, scope=Scope.PERIOD))
    assert found.scope == "period"
