"""What a person decides of the toy reports' claims, by ids and words, and what the record holds then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import JudgementError
from dateline.intake import refresh
from dateline.judging import Marked, accept, add, correct, decide, grade, merge, part_of, reject, undo
from dateline.model.claim import ControlClaim, EventClaim, TollClaim
from dateline.model.incident import Incident
from dateline.model.judgement import Decision, Judgement, Verdict
from dateline.store import JudgedMeanwhileError, RawReport, ReadReport, Record, open_record
from tests.cli.running import record_of
from tests.fakes import FAKES, resolve

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed"
OTHER = "Binnish fell to North Front on 2015-04-28"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(record_of(tmp_path, a=FALL, b=OTHER)) as opened:
        refresh(opened, FAKES)
        yield opened


def keep(record: Record, decisions: tuple[Decision, ...]) -> tuple[Judgement, ...]:
    found = decide(record, decisions, who="Anna", reason="seen on film")
    refresh(record, FAKES)
    return found


def only(record: Record, cls: type, file: str = "a.txt") -> str:
    (found,) = (claim.id for claim in record.view.claims() if isinstance(claim, cls) and claim.report == file)
    return found


def incident_at(record: Record, name: str) -> Incident:
    (found,) = (one for one in record.view.incidents() if one.place and one.place.name == name)
    return found


def test_a_corrected_toll_changes_the_toll_of_its_incident_and_the_claim_shows_what_was_read(record: Record) -> None:
    number = only(record, TollClaim)
    (made,) = keep(record, correct(record.view, number, {"low": "9", "high": "12"}))
    assert (made.field, made.was, made.value, made.who) == ("low", "12", "9", "Anna")
    (toll,) = record.view.tolls()
    assert toll.low == 9
    claim = record.view.claim(number)
    assert claim and [(one.field, one.was, one.now) for one in claim.corrected] == [("low", "12", "9")]
    as_read = record.view.claim_as_read(number)
    assert isinstance(as_read, TollClaim) and as_read.count.low == 12 and not as_read.corrected


def test_a_corrected_day_takes_the_tolls_of_the_event_along(record: Record) -> None:
    made = keep(record, correct(record.view, only(record, EventClaim), {"day": "2015-04-23 to 2015-04-24"}))
    assert [one.subject for one in made] == [f"when of {only(record, cls)}" for cls in (EventClaim, TollClaim)]
    one = incident_at(record, "Afrin")
    assert one.when and str(one.when.first) == "2015-04-23"
    assert one.tolls == (only(record, TollClaim),)


def test_a_corrected_holder_changes_the_spell(record: Record) -> None:
    keep(record, correct(record.view, only(record, ControlClaim), {"holder": "rebel group: Sarra Brigade"}))
    assert {spell.holder for spell in record.view.spells() if spell.place.name == "Afrin"} == {"Sarra Brigade"}


@pytest.mark.parametrize(
    ("cls", "values", "why"),
    [
        (TollClaim, {"actors": "North Front"}, "has no actors; it has low, high"),
        (TollClaim, {"low": "many"}, "no whole number"),
        (TollClaim, {"low": "40"}, "low would be 40 and high 12"),
        (TollClaim, {"harm": "kiled"}, "did you mean 'killed'"),
        (TollClaim, {"event": "c"}, "claims begin with c; give the whole id"),
        (TollClaim, {"status": "none"}, "status must be told"),
        (EventClaim, {"type": "Armed clsh"}, "'Armed clash'"),
        (EventClaim, {"place": "Nowhere in Particular"}, "no place is named"),
        (EventClaim, {"day": "last week"}, "is no day; write 2015-04-25"),
        (EventClaim, {"day": "2015-04-25 to 2015-04-20"}, "ends before it begins"),
        (EventClaim, {"actors": "Nobody Known"}, "no actor is named"),
        (EventClaim, {"type": "Non-state actor overtakes territory"}, "says so already"),
        (EventClaim, {}, "say which value"),
    ],
)
def test_what_is_no_value_is_refused_with_what_would_do(
    record: Record, cls: type, values: dict[str, str], why: str
) -> None:
    with pytest.raises(JudgementError, match=why):
        correct(record.view, only(record, cls), values)


def test_of_several_places_of_a_name_the_person_says_which(record: Record) -> None:
    event = only(record, EventClaim)
    with pytest.raises(JudgementError, match=r"Idlib may be geonames:\d+ .*write the id"):
        correct(record.view, event, {"place": "Idlib"})
    (made, *_) = correct(record.view, event, {"place": "Binnish, Idlib"})
    assert made.value == "Binnish, Idlib, SY"


def test_a_discounted_incident_stays_in_view_with_its_grade(record: Record) -> None:
    one = incident_at(record, "Afrin")
    (made,) = keep(record, grade(record.view, one.id, "discounted"))
    assert (made.was, made.value) == ("weak", "discounted")
    found = record.view.incident(one.id)
    assert found and found.grade == "discounted"
    with pytest.raises(JudgementError, match="confirmed or discounted"):
        grade(record.view, one.id, "fair-candidate")


def test_a_grade_stays_with_an_incident_that_gets_more_claims(record: Record) -> None:
    keep(record, grade(record.view, incident_at(record, "Afrin").id, "confirmed"))
    text = FALL.replace("12 killed", "14 killed")
    for number in range(4):  # some of these have an id before the first one's
        raw = RawReport(f"sha256:{number}", f"z{number}.txt", f"{text} {number}".encode())
        report = FAKES.clean(raw)
        record.add([ReadReport(raw, report, resolve(FAKES.annotate(report), ()))], "1")
    refresh(record, FAKES)
    one = incident_at(record, "Afrin")
    assert len(one.claims) == 5
    assert one.grade == "confirmed"


def test_an_incident_is_part_of_another_until_that_is_undone_and_never_in_a_circle(record: Record) -> None:
    part, whole = incident_at(record, "Afrin"), incident_at(record, "Binnish")
    (made,) = keep(record, part_of(record.view, part.id, whole.id))
    found = record.view.incident(part.id)
    assert found and found.part_of == whole.id
    with pytest.raises(JudgementError, match="itself"):
        part_of(record.view, whole.id, part.id)
    keep(record, undo(record.view, made.number))
    found = record.view.incident(part.id)
    assert found and found.part_of is None


def test_words_that_a_person_marks_make_a_claim_that_survives_reading_again(record: Record) -> None:
    values = {"type": "armed clash", "actors": "North Front", "place": "Binnish", "day": "2015-04-27"}
    (made,) = keep(record, add(record.view, Marked("b.txt", 0, 13), "event", values, who="Anna"))
    (key,) = made.claims
    claim = record.view.claim(key)
    assert isinstance(claim, EventClaim)
    assert (claim.type, claim.quote.text, claim.found_by) == ("Armed clash", "Binnish fell", "person@Anna")
    assert any(key in one.claims for one in record.view.incidents())
    raw = record.view.raw(claim.report_id)
    report = FAKES.clean(raw)
    record.add_readings([ReadReport(raw, report, ())], "2")
    refresh(record, FAKES)
    assert record.view.claim(key) == claim
    with pytest.raises(JudgementError, match="already"):
        add(record.view, Marked("b.txt", 0, 12), "event", values, who="Anna")
    keep(record, undo(record.view, made.number))
    assert record.view.claim(key) is None
    assert record.view.find(key) == ()


@pytest.mark.parametrize(
    ("marked", "kind", "values", "why"),
    [
        (Marked("a.txt", 5, 5000), "event", {"type": "Armed clash"}, "characters 0 to 50"),
        (Marked("a.txt", 5, 6), "event", {"type": "Armed clash"}, "nothing is marked"),
        (Marked("z.txt", 0, 5), "event", {"type": "Armed clash"}, "no report has this name"),
        (Marked("a.txt", 0, 5), "rumour", {}, "no kind of claim: event, toll, control"),
        (Marked("a.txt", 0, 5), "event", {}, "needs type"),
        (Marked("a.txt", 0, 5), "control", {"change": "holds"}, "needs holders"),
    ],
)
def test_what_cannot_be_added_says_why(
    record: Record, marked: Marked, kind: str, values: dict[str, str], why: str
) -> None:
    with pytest.raises(JudgementError, match=why):
        add(record.view, marked, kind, values, who="Anna")


def test_a_judgement_needs_a_name_and_a_reason(record: Record) -> None:
    what = accept(record.view, only(record, TollClaim))
    with pytest.raises(JudgementError, match="signed"):
        decide(record, what, who=" ", reason="x")
    with pytest.raises(JudgementError, match="reason"):
        decide(record, what, who="Anna", reason="")


def test_nobody_judges_over_another_whom_they_did_not_see(record: Record) -> None:
    number = only(record, TollClaim)
    seen = record.view.judged.latest()
    decide(record, correct(record.view, number, {"low": "9"}), who="Anna", reason="a typing error")
    with pytest.raises(JudgedMeanwhileError, match="Anna judged this meanwhile") as caught:
        decide(record, reject(record.view, number), who="Ben", reason="not in the text", seen=seen)
    assert [one.who for one in caught.value.judgements] == ["Anna"]
    assert len(list(record.view.judgements())) == 1
    other = only(record, EventClaim)
    assert decide(record, accept(record.view, other), who="Ben", reason="read it", seen=seen)
    assert decide(record, reject(record.view, number), who="Ben", reason="no", seen=record.view.judged.latest())


def test_two_who_withdraw_the_same_at_once(record: Record) -> None:
    (made,) = decide(record, accept(record.view, only(record, TollClaim)), who="Anna", reason="read it")
    what = undo(record.view, made.number)
    decide(record, what, who="Ben", reason="no")
    with pytest.raises(JudgedMeanwhileError):
        decide(record, what, who="Carl", reason="no")


def test_a_withdrawal_lets_what_stood_before_stand_again_and_can_be_withdrawn(record: Record) -> None:
    number = only(record, TollClaim)

    def low() -> int | None:
        claim = record.view.claim(number)
        assert isinstance(claim, TollClaim)
        return claim.count.low

    keep(record, correct(record.view, number, {"low": "9"}))
    (second,) = keep(record, correct(record.view, number, {"low": "7"}))
    (back,) = keep(record, undo(record.view, second.number))
    assert low() == 9
    with pytest.raises(JudgementError, match=f"withdrawn already, by {back.number}"):
        undo(record.view, second.number)
    keep(record, undo(record.view, back.number))
    assert low() == 7
    keep(record, undo(record.view, second.number))
    assert low() == 9


def test_claims_of_one_incident_are_not_merged_again(record: Record) -> None:
    one = incident_at(record, "Afrin").id
    with pytest.raises(JudgementError, match="are one"):
        merge(record.view, one, one)


def test_a_judgement_whose_claim_is_found_no_more_is_an_orphan_until_it_is_found_again(record: Record) -> None:
    number = only(record, TollClaim)
    (made,) = keep(record, correct(record.view, number, {"low": "9"}))
    assert list(record.view.judged.orphans()) == []
    claim = record.view.claim_as_read(number)
    assert claim
    raw = record.view.raw(claim.report_id)
    report = FAKES.clean(raw)
    record.add_readings([ReadReport(raw, report, ())], "2")
    assert list(record.view.judged.orphans()) == [made]
    record.add_readings([ReadReport(raw, report, resolve(FAKES.annotate(report), ()))], "3")
    assert list(record.view.judged.orphans()) == []
    found = record.view.claim(number)
    assert isinstance(found, TollClaim) and found.count.low == 9


def test_what_was_judged_of_a_thing_is_found_by_it_and_by_its_claims(record: Record) -> None:
    number, event = only(record, TollClaim), only(record, EventClaim)
    keep(record, correct(record.view, number, {"low": "9"}))
    keep(record, accept(record.view, event))
    keep(record, grade(record.view, incident_at(record, "Afrin").id, "confirmed"))
    verdicts = [one.verdict for one in record.view.judged.about(incident_at(record, "Afrin").id, event, number)]
    assert verdicts == [Verdict.CORRECT, Verdict.ACCEPT, Verdict.GRADE]
    assert [one.verdict for one in record.view.judged.about(number)] == [Verdict.CORRECT, Verdict.GRADE]


def test_a_rejected_claim_is_still_shown_as_it_was_read_and_may_be_accepted_after_all(record: Record) -> None:
    number = only(record, TollClaim)
    keep(record, reject(record.view, number))
    assert record.view.claim(number) is None
    assert record.view.claim_as_read(number) is not None
    keep(record, accept(record.view, number))
    assert record.view.claim(number) is not None
