import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.actor import ActorKind
from dateline.model.claim import Claim, ControlClaim
from dateline.model.reading import Change, Stance
from dateline.model.reckoned import Spell
from dateline.reckon.control import holder_on, reckon_control
from tests.builders import actor, control, day, event, monitor, place, when

REBELS = actor("Highland Front", "opposition")
BRIGADE = actor("Valley Brigade", "opposition")
ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
STATE_TV = actor("State TV", "government", kind=ActorKind.MEDIA)
THIRD = actor("Border League", "league")
WATCH = (monitor("Watch"),)
TOWN, OTHER = place("Sarra"), place("Tell Omar")
GAINED, LOST, HOLDS, CONTESTED = Change.GAINED, Change.LOST, Change.HOLDS, Change.CONTESTED


def on(number: int, last: int | None = None) -> str:
    return f"2019-05-{number if last is None else last:02}"


def said(number: int, change: Change, *holders: object, **other: object) -> ControlClaim:
    other.setdefault("said_by", WATCH)
    return control(TOWN, when(on(number)), change, *holders, **other)  # type: ignore[arg-type]


def spans(spells: tuple[Spell, ...]) -> list[tuple[str, str, str, str]]:
    return [(s.holder, str(s.first), str(s.last), s.status) for s in spells]


def test_evidence_of_one_holder_is_one_spell() -> None:
    claims = [said(6, GAINED, REBELS), said(9, HOLDS, REBELS), said(20, HOLDS, REBELS)]
    (spell,) = reckon_control(claims)
    assert spans((spell,)) == [("Highland Front", on(6), on(20), "held")]
    assert spell.claims == tuple(claim.id for claim in claims) and spell.ended_by is None


def test_a_gain_ends_the_spell_of_another_and_names_the_claim() -> None:
    held, gain = said(1, HOLDS, ARMY), said(6, GAINED, REBELS)
    first, second = reckon_control([gain, held])
    assert spans((first, second)) == [
        ("Military Forces of Ardland", on(1), on(1), "held"),
        ("Highland Front", on(6), on(6), "held"),
    ]
    assert first.ended_by == gain.id and second.ended_by is None


def test_held_in_the_morning_lost_and_gained_by_the_evening() -> None:
    gain, loss = said(6, GAINED, REBELS), said(6, LOST, ARMY)
    first, second = reckon_control([gain, loss, said(6, HOLDS, ARMY), said(6, HOLDS, REBELS)])
    assert (first.holder, first.status, first.ended_by) == ("Military Forces of Ardland", "held", loss.id)
    assert (second.holder, second.status) == ("Highland Front", "held")
    assert holder_on([first, second], TOWN.id, day(on(6))) == (second,)


def test_a_loss_ends_the_loser_s_spell_and_leaves_a_gap() -> None:
    loss = said(6, LOST, ARMY)
    (spell,) = reckon_control([said(1, HOLDS, ARMY), loss])
    assert (str(spell.last), spell.ended_by) == (on(6), loss.id)
    assert holder_on([spell], TOWN.id, day(on(3))) == (spell,)
    assert holder_on([spell], TOWN.id, day(on(9)), reach=30) == ()


def test_a_loss_by_one_not_known_to_hold_it_has_no_beginning() -> None:
    (spell,) = reckon_control([said(6, LOST, ARMY)])
    assert (spell.first, str(spell.last), spell.ended_by) == (None, on(6), spell.claims[0])


def test_coalition_members_are_no_change_of_hands() -> None:
    claims = [said(6, GAINED, REBELS, BRIGADE), said(9, HOLDS, BRIGADE), said(12, HOLDS, REBELS)]
    assert spans(reckon_control(claims)) == [("Highland Front, Valley Brigade", on(6), on(12), "held")]


def test_one_faction_that_drives_out_another_is_a_change_of_hands() -> None:
    claims = [said(1, HOLDS, BRIGADE), said(6, LOST, BRIGADE), said(6, GAINED, REBELS)]
    assert [s.holder for s in reckon_control(claims)] == ["Valley Brigade", "Highland Front"]


