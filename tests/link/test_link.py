import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link import Linked, link
from dateline.link.facets import facets
from dateline.link.features.places import of_place
from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import Claim, EventClaim
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Stance
from dateline.model.when import Precision, When
from tests.builders import (
    CLASH,
    OVERTAKES,
    REGAINS,
    SHELLING,
    STRIKE,
    actor,
    event,
    monitor,
    place,
    report,
    report_id,
    reports,
    toll,
    when,
)

REBELS = actor("Highland Front", "opposition")
OTHER_REBELS = actor("Valley Brigade", "opposition")
MILITANTS = actor("Militants (Syria)", "opposition in Syria", id="sy.militants")
BOMB = "Remote explosive/landmine/IED"
ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
ALLY = actor("Military Forces of Nordland", "nordland", kind=ActorKind.EXTERNAL_FORCES)
TOWN = place("Sarra", 35.0, 36.0, admin1="Westmark")
VILLAGE = place("Tell Omar", 35.04, 36.0, admin1="Westmark")
PROVINCE = place("Westmark", precision=PlacePrecision.PROVINCE)
CITY = place("Bigtown", 34.0, 37.0, population=2_000_000, admin1="Eastmark")
MONDAY, TUESDAY, WEDNESDAY = when("2019-05-06"), when("2019-05-07"), when("2019-05-08")
MAY = when("2019-05-01", "2019-05-31")


def together(linked: Linked, *claims: Claim) -> bool:
    ids = {claim.id for claim in claims}
    return any(ids <= set(incident.claims) for incident in linked.incidents)


def count(*claims: Claim) -> int:
    return len(link(claims, {}).incidents)


def taken(
    at: PlaceEntry | None = TOWN,
    on: When | None = MONDAY,
    by: tuple[ActorLink, ...] = (REBELS,),
    file: str = "a.txt",
    **other: Any,
) -> EventClaim:
    return event(OVERTAKES, at, on, by=by, against=(ARMY,), report=file, **other)


def struck(
    at: PlaceEntry | None = TOWN,
    on: When | None = MONDAY,
    file: str = "a.txt",
    by: tuple[ActorLink, ...] = (ARMY,),
    **other: Any,
) -> EventClaim:
    return event(STRIKE, at, on, by=by, report=file, **other)


def test_two_reports_of_one_strike_are_one_incident() -> None:
    a, b = struck(file="a.txt"), struck(file="b.txt")
    linked = link([a, b], reports(report("a.txt", "2019-05-06"), report("b.txt", "2019-05-07")))
    (incident,) = linked.incidents
    assert incident.claims == tuple(sorted([a.id, b.id]))
    assert incident.place == TOWN and incident.when == MONDAY
    assert incident.reports == ("a.txt", "b.txt") and incident.outlets == ("Outlet a.txt", "Outlet b.txt")
    (edge,) = linked.links
    assert edge.joined and edge.left < edge.right
    assert {feature.name for feature in edge.features} >= {"place", "days", "type", "actors", "tolls", "wording"}
    assert all(feature.reason for feature in edge.features)


def test_id_of_an_incident_stays_when_later_claims_come() -> None:
    a, b = struck(file="a.txt"), struck(file="b.txt")
    first = min(a, b, key=lambda claim: claim.id)
    assert link([first], {}).incidents[0].id == link([a, b], {}).incidents[0].id


