"""Which numbers are only some of the dead that the same report counts."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import TollClaim
from dateline.resolve import resolve
from tests.extract.read_text import read


def killed(text: str) -> dict[int | None, bool]:
    """The numbers of the dead of a report, each with whether it is a part of another."""
    annotated, _ = read(text)
    tolls = [claim for claim in resolve(annotated, extract(annotated)) if isinstance(claim, TollClaim)]
    return {toll.count.low: toll.part_of is not None for toll in tolls if toll.harm == "killed"}


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb killed 19 people in Homs on Friday. Three died of their wounds.",
        "A car bomb killed 19 people in Homs on Friday. Three of the wounded died overnight.",
        "A car bomb killed 19 people in Homs on Friday. Rescuers found three more bodies under a wall.",
        "A shell killed 19 people at a bus stop in Taiz. Three died of severe burns.",
        "The number of people killed when a jet bombed a school in Taiz has risen to 19. Three died of their injuries.",
    ],
)
def test_those_who_died_or_were_found_later_are_some_of_the_dead(text: str) -> None:
    """Their number is no second account of how many died."""
    assert killed(text) == {19: False, 3: True}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A car bomb wounded 40 people in Homs on Friday. Three died of their wounds.", {3: False}),
        (
            "A car bomb killed two people in Homs. Twelve others died when a shell hit a bus in Hama.",
            {2: False, 12: False},
        ),
        (
            "A car bomb killed 19 people in Homs on Friday. The governor said that three people died.",
            {19: False, 3: False},
        ),
    ],
)
def test_what_is_no_part(text: str, wanted: dict[int, bool]) -> None:
    assert killed(text) == wanted


def test_who_are_as_many_as_the_headline_counts_are_counted_again() -> None:
    text = "Bomber kills 47 in Gao\n\nA bomber struck a camp in Gao as soldiers gathered, killing at least 47 of them."
    annotated, _ = read(text)
    tolls = [claim for claim in resolve(annotated, extract(annotated)) if isinstance(claim, TollClaim)]
    assert [toll.part_of for toll in tolls if toll.harm == "killed"] == [None, None]
