"""Claims whose day or place is told loosely: by a day, in a month, by a name alone."""

from typing import Any

from dateline.link import link
from dateline.model.actor import ActorKind
from dateline.model.claim import Claim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.when import Precision, When
from tests.builders import CLASH, OVERTAKES, STRIKE, actor, day, event, place, toll, when

REBELS, ARMY = actor("Highland Front", "opposition"), actor("Army", "government", kind=ActorKind.STATE_FORCES)
GUNMEN = actor("Unidentified Armed Group", kind=ActorKind.UNIDENTIFIED)
TOWN, VILLAGE = place("Sarra", 35.0, 36.0), place("Tell Omar", 35.4, 36.0)
MONDAY, TUESDAY, THURSDAY = when("2019-05-06"), when("2019-05-07"), when("2019-05-09")
MAY = when("2019-05-01", "2019-05-31")


def by_then(last: str) -> When:
    return When(None, day(last), Precision.OPEN, "on that day", "said on that day, so not later")


def fought(on: When | None, file: str, **other: Any) -> Claim:
    return event(CLASH, TOWN, on, by=(REBELS,), against=(ARMY,), report=file, **other)


def incidents(*claims: Claim) -> tuple[Incident, ...]:
    return link(claims, {}).incidents


def test_what_had_happened_by_a_day_is_that_day_s() -> None:
    loose = fought(by_then("2019-05-08"), "b.txt")
    assert loose.when and loose.when.last == day("2019-05-07")
    (found,) = incidents(fought(TUESDAY, "a.txt"), loose)
    assert found.when == TUESDAY


def test_what_had_happened_by_a_day_is_nothing_later_and_nothing_long_past() -> None:
    assert len(incidents(fought(THURSDAY, "a.txt"), fought(by_then("2019-05-08"), "b.txt"))) == 2
    assert len(incidents(fought(MONDAY, "a.txt"), fought(by_then("2019-05-20"), "b.txt"))) == 2


def test_of_two_days_the_one_on_which_it_was_told_is_taken() -> None:
    monday, tuesday = fought(MONDAY, "a.txt"), fought(TUESDAY, "b.txt")
    loose = fought(by_then("2019-05-08"), "c.txt")
    found = {claim: one.id for one in incidents(monday, tuesday, loose) for claim in one.claims}
    assert found[loose.id] == found[tuesday.id] != found[monday.id]


def test_two_accounts_of_a_capture_last_month_are_one() -> None:
    first, second = (event(OVERTAKES, TOWN, MAY, report=file) for file in ("a.txt", "b.txt"))
    assert len(incidents(first, second)) == 1
    strikes = (event(STRIKE, TOWN, MAY, report=file) for file in ("a.txt", "b.txt"))
    assert len(incidents(*strikes)) == 2


def test_a_capture_at_a_place_known_by_name_alone_joins_that_of_the_town() -> None:
    name = PlaceEntry("name:sarra", "Sarra", "place", PlacePrecision.AREA, None, None, None)
    known = event(OVERTAKES, TOWN, MONDAY, by=(REBELS,), report="a.txt")
    by_name = event(OVERTAKES, name, MONDAY, by=(REBELS,), report="b.txt")
    (found,) = incidents(known, by_name)
    assert found.place == TOWN
    assert len(incidents(known, event(OVERTAKES, name, THURSDAY, by=(REBELS,), report="b.txt"))) == 2


def test_a_toll_goes_to_the_strike_at_its_own_place_where_one_sentence_tells_of_two() -> None:
    here, there = (event(STRIKE, at, MONDAY, by=(ARMY,), quote="bombed both") for at in (TOWN, VILLAGE))
    dead = toll(5, of=here, at=VILLAGE, on=MONDAY, start=40)
    found = {one.place: one.tolls for one in incidents(here, there, dead)}
    assert found == {TOWN: (), VILLAGE: (dead.id,)}


def test_an_unidentified_group_gives_way_to_who_is_named_but_not_in_a_fight() -> None:
    (capture,) = incidents(
        *(event(OVERTAKES, TOWN, MONDAY, by=(who,), report=f"{who.id}.txt") for who in (GUNMEN, REBELS))
    )
    assert capture.actors == ("Highland Front",)
    (fight,) = incidents(event(CLASH, TOWN, MONDAY, by=(GUNMEN, ARMY)))
    assert fight.actors == ("Unidentified Armed Group", "Army")


def test_a_raid_is_part_of_the_days_of_raids_on_its_town_and_no_bridge_to_another() -> None:
    days = event(STRIKE, TOWN, when("2019-05-06", "2019-05-09"), by=(ARMY,), report="c.txt")
    first, last = (
        event(STRIKE, TOWN, on, by=(ARMY,), report=file) for on, file in ((MONDAY, "a.txt"), (THURSDAY, "b.txt"))
    )
    found = {one.claims[0]: one for one in incidents(days, first, last)}
    assert len(found) == 3
    assert found[first.id].part_of == found[last.id].part_of == found[days.id].id
    assert found[days.id].part_of is None


def test_what_had_happened_by_a_day_of_a_month_may_be_what_the_month_saw() -> None:
    month = event("Attack", VILLAGE, MAY, report="a.txt")
    loose = event("Attack", VILLAGE, by_then("2019-05-08"), report="b.txt")
    claims = month, loose, toll(98, of=month), toll(98, of=loose)
    assert len(incidents(*claims)) == 1


def test_what_a_month_saw_is_the_only_one_that_is_told_of_its_days() -> None:
    def hit(on: When, file: str, what: str) -> Claim:
        return event(STRIKE, VILLAGE, on, report=file, trigger=f"of {file}", quote=f"{what} of {file} was struck")

    first, later, in_may = hit(MONDAY, "a", "Market"), hit(THURSDAY, "b", "Market"), hit(MAY, "c", "Market")
    (found,) = incidents(first, in_may)
    assert found.when == MONDAY
    assert len(incidents(first, later, in_may)) == 3
    assert len(incidents(first, hit(MAY, "c", "Bridge"))) == 2
    assert len(incidents(first, hit(when("2019-06-01", "2019-06-30"), "d", "Market"))) == 2


def test_an_undated_capture_is_the_only_dated_one_of_its_place() -> None:
    dated, undated = event(OVERTAKES, TOWN, MONDAY, report="a.txt"), event(OVERTAKES, TOWN, None, report="b.txt")
    assert len(incidents(dated, undated)) == 1


def test_an_attack_and_a_clash_on_a_small_place_are_two_words_for_a_raid() -> None:
    raid = event("Attack", VILLAGE, MONDAY, report="a.txt", trigger="stormed", quote="aaaa aaaaa")
    fight = event(CLASH, VILLAGE, MONDAY, by=(REBELS,), report="b.txt", trigger="fought", quote="bbbb bbbbb")
    assert len(incidents(raid, fight)) == 2
    assert len(incidents(raid, fight, toll(40, of=raid), toll(40, of=fight))) == 1