APART = {
    "two strikes on a town on two days": (struck(), struck(on=TUESDAY, file="b.txt")),
    "two bombings in two towns on one day": (struck(), struck(at=VILLAGE, file="b.txt")),
    "same type, opposite doers": (struck(), struck(by=(REBELS,), file="b.txt")),
    "capture and a battle of days": (
        taken(),
        event(CLASH, TOWN, when("2019-05-04", "2019-05-06"), by=(REBELS,), against=(ARMY,), report="b.txt"),
    ),
    "strikes over a province, strike on one town": (struck(at=PROVINCE), struck(file="b.txt")),
    "strikes on one day, told by one report on the next": (struck(), struck(on=TUESDAY)),
    "another blast, the report says": (
        struck(quote="A raid hit the town."),
        struck(quote="Another raid hit the same town", trigger="raid", start=50),
    ),
    "air strike and shelling, one report": (struck(), event(SHELLING, TOWN, MONDAY, by=(ARMY,))),
    "a strike in a city of millions, nothing else shared": (
        struck(at=CITY, by=()),
        struck(at=CITY, by=(), file="b.txt", quote="Other telling", trigger="raid"),
    ),
    "no place, no day, nothing to go by": (struck(at=None, on=None), struck(at=None, on=None, file="b.txt")),
    "no day, another report, a kind seen daily": (struck(), struck(on=None, file="b.txt")),
    "a strike some time that month": (struck(), struck(on=MAY, file="b.txt")),
    "checkpoints of a town, seized on two days": (
        taken(quote="Fighters seized four checkpoints", trigger="seized"),
        taken(on=TUESDAY, file="b.txt", quote="Fighters seized six checkpoints", trigger="seized"),
    ),
    "places with names that no entry fits": (taken(on=None), taken(at=None, on=None, file="b.txt")),
}


@pytest.mark.parametrize("claims", APART.values(), ids=APART.keys())
def test_kept_apart(claims: tuple[Claim, ...]) -> None:
    assert count(*claims) == 2


ONE = {
    "joint and single captor": (taken(by=(REBELS, OTHER_REBELS)), taken(file="b.txt")),
    "another faction of the same side": (taken(), taken(by=(OTHER_REBELS,), file="b.txt")),
    "capture told a day apart": (taken(), taken(on=TUESDAY, file="b.txt")),
    "capture told a day apart by one report": (taken(), taken(on=TUESDAY, start=80)),
    "capture dated to the month": (taken(), taken(on=MAY, file="b.txt")),
    "capture without a day, published soon after": (taken(), taken(on=None, file="b.txt")),
    "clash with its sides turned": (
        event(CLASH, TOWN, MONDAY, by=(REBELS,), against=(ARMY,)),
        event(CLASH, TOWN, when("2019-05-04", "2019-05-06"), by=(ARMY,), against=(REBELS,), report="b.txt"),
    ),
    "capture and the fight of its day": (
        taken(),
        event(CLASH, TOWN, MONDAY, by=(ARMY,), against=(REBELS,), report="b.txt"),
    ),
    "capture of a withdrawn-from town": (
        taken(),
        event("Non-violent transfer of territory", TOWN, MONDAY, by=(ARMY,), report="b.txt"),
    ),
    "an undated capture of the same place in one report": (taken(), taken(by=(), on=None, start=50)),
    "no place, but the same report, day and parties": (struck(), struck(at=None)),
    "shelling that another report calls an attack": (
        event(SHELLING, TOWN, MONDAY, by=(ARMY,)),
        event("Attack", TOWN, MONDAY, by=(ARMY,), report="b.txt", quote="the attack", trigger="attack"),
    ),
    "a hit on the same market of a city": (
        struck(at=CITY, by=(), quote="Bombs fell on the vegetable market", trigger="fell"),
        struck(at=CITY, by=(), file="b.txt", quote="buried after the raid on its market", trigger="raid"),
    ),
    "an attack dated to the week in which it was": (
        event("Attack", TOWN, MONDAY, by=(ARMY,)),
        event("Attack", TOWN, when("2019-05-03", "2019-05-09", precision=Precision.WEEK), by=(ARMY,), report="b.txt"),
    ),
}


@pytest.mark.parametrize("claims", ONE.values(), ids=ONE.keys())
def test_told_of_one_happening(claims: tuple[Claim, ...]) -> None:
    known = reports(report("a.txt", "2019-05-06"), report("b.txt", "2019-05-09"))
    assert len(link(claims, known).incidents) == 1


