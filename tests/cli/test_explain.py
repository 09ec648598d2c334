import json
from pathlib import Path

import pytest

from tests.cli.running import FALL, LATER, LISTS, OTHER, first_ids, record_of, run


@pytest.mark.parametrize("listing", LISTS)
def test_every_id_in_a_list_can_be_explained(tmp_path: Path, listing: str) -> None:
    path = record_of(tmp_path, a=FALL, b=LATER, c=OTHER)
    ids = first_ids(run(listing, "--record", path).stdout)
    assert ids
    for identifier in ids:
        result = run("explain", identifier, "--record", path)
        assert result.exit_code == 0
        assert "fell to" in result.stdout


def test_an_incident_is_explained_by_speaker_quote_file_rule_and_links(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=LATER)
    (identifier,) = first_ids(run("incidents", "--record", path).stdout)
    told = run("explain", identifier, "--record", path).stdout
    for part in (
        "“Afrin fell to North Front on 2015-04-25, 12 killed”", "Observatory", "a.txt, characters 0 to 50", "test@1",
        "b.txt", "joined, score 0.", "same trigger", "asserted",
    ):  # fmt: skip
        assert part in told


def test_a_claim_and_a_toll_are_explained_with_their_words(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    rows = [json.loads(line) for line in run("export", "claims", "--record", path).stdout.splitlines()]
    toll = next(row for row in rows if row["kind"] == "toll")
    assert "12 ← “12”" in run("explain", toll["id"], "--record", path).stdout
    control = next(row for row in rows if row["kind"] == "control")
    assert "North Front gained" in run("explain", control["id"], "--record", path).stdout
    (identifier,) = first_ids(run("tolls", "--record", path).stdout)
    assert "policy  range" in run("explain", identifier, "--record", path).stdout


def test_an_id_that_means_nothing_or_several_things(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=OTHER)
    unknown, several = run("explain", "zzz", "--record", path), run("explain", "c", "--record", path)
    assert (unknown.exit_code, several.exit_code) == (2, 2)
    assert "nothing on record has the id zzz" in unknown.stderr
    assert "may mean 5 things" in several.stderr
