"""Figures of the dead that a report gives: read or not, whose dead, who says so."""

from typing import Any

from dateline.model.claim import TollClaim
from evaluation.told_tolls import wrong_tolls
from tests.builders import actor, toll

TEXT = "Ten soldiers died, the Front said. Two men fell."
ARMY, FRONT = actor("Army", "government"), actor("Front", "opposition")


def told(**other: Any) -> dict[str, Any]:
    return {"file": "a.txt", "words": "Ten soldiers", "low": 10, "high": 10, "side": None, "said_by": None} | other


def claim(**other: Any) -> TollClaim:
    return toll(10, quote=TEXT[:34], start=0, **other)


def wrong(one: dict[str, Any], *claims: TollClaim) -> list[str]:
    return [what for what, _ in wrong_tolls({"told": [one]}, claims, {"a.txt": TEXT})]


def test_a_figure_is_read_where_its_words_stand() -> None:
    assert wrong(told(), claim()) == []
    assert wrong(told(low=11), claim()) == ["figure"]
    assert wrong(told(words="Two men"), claim()) == ["figure"]


def test_side_may_be_the_party_or_its_camp() -> None:
    dead = claim(side=ARMY, status="combatants")
    assert wrong(told(side="Army"), dead) == wrong(told(side="government"), dead) == []
    assert wrong(told(side="opposition"), dead) == wrong(told(), dead) == ["side"]


def test_speaker_is_one_of_the_names_or_the_report() -> None:
    assert wrong(told(said_by=["Front", "Army"]), claim(said_by=(FRONT,))) == []
    assert wrong(told(said_by=[""]), claim(said_by=(FRONT,))) == ["speaker"]
    assert wrong(told(said_by=[""]), claim()) == []


def test_of_two_claims_the_better_counts() -> None:
    assert wrong(told(said_by=["Front"]), claim(), claim(said_by=(FRONT,))) == []
