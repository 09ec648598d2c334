"""Weapons that did not go off, and events that were only feared or had gone on before."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.reading import EventReading, Stance
from tests.extract.read_text import read


def asserted(text: str) -> set[str]:
    annotated, _ = read(text)
    return {
        one.type or "" for one in extract(annotated) if isinstance(one, EventReading) and one.stance is Stance.ASSERTED
    }


@pytest.mark.parametrize(
    "text",
    [
        "The belt did not explode.",
        "The device on the bridge did not go off.",
        "A woman with a vest was held before the bomb could be detonated.",
        "A grenade hurled at the gate in Gitega proved to be a dud.",
    ],
)
def test_what_did_not_go_off_was_kept_from_its_aim(text: str) -> None:
    assert "Disrupted weapons use" in asserted(text)
    assert not {"Remote explosive/landmine/IED", "Grenade", "Suicide bomb"} & asserted(text)


def test_a_bomb_that_went_off_is_no_dud() -> None:
    assert asserted("A bomb exploded at the market in Gitega.") == {"Remote explosive/landmine/IED"}


def test_what_was_feared_leaves_the_flight_told() -> None:
    assert asserted("Hundreds of villagers fled their homes in Wau as rumours of an assault spread.") == {"Other"}


def test_a_truce_after_weeks_of_fighting_is_no_fight_of_its_own() -> None:
    assert asserted("Both militias agreed to a truce in Sabha after weeks of fighting.") == {"Agreement"}