def test_taken_retaken_and_taken_again_are_three() -> None:
    first, last = taken(), taken(on=TUESDAY, file="c.txt")
    between = event(REGAINS, TOWN, TUESDAY, by=(ARMY,), against=(REBELS,), report="b.txt")
    linked = link([first, between, last], {})
    assert len(linked.incidents) == 3
    assert len(link([first, last], {}).incidents) == 1
    refused = [edge for edge in linked.links if not edge.joined]
    assert [edge.features[-1].name for edge in refused] == ["cluster"]


def test_a_vague_capture_joins_one_of_two_and_never_both() -> None:
    first, last, vague = taken(), taken(on=when("2019-05-20"), file="b.txt"), taken(on=MAY, file="c.txt")
    linked = link([first, last, vague], {})
    assert len(linked.incidents) == 2
    assert not together(linked, first, last)


def test_who_left_a_place_is_no_doer_of_its_capture() -> None:
    left = event("Non-violent transfer of territory", TOWN, MONDAY, by=(ARMY,), report="b.txt")
    (incident,) = link([taken(), left], {}).incidents
    assert (incident.actors, incident.targets) == (("Highland Front",), ("Military Forces of Ardland",))
    (alone,) = link([left], {}).incidents
    assert alone.actors == ("Military Forces of Ardland",)


def test_a_capture_without_a_day_may_join_through_another_of_its_report() -> None:
    dated, telling = taken(), taken(on=None, file="b.txt")
    bare = event(OVERTAKES, TOWN, None, report="b.txt", quote="It was freed", trigger="freed")
    known = reports(report("a.txt", "2019-05-06"), report("b.txt", "2019-05-09"))
    assert len(link([dated, telling, bare], known).incidents) == 1
    later = reports(report("a.txt", "2019-05-06"), report("b.txt", "2019-08-09"))
    assert len(link([dated, bare], later).incidents) == 2


def test_a_capture_without_a_day_stays_alone_between_two_that_fit() -> None:
    first, last, loose = taken(), taken(on=when("2019-05-20"), file="b.txt"), taken(on=None, file="c.txt")
    known = reports(*(report(name, "2019-05-21") for name in ("a.txt", "b.txt", "c.txt")))
    assert len(link([first, last, loose], known).incidents) == 3


def test_the_same_toll_makes_up_for_two_days_and_vague_places() -> None:
    a, b = struck(at=PROVINCE), struck(file="b.txt")
    assert len(link([a, b, toll(31, of=a), toll(31, of=b)], {}).incidents) == 1
    assert len(link([a, b, toll(31, of=a), toll(22, of=b)], {}).incidents) == 2


def test_the_same_toll_dates_a_strike_on_the_same_town() -> None:
    a, b = struck(), struck(on=None, file="b.txt", quote="Jets were over the place", trigger="raid")
    assert len(link([a, b, toll(31, of=a), toll(31, of=b)], {}).incidents) == 1
    assert len(link([a, b, toll(31, of=a), toll(70, of=b)], {}).incidents) == 2


def test_either_side_may_be_blamed_for_one_strike_with_one_toll() -> None:
    a, b = struck(), struck(by=(REBELS,), file="b.txt")
    assert len(link([a, b, toll(31, of=a), toll(31, of=b)], {}).incidents) == 1


def test_either_side_may_be_blamed_for_what_hit_the_same_market() -> None:
    told: dict[str, Any] = {"trigger": "hit", "quote": "The market of Sarra was hit on Monday."}
    a, b = struck(**told), struck(by=(REBELS,), file="b.txt", **told)
    assert count(a, b) == 1
    assert len(link([a, b, toll(90, of=a), toll(4, of=b)], {}).incidents) == 2


def test_a_side_told_by_class_may_be_the_one_that_others_name() -> None:
    named = event(CLASH, TOWN, MONDAY, by=(ARMY,), against=(REBELS,))
    told: dict[str, Any] = {"report": "b.txt", "quote": "Men fell in skirmishes", "trigger": "skirmishes"}
    by_class = event(CLASH, TOWN, MONDAY, against=(MILITANTS,), **told)
    others = event(CLASH, TOWN, MONDAY, against=(actor("Front of Others", "others"),), **told)
    assert count(named, by_class) == 1
    assert count(named, others) == 2


