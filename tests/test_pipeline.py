import dataclasses
from pathlib import Path

import pytest

from dateline.errors import ReportError, ResourceError
from dateline.linking import link_pending
from dateline.model.annotated import Annotated
from dateline.model.claim import Claim, Quote
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.pipeline import STAGES, Failure, read, read_all
from dateline.reckoning import reckon_pending
from dateline.store import RawReport, open_record
from tests.fakes import FAKES, raw, resolve

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed."


def test_the_stages_stand_in_the_order_of_the_data_flow() -> None:
    names = ("find", "clean", "annotate", "extract", "resolve", "link", "reckon_tolls", "reckon_control")
    assert STAGES._fields == names
    assert tuple(stage.__name__ for stage in STAGES) == names


def test_a_report_goes_from_bytes_to_claims() -> None:
    given = raw("a.txt", FALL)
    made = read(given, FAKES)
    assert made.raw is given
    assert made.report.text == FALL
    assert len(made.claims) == 3


def test_one_bad_report_stops_no_other() -> None:
    given = [raw("a.txt", FALL), raw("b.txt", "unreadable"), raw("c.txt", "crash"), raw("d.txt", FALL)]
    one, unreadable, crashed, other = read_all(given, FAKES)
    assert not isinstance(one, Failure)
    assert not isinstance(other, Failure)
    assert unreadable == Failure("b.txt", "this cannot be read")
    assert isinstance(crashed, Failure)
    assert "fault of Dateline's own" in crashed.reason
    assert "ValueError: no such thing" in crashed.reason


def test_a_failure_does_not_name_its_file_twice() -> None:
    def clean(given: RawReport) -> Report:
        raise ReportError(f"{given.file}: is a PDF")

    assert list(read_all([raw("a.txt", "")], FAKES._replace(clean=clean))) == [Failure("a.txt", "is a PDF")]


def test_a_broken_resource_stops_all() -> None:
    def extract(annotated: Annotated) -> tuple[Reading, ...]:
        raise ResourceError("patterns.yml: broken")

    with pytest.raises(ResourceError):
        list(read_all([raw("a.txt", FALL)], FAKES._replace(extract=extract)))


def test_a_claim_that_quotes_what_is_not_there_is_a_failure() -> None:
    def misquote(annotated: Annotated, readings: tuple[Reading, ...]) -> tuple[Claim, ...]:
        return tuple(dataclasses.replace(c, quote=Quote(0, 4, "Idle")) for c in resolve(annotated, readings))

    (failure,) = read_all([raw("a.txt", FALL)], FAKES._replace(resolve=misquote))
    assert isinstance(failure, Failure)
    assert "quotes what the report does not say" in failure.reason


def test_two_claims_of_one_id_are_a_failure() -> None:
    def repeat(annotated: Annotated, readings: tuple[Reading, ...]) -> tuple[Claim, ...]:
        return resolve(annotated, readings) * 2

    (failure,) = read_all([raw("a.txt", FALL)], FAKES._replace(resolve=repeat))
    assert isinstance(failure, Failure)
    assert "share the id" in failure.reason


def test_tolls_are_reckoned_from_all_incidents(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.add([read(raw(name, f"{FALL} By {name}."), FAKES) for name in ("a.txt", "b.txt")], "1")
        link_pending(record, FAKES, record.state().reading)
        reckon_pending(record, FAKES)
        tolls, spells = list(record.view.tolls()), list(record.view.spells())
    assert [len(toll.figures) for toll in tolls] == [2]
    assert len(spells) == 2
