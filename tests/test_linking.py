"""Linking a few reports at a time, in any order, comes to what linking all of them at once comes to."""

import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dateline.link import link, loading, touching
from dateline.linking import link_pending
from dateline.model.actor import ActorKind
from dateline.model.claim import Claim, EventClaim
from dateline.model.how import TAKEN_OVER
from dateline.model.judgement import Judgement, Verdict, link_subject
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.reading import Stance
from dateline.model.report import Basis, Publication, Report
from dateline.model.when import Precision, When
from dateline.pipeline import ENGINE, STAGES
from dateline.store import RawReport, ReadReport, Record, open_record
from tests import builders as b

ARMY, REBELS = b.actor("Army", "government", kind=ActorKind.STATE_FORCES), b.actor("Highland Front", "opposition")
PLACES = (
    b.place("Sarra", 35.0, 36.0, admin1="Upland"),
    b.place("Sarra base", 35.05, 36.0, precision=PlacePrecision.SITE, near="Sarra", admin1="Upland"),
    b.place("Tell Omar", 35.4, 36.0, admin1="Upland"),
    b.place("Upland", 35.2, 36.0, precision=PlacePrecision.PROVINCE, admin1="Upland"),
    PlaceEntry("name:sarra", "Sarra", "place", PlacePrecision.AREA, None, None, None),
    PlaceEntry("name:gate", "Old Gate", "place", PlacePrecision.AREA, None, None, "SY"),
    b.place("Sarra", 35.1, 36.0, precision=PlacePrecision.DISTRICT, admin1="Upland", id="d:sarra"),
    b.place("Bigtown", 35.45, 36.0, admin1="Upland", population=1_000_000),
    None,
)
TYPES = (b.STRIKE, b.SHELLING, b.CLASH, b.OVERTAKES, b.REGAINS, "Suicide bomb", "Attack")
FIRST = dt.date(2019, 5, 1)