def test_an_explosion_may_be_the_shelling_that_another_report_tells_of() -> None:
    shelling = event(SHELLING, TOWN, MONDAY, by=(ARMY,), quote="The army shelled a bakery", trigger="shelled")
    blast = event(BOMB, TOWN, MONDAY, report="b.txt", quote="An explosion at the bakery", trigger="explosion")
    charge = event(BOMB, TOWN, MONDAY, report="b.txt", quote="A mine went off", trigger="mine")
    assert count(shelling, blast) == 1
    assert count(shelling, charge) == 2


def test_months_that_hold_a_day_tell_of_the_capture_on_it() -> None:
    assert count(taken(), taken(on=when("2019-02-01", "2019-08-01"), file="b.txt")) == 1
    assert count(taken(), taken(on=when("2019-06-01", "2019-12-01"), file="b.txt")) == 2


def test_allied_states_are_no_enemies_but_share_nothing() -> None:
    a, both = struck(), struck(by=(ARMY, ALLY), file="c.txt")
    b = struck(by=(ALLY,), file="b.txt", quote="told otherwise", trigger="raid")
    assert count(a, b) == 2
    assert count(a, b, both) == 1
    against = event(STRIKE, TOWN, MONDAY, by=(ALLY,), against=(ARMY,), report="d.txt")
    assert count(a, against) == 2


def test_one_report_with_two_tolls_tells_of_two_bombings() -> None:
    a, b = struck(), struck(start=90)
    assert len(link([a, b], {}).incidents) == 1
    assert len(link([a, b, toll(5, of=a), toll(7, of=b, start=90)], {}).incidents) == 2


def test_a_chain_of_days_is_never_one_incident() -> None:
    claims = [struck(on=when(f"2019-05-{day:02}"), file=f"{day}.txt") for day in range(1, 9)]
    tolls = [toll(12, of=claim) for claim in claims]
    linked = link([*claims, *tolls], {})
    days = {claim.id: claim.when.first for claim in claims if claim.when and claim.when.first}
    for incident in linked.incidents:
        told = sorted(days[key] for key in incident.claims)
        assert (told[-1] - told[0]).days <= 1


def test_bases_with_like_names_are_apart_and_two_entries_of_one_town_are_not() -> None:
    north = place("Al-Tahrir base", 35.0, 36.0, precision=PlacePrecision.SITE, id="x:1")
    south = place("Al-Tahrir base", 35.4, 36.0, precision=PlacePrecision.SITE, id="x:2")
    twin = place("Sarra", 35.005, 36.0, admin1="Westmark", id="x:3")
    assert count(taken(at=north), taken(at=south, file="b.txt")) == 2
    assert count(taken(), taken(at=twin, file="b.txt")) == 1


def test_a_denial_contests_what_it_denies_and_makes_no_incident() -> None:
    a = taken()
    denial = taken(file="b.txt", stance=Stance.DENIED, on=TUESDAY, said_by=(ARMY,))
    linked = link([a, denial], {})
    (incident,) = linked.incidents
    assert incident.claims == (a.id,) and incident.contested_by == (denial.id,)
    assert [edge.joined for edge in linked.links] == [False]
    assert link([denial], {}).incidents == ()


def test_plans_make_no_incident_and_the_uncertain_do() -> None:
    assert count(taken(stance=Stance.PLANNED)) == 0
    assert count(taken(stance=Stance.UNCERTAIN)) == 1


def test_a_strike_on_a_town_is_part_of_the_strikes_on_its_province() -> None:
    wide, narrow, other = struck(at=PROVINCE), struck(), struck(on=TUESDAY, file="c.txt")
    by_claim = {incident.claims[0]: incident for incident in link([wide, narrow, other], {}).incidents}
    assert by_claim[narrow.id].part_of == by_claim[wide.id].id
    assert by_claim[other.id].part_of is None and by_claim[wide.id].part_of is None