def test_taken_retaken_and_taken_again_are_three_spells() -> None:
    claims = [said(5, GAINED, REBELS), said(8, GAINED, ARMY), said(12, GAINED, REBELS)]
    found = reckon_control(claims)
    assert [s.holder for s in found] == ["Highland Front", "Military Forces of Ardland", "Highland Front"]
    assert [s.ended_by for s in found] == [claims[1].id, claims[2].id, None]


def test_a_party_s_own_word_is_a_claim_and_ends_nothing_that_others_vouch_for() -> None:
    claims = [said(5, HOLDS, ARMY), said(6, GAINED, REBELS, said_by=(REBELS,)), said(9, HOLDS, ARMY)]
    army, rebels = reckon_control(claims)
    assert (army.status, rebels.status) == ("held", "claimed")
    assert [str(d) for d in army.contested_days] == [on(6)] and army.ended_by is None
    assert rebels.ended_by == claims[2].id


def test_a_claim_that_someone_else_confirms_is_held_from_its_first_day() -> None:
    claims = [said(5, HOLDS, ARMY), said(6, GAINED, REBELS, said_by=(REBELS,)), said(7, HOLDS, REBELS)]
    army, rebels = reckon_control(claims)
    assert (rebels.status, str(rebels.first)) == ("held", on(6))
    assert army.ended_by == claims[1].id


def test_the_report_s_own_voice_and_an_enemy_s_admission_vouch() -> None:
    assert [s.status for s in reckon_control([said(6, GAINED, REBELS, said_by=())])] == ["held"]
    assert [s.status for s in reckon_control([said(6, GAINED, REBELS, said_by=(STATE_TV,))])] == ["held"]
    unsure = said(6, GAINED, REBELS, stance=Stance.UNCERTAIN)
    assert [s.status for s in reckon_control([unsure])] == ["claimed"]


def test_a_denial_contests_and_ends_nothing() -> None:
    denial = said(7, GAINED, REBELS, stance=Stance.DENIED, said_by=(STATE_TV,))
    (spell,) = reckon_control([said(6, GAINED, REBELS), denial])
    assert spell.status == "contested" and denial.id in spell.claims and spell.ended_by is None


def test_a_denied_loss_says_that_the_holder_still_holds() -> None:
    denial = said(7, LOST, ARMY, stance=Stance.DENIED, said_by=(STATE_TV,))
    found = {s.holder: s for s in reckon_control([said(6, GAINED, REBELS), denial])}
    assert found["Military Forces of Ardland"].status == "claimed"
    assert [str(d) for d in found["Highland Front"].contested_days] == [on(7)]


def test_fighting_marks_days_and_only_the_last_word_makes_a_spell_contested() -> None:
    claims = [said(5, HOLDS, ARMY), said(6, CONTESTED, ARMY), said(9, HOLDS, ARMY)]
    (spell,) = reckon_control(claims)
    assert spell.status == "held" and [str(d) for d in spell.contested_days] == [on(6)]
    (fresh,) = reckon_control([said(6, HOLDS, ARMY), said(6, CONTESTED, ARMY)])
    assert fresh.status == "contested"


def test_two_speakers_who_give_a_place_to_two_holders_on_a_day_contest_it() -> None:
    found = reckon_control([said(6, HOLDS, ARMY), said(6, HOLDS, REBELS, said_by=())])
    assert [s.status for s in found] == ["contested", "contested"]
    assert len(holder_on(found, TOWN.id, day(on(6)))) == 2


def test_a_gain_told_to_the_month_confirms_one_told_to_the_day() -> None:
    month = control(TOWN, when("2019-05-01", "2019-05-31"), GAINED, REBELS, said_by=WATCH)
    exact, after = said(6, GAINED, REBELS), said(10, GAINED, ARMY)
    found = reckon_control([month, exact, after])
    assert [(s.holder, str(s.first)) for s in found] == [
        ("Highland Front", on(6)),
        ("Military Forces of Ardland", on(10)),
    ]
    assert month.id in found[0].claims
    (alone,) = reckon_control([month])
    assert str(alone.first) == on(31)


