import dataclasses
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link import link
from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import Claim, EventClaim
from dateline.model.incident import Grade
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.reading import Harm, Scope, Stance
from dateline.model.reckoned import Toll
from dateline.model.report import Report
from dateline.reckon.tolls import reckon_tolls
from dateline.reckon.totals import total
from tests.builders import CLASH, STRIKE, actor, event, monitor, place, report, reports, toll, when

REBELS = actor("Highland Front", "opposition")
BRIGADE = actor("Valley Brigade", "opposition")
ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
STATE_TV = actor("State TV", "government", kind=ActorKind.MEDIA)
STATE_AGENCY = actor("State Agency", "government", kind=ActorKind.MEDIA)
WATCH = monitor("Watch")
TOWN = place("Sarra", 35.0, 36.0, admin1="Westmark")
PROVINCE = place("Westmark", precision=PlacePrecision.PROVINCE)
DAY = when("2019-05-06")
KNOWN = reports(report("a.txt", "2019-05-06"), report("b.txt", "2019-05-07"), report("c.txt", "2019-05-08"))


def reckoned(*claims: Claim, policy: str = "range", known: dict[str, Report] = KNOWN) -> tuple[Toll, ...]:
    return reckon_tolls(link(claims, known).incidents, claims, policy, known)


def ends(found: Toll) -> tuple[int | None, int | None, int | None]:
    return found.low, found.best, found.high


def bombing(file: str = "a.txt", said_by: tuple[ActorLink, ...] = (WATCH,), at: PlaceEntry | None = TOWN) -> EventClaim:
    return event(STRIKE, at, DAY, by=(ARMY,), report=file, said_by=said_by)


POLICIES = {
    "range": (12, None, 20),
    "acled": (12, 12, 12),
    "ucdp": (12, 12, 40),
    "corroborated": (14, None, None),
}


@pytest.mark.parametrize(("policy", "expected"), POLICIES.items())
def test_policies_over_the_same_claims(policy: str, expected: tuple[int | None, ...]) -> None:
    events = [bombing("a.txt"), bombing("b.txt", (monitor("Red Crescent"),)), bombing("c.txt", (STATE_TV,))]
    counts = [toll(12, of=events[0]), toll(14, 20, of=events[1]), toll(15, of=events[2])]
    if policy == "ucdp":
        counts[2] = toll(40, of=events[2], side=REBELS, status="people", said_by=(STATE_TV,))
        counts[0] = toll(12, of=events[0], side=REBELS, status="people")
        counts[1] = toll(14, 20, of=events[1], side=REBELS, status="people")
    (found,) = reckoned(*events, *counts, policy=policy)
    assert ends(found) == expected and found.policy == policy


def test_civilians_and_people_of_a_strike_are_one_count_unless_one_account_tells_them_apart() -> None:
    one, other = bombing("a.txt"), bombing("b.txt", (STATE_TV,))
    (found,) = reckoned(one, other, toll(12, of=one), toll(15, of=other, status="civilians"))
    assert ends(found) == (12, None, 15)
    both = reckoned(one, toll(12, of=one), toll(9, of=one, status="civilians", start=4))
    assert sorted(toll.status for toll in both) == ["civilians", "people"]


def test_dozens_in_a_headline_are_the_soldiers_that_the_report_goes_on_to_count() -> None:
    one = bombing("a.txt")
    dozens = toll(24, None, of=one, words="dozens", said_by=())
    (found,) = reckoned(one, dozens, toll(62, of=one, side=ARMY, status="combatants", start=4))
    assert ends(found) == (62, 62, 62) and [figure.superseded for figure in found.figures].count(True) == 1


@pytest.mark.parametrize(
    ("low", "side", "status"),
    [(9, ARMY, "combatants"), (62, None, "civilians")],
)
def test_dozens_are_neither_fewer_fighters_nor_civilians_beside_fighters(
    low: int, side: ActorLink | None, status: str
) -> None:
    raid, other = bombing("a.txt"), bombing("b.txt")
    dozens = toll(24, None, of=raid, words="dozens", said_by=())
    elsewhere = toll(5, of=other, side=REBELS, status="combatants")
    found = reckoned(raid, other, dozens, toll(low, of=raid, side=side, status=status, start=4), elsewhere)
    assert {toll.status: ends(toll)[0] for toll in found}["people"] == 24


