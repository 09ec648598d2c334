"""Totals and the numbers of another sentence that come to them."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import TollClaim
from dateline.resolve import resolve
from tests.extract.read_text import read


def killed(text: str) -> dict[int | None, TollClaim]:
    annotated, _ = read(text)
    tolls = [claim for claim in resolve(annotated, extract(annotated)) if isinstance(claim, TollClaim)]
    return {toll.count.low: toll for toll in tolls if toll.harm == "killed"}


def test_numbers_that_come_to_a_total_are_its_parts() -> None:
    found = killed(
        "Shells killed 18 people in Taiz on Monday. "
        "The first shell killed five, the second killed eleven and the third killed two."
    )
    assert {number: toll.part_of == found[18].id for number, toll in found.items()} == {
        18: False,
        5: True,
        11: True,
        2: True,
    }


def test_the_total_of_two_attacks_is_of_neither() -> None:
    found = killed(
        "Helicopters bombed Saraqib on Saturday, killing 12 people, and jets hit a market in Ariha, where 18 died. "
        "Thirty people died in the two attacks."
    )
    assert [found[number].event is None for number in (12, 18, 30)] == [False, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 18 people in Taiz on Monday. The shells killed five men and eleven women, and wounded two.",
        "Shells killed 18 soldiers in Taiz on Monday. Eight civilians died and ten rebels.",
    ],
)
def test_what_comes_to_no_total_of_the_same_people_is_no_part(text: str) -> None:
    found = killed(text)
    assert all(toll.part_of is None for toll in found.values())