def test_claims_without_a_day_go_to_the_only_spell_they_fit() -> None:
    loose = control(TOWN, None, HOLDS, REBELS, said_by=WATCH)
    (spell,) = reckon_control([said(6, GAINED, REBELS), loose])
    assert loose.id in spell.claims and str(spell.last) == on(6)
    (alone,) = reckon_control([loose])
    assert (alone.first, alone.last) == (None, None)


def test_places_are_kept_apart_and_unknown_ones_left_out() -> None:
    there = control(OTHER, when(on(6)), HOLDS, ARMY, said_by=WATCH)
    nowhere = control(None, when(on(6)), HOLDS, ARMY, said_by=WATCH)
    assert [s.place.name for s in reckon_control([said(6, HOLDS, REBELS), there, nowhere, event()])] == [
        "Sarra",
        "Tell Omar",
    ]


def test_plans_say_nothing_of_who_holds() -> None:
    assert reckon_control([said(6, GAINED, REBELS, stance=Stance.PLANNED)]) == ()


def test_holder_past_the_last_evidence_is_unknown_unless_a_reach_is_given() -> None:
    found = reckon_control([said(6, GAINED, REBELS)])
    assert holder_on(found, TOWN.id, day(on(8))) == ()
    assert holder_on(found, TOWN.id, day(on(8)), reach=2) == found
    assert holder_on(found, TOWN.id, day(on(9)), reach=2) == ()
    assert holder_on(found, OTHER.id, day(on(6))) == ()


@st.composite
def histories(draw: st.DrawFn) -> list[Claim]:
    return [
        said(
            draw(st.integers(1, 9)),
            draw(st.sampled_from(list(Change))),
            draw(st.sampled_from((REBELS, BRIGADE, ARMY, THIRD))),
            said_by=draw(st.sampled_from(((), WATCH, (REBELS,), (STATE_TV,)))),
            stance=draw(st.sampled_from((Stance.ASSERTED,) * 4 + (Stance.DENIED, Stance.UNCERTAIN))),
            start=number,
        )
        for number in range(draw(st.integers(1, 10)))
    ]