def test_dozens_are_those_fighters_of_two_sides_who_are_that_many() -> None:
    raid = bombing("a.txt")
    counts = (
        toll(48, of=raid, side=ARMY, status="combatants", start=4),
        toll(10, of=raid, side=REBELS, status="combatants", start=8),
    )
    found = reckoned(raid, toll(24, None, of=raid, words="dozens", said_by=()), *counts)
    assert sorted(map(ends, found)) == [(10, 10, 10), (48, 48, 48)]


def test_the_most_of_all_is_no_less_than_the_most_of_some_of_them() -> None:
    one, other = bombing("a.txt"), bombing("b.txt", (STATE_TV,))
    found = reckoned(one, other, toll(20, of=one), toll(57, of=other, side=REBELS, status="combatants"))
    assert {toll.status: ends(toll) for toll in found} == {"people": (20, None, 57), "combatants": (57, 57, 57)}
    women = toll(57, of=other, status="civilians", demographic="women")
    (ranked,) = (toll for toll in reckoned(one, other, toll(20, of=one), women) if toll.demographic is None)
    assert ends(ranked) == (20, 20, 20)


def test_a_report_s_own_vague_word_stands_for_the_number_that_it_goes_on_to_give() -> None:
    raid = bombing("a.txt", ())
    (found,) = reckoned(raid, toll(24, None, of=raid, words="dozens"), toll(54, of=raid, said_by=(WATCH,), start=9))
    assert ends(found) == (54, 54, 54)


def test_dozens_that_a_later_report_recalls_are_those_whom_others_counted() -> None:
    first, later = bombing("a.txt"), bombing("b.txt", ())
    counted, recalled = toll(37, of=first), toll(24, None, of=later, words="dozens")
    (found,) = reckoned(first, later, counted, recalled)
    assert ends(found) == (37, 37, 37)
    said = toll(24, None, of=bombing("b.txt", (STATE_TV,)), words="dozens")
    (kept,) = reckoned(first, bombing("b.txt", (STATE_TV,)), counted, said)
    assert kept.low == 24


def test_a_part_whose_whole_no_incident_holds_is_within_the_toll_of_its_own() -> None:
    told, other = bombing("a.txt"), bombing("b.txt", (STATE_TV,))
    lost = dataclasses.replace(toll(22, report="a.txt", start=1), place=None, when=None)
    children = toll(14, of=told, status="civilians", demographic="children", part_of=lost, start=2)
    whole = toll(23, of=other)
    more = toll(15, of=other, status="civilians", demographic="children", part_of=whole, start=90)
    found = {(one.demographic, one.incident is None): one for one in reckoned(told, other, lost, children, whole, more)}
    assert found["children", False].within[:1] == (found[None, False].id,)


def test_who_tells_of_one_person_alone_is_counted_among_those_that_others_number() -> None:
    first, later = bombing("a.txt", ()), bombing("b.txt", (monitor("Red Crescent"),))
    one = toll(1, of=first, words="A cameraman"), toll(6, of=later)
    (found,) = reckoned(first, later, *one)
    assert ends(found) == (6, 6, 6)
    (alone,) = reckoned(first, one[0])
    assert ends(alone) == (1, 1, 1)
    (told,) = reckoned(first, later, toll(1, of=first, words="one"), toll(6, of=later))
    assert ends(told) == (1, None, 6)


def test_an_unknown_policy_is_named_with_those_that_exist() -> None:
    with pytest.raises(ValueError, match=r"guess.*range, acled"):
        reckon_tolls([], [], "guess")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([(31, 31)], (31, 31, 31)),
        ([(31, None)], (31, 31, None)),
        ([(31, None), (35, 35)], (31, None, 35)),
        ([(31, 31), (35, None)], (31, None, None)),
        ([(None, 40)], (None, None, 40)),
        ([(None, None)], (None, None, None)),
        ([(0, 0)], (0, 0, 0)),
    ],
)
def test_range_is_the_least_and_the_most_reported(
    given: Sequence[tuple[int | None, int | None]], expected: tuple[int | None, ...]
) -> None:
    events = [bombing(f"{'abc'[n]}.txt", (monitor(f"Speaker {n}"),)) for n in range(len(given))]
    counts = [toll(low, high, of=events[n], words="so many") for n, (low, high) in enumerate(given)]
    (found,) = reckoned(*events, *counts)
    assert ends(found) == expected


@pytest.mark.parametrize(
    ("words", "low", "number"),
    [("dozens", 24, 12), ("several", None, 3), ("hundreds", 200, 100), ("tens", None, 10), ("at least 31", 31, 31)],
)
def test_acled_makes_its_numbers_of_words_and_the_words_stay(words: str, low: int | None, number: int) -> None:
    told = bombing()
    (found,) = reckoned(told, toll(low, None, of=told, words=words), policy="acled")
    assert found.best == number and found.figures[0].words == words
    (seen,) = reckoned(told, toll(low, None, of=told, words=words))
    assert seen.low == low


