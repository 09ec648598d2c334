import dataclasses
import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.copying import find_copies
from dateline.errors import RecordError
from dateline.linking import link_pending
from dateline.model.claim import Claim
from dateline.model.reading import Change
from dateline.model.report import Stretch
from dateline.pipeline import killed_of, read
from dateline.reckoning import reckon_pending
from dateline.store import RawReport, ReadReport, Record, open_record, open_view
from dateline.store.database import Database
from tests.builders import actor, control, event, place, report, toll, when
from tests.fakes import FAKES, raw

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        yield opened


def made(file: str = "a.txt", text: str = FALL) -> ReadReport:
    return read(raw(file, text), FAKES)


def judge(record: Record, verdict: str, subject: str) -> None:
    with open_database(record) as database:
        database.run("INSERT INTO judgement (at, who, verdict, subject) VALUES ('now', 'me', ?, ?)", (verdict, subject))


def refresh(record: Record, engine: str = "1") -> bool:
    state = record.state()
    find_copies(record)
    link_pending(record, FAKES, state.reading)
    reckon_pending(record, FAKES)
    return record.settle(killed_of, state, engine)


def test_what_goes_in_comes_out(record: Record) -> None:
    origin = (Stretch(0, 4, 10), Stretch(10, 30, len(FALL) - 10))
    one = made()
    one = dataclasses.replace(one, report=dataclasses.replace(one.report, origin=origin))
    record.add([one], "1")
    assert record.view.report(one.report.id) == one.report
    assert tuple(record.view.claims()) == one.claims
    assert record.view.raw(one.report.id) == one.raw


def test_claims_are_read_by_kind(record: Record) -> None:
    one = made()
    record.add([one], "1")
    event_claim, control_claim, toll_claim = one.claims
    assert tuple(record.view.claims("toll")) == (toll_claim,)
    assert tuple(record.view.claims("event", "control")) == (event_claim, control_claim)


def test_heads_are_reports_without_their_text(record: Record) -> None:
    one = made()
    record.add([one], "1")
    assert list(record.view.report_heads()) == [dataclasses.replace(one.report, text="", blocks=())]


def test_metadata_is_kept_as_given(record: Record) -> None:
    given = RawReport("sha256:1", "a.txt", b"Text.", {"outlet": "Levant Wire", "published": "25/4/15"})
    record.add([ReadReport(given, dataclasses.replace(report("a.txt"), id="sha256:1"), ())], "1")
    assert record.view.raw("sha256:1") == given


def test_the_same_report_again_changes_nothing(record: Record) -> None:
    assert record.add([made()], "1")
    before, state = tuple(record.view.claims()), record.state()
    assert record.add([made(), made("copy.txt")], "1") == ()
    assert tuple(record.view.claims()) == before
    assert record.state() == state


def test_a_batch_goes_in_whole_or_not_at_all(record: Record) -> None:
    twice = made("b.txt", FALL + " Again.")
    broken = dataclasses.replace(twice, claims=(*twice.claims, twice.claims[0]))
    with pytest.raises(RecordError):
        record.add([made(), broken], "1")
    assert list(record.view.reports()) == []
    assert record.add([made()], "1")


def test_a_further_reading_hides_the_first_and_keeps_it(record: Record) -> None:
    first = made()
    record.add([first], "1")
    again = dataclasses.replace(first, claims=first.claims[:1])
    assert record.add_readings([again], "2") == (again,)
    assert tuple(record.view.claims()) == first.claims[:1]
    with open_database(record) as database:
        assert database.row("SELECT count(*) FROM claim") == (len(first.claims) + 1,)


def open_database(record: Record) -> closing[Database]:
    return closing(Database(record.path, create=False))


def test_a_reading_of_an_unknown_report_is_not_kept(record: Record) -> None:
    assert record.add_readings([made()], "2") == ()


def test_reports_that_an_older_engine_read_last(record: Record) -> None:
    old, new = made(), made("b.txt", FALL + " Again.")
    record.add([old], "1")
    record.add([new], "2")
    assert record.view.report_ids(not_read_by="2") == (old.report.id,)
    record.add_readings([old], "2")
    assert record.view.report_ids(not_read_by="2") == ()
    assert record.view.report_ids() == (old.report.id, new.report.id)


def test_claims_come_in_the_same_order_whatever_the_order_of_the_reports(tmp_path: Path) -> None:
    reads = [made(f"{n}.txt", f"{FALL} Told by {n}.") for n in range(5)]
    orders = []
    for name, given in (("one", reads), ("other", reads[::-1])):
        with open_record(tmp_path / name, create=True) as opened:
            opened.add(given, "1")
            orders.append([claim.id for claim in opened.view.claims()])
    assert orders[0] == orders[1]


