from pathlib import Path

import pytest

from evaluation.gate import TOLERANCE, Baseline, rounded, table


def test_floors_go_up_and_never_down_by_themselves() -> None:
    baseline = Baseline({"seeds": {"record": 0.8, "events_f1": 0.9}})

    baseline.lift("seeds", {"record": 0.85556, "events_f1": 0.7, "tolls_f1": 0.5})

    assert baseline.floors == {"seeds": {"record": 0.8555, "events_f1": 0.9, "tolls_f1": 0.5}}


def test_a_lowered_floor_keeps_its_reason(tmp_path: Path) -> None:
    baseline = Baseline({"muc4": {"set aside.f1": 0.5}})

    baseline.lower("muc4/set aside.f1", 0.45, "the key was mended")
    baseline.save(tmp_path / "baseline.json")
    kept = Baseline.load(tmp_path / "baseline.json")

    assert kept.floors == {"muc4": {"set aside.f1": 0.45}}
    assert kept.lowered[0]["because"] == "the key was mended"
    assert (kept.lowered[0]["from"], kept.lowered[0]["to"]) == (0.5, 0.45)


def test_a_missing_baseline_has_no_floors(tmp_path: Path) -> None:
    assert Baseline.load(tmp_path / "none.json").floors == {}


@pytest.mark.parametrize(("figure", "low"), [(0.5, False), (0.5 - TOLERANCE / 2, False), (0.5 - 2 * TOLERANCE, True)])
def test_only_what_is_lower_than_its_floor_by_more_than_the_tolerance_fails(figure: float, low: bool) -> None:
    text, failing = table({"muc4": {"f1": figure, "new": 0.1}}, Baseline({"muc4": {"f1": 0.5}}))

    assert failing == (["muc4/f1"] if low else [])
    assert ("too low" in text) is low
    assert "muc4/new" in text


def test_a_figure_meets_the_floor_that_was_made_of_it() -> None:
    assert rounded(2 / 3) <= 2 / 3
    assert rounded(0.25) == 0.25
