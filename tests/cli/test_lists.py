from pathlib import Path

import pytest

from tests.cli.running import FALL, LATER, LISTS, OTHER, record_of, run


def test_incidents_are_listed_by_day_with_who_tells(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL, b=LATER, c=OTHER)
    listing = run("incidents", "--record", path).stdout
    assert listing.index("Binnish") < listing.index("Afrin")
    assert "12 to 30, contested" in listing
    assert "Observatory (2 reports)" in listing


@pytest.mark.parametrize(
    ("options", "there"),
    [
        (["--place", "binnish"], False),
        (["--place", "AFR"], True),
        (["--actor", "north"], True),
        (["--actor", "east"], False),
        (["--on", "2015-04-25"], True),
        (["--on", "2015-03-28"], False),
        (["--to", "2015-04-24"], False),
        (["--from", "2015-04-01", "--to", "2015-04-30"], True),
    ],
)
@pytest.mark.parametrize("listing", LISTS)
def test_filters(tmp_path: Path, listing: str, options: list[str], there: bool) -> None:
    path = record_of(tmp_path, a=FALL, b=OTHER)
    assert ("Afrin" in run(listing, *options, "--record", path).stdout) == there


@pytest.mark.parametrize("listing", LISTS)
def test_an_empty_list_says_so(tmp_path: Path, listing: str) -> None:
    path = record_of(tmp_path, a=FALL)
    assert "on record" in run(listing, "--place", "Nowhere", "--record", path).stdout


def test_control_that_nothing_ended_is_shown_for_later_days(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    assert "North Front" in run("control", "--on", "2015-06-01", "--record", path).stdout
    assert "North Front" not in run("control", "--on", "2015-04-01", "--record", path).stdout


def test_a_name_that_is_in_no_place_or_actor_is_told_with_what_is_like_it(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    place = run("incidents", "--place", "Afrn", "--record", path)
    assert "No place or province in it is called “Afrn”; perhaps you mean Afrin." in place.output
    actor = run("control", "--actor", "Nobody at all", "--record", path)
    assert "No actor in it is called “Nobody at all”." in actor.output


def test_days_the_wrong_way_round_are_said_so(tmp_path: Path) -> None:
    result = run("tolls", "--from", "2015-05-01", "--to", "2015-04-01", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "--from 2015-05-01 is after --to 2015-04-01" in result.stderr
