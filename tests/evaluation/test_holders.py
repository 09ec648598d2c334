"""Questions of who held a place, asked of spells."""

from collections.abc import Iterable, Iterator
from typing import cast

from dateline.model.claim import Claim, ControlClaim
from dateline.model.reading import Change
from dateline.model.reckoned import Spell
from dateline.reckon import reckon_control
from dateline.store import RecordView
from evaluation.holders import wrong_holders
from tests.builders import actor, control, place, when

TOWN = place("Sarra")
ARMY, REBELS, OTHERS = actor("Army", "government"), actor("Front", "opposition"), actor("Allies")


class View:
    """As much of a record's view as the questions need."""

    def __init__(self, claims: Iterable[ControlClaim]) -> None:
        self._claims = list(claims)

    def claims(self, kind: str) -> Iterator[Claim]:
        return iter(self._claims if kind == "control" else [])

    def spells(self) -> Iterator[Spell]:
        return iter(reckon_control(self._claims))


def wrong(claims: Iterable[ControlClaim], *held: tuple[str, str, str]) -> list[str]:
    return list(wrong_holders({"held": held, "also_called": {"Sara": ["Sarra"]}}, cast(RecordView, View(claims))))


def test_side_or_name_answers_and_unknown_allies_do_not_count() -> None:
    claims = [control(TOWN, when("2015-04-25"), Change.GAINED, REBELS, OTHERS)]
    assert wrong(claims, ("Sarra", "2015-04-26", "opposition"), ("Sara", "2015-04-25", "Front")) == []


def test_another_holder_nobody_and_past_reach_are_wrong() -> None:
    claims = [control(TOWN, when("2015-04-25"), Change.GAINED, ARMY)]
    asked = [
        ("Sarra", "2015-04-26", "opposition"),
        ("Sarra", "2015-04-24", "government"),
        ("Sarra", "2015-06-04", "government"),
    ]
    told = wrong(claims, *asked)
    assert [line.rpartition(" ")[2] for line in told] == ["Army", "nobody", "nobody"]
