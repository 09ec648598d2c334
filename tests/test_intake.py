from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from dateline import intake
from dateline.errors import RecordError
from dateline.intake import Outcome, Way, add, refresh, reread
from dateline.model.report import Report
from dateline.pipeline import ENGINE, Failure, Source, Sources
from dateline.store import Linking, RawReport, Record, open_record
from dateline.store.database import Database
from tests.fakes import FAKES

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed."
WAY = Way(stages=FAKES)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        yield opened


def sources(folder: Path, *texts: str) -> Sources:
    """Files 000.txt, 001.txt … with these texts."""
    made = []
    for number, text in enumerate(texts):
        path = folder / f"{number:03}.txt"
        path.write_text(text, "utf-8")
        made.append(Source(path.name, path))
    return Sources(tuple(made))


def many(count: int) -> list[str]:
    return [f"{FALL} Told by {number}." for number in range(count)]


def test_what_was_read_is_counted(record: Record, tmp_path: Path) -> None:
    outcome = add(record, sources(tmp_path, *many(3)), WAY)
    assert (outcome.read, outcome.total, outcome.done) == (3, 3, 3)
    assert outcome.claims == {"event": 3, "control": 3, "toll": 3}


def test_the_same_files_again_are_skipped_and_change_nothing(record: Record, tmp_path: Path) -> None:
    given = sources(tmp_path, *many(3))
    add(record, given, WAY)
    state = record.state()
    outcome = add(record, given, WAY)
    assert (outcome.read, outcome.done) == (0, 3)
    assert {skipped.reason for skipped in outcome.skipped} == {"already in the record"}
    assert record.state() == state


def test_the_same_bytes_under_two_names_are_one_report(record: Record, tmp_path: Path) -> None:
    outcome = add(record, sources(tmp_path, FALL, FALL), WAY)
    assert outcome.read == 1
    assert outcome.skipped == [Failure("001.txt", "the same bytes as 000.txt")]


def test_files_that_fail_are_named_and_tried_again_next_time(record: Record, tmp_path: Path) -> None:
    given = sources(tmp_path, FALL, "unreadable", "crash")
    for _ in range(2):
        outcome = add(record, given, WAY)
        assert [failure.file for failure in outcome.failed] == ["001.txt", "002.txt"]
    assert len(list(record.view.reports())) == 1


