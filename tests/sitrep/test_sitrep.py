"""What a situation report says, and that nothing stands in it that no claim bears out."""

import dataclasses
import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dateline import judging
from dateline.intake import refresh
from dateline.model.actor import ActorKind
from dateline.model.claim import TollClaim
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.reading import Change, Harm, Scope, Stance
from dateline.pipeline import POLICY_NAMES, STAGES
from dateline.reckoning import reckon_pending
from dateline.sitrep import Asked, sitrep
from dateline.sitrep.notes import Notes
from dateline.store import open_record
from tests import builders as b
from tests.sitrep.made import MAY, document, record_of, text
from tests.test_linking import FIRST, put, readings

ARMY = b.actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
FRONT = b.actor("Highland Front", "opposition")
CIVILIANS = b.actor("Civilians (Ardland)", kind=ActorKind.CIVILIANS)
WATCH = b.monitor("Watch")
SARRA = b.place("Sarra", 35.0, 36.0, admin1="Upland", country="SY")
UPLAND = b.place("Upland province", 35.2, 36.0, precision=PlacePrecision.PROVINCE, admin1="Upland")
DAY = b.when("2019-05-06")


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_every_sentence_rests_on_claims_of_the_record(data: st.DataObject) -> None:
    read = data.draw(readings())
    since = FIRST + dt.timedelta(days=data.draw(st.integers(-2, 4)))
    asked = Asked(
        since,
        since + dt.timedelta(days=data.draw(st.integers(0, 40))),
        data.draw(st.sampled_from((None, "Sarra", "Upland"))),
        data.draw(st.sampled_from(POLICY_NAMES)),
    )
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
        put(record, read)
        reckon_pending(record, STAGES)
        made = sitrep(record.view, asked)
        claims = {claim.id: claim for claim in record.view.claims()}
    notes = {note.number: note for note in made.footnotes}
    assert list(notes) == list(range(1, len(notes) + 1))
    for one in made.sentences():
        assert one.notes
        assert set(one.notes) <= notes.keys()
        assert one.text[0].upper() == one.text[0]
        assert one.text.endswith(".")
        assert "  " not in one.text
        assert "None" not in one.text
    for note in made.footnotes:
        assert note.claims
        assert {claims[claim].quote.text for claim in note.claims} == {note.quote}
        assert {claims[claim].report for claim in note.claims} == {note.file}


def test_a_sentence_without_a_claim_is_never_made() -> None:
    with pytest.raises(ValueError, match="no claim bears this out"):
        Notes({}, {}).sentence("all is quiet", ["c1"])


def test_an_incident_is_told_with_who_tells_it_and_how_many_died(tmp_path: Path) -> None:
    told = b.event(b.STRIKE, SARRA, DAY, by=(ARMY,), against=(CIVILIANS,), said_by=(WATCH,))
    made = document(tmp_path, told, b.toll(31, None, of=told, status="civilians", words="at least 31"))
    assert made.title == "Situation report: 1 to 31 May 2019"
    assert text(made, "What happened") == (
        "Watch reported that a strike from the air by the Military Forces of Ardland hit civilians of Ardland in "
        "Sarra, and at least 31 civilians were killed."
    )
    assert text(made, "Summary") == (
        "In this period one report tells of one incident: one strike from the air. "
        "Under the policy “range” (least and most reported), at least 31 people were killed."
    )
    (note,) = made.footnotes
    assert (note.speaker, note.outlet, note.day, note.file) == ("Watch", "Outlet A", "31 May 2019", "a.txt")


def test_what_is_denied_is_told_with_its_denial(tmp_path: Path) -> None:
    told = b.event(b.STRIKE, SARRA, DAY, by=(ARMY,), said_by=(WATCH,))
    denied = b.event(b.STRIKE, SARRA, DAY, by=(ARMY,), said_by=(ARMY,), stance=Stance.DENIED, report="b.txt")
    made = document(tmp_path, told, denied)
    assert "The Military Forces of Ardland denied it." in text(made, "What happened")
    assert text(made, "What is contested") == (
        "Watch said that the Military Forces of Ardland carried out a strike from the air in Sarra on 6 May 2019; "
        "the Military Forces of Ardland denied it."
    )
    assert [note.remark for note in made.footnotes] == ["", "a denial"]