def test_a_later_higher_figure_of_the_same_speaker_supersedes_and_history_stays() -> None:
    first, later = bombing("a.txt"), bombing("b.txt")
    (found,) = reckoned(first, later, toll(30, of=first), toll(41, of=later))
    assert ends(found) == (41, 41, 41)
    assert [(f.low, f.superseded) for f in found.figures] == [(30, True), (41, False)]
    (lower,) = reckoned(first, later, toll(41, of=first), toll(30, of=later))
    assert ends(lower) == (30, None, 41)


def test_officials_of_two_reports_may_be_two_who_count() -> None:
    officials = actor("Officials (Ardland)", "government", id="sy.officials", kind=ActorKind.ORGANISATION)
    first, later = bombing("a.txt", (officials,)), bombing("b.txt", (officials,))
    (found,) = reckoned(first, later, toll(30, of=first), toll(41, of=later))
    assert ends(found) == (30, None, 41)
    (same,) = reckoned(first, toll(30, of=first, start=10), toll(41, of=first, start=90))
    assert ends(same) == (41, 41, 41)


def test_the_most_that_there_may_be_replaces_no_count() -> None:
    told = bombing("a.txt")
    (found,) = reckoned(told, toll(16, None, of=told, start=10), toll(None, 25, of=told, start=90))
    assert ends(found) == (16, None, 25)


def test_without_publication_days_nothing_supersedes() -> None:
    first, later = bombing("a.txt"), bombing("b.txt")
    (found,) = reckoned(first, later, toll(30, of=first), toll(41, of=later), known={})
    assert ends(found) == (30, None, 41)


def test_two_speakers_who_exclude_one_another_contest_it() -> None:
    one, other = bombing("a.txt"), bombing("b.txt", (STATE_TV,))
    assert [t.contested for t in reckoned(one, other, toll(60, None, of=one), toll(15, of=other))] == [True]
    assert [t.contested for t in reckoned(one, other, toll(10, None, of=one), toll(15, of=other))] == [False]
    about = toll(30, of=one, approximate=True)
    assert [t.contested for t in reckoned(one, other, about, toll(32, of=other))] == [False]


def test_a_state_agency_and_its_television_are_one_voice() -> None:
    one, other = bombing("a.txt", (STATE_TV,)), bombing("b.txt", (STATE_AGENCY,))
    (found,) = reckoned(one, other, toll(60, of=one), toll(15, of=other))
    assert not found.contested
    (shared,) = reckoned(one, other, toll(60, of=one), toll(15, of=other), policy="corroborated")
    assert ends(shared) == (None, None, None)


def test_a_denial_contests_a_toll_and_is_no_figure() -> None:
    told = bombing()
    (found,) = reckoned(told, toll(9, of=told), toll(9, of=told, stance=Stance.DENIED, said_by=(STATE_TV,)))
    assert found.contested and [f.speaker for f in found.figures] == ["Watch"]


def test_a_party_that_counts_its_enemys_dead_is_partisan() -> None:
    fight = event(CLASH, TOWN, DAY, by=(ARMY,), against=(REBELS,))
    enemy = toll(50, of=fight, status="combatants", side=REBELS, said_by=(STATE_TV,))
    own = toll(3, of=fight, status="combatants", side=ARMY, said_by=(STATE_TV,))
    outside = toll(8, of=fight, status="combatants", side=REBELS, said_by=(WATCH,))
    found = {(t.camp, f.speaker): f.partisan for t in reckoned(fight, enemy, own, outside) for f in t.figures}
    assert found == {
        ("opposition", "State TV"): True,
        ("government", "State TV"): False,
        ("opposition", "Watch"): False,
    }


def test_the_outlet_speaks_where_no_one_is_named() -> None:
    told = bombing(said_by=())
    (found,) = reckoned(told, toll(4, of=told))
    assert found.figures[0].speaker == "Outlet a.txt" and str(found.figures[0].day) == "2019-05-06"


def test_a_headline_is_no_second_witness() -> None:
    told = bombing()
    headline = toll(12, of=told, said_by=(), start=5)
    (found,) = reckoned(told, toll(12, of=told), headline)
    assert [f.speaker for f in found.figures] == ["Watch"]