@settings(max_examples=200, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_order_of_claims_does_not_matter(claims: list[Claim], chance: random.Random) -> None:
    assert reckon_control(chance.sample(claims, len(claims))) == reckon_control(claims)


@settings(max_examples=200, deadline=None)
@given(histories())
def test_spells_keep_their_days_in_order_and_overlap_only_where_disputed(claims: list[Claim]) -> None:
    found = reckon_control(claims)
    assert len({s.id for s in found}) == len(found)
    for spell in found:
        assert spell.first is None or spell.last is None or spell.first <= spell.last
        assert spell.status in {"held", "contested", "claimed"}
    for number in range(1, 10):
        there = holder_on(found, TOWN.id, day(on(number)))
        firm = [s for s in there if s.status == "held" and day(on(number)) not in s.contested_days]
        assert len(firm) <= 1


GUNMEN = actor("Unidentified Armed Group", kind=ActorKind.UNIDENTIFIED)


def test_gunmen_whom_nobody_names_are_the_holder_that_others_name_and_no_state() -> None:
    (spell,) = reckon_control([said(6, GAINED, GUNMEN), said(7, HOLDS, REBELS)])
    assert spans((spell,)) == [("Highland Front", on(6), on(7), "held")]
    assert len(reckon_control([said(6, HOLDS, ARMY), said(7, GAINED, GUNMEN)])) == 2


def test_gunmen_make_no_two_parties_one() -> None:
    claims = [said(5, GAINED, GUNMEN), said(6, HOLDS, REBELS), said(8, GAINED, THIRD), said(9, HOLDS, GUNMEN)]
    assert [spell.holder for spell in reckon_control(claims)] == ["Highland Front", "Border League"]


def test_who_came_in_the_evening_holds_though_a_later_gain_ends_that_spell() -> None:
    claims = [said(4, HOLDS, THIRD), said(4, LOST, THIRD), said(4, GAINED, ARMY), said(5, GAINED, REBELS)]
    (spell,) = holder_on(reckon_control(claims), TOWN.id, day(on(4)))
    assert spell.holder == "Military Forces of Ardland"


def test_a_spell_goes_on_until_it_changed_hands_and_no_longer_if_nobody_knows_when() -> None:
    held = said(1, HOLDS, ARMY)
    first, second = reckon_control([held, said(20, GAINED, REBELS)])
    assert (str(first.last), str(first.ended_on)) == (on(1), on(20))
    assert holder_on([first, second], TOWN.id, day(on(10)), reach=30) == (first,)
    assert holder_on([first, second], TOWN.id, day(on(10))) == ()
    assert holder_on([first, second], TOWN.id, day(on(20)), reach=30) == (second,)
    first, second = reckon_control([held, said(20, HOLDS, REBELS)])
    assert first.ended_by and first.ended_on is None
    assert holder_on([first, second], TOWN.id, day(on(10)), reach=30) == ()


def test_a_claim_confirmed_by_the_other_s_loss_leaves_the_days_between_disputed() -> None:
    claims = [
        said(2, HOLDS, THIRD),
        said(2, GAINED, ARMY, stance=Stance.UNCERTAIN),
        said(5, LOST, THIRD),
        said(5, GAINED, ARMY),
    ]
    army, league = sorted(reckon_control(claims), key=lambda spell: spell.ended_by is not None)
    assert [str(d) for d in army.contested_days] == [on(2), on(3), on(4)]
    assert set(army.contested_days) <= set(league.contested_days)
    assert army.status == "held" and holder_on((army, league), TOWN.id, day(on(5))) == (army,)


def test_two_changes_of_hands_on_a_day_come_in_the_order_that_is_told() -> None:
    first, then = said(6, GAINED, REBELS, start=0), said(6, GAINED, THIRD, start=90)
    assert [s.holder for s in reckon_control([then, first]) if s.ended_by is None] == ["Border League"]
    early, late = said(6, GAINED, REBELS, start=90), said(6, GAINED, THIRD, start=0)
    assert [s.holder for s in reckon_control([early, late]) if s.ended_by is None] == ["Highland Front"]
    again = replace(said(6, GAINED, REBELS, start=0), trigger="recaptured")
    assert [s.holder for s in reckon_control([again, then]) if s.ended_by is None] == ["Highland Front"]


def test_who_held_a_place_before_and_gains_it_on_a_day_gains_last() -> None:
    claims = [said(1, HOLDS, ARMY), said(6, GAINED, ARMY, start=0), said(6, GAINED, REBELS, start=90)]
    assert [s.holder for s in reckon_control(claims) if s.ended_by is None] == ["Military Forces of Ardland"]


def test_who_is_told_since_when_ends_the_other_then() -> None:
    held = said(1, HOLDS, ARMY)
    since = replace(said(20, HOLDS, REBELS), when=replace(when(on(20), words="since 20 May 2019"), after=None))
    first, _ = reckon_control([held, since])
    assert str(first.ended_on) == on(20)


def test_a_gain_of_some_day_of_a_month_comes_before_that_the_gainer_holds() -> None:
    month = when(on(2), on(28))
    gained, holds = (replace(said(2, change, REBELS), when=month) for change in (GAINED, HOLDS))
    first, _ = reckon_control([said(1, GAINED, ARMY), gained, holds])
    assert str(first.ended_on) == on(28)


def test_a_group_named_by_one_account_stands_for_the_class_that_another_tells() -> None:
    rebels = actor("Opposition Rebels (Ardland)", "opposition", id="sy.rebels")
    (spell,) = reckon_control([said(6, GAINED, rebels), said(6, GAINED, REBELS)])
    assert spell.holder == "Highland Front"
    (spell,) = reckon_control([said(6, GAINED, rebels)])
    assert spell.holder == "Opposition Rebels (Ardland)"