def test_a_capture_is_part_of_the_fighting_that_ends_in_it() -> None:
    fight = event(CLASH, TOWN, when("2019-05-04", "2019-05-06"), by=(ARMY,), against=(REBELS,))
    capture = taken()
    by_claim = {incident.claims[0]: incident for incident in link([fight, capture], {}).incidents}
    assert by_claim[capture.id].part_of == by_claim[fight.id].id


def test_a_battle_in_which_a_place_changed_hands_is_a_capture_by_who_took_it() -> None:
    fights = [event(CLASH, TOWN, MONDAY, by=(ARMY,), against=(REBELS,), report=file) for file in ("b.txt", "c.txt")]
    (one,) = link([taken(), *fights], {}).incidents
    assert (one.type, one.actors, one.targets) == (OVERTAKES, (REBELS.name,), (ARMY.name,))


def test_a_fight_in_which_checkpoints_fell_is_a_fight() -> None:
    fight = event(CLASH, TOWN, MONDAY, by=(ARMY,), against=(REBELS,), report="b.txt")
    posts = taken(quote="Fighters seized four checkpoints", trigger="seized")
    (one,) = link([posts, fight], {}).incidents
    assert one.type == CLASH


def test_a_capture_without_a_day_is_part_of_the_one_fight_its_report_tells_of() -> None:
    fight = event(CLASH, TOWN, when("2019-05-04", "2019-05-06"), by=(ARMY,), against=(REBELS,))
    capture, foreign = taken(on=None), taken(on=None, by=(ARMY,), file="b.txt")
    by_claim = {incident.claims[0]: incident for incident in link([fight, capture, foreign], {}).incidents}
    assert by_claim[capture.id].part_of == by_claim[fight.id].id
    assert by_claim[foreign.id].part_of is None


def test_a_toll_of_other_days_than_the_event_it_names_goes_elsewhere() -> None:
    capture, raid = taken(), struck(on=TUESDAY)
    dead = toll(40, of=capture, at=TOWN, on=TUESDAY)
    children = toll(9, of=capture, demographic="children", part_of=dead, start=10)
    again = toll(40, start=60)
    by_claim = {incident.claims[0]: incident for incident in link([capture, raid, dead, children, again], {}).incidents}
    assert set(by_claim[raid.id].tolls) == {dead.id, children.id, again.id}
    assert by_claim[capture.id].tolls == ()


def test_tolls_go_to_their_event_else_to_one_of_their_report_by_place_and_day() -> None:
    a = struck()
    own, near = toll(4, of=a), toll(9, at=TOWN, on=MONDAY, start=20)
    subset = toll(2, part_of=near, demographic="children", start=30)
    elsewhere = toll(6, at=VILLAGE, on=MONDAY, start=40)
    foreign = toll(7, at=TOWN, on=MONDAY, report="z.txt")
    (incident,) = link([a, own, near, subset, elsewhere, foreign], {}).incidents
    assert set(incident.tolls) == {own.id, near.id, subset.id}


def test_a_further_figure_goes_where_the_one_before_it_went() -> None:
    raid, clash = struck(), event(CLASH, TOWN, MONDAY, by=(REBELS,), against=(ARMY,), start=90)
    first, later = toll(30, of=raid, start=5), toll(52, on=TUESDAY, start=40, trigger="dead")
    another = toll(9, on=TUESDAY, start=60, trigger="killed")
    found = {incident.claims[0]: incident for incident in link([raid, clash, first, later, another], {}).incidents}
    assert set(found[raid.id].tolls) == {first.id, later.id}
    assert found[clash.id].tolls == ()


