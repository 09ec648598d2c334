"""Where the dead of a fight go, and which of two accounts of a strike or a fight are one."""

from dataclasses import replace

from dateline.link import link
from dateline.link.homes import homes
from dateline.model.actor import ActorKind
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.how import WHOSE_CRAFT
from dateline.model.place import PlacePrecision
from dateline.model.reading import Stance
from tests.builders import CLASH, STRIKE, actor, event, place, report, reports, toll, when

TOWN = place("Sarra", 35.0, 36.0, admin1="Westmark")
HILLS = place("Sarra hills", 35.02, 36.0, admin1="Westmark", precision=PlacePrecision.AREA)
SUNDAY, MONDAY = when("2019-05-05"), when("2019-05-06")
NIGHT = when("2019-05-05", words="Sunday night")
ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
REBELS = actor("Highland Front", "opposition")
GUESSED = replace(ARMY, how=f"organ of the state; {WHOSE_CRAFT}")
BOMB = "Suicide bomb"


def home(counted: TollClaim, *told: EventClaim) -> str | None:
    return homes([counted], {one.id: one for one in told}).get(counted.id)


def test_fighters_died_in_the_fight_and_not_in_the_bomb_that_opened_it() -> None:
    fight = event(CLASH, TOWN, MONDAY, quote="They stormed the camp.")
    bomb = event(BOMB, TOWN, MONDAY, quote="Two cars blew up at the gate.", start=40)
    dead = toll(15, of=bomb, status="combatants", quote="15 soldiers died.", start=80)
    in_it = toll(15, of=bomb, status="combatants", quote="15 soldiers died in the blast.", start=80)
    people = toll(15, of=bomb, quote="15 people died.", start=80)
    assert [home(one, fight, bomb) for one in (dead, in_it, people)] == [fight.id, bomb.id, bomb.id]


def test_no_toll_belongs_to_what_is_denied() -> None:
    strike = event(STRIKE, TOWN, MONDAY, quote="A jet hit the hall.")
    denied = event(STRIKE, TOWN, MONDAY, quote="44 died; the army denied the raid.", start=30, stance=Stance.DENIED)
    assert home(toll(44, of=denied, quote=denied.quote.text, start=30), strike, denied) == strike.id


def test_two_places_of_one_sentence_stay_apart_though_a_third_account_fits_both() -> None:
    both = "Eight died in Sarra and five on the hills."
    town = event(STRIKE, TOWN, MONDAY, report="a.txt", quote=both, found_by="toll.place@1", by=(ARMY,))
    hills = event(STRIKE, HILLS, MONDAY, report="a.txt", quote=both, found_by="toll.place@1", by=(ARMY,))
    other = event(STRIKE, TOWN, MONDAY, report="b.txt", by=(ARMY,))
    counts = [toll(8, of=town, quote=both), toll(5, of=hills, quote=both), toll(5, of=other)]
    found = link([town, hills, other, *counts], reports(report("a.txt"), report("b.txt"))).incidents
    assert not any({town.id, hills.id} <= set(one.claims) for one in found)


def test_a_drone_that_nobody_claims_is_nobody_s_rival() -> None:
    claimed = event(STRIKE, TOWN, MONDAY, report="a.txt", by=(REBELS,))
    guessed = event(STRIKE, TOWN, MONDAY, report="b.txt", by=(GUESSED,))
    told = event(STRIKE, TOWN, MONDAY, report="c.txt", by=(ARMY,))
    assert len(link([claimed, guessed], {}).incidents) == 1
    assert len(link([claimed, told], {}).incidents) == 2


def test_a_fight_at_night_goes_on_by_day() -> None:
    by_day = event(CLASH, TOWN, MONDAY, report="b.txt", by=(REBELS,))
    at_night = event(CLASH, TOWN, NIGHT, report="a.txt", by=(REBELS,))
    the_day_before = event(CLASH, TOWN, SUNDAY, report="a.txt", by=(REBELS,))
    assert len(link([by_day, at_night], {}).incidents) == 1
    assert len(link([by_day, the_day_before], {}).incidents) == 2


def test_the_day_of_a_number_that_somebody_gave_is_when_they_gave_it() -> None:
    strike = event(STRIKE, TOWN, MONDAY, quote="A jet hit the hall.")
    earlier = when("2019-05-03")
    given = toll(18, of=strike, quote="On Friday the police had counted 18.", start=60, trigger="18")
    died = toll(18, of=strike, quote="18 people died on Friday.", start=60, trigger="died")
    long_ago = toll(18, of=strike, quote="In March the police had counted 18.", start=60, trigger="18")
    assert home(replace(given, when=earlier), strike) == strike.id
    assert home(replace(died, when=earlier), strike) is None
    assert home(replace(long_ago, when=when("2019-03-06")), strike) is None


def test_what_is_told_in_doubt_behind_a_number_is_the_last_to_have_it() -> None:
    fight = event(CLASH, TOWN, MONDAY, quote="They fought.")
    doubted = event("Attack", TOWN, MONDAY, quote="Some say soldiers were shot.", start=130, stance=Stance.UNCERTAIN)
    dead = replace(toll(12, of=fight, quote="Dead: 12.", start=120), event=None)
    assert home(dead, fight, doubted) == fight.id


def test_fighters_die_in_a_change_of_hands_that_its_report_calls_peaceful() -> None:
    moved = event("Non-violent transfer of territory", TOWN, MONDAY, quote="The Front took over the town.")
    lost = replace(toll(3, of=moved, status="combatants", quote="We lost three men.", start=60), event=None)
    elsewhere = replace(lost, place=None)
    assert home(lost, moved) == moved.id
    assert home(elsewhere, moved) is None
    assert home(replace(lost, status="civilians"), moved) is None


def test_up_to_so_many_are_those_whom_the_headline_counts() -> None:
    strike = event(STRIKE, TOWN, MONDAY, quote="A jet killed up to 22 people.", start=40)
    told = toll(None, 22, of=strike, quote=strike.quote.text, start=40)
    headline = replace(toll(22, report=strike.report, quote="22 dead"), place=None, when=None)
    found = homes([told, headline], {strike.id: strike})
    assert found[headline.id] == strike.id


def test_days_that_end_with_a_fight_are_the_fights() -> None:
    fight = event(CLASH, TOWN, MONDAY, quote="They fought for the town.")
    strike = event(STRIKE, TOWN, MONDAY, quote="A jet hit the town.")
    week, year = when("2019-05-01", "2019-05-06"), when("2018-05-01", "2019-05-06")
    told = toll(126, of=fight, on=week, status="combatants", quote="126 died between Wednesday and Monday.", start=60)
    assert home(told, fight) == fight.id
    assert home(replace(told, event=strike.id), strike) is None
    assert home(replace(told, when=year), fight) is None