def test_speakers_who_differ_stand_side_by_side_and_a_party_s_figure_is_marked(tmp_path: Path) -> None:
    one = b.event(b.CLASH, SARRA, DAY, by=(ARMY,), against=(FRONT,), said_by=(WATCH,))
    other = b.event(b.CLASH, SARRA, DAY, by=(ARMY,), against=(FRONT,), said_by=(FRONT,), report="b.txt")
    few = b.toll(15, of=one, status="combatants", side=ARMY)
    many = b.toll(40, of=other, status="combatants", side=ARMY)
    made = document(tmp_path, one, other, few, many)
    assert (
        "The number of combatants of the Military Forces of Ardland killed is given as 15 by Watch and 40 by the "
        "Highland Front (a party's figure for its enemy's losses); under the policy “range” that is 15 to 40."
    ) in text(made, "What happened")
    assert text(made, "What is contested") == (
        "In Sarra on 6 May 2019, figures of those killed exclude one another: from 15 (Watch) to 40 (the Highland "
        "Front) combatants of the Military Forces of Ardland."
    )


def test_a_party_is_named_once_where_it_tells_of_itself(tmp_path: Path) -> None:
    told = b.event(b.CLASH, SARRA, DAY, by=(FRONT,), said_by=(FRONT,))
    made = document(tmp_path, told, b.toll(9, of=told, status="combatants", side=FRONT))
    assert text(made, "What happened") == (
        "By its own account, the Highland Front fought in Sarra, and nine of its own combatants were killed."
    )


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (b.toll(1, of=None, on=DAY), "one person was killed"),
        (b.toll(0, of=None, on=DAY), "no one was killed"),
        (b.toll(30, of=None, on=DAY, approximate=True), "about 30 people were killed"),
        (b.toll(24, None, of=None, on=DAY, words="dozens"), "“dozens” of people were killed"),
        (b.toll(None, None, of=None, on=DAY, words="several"), "an untold number of people (“several”) were killed"),
        (b.toll(41, None, of=None, on=DAY, words="more than forty"), "at least 41 people were killed"),
        (b.toll(None, 40, of=None, on=DAY, words="up to 40"), "up to 40 people were killed"),
        (b.toll(10, 15, of=None, on=DAY), "ten to 15 people were killed"),
        (b.toll(2, of=None, on=DAY, harm=Harm.MISSING), "two people went missing"),
    ],
)
def test_numbers_are_told_as_they_were_put(tmp_path: Path, count: TollClaim, says: str) -> None:
    told = b.event(b.STRIKE, SARRA, DAY, said_by=(WATCH,))
    counted = dataclasses.replace(count, event=told.id, said_by=(WATCH,), place=told.place)
    assert says in text(document(tmp_path, told, counted), "What happened")


def test_what_is_known_to_days_or_a_province_is_told_so(tmp_path: Path) -> None:
    told = b.event(b.STRIKE, UPLAND, b.when("2019-05-06", "2019-05-09"), said_by=(WATCH,))
    made = document(tmp_path, told)
    (part,) = (one for one in made.sections if one.title == "What happened")
    assert [one.title for one in part.parts] == ["Told of over several days"]
    assert "somewhere in Upland province between 6 and 9 May 2019" in text(made, "What happened")
    assert "one incident took place somewhere in Upland province, and no report tells more closely where" in text(
        made, "What is not known"
    ).replace("One incident", "one incident")


def test_a_month_that_reaches_beyond_the_period_is_told_apart_and_in_no_figure(tmp_path: Path) -> None:
    told = b.event(b.STRIKE, SARRA, b.when("2019-04-01", "2019-05-02"), said_by=(WATCH,))
    made = document(tmp_path, told, b.toll(5, of=told))
    assert "between 1 April and 2 May 2019, and five people were killed" in text(made, "What happened")
    assert [one.title for one in made.sections] == ["What happened"]


