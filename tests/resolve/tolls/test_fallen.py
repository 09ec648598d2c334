"""Whose dead those are whom a report praises, or counts on from those told before."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import TollClaim
from dateline.resolve import resolve
from tests.extract.read_text import read

SIDES = [
    ("Jund al-Aqsa captured Morek at dawn. Seven of the brothers were killed.", "Seven", "Jund al-Aqsa"),
    ("Al-Shabaab drove them back from Dhobley. Six of the mujahideen were killed.", "Six", "Al-Shabaab"),
    ("Al-Shabaab took Dhobley. Our men burned a base there. Nine of the brothers were killed.", "Nine", "Al-Shabaab"),
    ("Soldiers killed 90 militants at Rafah on Monday. Another 12 were killed on Tuesday.", "12", "Militants"),
    ("Gunmen captured three soldiers at Bria and killed two others.", "two", "Military Forces"),
]
NO_SIDES = [
    ("A bomb killed four soldiers at Bria. Another nine people died in the market.", "nine"),
    ("Gunmen wounded three soldiers at Bria and killed two others.", "two"),
]


def toll_of(text: str, number: str) -> TollClaim:
    annotated, _ = read(text)
    claims = resolve(annotated, extract(annotated))
    return next(one for one in claims if isinstance(one, TollClaim) and number in one.count.words.split())


@pytest.mark.parametrize(("text", "number", "side"), SIDES)
def test_the_side_is_that_of_the_doers_or_of_those_before(text: str, number: str, side: str) -> None:
    found = toll_of(text, number)
    assert found.side is not None and side in found.side.name, found
    assert found.status == "combatants"


@pytest.mark.parametrize(("text", "number"), NO_SIDES)
def test_others_may_be_anyone(text: str, number: str) -> None:
    found = toll_of(text, number)
    assert found.side is None and found.status == "people"