def test_a_province_s_toll_holds_that_of_its_town_and_is_never_doubled() -> None:
    wide, narrow = bombing(at=PROVINCE), bombing(at=TOWN)
    whole = toll(73, of=wide, status="civilians")
    children = toll(19, of=wide, status="civilians", demographic="children", part_of=whole)
    women = toll(11, of=wide, status="civilians", demographic="women", part_of=whole)
    market = toll(53, of=narrow, part_of=whole)
    there = toll(8, of=narrow, demographic="children", part_of=market)
    found = reckoned(wide, narrow, whole, children, women, market, there)
    told = total(found)
    assert (told.low, told.best, told.high) == (73, 73, 73)
    assert len(told.rests_on) == 1 and len(told.includes) == 4 and not told.left_out
    without = [t for t in found if t.low != 53]
    assert total(without).low == 73


def test_parts_are_not_doubled_when_two_reports_tell_them() -> None:
    wide, narrow = bombing("a.txt", at=PROVINCE), bombing("b.txt", at=TOWN)
    found = reckoned(wide, narrow, toll(73, of=wide, status="civilians"), toll(53, of=narrow))
    assert total(found).low == 73


def test_both_sides_of_a_clash_are_added_and_never_above_their_whole() -> None:
    fight = event(CLASH, TOWN, DAY, by=(ARMY,), against=(REBELS,))
    whole = toll(71, None, of=fight)
    soldiers = toll(34, of=fight, status="combatants", side=ARMY, part_of=whole)
    rebels = toll(37, None, of=fight, status="combatants", side=REBELS, part_of=whole)
    leader = toll(1, of=fight, status="combatants", side=BRIGADE, part_of=rebels)
    told = total(reckoned(fight, whole, soldiers, rebels, leader))
    assert (told.low, told.high) == (71, None)
    alone = total(reckoned(fight, soldiers, toll(37, of=fight, status="combatants", side=REBELS)))
    assert (alone.low, alone.best, alone.high) == (71, 71, 71)


def test_factions_told_apart_by_one_account_are_two_rows_and_add_up() -> None:
    fight = event(CLASH, TOWN, DAY, by=(ARMY,), against=(REBELS,))
    front = toll(12, of=fight, status="combatants", side=REBELS)
    brigade = toll(5, of=fight, status="combatants", side=BRIGADE)
    found = reckoned(fight, front, brigade)
    assert sorted((t.side, t.low, t.contested) for t in found) == [
        ("Highland Front", 12, False),
        ("Valley Brigade", 5, False),
    ]
    assert total(found).low == 17


def test_factions_of_two_accounts_meet_in_one_row() -> None:
    one = event(CLASH, TOWN, DAY, by=(ARMY,), against=(REBELS,), said_by=(WATCH,))
    other = event(CLASH, TOWN, DAY, by=(ARMY,), against=(REBELS,), report="b.txt", said_by=(STATE_TV,))
    claims = [
        toll(12, of=one, status="combatants", side=REBELS),
        toll(40, of=other, status="combatants", side=BRIGADE),
    ]
    (found,) = reckoned(one, other, *claims)
    assert ends(found) == (12, None, 40) and found.contested and total([found]).low == 12


def test_running_totals_belong_to_no_incident_and_no_sum() -> None:
    told = bombing()
    war = toll(220_000, None, of=told, scope=Scope.CUMULATIVE)
    found = reckoned(told, toll(4, of=told), war)
    assert {t.scope: t.incident is None for t in found} == {"cumulative": True, "incident": False}
    told_sum = total(found)
    assert told_sum.low == 4 and len(told_sum.left_out) == 1


def test_harms_are_never_mixed_and_those_without_a_harm_make_no_toll() -> None:
    told = bombing()
    found = reckoned(told, toll(4, of=told), toll(9, of=told, harm=Harm.WOUNDED), toll(20, of=told, harm=None))
    assert sorted((t.harm, t.low) for t in found) == [("killed", 4), ("wounded", 9)]
    assert total(found).low == 4 and total(found, "wounded").low == 9


def test_what_a_person_discounted_is_in_no_sum_and_is_named() -> None:
    strikes = [event(STRIKE, place(name), DAY, by=(ARMY,)) for name in ("Sarra", "Tell Omar")]
    claims = [*strikes, toll(3, of=strikes[0]), toll(40, of=strikes[1])]
    incidents = [
        dataclasses.replace(one, grade=Grade.DISCOUNTED) if strikes[1].id in one.claims else one
        for one in link(claims, KNOWN).incidents
    ]
    tolls = reckon_tolls(incidents, claims)
    told = total(tolls, incidents=incidents)
    assert told.low == 3
    assert told.discounted == tuple(one.id for one in tolls if one.low == 40)


