"""Reports without a day in a record: dated once others tell of the same, and left alone where a person says so."""

import datetime as dt
import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from dateline.intake import Way, add, refresh, reread
from dateline.judging import undo
from dateline.model.annotated import Annotated
from dateline.model.claim import Claim
from dateline.model.judgement import Decision, Verdict, value_subject
from dateline.model.reading import Reading
from dateline.model.report import Basis, Dateline, Publication, Report
from dateline.pipeline import STAGES, Source, Sources
from dateline.store import RawReport, Record, open_record
from tests.builders import OVERTAKES, actor, day, event, place, place_link, when
from tests.fakes import FAKES

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
APRIL_25 = Dateline(start=0, end=0, place=None, place_start=0, place_end=0, month=4, day=25, year=None, agency=None)
UNDATED = "[25 April] Bara fell"
DATED = "[2015-04-26] Bara fell on 2015-04-25"
OTHER_YEAR = "[2013-04-26] Bara fell on 2013-04-25"


def clean(raw: RawReport) -> Report:
    """A toy report: its day, or the day and month of its dateline, stand in brackets."""
    report = FAKES.clean(raw)
    if match := re.match(r"\[(\d{4}-\d\d-\d\d)\]", report.text):
        return replace(report, published=Publication(day(match[1]), Basis.PAGE, match[1]))
    return replace(report, dateline=APRIL_25)


def resolve(annotated: Annotated, readings: tuple[Reading, ...]) -> tuple[Claim, ...]:
    """The fall of a town: on the day told, else on that of the report."""
    report = annotated.report
    match = re.search(r"(\w+) fell(?: on ([\d-]+))?", report.text)
    if match is None:
        return ()
    told = match[2] or (report.published.day.isoformat() if report.published else None)
    on = when(told) if told else None
    common: dict[str, Any] = {"report": report.file, "report_id": report.id, "quote": match[0], "start": match.start()}
    return (event(OVERTAKES, place(match[1]), on, by=(actor("North Front", "rebels"),), id=f"c{report.id}", **common),)


STAND_INS = FAKES._replace(clean=clean, resolve=resolve)
WAY = Way(stages=STAND_INS)


def put(record: Record, folder: Path, *texts: str) -> None:
    for number, text in enumerate(texts):
        path = folder / f"{abs(hash(text))}-{number}.txt"
        path.write_text(text, "utf-8")
        add(record, Sources((Source(f"{text}.txt", path),)), WAY)
    refresh(record, STAND_INS)


def days(record: Record) -> dict[str, dt.date | None]:
    return {report.text: report.published.day if report.published else None for report in record.view.reports()}


def test_the_claims_of_a_report_dated_from_others_have_days(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        put(record, tmp_path, UNDATED)
        (before,) = record.view.claims()
        put(record, tmp_path, DATED)
        (after,) = (claim for claim in record.view.claims() if claim.id == before.id)
        report = record.view.report(after.report_id)
        assert before.when is None
        assert after.when and after.when.first == day("2015-04-25")
        assert report and report.published and report.published.basis is Basis.OTHERS
        assert len(list(record.view.incidents())) == 1


@pytest.mark.parametrize("texts", list(permutations([UNDATED, DATED, OTHER_YEAR])))
def test_any_order_of_adding_gives_the_same(tmp_path: Path, texts: tuple[str, ...]) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        for text in texts:
            put(record, tmp_path, text)
        assert days(record) == {UNDATED: None, DATED: day("2015-04-26"), OTHER_YEAR: day("2013-04-26")}


def test_what_is_dated_from_others_dates_nothing_else(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        put(record, tmp_path, UNDATED, f"{UNDATED} too", DATED)
        told = {report.published.evidence for report in record.view.reports() if report.published}
        assert not any(UNDATED in evidence for evidence in told)


def test_a_day_that_a_person_rejects_is_taken_back(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        put(record, tmp_path, UNDATED, DATED)
        (report_id,) = (report.id for report in record.view.reports() if report.text == UNDATED)
        judged = "INSERT INTO judgement (at, who, verdict, subject) VALUES ('2026-01-01', 'me', 'reject', ?)"
        record._database.run(judged, (f"day of {report_id}",))
        refresh(record, STAND_INS)
        assert days(record)[UNDATED] is None


def test_reading_again_infers_again(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        put(record, tmp_path, UNDATED, DATED)
        reread(record, WAY, every=True)
        assert days(record)[UNDATED] is None
        refresh(record, STAND_INS)
        assert days(record)[UNDATED] == day("2015-04-25")


def test_nothing_is_read_again_where_nothing_changed(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        put(record, tmp_path, UNDATED, DATED)
        lines = len(list(record.view.provenance.log()))
        put(record, tmp_path, "[2015-05-02] Kafr Sijna fell on 2015-05-01")
        events = [line.event for line in record.view.provenance.log()][lines:]
        assert events == ["add begins", "add ends"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not there")
def test_the_seed_without_a_year_is_dated_by_the_others(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        add(record, STAGES.find([str(SEEDS)], SEEDS / "metadata.csv"), Way())
        refresh(record)
        (found,) = (report.published for report in record.view.reports() if report.file.startswith("003_"))
        assert found and (found.day, found.basis) == (day("2015-04-25"), Basis.OTHERS)
        assert "Jisr al-Shughur" in found.evidence


def test_a_claim_that_a_person_put_at_another_place_dates_others_there_until_that_is_undone(tmp_path: Path) -> None:
    misread = DATED.replace("Bara", "Gara")
    with open_record(tmp_path / "r.db", create=True) as record:
        put(record, tmp_path, UNDATED, misread)
        assert days(record)[UNDATED] is None
        (claim,) = (one for one in record.view.claims() if one.quote.text.startswith("Gara"))
        there = place_link(place("Bara"))
        subject = value_subject("place", claim.id)
        what = Decision(verdict=Verdict.CORRECT, subject=subject, claims=(claim.id,), field="place", given=there)
        record.keep([what], "Anna", "the headline names it")
        refresh(record, STAND_INS)
        assert days(record)[UNDATED] == day("2015-04-25")
        record.keep(undo(record.view, 1), "Anna", "misread")
        refresh(record, STAND_INS)
        assert days(record)[UNDATED] is None
