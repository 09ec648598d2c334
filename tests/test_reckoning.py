"""Reckoning what changed, in any order, comes to what reckoning everything anew comes to."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dateline import reckoning
from dateline.copying import find_copies
from dateline.linking import link_pending
from dateline.model.actor import ActorKind
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.judgement import Decision, Verdict
from dateline.model.reading import Change, Scope
from dateline.model.report import Report
from dateline.pipeline import ENGINE, STAGES
from dateline.reckon import reckon_control, reckon_tolls
from dateline.reckoning import reckon_pending
from dateline.store import RawReport, ReadReport, Record, open_record
from tests import builders as b
from tests.test_linking import ARMY, PLACES, REBELS, TYPES, whens

FRONT = b.actor("Al-Nusra Front", "opposition in Syria", id="al-nusra-front")  # of one camp, by the table of actors
FIGHTERS = b.actor("Unidentified Armed Group", kind=ActorKind.UNIDENTIFIED)  # counted with the only camp named

Read = Sequence[tuple[Report, tuple[Claim, ...]]]


@st.composite
def claims_of(draw: st.DrawFn, file: str) -> tuple[Claim, ...]:
    """Events with tolls, tolls of nothing that was found, parts of others, running totals, and who holds a place."""
    found: list[Claim] = []
    for number in range(draw(st.integers(1, 3))):
        at, when = draw(st.sampled_from(PLACES)), draw(whens())
        common: dict[str, Any] = {"report": file, "start": 10 * number}
        by = draw(st.sampled_from(((ARMY,), (FRONT,), ())))
        told = b.event(draw(st.sampled_from(TYPES)), at, when, by=by, **common)
        found.append(told)
        tolls = [one for one in found if isinstance(one, TollClaim)]
        whole = draw(st.sampled_from([None, *(one.id for one in tolls)]))
        scope = draw(st.sampled_from((Scope.INCIDENT, Scope.INCIDENT, Scope.CUMULATIVE)))
        home = told if draw(st.booleans()) else None
        side = draw(st.sampled_from((None, None, FIGHTERS, FRONT)))
        counted = b.toll(draw(st.sampled_from((3, 7, 31))), of=home, at=at, on=when, side=side, **common)
        found.append(replace(counted, scope=scope, part_of=whole, demographic="children" if whole else None))
        if at and draw(st.booleans()):
            change = draw(st.sampled_from(list(Change)))
            found.append(b.control(at, when, change, draw(st.sampled_from((ARMY, REBELS))), **common))
    return tuple({claim.id: claim for claim in found}.values())


@st.composite
def readings(draw: st.DrawFn) -> list[tuple[Report, tuple[Claim, ...]]]:
    files = [f"{number}.txt" for number in range(draw(st.integers(2, 6)))]
    return [(b.report(file, outlet=f"Outlet {file[0]}"), draw(claims_of(file))) for file in files]


def put(record: Record, read: Read, *, again: bool = False) -> None:
    batch = [ReadReport(RawReport(report.id, report.file, b""), report, claims) for report, claims in read]
    (record.add_readings if again else record.add)(batch, ENGINE)
    bring_up(record)


def bring_up(record: Record) -> None:
    link_pending(record, STAGES, record.state().reading)
    reckon_pending(record, STAGES)


def kept(record: Record) -> tuple[object, object]:
    return sorted(record.view.tolls(), key=lambda one: one.id), list(record.view.spells())


def anew(record: Record) -> tuple[object, object]:
    view = record.view
    heads = {report.id: report for report in view.report_heads()}
    tolls = reckon_tolls(tuple(view.incidents()), view.claims("toll"), "range", heads)
    return sorted(tolls, key=lambda one: one.id), list(reckon_control(view.claims("control")))


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_any_order_of_reports_and_judgements_comes_to_what_reckoning_anew_does(data: st.DataObject) -> None:
    read = data.draw(readings())
    order = data.draw(st.permutations(read))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(read)), max_size=3)) | {len(read)})
    few = data.draw(st.sampled_from((1, 2, 100)))
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "r.db", create=True) as record,
        pytest.MonkeyPatch.context() as patch,
    ):
        for portion in ("REPORTS", "PEOPLE", "PLACES"):
            patch.setattr(reckoning, portion, few)
        for start, end in zip([0, *cuts], cuts, strict=False):
            put(record, order[start:end])
            assert kept(record) == anew(record)
        for _ in range(data.draw(st.integers(0, 3))):
            _change(record, read, data)
            assert kept(record) == anew(record)


def _change(record: Record, read: list[tuple[Report, tuple[Claim, ...]]], data: st.DataObject) -> None:
    """Read a report otherwise, reject a claim, or say that one incident is part of another."""
    kind = data.draw(st.sampled_from(("read", "reject", "part")))
    claims = [claim for _, told in read for claim in told]
    if kind == "read":
        number = data.draw(st.integers(0, len(read) - 1))
        report, _ = read[number]
        read[number] = report, data.draw(claims_of(report.file))
        put(record, [read[number]], again=True)
    elif kind == "reject":
        record.judge(Verdict.REJECT, data.draw(st.sampled_from(claims)).id, (), "a reviewer", "seen")
        bring_up(record)
    else:
        events = st.sampled_from([claim.id for claim in claims if isinstance(claim, EventClaim)])
        part, whole = data.draw(events), data.draw(events)
        decision = Decision(verdict=Verdict.PART, subject=f"whole of {part}", claims=(part,), given=(whole,))
        record.keep([decision], "a reviewer", "seen")
        bring_up(record)


def test_ended_at_any_moment_the_next_call_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reckoning, "PEOPLE", 1)
    monkeypatch.setattr(reckoning, "PLACES", 1)
    on = b.when("2019-05-01")
    struck = [b.event(b.STRIKE, at, on, report=f"{number}.txt") for number, at in enumerate(PLACES[:3])]
    claims = [(one, b.toll(3, of=one), b.control(one.place.entry, on, Change.GAINED, ARMY, report=one.report))
              for one in struck if one.place]  # fmt: skip
    calls = {"reckon_tolls": 0, "reckon_control": 0}

    def stage(name: str, fails_at: int) -> Any:
        def run(*given: Any) -> Any:
            calls[name] += 1
            if calls[name] == fails_at:
                raise KeyboardInterrupt
            return getattr(STAGES, name)(*given)

        return run

    with open_record(tmp_path / "r.db", create=True) as record:
        batch = [(b.report(one.report), told) for one, told in zip(struck, claims, strict=True)]
        record.add([ReadReport(RawReport(r.id, r.file, b""), r, told) for r, told in batch], ENGINE)
        find_copies(record)
        link_pending(record, STAGES, record.state().reading)
        for name in calls:
            with pytest.raises(KeyboardInterrupt):
                reckon_pending(record, STAGES._replace(**{name: stage(name, 2)}))
            assert record.reckoning().waits()
        reckon_pending(record, STAGES)
        assert not record.reckoning().waits()
        assert kept(record) == anew(record) and all(kept(record))


def test_only_what_a_new_report_touches_is_reckoned_anew(tmp_path: Path) -> None:
    on = b.when("2019-05-01")
    with open_record(tmp_path / "r.db", create=True) as record:
        for number, at in enumerate((PLACES[0], PLACES[2])):
            struck = b.event(b.STRIKE, at, on, report=f"{number}.txt")
            held = b.control(at, on, Change.HOLDS, ARMY, report=struck.report)
            put(record, [(b.report(struck.report), (struck, b.toll(3, of=struck), held))])
        ids = [one.id for one in record.view.tolls()]
        for table in ("toll", "spell"):
            record._database.run(f"UPDATE {table} SET body = body || ' '")  # what is reckoned anew is written anew
        again = b.event(b.STRIKE, PLACES[0], on, report="2.txt")
        gain = b.control(PLACES[0], b.when("2019-05-03"), Change.HOLDS, ARMY, report="2.txt")
        put(record, [(b.report("2.txt"), (again, b.toll(5, of=again), gain))])
        for table in ("toll", "spell"):
            bodies = [body for (body,) in record._database.rows(f"SELECT body FROM {table}")]
            assert [body.endswith(" ") for body in bodies].count(True) == 1 and len(bodies) == 2
        assert sorted(one.id for one in record.view.tolls()) == sorted(ids)
        assert kept(record) == anew(record)
