import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import DatelineError
from dateline.export.checks import check_record
from dateline.export.importing import Imported, import_claims
from dateline.intake import Way, refresh, reread
from dateline.model.claim import TollClaim
from dateline.pipeline import STAGES
from dateline.store import open_record, open_view
from tests.export.records import exported
from tests.export.wars import OPEN, war


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return war(tmp_path / "r.db")


def imported(export: Path, into: Path) -> Imported:
    with open_record(into, create=True) as record:
        outcome = import_claims(record, export)
        assert refresh(record, STAGES)
    return outcome


def rows(path: Path, out: Path) -> list[dict[str, Any]]:
    exported(path, "claims", out)
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def without_report(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in {"report_id", "incident"}}


@pytest.mark.parametrize("name", ["claims", "csv", "parquet"])
def test_what_goes_out_comes_back(path: Path, tmp_path: Path, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="parquet needs an extra")
    exported(path, name, tmp_path / "out")
    outcome = imported(tmp_path / "out", tmp_path / "i.db")
    before, after = rows(path, tmp_path / "before"), rows(tmp_path / "i.db", tmp_path / "after")
    assert (outcome.reports, outcome.claims, outcome.known) == (7, len(before), 0)
    assert [without_report(row) for row in after] == [without_report(row) for row in before]


def test_figures_are_reckoned_from_what_came_in(path: Path, tmp_path: Path) -> None:
    exported(path, "csv", tmp_path / "out.zip")
    imported(tmp_path / "out.zip", tmp_path / "i.db")
    with open_view(path) as one, open_view(tmp_path / "i.db") as other:
        assert [i.id for i in one.incidents_by_day()] == [i.id for i in other.incidents_by_day()]
        before, after = ([(t.low, t.high, t.side) for t in view.tolls_by_id()] for view in (one, other))
        assert before == after
        camps = {toll.side: toll.camp for toll in other.tolls()}
    assert camps["Military Forces of Syria"] == "government of Syria"
    assert camps["North Front"] is None  # it has no entry that tells


def test_what_came_in_is_marked_and_holds_together(path: Path, tmp_path: Path) -> None:
    exported(path, "csv", tmp_path / "out.zip")
    imported(tmp_path / "out.zip", tmp_path / "i.db")
    with open_view(tmp_path / "i.db") as view:
        assert check_record(view).problems == []
        ids = {report.id for report in view.report_heads()}
        assert {own for own, _ in view.provenance.imported()} == ids
        first = next(view.reports())
        assert first.text.startswith(OPEN)
        assert (first.outlet, first.partial) == ("Outlet a", True)
        assert str(first.published.day) == "2015-04-26" if first.published else False
        assert [line.event for line in view.provenance.log()] == ["import begins", "import ends"]
    exported(tmp_path / "i.db", "claims", tmp_path / "again")
    assert "imported as claims" in (tmp_path / "again.METHOD.md").read_text("utf-8")


def test_it_cannot_be_read_again(path: Path, tmp_path: Path) -> None:
    exported(path, "claims", tmp_path / "out")
    imported(tmp_path / "out", tmp_path / "i.db")
    with open_record(tmp_path / "i.db") as record:
        assert reread(record, Way(), every=True).total == 0


def test_what_the_record_has_is_left_out(path: Path, tmp_path: Path) -> None:
    exported(path, "claims", tmp_path / "out")
    assert imported(tmp_path / "out", path).known == 7
    imported(tmp_path / "out", tmp_path / "i.db")
    assert imported(tmp_path / "out", tmp_path / "i.db").known == 7


def test_cut_quotes_stand_one_after_another(path: Path, tmp_path: Path) -> None:
    exported(path, "claims", tmp_path / "out", quote_length=8)
    imported(tmp_path / "out", tmp_path / "i.db")
    with open_view(tmp_path / "i.db") as view:
        assert check_record(view).problems == []


def test_vague_counts_keep_their_words(path: Path, tmp_path: Path) -> None:
    exported(path, "csv", tmp_path / "out.zip")
    imported(tmp_path / "out.zip", tmp_path / "i.db")
    with open_view(tmp_path / "i.db") as view:
        counts = {claim.count.words for claim in view.claims("toll") if isinstance(claim, TollClaim)}
    assert counts == {"12", "5", "30", "8", "10"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("not json\n", "line 1: is no JSON"),
        ('{"id": "c1"}\n', "line 1: is no claim"),
        ('{"id": "c1", "kind": "event", "report": "a", "report_id": "r", "quote": {"start": 0, "end": 1, "text": "x"}}',
         "c1: tells no claim"),
    ],
)  # fmt: skip
def test_what_is_no_claim_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "x.jsonl").write_text(text, "utf-8")
    with pytest.raises(DatelineError, match=says):
        imported(tmp_path / "x.jsonl", tmp_path / "i.db")


def test_a_zip_without_claims_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("other.csv", "a")
    with pytest.raises(DatelineError, match=r"holds no claims\.csv and no reports\.csv"):
        imported(tmp_path / "x.zip", tmp_path / "i.db")
    with pytest.raises(DatelineError, match="is no export of claims"):
        imported(tmp_path, tmp_path / "i.db")
