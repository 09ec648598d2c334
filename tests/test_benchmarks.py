"""Each benchmark runs in its smallest size, and measures what it says."""

import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import annotate, export, link, pipeline, places
from benchmarks.encoder import BareEncoder, by_length, packed
from benchmarks.generated import REPORTS_A_DAY, report, write_reports
from dateline.annotate import Annotator
from dateline.pipeline import find


def written(folder: Path, count: int) -> Path:
    write_reports(folder / "reports", count)
    return folder / "reports"


def test_generated_reports_are_always_the_same_and_never_alike() -> None:
    assert report(3) == report(3)
    assert len({report(number) for number in range(50)}) == 50


def test_generated_reports_are_as_long_as_reports_of_agencies() -> None:
    lengths = [len(report(number).split()) for number in range(100)]
    assert 200 <= sum(lengths) / 100 <= 300
    assert min(lengths) < 180 < 320 < max(lengths)


def test_a_day_s_reports_share_happenings() -> None:
    titles = [report(number).split("\n")[0] for number in range(REPORTS_A_DAY)]
    places = [title.rpartition(" ")[2] for title in titles]
    assert len(set(places)) < len(places)


def test_pipeline_is_measured_beside_the_bare_encoder(tmp_path: Path) -> None:
    found = pipeline.measure(find([str(written(tmp_path, 2))], None), tmp_path / "record.db")
    assert found.reports == 2
    assert found.words > 300
    # Which of them takes longer cannot be told from two reports on a machine that does other work.
    assert all(found.seconds[name] > 0 for name in ("encoder, packed rows", "annotate", "add"))


def test_bare_encoder_takes_each_word_once_either_way() -> None:
    annotated = Annotator.load().annotate_one(annotate.as_report(0, "Shells fell on the town.\n\nTwo men died there."))
    encoder = BareEncoder()
    sentences = encoder.encoded(annotated)
    pieces = sum(len(sentence.pieces) for sentence in sentences)
    for batches in (packed([sentences]), list(by_length(sentences))):
        assert sum(int((feeds["segments"] > 0).sum()) for feeds in batches) == pieces
        encoder.run(batches)


def test_peak_memory_and_cold_start_are_those_of_other_processes(tmp_path: Path) -> None:
    peaks = pipeline.peak_memory(tmp_path, 1, jobs=1)
    assert 50 < peaks.own < 700
    assert peaks.worker == 0
    assert peaks.seconds > 0
    assert peaks.together is None or 30 < peaks.together < 700
    assert 0 < pipeline.cold_start(tmp_path / "cold") < 60


@pytest.mark.parametrize(
    ("benchmark", "given", "row"),
    [
        (link, ["50"], "incidents"),
        pytest.param(
            export,
            ["100", "--times", "2"],
            "parquet",
            marks=pytest.mark.skipif(find_spec("pyarrow") is None, reason="parquet needs an extra"),
        ),
        (pipeline, ["--reports", "1"], "add, 2 processes"),
        (annotate, ["--reports", "1"], "annotate, two processes"),
        (places, [], "known names"),
    ],
)
def test_tables_are_printed(
    benchmark: ModuleType,
    given: list[str],
    row: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(places, "NAMES", 100)
    monkeypatch.setattr(sys, "argv", ["benchmark", *given])
    benchmark.main()
    assert row in capsys.readouterr().out