def test_what_counts_from_long_before_is_no_toll_of_the_event() -> None:
    raid = struck()
    since = toll(65, at=TOWN, on=when("2019-01-01", "2019-05-06", precision=Precision.OPEN), start=30)
    (incident,) = link([raid, since], {}).incidents
    assert incident.tolls == ()


def test_speakers_and_outlets_stand_in_order_of_publication() -> None:
    early, late = struck(file="z.txt", said_by=(monitor(),)), struck(file="a.txt", said_by=(monitor("State TV"),))
    known = reports(report("z.txt", "2019-05-06", outlet="Wire"), report("a.txt", "2019-05-08", outlet="Herald"))
    (incident,) = link([late, early], known).incidents
    assert incident.speakers == ("Observatory", "State TV") and incident.outlets == ("Wire", "Herald")


TYPES = (OVERTAKES, REGAINS, STRIKE, SHELLING, CLASH, "Suicide bomb", "Attack")
PLACES = (TOWN, VILLAGE, PROVINCE, CITY, None)
DAYS = (MONDAY, TUESDAY, WEDNESDAY, MAY, when("2019-05-06", "2019-05-08"), None)
SIDES: tuple[tuple[ActorLink, ...], ...] = ((), (REBELS,), (OTHER_REBELS,), (ARMY,))


@st.composite
def claim_sets(draw: st.DrawFn) -> list[Claim]:
    size = draw(st.integers(2, 14))
    claims: list[Claim] = []
    for number in range(size):
        told = event(
            draw(st.sampled_from(TYPES)),
            draw(st.sampled_from(PLACES)),
            draw(st.sampled_from(DAYS)),
            by=draw(st.sampled_from(SIDES)),
            against=draw(st.sampled_from(SIDES)),
            report=draw(st.sampled_from(("a.txt", "b.txt", "c.txt"))),
            start=number,
            stance=draw(st.sampled_from((Stance.ASSERTED,) * 4 + (Stance.DENIED, Stance.UNCERTAIN))),
        )
        claims.append(told)
        if draw(st.booleans()):
            claims.append(toll(draw(st.sampled_from((3, 8, 8, 20))), of=told, start=number))
    return claims


KNOWN = reports(report("a.txt", "2019-05-08"), report("b.txt", "2019-05-09"), report("c.txt"))


@settings(max_examples=150, deadline=None)
@given(claim_sets(), st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(claims: list[Claim], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert link(shuffled, KNOWN) == link(claims, KNOWN)


@settings(max_examples=150, deadline=None)
@given(claim_sets())
def test_every_told_event_is_in_one_incident_that_its_links_span(claims: list[Claim]) -> None:
    linked = link(claims, KNOWN)
    told = sorted(c.id for c in claims if isinstance(c, EventClaim) and c.stance is not Stance.DENIED)
    assert sorted(key for incident in linked.incidents for key in incident.claims) == told
    assert sum(edge.joined for edge in linked.links) == len(told) - len(linked.incidents)
    wholes = {incident.id: incident.part_of for incident in linked.incidents}
    for start in wholes:
        seen: set[str] = set()
        here: str | None = start
        while here is not None:
            assert here not in seen
            seen.add(here)
            here = wholes[here]


def test_reports_that_are_not_known_do_no_harm() -> None:
    claim = struck(file="gone.txt")
    assert report_id("gone.txt") == claim.report_id
    assert link([claim], {}).incidents[0].outlets == ()


def test_a_place_that_lies_from_a_town_as_told_is_near_what_is_told_so() -> None:
    about = replace(TOWN, precision=PlacePrecision.AREA, near=TOWN.name)
    north, south = place("Mill", 35.5, 36.0), place("Ford", 34.5, 36.0)
    told = struck(at=about)
    told = replace(told, place=PlaceLink(about, "a bridge north of Sarra", 0, 0, "test"))
    other = [struck(at=north, file="b.txt"), struck(at=south, file="c.txt")]
    way, along, astray = (facets([claim], {}, {})[0] for claim in (told, *other))
    assert of_place(way, along).value > 0 > of_place(way, astray).value
