import json
from pathlib import Path

import pytest

from dateline.store import ReadReport, open_record, open_view
from tests.cli.running import first_ids, record_of, run

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed"
AGAIN = "Afrin fell to North Front on 2015-04-25, 14 killed"
OTHER = "Binnish fell to North Front on 2015-04-28"


def incidents(path: Path) -> list[tuple[str, ...]]:
    run("incidents", "--record", path)
    with open_view(path) as view:
        return [one.claims for one in view.incidents()]


def judge(path: Path, *words: str) -> str:
    result = run("judge", *words, "--who", "Reviewer", "--reason", "seen on film", "--record", path)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_claims_that_a_person_tells_apart_are_two_incidents_until_that_is_undone(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=AGAIN)
    ((left, right),) = incidents(path)
    assert "kept as 1" in judge(path, "split", left, right)
    assert sorted(incidents(path)) == sorted([(left,), (right,)])
    assert "two happenings, says Reviewer: seen on film" in run("explain", left, "--record", path).stdout
    run("reread", "--all", "--record", path)
    assert len(incidents(path)) == 2
    judge(path, "undo", "1")
    assert incidents(path) == [(left, right)]


def test_incidents_that_a_person_joins_are_one_whatever_speaks_against_it(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=AGAIN, c=OTHER)
    incidents(path)
    with open_view(path) as view:
        one, other = (incident.id for incident in view.incidents())
    judge(path, "merge", one, other)
    (found,) = incidents(path)
    assert len(found) == 3
    run("reread", "--all", "--record", path)
    assert incidents(path) == [found]


def test_incidents_joined_claim_by_claim_come_apart_at_once(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=AGAIN, c=OTHER)
    before = incidents(path)
    with open_view(path) as view:
        single, pair = sorted(view.incidents(), key=lambda one: len(one.claims))
    judge(path, "merge", single.id, pair.id)
    assert len(incidents(path)) == 1
    judge(path, "undo", "1")
    assert incidents(path) == before


def test_a_claim_that_a_person_rejects_does_not_count(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=AGAIN)
    ((left, right),) = incidents(path)
    judge(path, "reject", left)
    assert incidents(path) == [(right,)]
    told = run("judge", "list", "--record", path).stdout
    assert f"Reviewer  reject {left}: seen on film" in told


def test_a_day_that_others_lent_is_rejected_by_the_report_s_name(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    assert "reject day of sha256:" in judge(path, "reject", "a.txt")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("split", "c1", "--reason", "x"), "Missing argument"),
        (("split", "zz", "zy", "--reason", "x"), "no claim or incident begins with zz"),
        (("undo", "7", "--reason", "x"), "no decision 7"),
        (("reject", "a.txt"), "--reason"),
    ],
)
def test_what_cannot_be_judged_says_why(tmp_path: Path, words: tuple[str, ...], why: str) -> None:
    path = record_of(tmp_path, a=FALL)
    result = run("judge", *words, "--record", path)
    assert result.exit_code == 2
    assert why in result.output
    assert "kept" not in result.stdout


def test_a_corrected_value_is_shown_beside_what_was_read_in_explain_and_exports(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    incidents(path)
    with open_view(path) as view:
        (claim,) = (one.id for one in view.claims("toll"))
    assert "low of" in judge(path, "correct", claim, "low=9")
    explained = run("explain", claim, "--record", path).stdout
    assert "low: 12 → 9 (Reviewer: seen on film)" in explained
    assert f"1  Reviewer  correct low of {claim}: 12 → 9: seen on film" in explained
    rows = run("export", "claims", "--record", path).stdout
    assert '"corrected": [{"field": "low", "was": "12", "now": "9", "by": "Reviewer", "judgement": 1}]' in rows
    assert "9 to 12" in run("tolls", "--record", path).stdout


def test_a_discounted_incident_is_listed_and_in_no_total(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=OTHER)
    listing = run("incidents", "--place", "Afrin", "--record", path).stdout
    (one,) = first_ids(listing)
    judge(path, "grade", one, "discounted")
    assert "discounted by a person" in run("incidents", "--record", path).stdout
    total = run("tolls", "--total", "--record", path).stdout
    assert "killed: no figure" in total
    assert "of incidents that a person discounted, not added" in total


def test_decisions_are_exported_with_what_became_of_them(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    ((claim,),) = incidents(path)
    judge(path, "accept", claim)
    judge(path, "reject", claim)
    judge(path, "undo", "2")
    rows = [json.loads(line) for line in run("export", "judgements", "--record", path).stdout.splitlines()]
    assert [(row["verdict"], row["counts"], row["undoes"]) for row in rows] == [
        ("accept", True, None), ("reject", False, None), ("withdraw", False, 2),
    ]  # fmt: skip
    assert "[no longer counts]" in run("judge", "list", "--record", path).stdout
    assert "[no longer counts]" in run("explain", claim, "--record", path).stdout


def test_a_rejected_claim_is_explained_with_who_rejected_it(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    ((claim,),) = incidents(path)
    judge(path, "reject", claim)
    explained = run("explain", claim, "--record", path).stdout
    assert FALL in explained
    assert f"Reviewer  reject {claim}: seen on film" in explained


def test_words_of_a_report_are_marked_as_a_claim(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    kept = judge(path, "add", "a.txt", "toll", "low=2", "harm=wounded", "--quote", "12  killed")
    assert "kept as 1  Reviewer  add adding of c" in kept
    assert '"harm": "wounded", "low": 2' in run("export", "claims", "--record", path).stdout
    result = run(
        "judge", "add", "a.txt", "toll", "harm=killed", "--quote", "none such", "--reason", "x", "--record", path
    )
    assert "these words stand no times in a.txt" in result.output


def test_who_judged_meanwhile_is_named(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    ((claim,),) = incidents(path)
    judge(path, "accept", claim)
    result = run("judge", "reject", claim, "--reason", "x", "--seen", "0", "--record", path)
    assert result.exit_code == 2
    assert "Reviewer judged this meanwhile" in result.output


def test_orphaned_decisions_are_listed(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    ((claim,),) = incidents(path)
    judge(path, "accept", claim)
    assert "No decision" in run("judge", "list", "--orphaned", "--record", path).stdout
    with open_record(path) as record:
        report = next(record.view.reports())
        record.add_readings([ReadReport(record.view.raw(report.id), report, ())], "2")
    assert claim in run("judge", "list", "--orphaned", "--record", path).stdout
    assert json.loads(run("judge", "list", "--orphaned", "--json", "--record", path).stdout)["who"] == "Reviewer"