def test_without_a_day_an_incident_is_told_of_where_a_report_of_the_time_tells_it(tmp_path: Path) -> None:
    told = b.event(b.STRIKE, SARRA, None, said_by=(WATCH,))
    made = document(tmp_path, told)
    assert text(made, "What is not known") == "Watch reported that there was a strike from the air in Sarra."
    (tmp_path / "later").mkdir()
    late = b.report("a.txt", "2020-01-01")
    assert document(tmp_path / "later", told, a=late).sections == ()


def test_who_took_a_place_from_whom_and_who_alone_says_so(tmp_path: Path) -> None:
    held = b.control(SARRA, b.when("2019-05-01"), Change.HOLDS, ARMY, said_by=(WATCH,))
    taken = b.control(SARRA, b.when("2019-05-08"), Change.GAINED, FRONT, said_by=(WATCH,), report="b.txt")
    claimed = b.control(
        b.place("Tell Omar"), b.when("2019-05-09"), Change.GAINED, FRONT, said_by=(FRONT,), report="c.txt"
    )
    made = document(tmp_path, held, taken, claimed)
    control = text(made, "Who held what")
    assert "the Military Forces of Ardland held Sarra on 1 May 2019" in control.replace("The Military", "the Military")
    assert "the Highland Front took Sarra from the Military Forces of Ardland on 8 May 2019" in control.replace(
        "The H", "the H"
    )
    assert "took Tell Omar on 9 May 2019, as only the holder's own side tells" in control
    assert "Sarra and Tell Omar are told to have changed hands." in text(made, "Summary")


def test_a_town_of_which_nothing_is_heard_in_the_period(tmp_path: Path) -> None:
    held = b.control(SARRA, b.when("2019-03-01"), Change.HOLDS, ARMY, said_by=(WATCH,))
    made = document(tmp_path, held)
    assert text(made, "What is not known") == (
        "Nothing in the period tells who held Sarra; it was last told of 1 March 2019, when the Military Forces of "
        "Ardland held it."
    )


def test_running_totals_stand_beside_the_sums(tmp_path: Path) -> None:
    told = b.event(b.STRIKE, SARRA, DAY, said_by=(WATCH,))
    running = b.toll(220_000, None, at=SARRA, scope=Scope.CUMULATIVE, said_by=(WATCH,), words="220,000", start=90)
    harmed = text(document(tmp_path, told, b.toll(3, of=told), running), "Who was harmed")
    assert "three people were killed in one incident" in harmed
    assert "at least 220,000 people were killed in all by then" in harmed


def test_children_among_the_dead_and_the_same_source(tmp_path: Path) -> None:
    told = b.event(b.STRIKE, SARRA, DAY, said_by=(WATCH,))
    whole = b.toll(9, of=told)
    child = b.toll(1, of=told, demographic="children", status="civilians", part_of=whole, start=90)
    women = b.toll(2, of=told, demographic="women", status="civilians", part_of=whole, start=95)
    made = document(tmp_path, told, whole, child, women)
    assert "among those killed was one child and two women" in text(made, "What happened").casefold()
    assert "the same source" in text(made, "What happened").casefold()
    assert text(made, "Who was harmed").endswith("As far as it is told, this includes one child and two women.")


def test_copies_are_told_by_the_first_and_are_no_second_voice(tmp_path: Path) -> None:
    told, again = (b.event(b.STRIKE, SARRA, DAY, report=file) for file in ("a.txt", "b.txt"))
    with record_of(tmp_path, told, again) as record:
        record.copies.set_copies(told.report_id, [again.report_id])
        refresh(record)
        made = sitrep(record.view, MAY)
    assert "Outlet B" not in text(made, "What happened")


def test_what_a_reviewer_discounted_is_left_out_and_said_to_be(tmp_path: Path) -> None:
    strikes = [b.event(b.STRIKE, at, DAY, said_by=(WATCH,)) for at in (SARRA, b.place("Tell Omar"))]
    with record_of(tmp_path, *strikes, b.toll(3, of=strikes[0]), b.toll(40, of=strikes[1])) as record:
        (void,) = (one.id for one in record.view.incidents() if strikes[1].id in one.claims)
        judging.decide(record, judging.grade(record.view, void, "discounted"), who="Anna", reason="staged")
        refresh(record)
        made = sitrep(record.view, MAY)
    assert "Tell Omar" not in text(made, "What happened")
    assert "three people were killed" in text(made, "Who was harmed")
    assert "discounted by a reviewer of this record" in text(made, "Summary")


