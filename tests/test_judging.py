"""Whatever persons judge, linking a few at a time comes to what linking all does; undone, the record is as it was."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dateline.errors import JudgementError
from dateline.judging import accept, decide, grade, merge, part_of, reject, split, undo
from dateline.linking import link_pending
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.judgement import Decision, Verdict, added_subject, value_subject
from dateline.model.reading import Stance
from dateline.model.when import Precision, When
from dateline.pipeline import STAGES
from dateline.reckon import reckon_control, reckon_tolls
from dateline.reckoning import reckon_pending
from dateline.store import Record, open_record
from tests import builders as b
from tests.test_linking import FIRST, PLACES, TYPES, at_once, put, readings

Everything = tuple[object, ...]


def everything(record: Record) -> Everything:
    reckon_pending(record, STAGES)
    view = record.view
    return tuple(map(list, (view.claims(), view.incidents(), view.links(), view.tolls(), view.spells())))


def relink(record: Record) -> None:
    link_pending(record, STAGES, record.state().reading)


@st.composite
def corrections(draw: st.DrawFn, claim: Claim) -> tuple[Decision, ...]:
    start = FIRST + dt.timedelta(days=draw(st.integers(0, 4)))
    day = When(start, start + dt.timedelta(days=1), Precision.DAY, "told", "told by a person")
    values: dict[str, object] = {"place": b.place_link(draw(st.sampled_from(PLACES))), "when": day}
    if isinstance(claim, EventClaim):
        values |= {"type": draw(st.sampled_from(TYPES)), "stance": draw(st.sampled_from(list(Stance)))}
    if isinstance(claim, TollClaim):
        values |= {"low": draw(st.sampled_from((None, 3, 40))), "status": "civilians"}
    field = draw(st.sampled_from(sorted(values)))
    subject = value_subject(field, claim.id)
    return (
        Decision(verdict=Verdict.CORRECT, subject=subject, claims=(claim.id,), field=field, given=values[field]),
    )  # fmt: skip


def added(claim: Claim) -> tuple[Decision, ...]:
    made = b.event(b.STRIKE, PLACES[0], b.when("2019-05-01"), report=claim.report, start=500, found_by="person@me")
    return (Decision(verdict=Verdict.ADD, subject=added_subject(made.id), claims=(made.id,), added=made),)


@st.composite
def decisions(draw: st.DrawFn, record: Record) -> tuple[Decision, ...]:
    view = record.view
    claims, incidents = list(view.claims()), [one.id for one in view.incidents()]
    if not claims or not incidents:
        return ()
    claim, one, other = draw(st.sampled_from(claims)), *(draw(st.sampled_from(incidents)) for _ in range(2))
    makers = {
        "accept": lambda: accept(view, draw(st.sampled_from((claim.id, one)))),
        "add": lambda: added(claim),
        "correct": lambda: draw(corrections(claim)),
        "grade": lambda: grade(view, one, draw(st.sampled_from(("confirmed", "discounted")))),
        "merge": lambda: merge(view, one, other),
        "part": lambda: part_of(view, one, draw(st.sampled_from((other, None)))),
        "reject": lambda: reject(view, claim.id),
        "split": lambda: split(view, one, other),
    }
    try:
        return makers[draw(st.sampled_from(sorted(makers)))]()
    except JudgementError:  # an incident is no part of itself, nor merged with itself
        return ()


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_any_judgements_come_to_what_linking_all_does_and_leave_nothing_once_undone(data: st.DataObject) -> None:
    read = data.draw(readings())
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
        put(record, read)
        before, view = everything(record), record.view
        for _ in range(data.draw(st.integers(1, 5))):
            decide(record, data.draw(decisions(record)), who="Anna", reason="seen on film")
            if data.draw(st.booleans()):
                relink(record)
            if (last := view.judged.latest()) and data.draw(st.integers(0, 3)) == 0:
                number = data.draw(st.integers(1, last))
                if not view.judged.withdrawal(number):
                    decide(record, undo(view, number), who="Ben", reason="no")
        relink(record)
        linked = [list(view.incidents_as_linked()), list(view.links())]
        told = [(report, tuple(claim for claim in view.claims() if claim.report_id == report.id)) for report, _ in read]
        assert linked == list(at_once(told, tuple(view.standing(Verdict.MERGE, Verdict.SPLIT))))
        reckon_pending(record, STAGES)
        heads = {report.id: report for report in view.report_heads()}
        assert set(view.tolls()) == set(reckon_tolls(list(view.incidents()), view.claims("toll"), "range", heads))
        assert set(view.spells()) == set(reckon_control(view.claims("control")))
        for one in data.draw(st.permutations(list(view.standing()))):
            if not view.judged.withdrawal(one.number):  # with another that was given at once
                decide(record, undo(view, one.number), who="Ben", reason="no")
        while standing := list(view.standing()):  # what a later judgement on the subject had covered
            decide(record, undo(view, standing[0].number), who="Ben", reason="no")
        relink(record)
        assert everything(record) == before
