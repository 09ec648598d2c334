"""Who holds a place as a whole, and who only something in or near it."""

import pytest

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import ControlClaim
from dateline.model.place import PlacePrecision
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes


def held(text: str) -> list[tuple[str, bool]]:
    """Return the places of a text's control claims, and whether each is held as a whole."""
    report = read_bytes(text.encode(), "a.txt", Row(file="a.txt", number=2))
    (annotated,) = Annotator.load().annotate([report])
    found = [c.place.entry for c in resolve(annotated, extract(annotated))
             if isinstance(c, ControlClaim) and c.place and c.place.entry]  # fmt: skip
    assert all(entry.precision is PlacePrecision.AREA for entry in found if entry.near == entry.name)
    return [(entry.name, entry.near != entry.name) for entry in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels captured the Syrian town of Saraqib.", "Saraqib"),
        ("Rebels captured Saraqib in Syria, except for a hospital.", "Saraqib"),
        ("Syrian troops moved into Saraqib and took control of the town.", "Saraqib"),
        ("Rebels captured the rest of the Syrian town of Saraqib.", "Saraqib"),
        ("Rebels captured the air base at Taftanaz in Syria.", "Taftanaz air base"),
    ],
)
def test_the_whole_is_held(text: str, name: str) -> None:
    assert (name, True) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized a checkpoint in Saraqib, Syria.",
        "ISIL captured most of the town of Azaz.",
        "Rebels captured the northern neighbourhoods of Saraqib, Syria.",
        "Syrian troops captured two villages near Saraqib.",
        "Rebels captured three bases in Saraqib, Syria.",
        "Syrian planes bombed rebel-held positions in Saraqib.",
    ],
)
def test_only_a_part_is_held(text: str) -> None:
    found = held(text)
    assert found and not any(whole for _, whole in found)


def test_a_pronoun_is_what_stands_before_it_and_not_the_town_beside() -> None:
    assert ("Ariha", True) in held("Rebels swept into Ariha in Syria and controlled it by midnight.")
    assert ("Ariha", True) not in held("The army regained a factory outside Ariha in Syria after rebels had seized it.")
    assert not any(
        whole for name, whole in held("It was the last town that the army held in Idlib, Syria.") if name == "Idlib"
    )


def test_a_longer_name_is_another_place() -> None:
    assert ("Al-Tall", True) not in held("The Syrian army took Tal Mardum on Monday.")
    assert ("Idlib", True) in held("The Syrian rebels took Idlib City on Monday.")


def test_a_noun_said_of_a_name_is_that_place() -> None:
    assert ("Douma", True) in held("Douma was the last pocket controlled by the Syrian rebels.")


def test_two_towns_of_a_list_are_held_as_wholes() -> None:
    assert held("Rebels captured the Syrian towns of Saraqib and Ariha.") == [("Saraqib", True), ("Ariha", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Saraqib, Syria. Later the army seized the Nahda roundabout in the town.",
        "In Saraqib, Syria, rebels seized a hill.",
        "Rebel-held east Aleppo in Syria was shelled.",
        "Rebels hold territory in Syria.",
        "The army captured hills around Ariha, Syria.",
    ],
)
def test_what_stands_in_a_place_beside_it_or_on_one_side_is_a_part(text: str) -> None:
    found = held(text)
    assert found
    assert not any(whole for name, whole in found[-1:])


def test_a_first_word_of_names_is_no_town_before_another_name() -> None:
    assert not any(name == "At Tall" for name, _ in held("Syrian troops captured the hill of Tal Hamka on Friday."))
