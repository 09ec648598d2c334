import json
from pathlib import Path

import pytest

from tests.cli.running import FALL, LATER, OTHER, record_of, run


@pytest.mark.parametrize("what", ["claims", "incidents", "tolls", "control"])
def test_export_to_a_file_and_to_stdout_are_the_same(tmp_path: Path, what: str) -> None:
    path = record_of(tmp_path, a=FALL, b=OTHER)
    out = tmp_path / "out.jsonl"
    assert run("export", what, "--out", out, "--record", path).exit_code == 0
    assert out.read_text("utf-8") == run("export", what, "--record", path).stdout
    assert all(json.loads(line)["id"] for line in out.read_text("utf-8").splitlines())
    assert (tmp_path / "out.jsonl.METHOD.md").exists()


def test_export_to_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = run("export", "claims", "--out", tmp_path / "no" / "out.jsonl", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_format_that_is_no_text_asks_for_a_place(tmp_path: Path) -> None:
    result = run("export", "csv", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "--out" in result.stderr


def test_filters_and_policy_reach_the_export_and_its_method(tmp_path: Path) -> None:
    path, out = record_of(tmp_path, a=FALL, b=OTHER), tmp_path / "i.jsonl"
    result = run("export", "incidents", "--place", "Binnish", "--policy", "ucdp", "--out", out, "--record", path)
    assert result.exit_code == 0, result.output
    assert [json.loads(line)["place"]["name"] for line in out.read_text("utf-8").splitlines()] == ["Binnish"]
    assert "left out: 1 thing, incidents that were not asked for" in result.stderr
    method = (tmp_path / "i.jsonl.METHOD.md").read_text("utf-8")
    assert "- Asked for: --place Binnish." in method
    assert "Policy `ucdp`" in method


def test_a_public_export_says_so(tmp_path: Path) -> None:
    path, out = record_of(tmp_path, a=FALL), tmp_path / "i.jsonl"
    assert run("export", "incidents", "--profile", "public", "--out", out, "--record", path).exit_code == 0
    assert json.loads((tmp_path / "i.jsonl.manifest.json").read_text("utf-8"))["profile"] == "public"


def test_verify_a_record_and_an_export(tmp_path: Path) -> None:
    path, out = record_of(tmp_path, a=FALL), tmp_path / "c.jsonl"
    run("export", "claims", "--out", out, "--record", path)
    assert run("verify", "--record", path).stdout.endswith("all as it was made\n")
    assert run("verify", out, "--against-record", "--record", path).exit_code == 0
    out.write_text("changed", "utf-8")
    result = run("verify", out)
    assert result.exit_code == 1
    assert "WRONG: c.jsonl: was changed" in result.stdout


def test_import_what_was_exported(tmp_path: Path) -> None:
    path, out = record_of(tmp_path, a=FALL, b=OTHER), tmp_path / "c.jsonl"
    run("export", "claims", "--out", out, "--record", path)
    result = run("import", out, "--record", tmp_path / "i.db")
    assert result.exit_code == 0, result.output
    assert "5 claims of 2 reports came in" in result.stderr
    assert "Afrin" in run("incidents", "--record", tmp_path / "i.db").stdout
    again = run("import", out, "--record", tmp_path / "i.db")
    assert "2 reports left out" in again.stderr


def test_import_says_where_a_file_was_changed(tmp_path: Path) -> None:
    path, out = record_of(tmp_path, a=FALL), tmp_path / "c.jsonl"
    run("export", "claims", "--out", out, "--record", path)
    out.write_text(out.read_text("utf-8").replace('"low": 12', '"low": 13'), "utf-8")
    assert "Note: c.jsonl: was changed" in run("import", out, "--record", tmp_path / "i.db").stderr
    (tmp_path / "c.jsonl.manifest.json").unlink()
    assert "Note: it has no manifest" in run("import", out, "--record", tmp_path / "j.db").stderr


def test_compare_with_another_record(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    path, other = record_of(tmp_path, a=FALL, b=OTHER), record_of(tmp_path / "other", a=LATER, b=OTHER)
    page = tmp_path / "c.html"
    result = run("compare", other, "--record", path, "--out", page)
    assert result.exit_code == 0, result.output
    assert "killed: 12 here, 30 there" in result.stdout
    assert "killed: 12 here, 30 there" in page.read_text("utf-8")
    told = json.loads(run("compare", other, "--record", path, "--json").stdout)
    assert (told["kind"], told["counts"]["both"], told["counts"]["differing"]) == ("record", 2, 1)


def test_compare_only_what_is_asked_for(tmp_path: Path) -> None:
    header, day = "event_date,event_type,location,country,fatalities", "2015-03-28,Battles"
    (tmp_path / "a.csv").write_text(f"{header}\n{day},Binnish,Syria,3\n{day},Homs,Syria,1\n", "utf-8")
    path = record_of(tmp_path, b=OTHER)
    told = json.loads(run("compare", tmp_path / "a.csv", "--record", path, "--json", "--place", "Binnish").stdout)
    assert (told["counts"]["both"], told["counts"]["only_theirs"]) == (1, 0)


def test_compare_with_what_is_neither(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    result = run("compare", tmp_path / "a.csv", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "has neither ACLED's columns" in result.stderr


def test_a_public_export_of_judgements_names_no_one(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    claim = json.loads(run("export", "claims", "--record", path).stdout.splitlines()[0])["id"]
    assert run("judge", "reject", claim, "--who", "Nadia", "--reason", "misread", "--record", path).exit_code == 0
    (told,) = run("export", "judgements", "--record", path).stdout.splitlines()
    assert (json.loads(told)["who"], json.loads(told)["reason"]) == ("Nadia", "misread")
    (told,) = run("export", "judgements", "--profile", "public", "--record", path).stdout.splitlines()
    assert (json.loads(told)["who"], json.loads(told)["reason"]) == (None, None)
