"""Titles of lists, ranks, truces told only to say since when; captures that notes tell in the present."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.reading import EventReading
from tests.extract.read_text import read


def told(text: str) -> list[str]:
    annotated, _ = read(text)
    return [one.type for one in extract(annotated) if isinstance(one, EventReading)]


@pytest.mark.parametrize(
    "text",
    [
        "Chronology of attacks in the North Caucasus",
        "Humanitarian snapshot - Attacks in the Sahel region (as of 10 June 2021)",
        '"It is the sixth time that one of our schools has been struck," she said.',
        "It was the second such attack in the city in under a month.",
        "It was the latest attack on the town of Marib.",
        "That was the 11th raid on Taiz this year.",
    ],
)
def test_what_heads_or_ranks_is_no_event(text: str) -> None:
    assert told(text) == []


def test_one_attack_in_a_title_is() -> None:
    assert told("Review of an attack in Grozny: gunmen attacked a police post in Grozny.") != []


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb exploded in Omagh on Saturday, in the worst single atrocity of the Troubles.",
        "A bomb went off in Omagh, the fifth attack there this year.",
        "A suicide bomber blew himself up in Quetta, the 12th such attack this year.",
        "A missile levelled flats in Ganja on Sunday, less than 24 hours after a ceasefire took effect.",
        "Jets bombed a house in Qana where two families sheltered, and killed 54 people.",
    ],
)
def test_what_only_ranks_or_dates_or_counts_is_told_once(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["Goma falls.", "The M23 takes Sake from the army.", "ANSF retake Musa Qala DC."],
)
def test_notes_tell_of_captures_in_the_present(text: str) -> None:
    assert told(text) == ["Territory taken"]


@pytest.mark.parametrize("text", ["Gold falls to its lowest.", "Paris falls silent.", "The army takes Christmas off."])
def test_what_else_falls_is_no_capture(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A car laden with explosives was detonated in Ankara.", ["Remote explosive/landmine/IED"]),
        ("Bama fell to rebels after a day of heavy fighting with soldiers.", ["Territory taken", "Armed clash"]),
    ],
)
def test_trees_that_parsers_take_wrong_are_mended(text: str, kinds: list[str]) -> None:
    assert told(text) == kinds


def test_a_second_noun_is_joined_to_the_first_object() -> None:
    annotated, _ = read("Ukraine liberated the town of Lyman in the east and the villages of Yampil and Torske.")
    (event,) = (one for one in extract(annotated) if isinstance(one, EventReading))
    assert [phrase.text for phrase in event.places][1:] == ["Yampil", "Torske"]