def test_derived_is_stale_from_the_first_claim_until_it_is_reckoned(record: Record) -> None:
    assert record.is_stale("1")
    assert refresh(record)
    assert not record.is_stale("1")
    record.add([made()], "1")
    assert record.is_stale("1")
    assert refresh(record)
    assert not record.is_stale("1")
    assert record.is_stale("2")


def test_what_another_adds_while_it_is_reckoned_waits(record: Record) -> None:
    record.add([made()], "1")
    state = record.state()
    record.add([made("b.txt", FALL + " Again.")], "1")
    reckon_pending(record, FAKES)
    assert not record.settle(killed_of, state, "1")
    assert record.is_stale("1")


def test_what_is_reckoned_stays_until_something_changes(record: Record) -> None:
    record.add([made()], "1")
    refresh(record)
    before = [list(told) for told in (record.view.incidents(), record.view.tolls(), record.view.spells())]
    assert all(before)
    for _ in range(2):
        refresh(record)
        assert [list(told) for told in (record.view.incidents(), record.view.tolls(), record.view.spells())] == before


def test_links_and_tolls_are_found_by_what_they_belong_to(record: Record) -> None:
    record.add([made(), made("b.txt", FALL + " Again.")], "1")
    refresh(record)
    (edge,), (incident,) = record.view.links(), record.view.incidents()
    assert tuple(record.view.links_of(edge.left)) == tuple(record.view.links_of(edge.right)) == (edge,)
    assert [one.incident for one in record.view.tolls_of(incident.id)] == [incident.id]


def test_a_rejected_claim_does_not_count_until_the_rejection_is_withdrawn(record: Record) -> None:
    record.add([made()], "1")
    refresh(record)
    ids = [claim.id for claim in record.view.claims()]
    judge(record, "reject", ids[0])
    assert [claim.id for claim in record.view.claims()] == ids[1:]
    assert record.is_stale("1")
    judge(record, "withdraw", ids[0])
    assert [claim.id for claim in record.view.claims()] == ids


def test_an_id_is_found_by_its_beginning(record: Record) -> None:
    record.add([made()], "1")
    refresh(record)
    claim = next(record.view.claims())
    assert record.view.find(claim.id[:8]) == (("claim", claim.id),)
    assert len(record.view.find("c")) == len(made().claims)
    (incident,) = record.view.incidents()
    assert record.view.find(incident.id[:9]) == (("incident", incident.id),)
    assert record.view.find("zzz") == ()
    assert record.view.find("%") == ()


def test_single_things_are_fetched_by_id(record: Record) -> None:
    record.add([made()], "1")
    refresh(record)
    view = record.view
    for one, fetch in (
        (next(view.incidents()), view.incident), (next(view.tolls()), view.toll), (next(view.spells()), view.spell),
    ):  # fmt: skip
        assert fetch(one.id) == one
        assert fetch("none") is None
    assert view.claim("none") is None
    assert view.report("none") is None


def test_counts(record: Record) -> None:
    assert record.view.counts()["event claims"] == 0
    record.add([made()], "1")
    refresh(record)
    assert record.view.counts() == {
        "reports": 1, "event claims": 1, "toll claims": 1, "control claims": 1, "incidents": 1, "tolls": 1, "spells": 1,
    }  # fmt: skip


def test_the_log_says_who_did_what_when(record: Record) -> None:
    record.log("add ends", "1", read=3, failed=[["a.txt", "empty"]])
    (line,) = record.view.provenance.log()
    assert line.event == "add ends"
    assert line.detail == {"read": 3, "failed": [["a.txt", "empty"]]}
    assert line.who
    assert dt.datetime.fromisoformat(line.at).utcoffset() == dt.timedelta(0)


def test_a_view_sees_one_state_throughout(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.add([made()], "1")
        with open_view(tmp_path / "r.db") as view:
            assert len(list(view.reports())) == 1
            record.add([made("b.txt", FALL + " Again.")], "1")
            assert len(list(view.reports())) == 1


def test_columns_to_search_by_say_what_the_claims_say(record: Record) -> None:
    claims: tuple[Claim, ...] = (
        event(at=place("Afrin"), on=when("2015-04-25", "2015-04-26")),
        toll(3),
        control(place("Afrin"), when(None, "2015-04-25"), Change.HOLDS, actor("North Front")),
    )
    given = RawReport("sha256:1", "a.txt", b"")
    record.add([ReadReport(given, dataclasses.replace(report("a.txt"), id="sha256:1"), claims)], "1")
    with open_database(record) as database:
        rows = list(database.rows("SELECT kind, stance, first, after, place IS NULL FROM claim ORDER BY position"))
    assert rows == [
        ("event", "asserted", "2015-04-25", "2015-04-27", 0),
        ("toll", "asserted", None, None, 1),
        ("control", "asserted", None, "2015-04-26", 0),
    ]
