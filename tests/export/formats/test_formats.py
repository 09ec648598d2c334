import json
import zipfile
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.export.formats import FORMATS
from dateline.export.formats.base import needed
from tests.builders import event
from tests.export.records import exported, record
from tests.export.wars import war

NEEDS = {"parquet": "pyarrow", "xlsx": "openpyxl"}


def test_the_formats_are_these() -> None:
    assert [one.name for one in FORMATS] == [
        "claims", "incidents", "tolls", "control", "judgements", "csv", "parquet", "xlsx", "geojson", "acled", "ucdp",
        "plover", "polecat", "hapi", "uwazi", "airwars", "jsonld",
    ]  # fmt: skip


def test_each_format_says_what_it_is() -> None:
    assert all(one.about and one.name for one in FORMATS)
    assert [one.name for one in FORMATS if not one.suffix] == ["parquet"]


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_the_same_record_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    pytest.importorskip(NEEDS.get(name, "json"), reason=f"{name} needs an extra")
    path = war(tmp_path / "r.db")
    bytes_of = []
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        written = exported(path, name, tmp_path / folder / "out")
        bytes_of.append({file.name: file.read_bytes() for file in written.files})
    assert bytes_of[0] == bytes_of[1]
    assert any(name.endswith("METHOD.md") for name in bytes_of[0])


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_no_format_is_empty_or_breaks_on_an_empty_record(tmp_path: Path, name: str) -> None:
    pytest.importorskip(NEEDS.get(name, "json"), reason=f"{name} needs an extra")
    counts = exported(war(tmp_path / "r.db"), name, tmp_path / "full").counts
    assert (sum(counts.values()) > 0) == (name != "judgements")  # nobody has judged
    sparse = record(tmp_path / "sparse.db", event())  # without place, day or party
    exported(sparse, name, tmp_path / "sparse")


def test_a_package_that_is_missing_is_named_with_its_extra() -> None:
    with pytest.raises(DatelineError, match=r"pip install 'dateline\[parquet\]'"):
        needed("no_such_package_of_ours", "parquet")


def test_method_says_what_was_left_out_and_the_manifest_hashes_it(tmp_path: Path) -> None:
    written = exported(war(tmp_path / "r.db"), "acled", tmp_path / "a.csv", asked=(("--place", "Idlib"),))
    method = (tmp_path / "a.csv.METHOD.md").read_text("utf-8")
    assert "- Asked for: --place Idlib." in method
    for reason, count in written.left_out.items():
        assert f"- {reason}: {count}" in method
    assert "Policy `acled`" in method
    assert "no recognition" in method
    assert "GeoNames" in method
    told = json.loads((tmp_path / "a.csv.manifest.json").read_text("utf-8"))
    assert [file["name"] for file in told["files"]] == ["a.csv", "a.csv.METHOD.md"]
    assert set(told["record"]["chain"]) == {"report"}


def test_a_folder_that_is_no_export_is_not_replaced(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="parquet needs an extra")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(DatelineError, match="is there already and no export"):
        exported(war(tmp_path / "r.db"), "parquet", mine)
    assert (mine / "thesis.txt").exists()


def test_an_export_that_fails_leaves_what_stood_there(tmp_path: Path) -> None:
    out = tmp_path / "h.csv"
    out.write_text("before", "utf-8")
    broken = tmp_path / "pcodes.csv"
    broken.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(DatelineError, match="has no column Location"):
        exported(war(tmp_path / "r.db"), "hapi", out, pcodes=broken)
    assert out.read_text("utf-8") == "before"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_tables_are_in_the_zip_with_their_dictionary(tmp_path: Path) -> None:
    exported(war(tmp_path / "r.db"), "csv", tmp_path / "c.zip")
    with zipfile.ZipFile(tmp_path / "c.zip") as archive:
        assert archive.namelist() == [
            "reports.csv", "claims.csv", "incidents.csv", "tolls.csv", "figures.csv", "control.csv", "dictionary.csv",
        ]  # fmt: skip