def test_a_file_that_is_gone_and_one_that_is_too_large(record: Record, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    files = sources(tmp_path, FALL).files
    given = Sources((Source("gone.txt", tmp_path / "gone.txt"), Source("huge.txt", huge), *files))
    outcome = add(record, given, WAY)
    gone, large = outcome.failed
    assert "No such file" in gone.reason
    assert large.reason.startswith("50 MB")
    assert outcome.read == 1


def test_several_processes_make_the_same_record(tmp_path: Path) -> None:
    given = sources(tmp_path, *many(40), "unreadable", *many(3))
    claims = []
    for jobs in (1, 2):
        with open_record(tmp_path / f"{jobs}.db", create=True) as opened:
            add(opened, given, Way(stages=FAKES, jobs=jobs))
            claims.append((opened.view.report_ids(), tuple(opened.view.claims())))
    assert claims[0] == claims[1]


def test_a_stop_comes_after_a_batch_and_the_next_call_goes_on(record: Record, tmp_path: Path) -> None:
    given = sources(tmp_path, *many(40))
    stopped = add(record, given, Way(stages=FAKES, stop=lambda: True))
    assert stopped.stopped
    assert stopped.read == intake.BATCH
    assert add(record, given, WAY).read == 40 - intake.BATCH


def test_progress_is_told_after_each_batch(record: Record, tmp_path: Path) -> None:
    told: list[int] = []

    def note(outcome: Outcome) -> None:
        told.append(outcome.done)

    add(record, sources(tmp_path, *many(40)), Way(stages=FAKES, told=note))
    assert told == [16, 32, 40]


def test_the_log_keeps_beginning_and_end(record: Record, tmp_path: Path) -> None:
    add(record, sources(tmp_path, FALL, "unreadable"), WAY)
    begins, ends = record.view.provenance.log()
    assert (begins.event, begins.detail) == ("add begins", {"given": 2})
    assert (ends.event, ends.engine) == ("add ends", ENGINE)
    assert ends.detail == {"failed": [["001.txt", "this cannot be read"]], "read": 1, "skipped": 0}


def test_a_report_that_another_process_added_meanwhile_is_skipped(record: Record, tmp_path: Path) -> None:
    given = sources(tmp_path, *many(2))

    def clean(raw: RawReport) -> Report:
        with open_record(record.path) as other:
            add(other, given, WAY)
        return FAKES.clean(raw)

    outcome = add(record, given, Way(stages=FAKES._replace(clean=clean)))
    assert outcome.read == 0
    assert len(outcome.skipped) == 2
    assert len(list(record.view.reports())) == 2


def test_a_full_disk_stops_with_what_was_kept(record: Record, tmp_path: Path) -> None:
    given = sources(tmp_path, *(f"{text} {'x ' * 5000}" for text in many(60)))

    def fill(outcome: Outcome) -> None:
        (pages,) = database.row("PRAGMA page_count") or ()
        database.run(f"PRAGMA max_page_count = {pages + 20}")

    database = record._database
    with pytest.raises(RecordError, match="the disk is full"):
        add(record, given, Way(stages=FAKES, told=fill))
    kept = len(list(record.view.reports()))
    assert 0 < kept < 60
    assert kept % intake.BATCH == 0
    database.run("PRAGMA max_page_count = 1000000")
    assert add(record, given, WAY).read == 60 - kept


def test_refresh_reckons_once(record: Record, tmp_path: Path) -> None:
    add(record, sources(tmp_path, *many(2)), WAY)
    assert record.is_stale(ENGINE)
    refresh(record, FAKES)
    assert not record.is_stale(ENGINE)
    assert len(list(record.view.incidents())) == 1
    refresh(record, FAKES._replace(link=None))  # type: ignore[arg-type]  # would fail if it were called


def test_refresh_gives_up_while_another_process_goes_on_adding(record: Record, tmp_path: Path) -> None:
    given = sources(tmp_path, *many(9))
    add(record, Sources(given.files[:1]), WAY)
    rest = iter(given.files[1:])

    def link(linking: Linking) -> Callable[[Sequence[str]], None]:
        with open_record(record.path) as other:
            add(other, Sources((next(rest),)), WAY)
        return FAKES.link(linking)

    assert not refresh(record, FAKES._replace(link=link))
    assert record.is_stale(ENGINE)


def test_a_newer_engine_reads_again_only_what_an_older_one_read(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(record, sources(tmp_path, *many(2)), WAY)
    before = tuple(record.view.claims())
    assert reread(record, WAY).read == 0
    monkeypatch.setattr(intake, "ENGINE", "99")
    assert reread(record, WAY).read == 2
    assert reread(record, WAY).read == 0
    assert tuple(record.view.claims()) == before


def test_every_report_is_read_again_on_request(record: Record, tmp_path: Path) -> None:
    add(record, sources(tmp_path, *many(2)), WAY)
    assert reread(record, WAY, every=True).read == 2
    database = Database(record.path, create=False)
    assert database.row("SELECT count(*) FROM reading") == (4,)
    database.close()


def test_a_report_that_fails_when_read_again_keeps_its_claims(record: Record, tmp_path: Path) -> None:
    add(record, sources(tmp_path, FALL), WAY)
    before = tuple(record.view.claims())

    def clean(raw: object) -> None:
        raise ValueError

    outcome = reread(record, Way(stages=FAKES._replace(clean=clean)), every=True)  # type: ignore[arg-type]
    assert len(outcome.failed) == 1
    assert tuple(record.view.claims()) == before