def test_a_sum_over_two_policies_is_refused() -> None:
    told = bombing()
    claims = [told, toll(4, of=told)]
    with pytest.raises(ValueError, match="acled, range"):
        total([*reckoned(*claims), *reckoned(*claims, policy="acled")])


STATUSES = ("people", "civilians", "combatants")
SIDES = (None, REBELS, BRIGADE, ARMY)


@st.composite
def accounts(draw: st.DrawFn) -> list[Claim]:
    """Strikes on a province and a town of it, told by three reports with tolls, subsets of them and no more."""
    claims: list[Claim] = []
    for number in range(draw(st.integers(1, 5))):
        told = bombing(draw(st.sampled_from(("a.txt", "b.txt", "c.txt"))), at=draw(st.sampled_from((TOWN, PROVINCE))))
        whole = toll(draw(st.integers(0, 50)), of=told, status=draw(st.sampled_from(STATUSES)), start=number,
                     side=draw(st.sampled_from(SIDES)))  # fmt: skip
        claims += [told, whole]
        if draw(st.booleans()) and whole.count.low:
            least = draw(st.integers(0, whole.count.low))
            whom = {"demographic": "children", "status": whole.status}
            claims.append(toll(least, of=told, part_of=whole, start=number, **whom))  # type: ignore[arg-type]
    return claims


@settings(max_examples=150, deadline=None)
@given(accounts())
def test_a_sum_lies_between_its_largest_toll_and_all_of_them(claims: list[Claim]) -> None:
    incidents = link(claims, KNOWN).incidents
    found = reckon_tolls(incidents, claims, "range", KNOWN)
    told = total(found, incidents=incidents)
    lows = [t.low or 0 for t in found]
    assert max(lows) <= told.low <= sum(lows)
    assert sorted([*told.rests_on, *told.includes, *told.left_out]) == sorted(t.id for t in found)


@settings(max_examples=100, deadline=None)
@given(accounts(), st.randoms(use_true_random=False))
def test_tolls_do_not_hang_on_the_order_of_claims(claims: list[Claim], chance: random.Random) -> None:
    shuffled = chance.sample(claims, len(claims))
    assert reckoned(*shuffled) == reckoned(*claims)


def test_what_a_report_says_is_part_goes_before_what_the_kinds_of_people_suggest() -> None:
    attack = bombing()
    family = toll(6, of=attack, status="civilians")
    one = toll(1, of=attack, part_of=family, start=40)
    found = {found.best: found for found in reckoned(attack, family, one)}
    assert found[1].within == (found[6].id,)
    assert found[6].within == ()


def test_militants_are_of_the_camp_that_the_incident_alone_names() -> None:
    taliban = actor("Taliban", "taliban", id="taliban")
    militants = actor("Militants (Afghanistan)", "opposition in Afghanistan", id="af.militants")
    fight = event(CLASH, TOWN, DAY, by=(ARMY,), against=(taliban,), said_by=(WATCH,))
    again = event(CLASH, TOWN, DAY, by=(ARMY,), against=(taliban,), report="b.txt", said_by=(WATCH,))
    counts = [
        toll(7, of=fight, side=taliban, status="combatants", said_by=(taliban,)),
        toll(60, of=again, side=militants, status="combatants", said_by=(ARMY,)),
    ]
    (found,) = reckoned(fight, again, *counts)
    assert (found.side, found.camp, found.low, found.high) == ("Taliban", "taliban", 7, 60)
    assert all(figure.partisan == (figure.low == 60) for figure in found.figures)


def test_a_party_s_own_paper_counts_as_that_party() -> None:
    syrian = place("Ariha", 35.8, 36.6, country="SY")
    fight = event(CLASH, syrian, DAY, report="own.txt")
    army = actor("Military Forces of Syria", "government of Syria", kind=ActorKind.STATE_FORCES)
    foes = actor("Opposition Rebels (Syria)", "opposition in Syria")
    claims = (
        fight,
        toll(3, of=fight, status="combatants", side=army),
        toll(50, of=fight, status="combatants", side=foes),
    )
    known = reports(report("own.txt", "2019-05-06", outlet="General Command of the Army"))
    marked = {figure.low: figure.partisan for found in reckoned(*claims, known=known) for figure in found.figures}
    assert marked == {3: False, 50: True}
