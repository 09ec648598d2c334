"""Waiting: page by page it is the queue of the whole record, whatever was judged."""

from dataclasses import replace
from pathlib import Path

from dateline import judging
from dateline.intake import refresh
from dateline.model.reading import Change, Stance
from dateline.model.report import Basis, Publication
from dateline.pipeline import ENGINE
from dateline.review import Kind, Material, queue, waiting
from dateline.store import RawReport, ReadReport, RecordView, open_record
from tests import builders as b

ARMY, REBELS = b.actor("Army", "government"), b.actor("Front", "opposition")
TOWN = b.place("Sarra", 35.0, 36.0)


def told(name: str, day: int, dead: int, **other: object) -> ReadReport:
    said = {"at": TOWN, "on": b.when(f"2019-05-{day:02}"), "by": (ARMY,), "said_by": (b.monitor("Watch"),), **other}
    happened = b.event(b.STRIKE, report=f"{name}.txt", quote=f"{name} strike", **said)  # type: ignore[arg-type]
    count = b.toll(dead, of=happened, quote=f"{name} {dead}")
    held = b.control(TOWN, b.when(f"2019-05-{day:02}"), Change.HOLDS, REBELS, report=f"{name}.txt", said_by=(REBELS,))
    one = b.report(f"{name}.txt", f"2019-05-{day:02}", text=name)
    return ReadReport(RawReport(one.id, one.file, b""), one, (happened, count, held))


def inferred(name: str) -> ReadReport:
    found = told(name, 20, 3)
    day = Publication(b.day("2019-05-20"), Basis.INFERRED, "a day in it")
    return ReadReport(found.raw, replace(found.report, published=day), found.claims)


def everything(view: RecordView, size: int, *kinds: Kind) -> list[object]:
    first = waiting(view, 1, size, kinds).page
    return [item for number in range(1, first.pages + 2) for item in waiting(view, number, size, kinds).page.items]


def assert_same(view: RecordView) -> None:
    whole = queue(Material.of(view))
    for size in (1, 3, 50):
        assert everything(view, size) == list(whole)
    for kind in Kind:
        assert everything(view, 2, kind) == [item for item in whole if item.kind is kind]
    counts = waiting(view, 1, 5).counts
    assert counts == {kind: n for kind in Kind if (n := sum(item.kind is kind for item in whole))}


def test_page_by_page_it_is_the_queue_of_the_whole_record(tmp_path: Path) -> None:
    nowhere = b.place("Kafrin", id="name:kafrin")
    reports = [
        told("a", 1, 30), told("b", 1, 90, said_by=(REBELS,)), told("c", 1, 5, stance=Stance.DENIED, said_by=(ARMY,)),
        told("d", 4, 12), told("e", 5, 400, at=nowhere), told("f", 6, 2, on=None), told("g", 7, 14), inferred("h"),
    ]  # fmt: skip
    with open_record(tmp_path / "r.db", create=True) as record:
        record.add(reports, ENGINE)
        assert refresh(record)
        assert_same(record.view)
        found = queue(Material.of(record.view))
        assert len({item.kind for item in found}) >= 5
        subjects = [item.subject for item in found if item.subject[0] in "its"]
        for subject in subjects[:4]:
            judging.decide(record, judging.accept(record.view, subject), who="Anna", reason="so")
            assert refresh(record)
            assert_same(record.view)
        assert len(queue(Material.of(record.view))) < len(found)
