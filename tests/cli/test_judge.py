from pathlib import Path

import pytest

from dateline.store import open_view
from tests.cli.running import record_of, run

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
        (("split", "c1", "--reason", "x"), "takes 2 ids"),
        (("split", "zz", "zy", "--reason", "x"), "means no"),
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
