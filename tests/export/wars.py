"""A small invented war, with what is hard for exports in it: a province, a month, no day, quotes of two lines."""

from pathlib import Path

from dateline.model.actor import ActorKind
from dateline.model.place import PlacePrecision
from dateline.model.reading import Change, Scope
from dateline.model.when import Precision
from tests.builders import CLASH, OVERTAKES, STRIKE, actor, control, event, monitor, place, toll, when
from tests.export.records import record

ARMY = actor("Military Forces of Syria", "government of Syria", kind=ActorKind.STATE_FORCES, id="sy.military")
REBELS = actor("North Front", "opposition in Syria")
PEOPLE = actor("Civilians (Syria)", kind=ActorKind.CIVILIANS, id="sy.civilians")
AFRIN = place("Afrin", 36.51, 36.87, admin1="Aleppo")
BINNISH = place("Binnish", 35.96, 36.71, admin1="Idlib")
NEAR = place("Sarmin", 35.9, 36.73, admin1="Idlib", precision=PlacePrecision.AREA, near="Sarmin")
PROVINCE = place("Idlib province", 35.8, 36.6, admin1="Idlib", precision=PlacePrecision.PROVINCE)
COUNTRY = place("Syria", 35.0, 38.0, precision=PlacePrecision.COUNTRY)
OPEN = 'the army said:\n"=many", it added'


def war(path: Path) -> Path:
    """A record with a strike, a capture, a clash told by two, and what is known only loosely."""
    strike = event(STRIKE, AFRIN, when("2015-04-25"), by=(ARMY,), against=(PEOPLE,), report="a.txt", quote=OPEN,
                   said_by=(monitor(),))  # fmt: skip
    taken = event(OVERTAKES, BINNISH, when("2015-03-28"), by=(REBELS,), against=(ARMY,), report="b.txt")
    clash = event(CLASH, NEAR, when("2015-05-02", "2015-05-04"), by=(ARMY, REBELS), report="c.txt")
    june = when("2015-06-01", "2015-06-30", precision=Precision.MONTH)
    month = event(STRIKE, PROVINCE, june, by=(ARMY,), report="d.txt")
    return record(
        path,
        strike,
        toll(12, of=strike, status="civilians", start=40, quote="twelve civilians"),
        toll(5, of=strike, status="civilians", demographic="children", start=60, quote="five children"),
        taken,
        control(BINNISH, when("2015-03-28"), Change.GAINED, REBELS, report="b.txt", start=20),
        toll(30, of=taken, side=ARMY, status="combatants", start=40, quote="thirty soldiers"),
        toll(8, of=taken, side=REBELS, status="combatants", start=60, quote="eight fighters"),
        clash,
        toll(10, of=clash, scope=Scope.PERIOD, start=40, quote="ten over three days"),
        month,
        event(STRIKE, COUNTRY, when("2015-04-01"), by=(ARMY,), report="e.txt"),
        event(STRIKE, AFRIN, None, by=(ARMY,), report="f.txt"),
        event(STRIKE, BINNISH, when(None, "2015-04-10"), report="g.txt"),
        a="2015-04-26", b="2015-03-29", c="2015-05-05", d="2015-07-01", e="2015-04-02",
    )  # fmt: skip
