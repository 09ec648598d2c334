import pytest

from dateline.extract.extraction import extract
from dateline.model.reading import ControlReading
from tests.extract.read_text import read


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the control claims of a text: change, holder and place, in words."""
    annotated, _ = read(text)
    found = [reading for reading in extract(annotated) if isinstance(reading, ControlReading)]
    return [(str(one.change), one.holders[0].text if one.holders else "", one.places[0].text) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hodeidah has been under Houthi control since October 2014.", ("holds", "Houthi", "Hodeidah")),
        ("Harasta, formerly held by the rebels, was entered by the army.", ("lost", "the rebels", "Harasta")),
        ("Harasta remains the only town in the province in rebel hands.", ("holds", "rebel", "Harasta")),
        ("El Fasher is the last city in Darfur held by the army.", ("holds", "the army", "El Fasher")),
        ("The army drove the rebels out of their stronghold of Harasta.", ("holds", "the rebels", "Harasta")),
        ("The fighters fled, leaving the army in full control of Raqqa.", ("holds", "the army", "Raqqa")),
        ("Shusha was rebel-held for thirty years.", ("holds", "rebel", "Shusha")),
        ("Kismayo was an Al-Shabaab stronghold.", ("holds", "Al-Shabaab", "Kismayo")),
        ("Raqqa was a stronghold of Al-Shabaab.", ("holds", "Al-Shabaab", "Raqqa")),
    ],
)
def test_whose_a_place_is(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_whom_a_place_was_taken_from_did_not_take_it() -> None:
    assert told("The intervention led to the recapture of Palmyra from the Islamic State in March 2016.") == [
        ("gained", "", "Palmyra"),  # by whom, the rest of a report may tell
        ("lost", "the Islamic State", "Palmyra"),
    ]


def test_who_is_driven_back_from_a_place_need_not_have_held_it() -> None:
    assert told("The rebels have been pushed back from Marib.") == []