@pytest.fixture(scope="module", autouse=True)
def _in_small_portions() -> Iterator[None]:
    """Link few claims at once, so that what hangs together comes in many portions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(touching, "FRESH_AT_ONCE", 2)
        patch.setattr(touching, "CLAIMS_AT_ONCE", 3)
        patch.setattr(loading, "AT_HAND", 1)
        yield


@st.composite
def whens(draw: st.DrawFn) -> When | None:
    start = FIRST + dt.timedelta(days=draw(st.integers(0, 4)))
    kind = draw(st.sampled_from(("day", "day", "day", "day", "days", "month", "open", "none")))
    if kind == "none":
        return None
    if kind == "open":
        return When(None, start, Precision.OPEN, "by then", "made")
    spans = {"day": 1, "days": draw(st.integers(2, 4)), "month": 31}
    return When(start, start + dt.timedelta(days=spans[kind]), Precision.DAYS, kind, "made")


@st.composite
def claims_of(draw: st.DrawFn, file: str) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for number in range(draw(st.integers(1, 4))):
        sides = draw(st.sampled_from(((ARMY,), (REBELS,), ())))
        stance = draw(st.sampled_from((*[Stance.ASSERTED] * 5, Stance.DENIED, Stance.PLANNED)))
        common: dict[str, Any] = {"report": file, "quote": f"words {number % 2}", "start": 10 * number}
        told = b.event(
            draw(st.sampled_from(TYPES)),
            draw(st.sampled_from(PLACES)),
            draw(whens()),
            by=sides,
            stance=stance,
            **common,
        )
        if told.place and draw(st.integers(0, 3)) == 0:
            told = replace(told, place=replace(told.place, how=f"{TAKEN_OVER} elsewhere"))
        found.append(told)
        if draw(st.booleans()):
            dead = draw(st.sampled_from((3, 7, 29, 31, 90)))
            found.append(b.toll(dead, of=told, **common))
    return tuple({claim.id: claim for claim in found}.values())


@st.composite
def readings(draw: st.DrawFn) -> list[tuple[Report, tuple[Claim, ...]]]:
    made = []
    for number in range(draw(st.integers(2, 8))):
        file = f"{number}.txt"
        published = FIRST + dt.timedelta(days=draw(st.integers(0, 6)))
        report = b.report(file, outlet=f"Outlet {number % 3}")
        if draw(st.booleans()):
            report = replace(report, published=Publication(published, Basis.METADATA, "published"))
        if number and draw(st.integers(0, 3)) == 0:
            report = replace(report, copy_of=b.report_id("0.txt"))
        made.append((report, draw(claims_of(file))))
    return made


def put(record: Record, read: Sequence[tuple[Report, tuple[Claim, ...]]], *, again: bool = False) -> None:
    batch = [ReadReport(RawReport(report.id, report.file, b""), report, claims) for report, claims in read]
    (record.add_readings if again else record.add)(batch, ENGINE)
    copies = [(report.id, report.copy_of) for report, _ in read if report.copy_of]
    record._database.run_many("INSERT OR IGNORE INTO copy_of VALUES (?, ?)", copies)
    link_pending(record, STAGES, record.state().reading)


def at_once(
    read: Sequence[tuple[Report, tuple[Claim, ...]]], judged: Sequence[Judgement] = ()
) -> tuple[object, object]:
    linked = link([claim for _, claims in read for claim in claims], b.reports(*(report for report, _ in read)), judged)
    return list(linked.incidents), list(linked.links)


def kept(record: Record) -> tuple[object, object]:
    return list(record.view.incidents()), list(record.view.links())


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_any_order_and_batching_comes_to_what_linking_all_at_once_does(data: st.DataObject) -> None:
    read = data.draw(readings())
    wanted = at_once(read)
    order = data.draw(st.permutations(read))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(read)), max_size=3)) | {len(read)})
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
        for start, end in zip([0, *cuts], cuts, strict=False):
            put(record, order[start:end])
        assert kept(record) == wanted


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_reports_read_otherwise_and_claims_rejected_come_to_what_linking_all_at_once_does(data: st.DataObject) -> None:
    read = data.draw(readings())
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
        put(record, read)
        for number in data.draw(st.lists(st.integers(0, len(read) - 1), max_size=3)):
            report, _ = read[number]
            read[number] = report, data.draw(claims_of(report.file))
            put(record, [read[number]], again=True)
        assert kept(record) == at_once(read)
        gone = data.draw(st.sampled_from([claim.id for _, claims in read for claim in claims]))
        record._database.run("INSERT INTO judgement (at, who, verdict, subject) VALUES ('', '', 'reject', ?)", (gone,))
        link_pending(record, STAGES, record.state().reading)
        left = [(report, tuple(claim for claim in claims if claim.id != gone)) for report, claims in read]
        assert kept(record) == at_once(left)


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_what_persons_judge_comes_to_the_same_whenever_they_do(data: st.DataObject) -> None:
    read = data.draw(readings())
    events = [claim.id for _, claims in read for claim in claims if isinstance(claim, EventClaim)]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(events), st.sampled_from(events)), max_size=3))
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
        cut = data.draw(st.integers(0, len(read)))
        put(record, read[:cut])
        for left, right in ((left, right) for left, right in pairs if left != right):
            verdict = data.draw(st.sampled_from((Verdict.MERGE, Verdict.SPLIT, Verdict.WITHDRAW)))
            record.judge(verdict, link_subject(left, right), (left, right), "a reviewer", "seen")
            link_pending(record, STAGES, record.state().reading)
        put(record, read[cut:])
        judged = tuple(record.view.standing(Verdict.MERGE, Verdict.SPLIT))
        assert kept(record) == at_once(read, judged)


def test_only_what_a_new_report_touches_is_linked_anew(tmp_path: Path) -> None:
    on = b.when("2019-05-01")
    here, there = (b.event(b.STRIKE, at, on, report=f"{number}.txt") for number, at in enumerate(PLACES[:3:2]))
    with open_record(tmp_path / "r.db", create=True) as record:
        put(record, [(b.report("0.txt"), (here,)), (b.report("1.txt"), (there,))])
        before: dict[str, str] = dict(record._database.rows("SELECT id, body FROM incident"))
        record._database.run("UPDATE incident SET body = body || ' '")  # what is linked anew is written anew
        put(record, [(b.report("2.txt"), (b.event(b.STRIKE, PLACES[0], on, report="2.txt"),))])
        after: dict[str, str] = dict(record._database.rows("SELECT id, body FROM incident"))
        untouched = [key for key, body in after.items() if before.get(key, "") + " " == body]
        assert [record.view.incident(key).claims for key in untouched] == [(there.id,)]  # type: ignore[union-attr]
        assert len(after) == 2