def test_a_corrected_value_is_told_as_it_is_now_and_its_note_says_so(tmp_path: Path) -> None:
    told = b.event(b.STRIKE, SARRA, DAY, said_by=(WATCH,))
    counted = b.toll(31, of=told)
    with record_of(tmp_path, told, counted) as record:
        what = judging.correct(record.view, counted.id, {"low": "13", "high": "13"})
        judging.decide(record, what, who="Anna", reason="digits turned round")
        refresh(record)
        made = sitrep(record.view, MAY)
    assert "13 people were killed" in text(made, "What happened")
    assert "a value corrected by a reviewer" in [note.remark for note in made.footnotes]


def test_an_area_is_a_place_or_what_lies_in_it(tmp_path: Path) -> None:
    near, far = (b.event(b.STRIKE, at, DAY, said_by=(WATCH,)) for at in (SARRA, b.place("Faraway", admin1="Lowland")))
    asked = dataclasses.replace(MAY, place="upland")
    happened = text(document(tmp_path, near, far, asked=asked), "What happened")
    assert "Sarra" in happened
    assert "Faraway" not in happened


def test_a_place_that_the_gazetteer_lacks_is_named_so(tmp_path: Path) -> None:
    lost = PlaceEntry("name:kafir", "al-Kafir", "town", PlacePrecision.AREA, None, None, "SY")
    made = document(tmp_path, b.event(b.STRIKE, lost, DAY, said_by=(WATCH,)))
    assert "at a place named al-Kafir" in text(made, "What happened")
    assert "The gazetteer lacks al-Kafir, so these are on no map." in text(made, "What is not known")


def test_nothing_to_tell_is_said(tmp_path: Path) -> None:
    made = document(tmp_path, b.event(b.STRIKE, SARRA, b.when("2017-01-01")))
    assert made.sections == ()
    assert made.remarks == ("No report of this record tells of anything in this period and area.",)
    (tmp_path / "b").mkdir()
    nowhere = document(tmp_path / "b", b.event(b.STRIKE, SARRA, DAY), asked=dataclasses.replace(MAY, place="Atlantis"))
    assert nowhere.remarks == ("No place, province or country in this record is named Atlantis.",)


def test_children_whose_number_is_disputed_and_no_same_source_behind_two(tmp_path: Path) -> None:
    one = b.event(b.STRIKE, SARRA, DAY, said_by=(WATCH,))
    other = b.event(b.STRIKE, SARRA, DAY, said_by=(b.monitor("Medics"),), report="b.txt")
    parts = [b.toll(n, of=of, demographic="children", status="civilians", start=90) for n, of in ((2, one), (5, other))]
    wounded = b.toll(8, of=one, harm=Harm.WOUNDED, start=95)
    happened = text(
        document(tmp_path, one, other, b.toll(9, of=one), b.toll(9, of=other), *parts, wounded), "What happened"
    )
    assert "The children among them are put at two by Watch and five by Medics." in happened
    assert "the same source" not in happened.casefold()


def test_where_accounts_blame_opposite_sides_each_is_told_with_who_says_so(tmp_path: Path) -> None:
    one = b.event(b.SHELLING, SARRA, DAY, by=(ARMY,), said_by=(WATCH,))
    other = b.event(b.SHELLING, SARRA, DAY, by=(FRONT,), said_by=(ARMY,), report="b.txt")
    made = document(tmp_path, one, other, b.toll(12, of=one), b.toll(12, of=other))
    happened = text(made, "What happened")
    assert "shelling or missile fire in Sarra" in happened
    army = "the Military Forces of Ardland"
    named = f"Watch named {army} as the doer; {army} named the Highland Front."
    assert named in happened
    assert f"name opposite sides: {named}" in text(made, "What is contested")
    assert "by the Military Forces of Ardland and the Highland Front" not in happened
