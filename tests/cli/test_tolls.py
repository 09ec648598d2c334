"""`dateline tolls`: policies and totals."""

from pathlib import Path

import pytest

from dateline.pipeline import POLICY_NAMES
from dateline.reckon.policies import POLICIES
from tests.cli.running import FALL, LATER, OTHER, record_of, run
from tests.cli.running import first_ids as ids_of


def test_every_policy_has_its_name_on_the_command_line() -> None:
    assert set(POLICY_NAMES) == set(POLICIES)


@pytest.mark.parametrize("policy", POLICY_NAMES)
def test_the_policy_stands_beside_its_figures(tmp_path: Path, policy: str) -> None:
    path = record_of(tmp_path, a=FALL)
    listing = run("tolls", "--policy", policy, "--record", path).stdout
    assert f" {policy}: " in listing and "12" in listing


def test_acled_takes_the_lowest_of_two_accounts(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=FALL.replace("12", "15"))
    listing = run("tolls", "--policy", "acled", "--record", path).stdout
    (row,) = (line for line in listing.splitlines() if "killed" in line)
    assert " 12 " in row.partition("killed")[2].partition("Observatory")[0]


def test_an_unknown_policy_is_refused(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    assert run("tolls", "--policy", "guess", "--record", path).exit_code == 2


def test_a_total_says_what_it_rests_on(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=OTHER.removesuffix(".") + ", 5 killed.", c=LATER)
    listing = run("tolls", "--total", "--record", path).stdout
    assert "killed: " in listing and "(policy range), over" in listing
    added = next(line for line in listing.splitlines() if line.startswith("  added: "))
    assert set(added.split()[1:]) <= set(ids_of(listing))


def test_a_total_of_nothing_is_not_told(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    assert "policy range" not in run("tolls", "--total", "--place", "Nowhere", "--record", path).stdout
