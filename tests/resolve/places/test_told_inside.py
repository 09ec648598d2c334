"""Names told to lie in others, and words that only look like names of places, in sentences as they are read."""

import pytest

from dateline.resolve.places.resolver import PlaceResolver
from tests.extract.read_text import read


def meant(text: str) -> dict[str, tuple[str | None, str | None]]:
    """The place of each name in a text, with what it is near; None for a name that the gazetteer lacks."""
    annotated, _ = read(text)
    links = PlaceResolver(annotated).mentioned()
    return {link.words: (link.entry.name, link.entry.country) if link.entry else (None, None) for link in links}


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Syrian jets bombed the Maadi quarter of Aleppo on Monday.", "Aleppo", "Aleppo"),
        ("Shells hit the Leninsky district of Donetsk, Ukrainian police said.", "Donetsk", "Donetsk"),
        ("Gunmen killed a teacher in Bacho district of Narathiwat in Thailand.", "Narathiwat", "Narathiwat province"),
        ("Maoists killed six soldiers in Sukma district of Chhattisgarh, India.", "Chhattisgarh", "Chhattisgarh state"),
        ("Syrian rebels shelled the Idlib town of Ariha on Sunday.", "Ariha", "Ariha"),
    ],
)
def test_the_larger_of_two_names_around_a_noun_holds_the_other(text: str, name: str, place: str) -> None:
    assert meant(text)[name][0] == place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells killed four people in Bab al-Salam, a rebel-held quarter of Aleppo in Syria.", "Bab al-Salam"),
        ("Syrian planes struck Aleppo. The al-Quds hospital was hit from the air.", "al-Quds"),
        ("Peruvian guerrillas killed nine in the village of San Miguel del Ene in Peru.", "San Miguel"),
        ("Raiders attacked the Sidi Youssef quarter of Beni Messous in Algeria.", "Beni"),
    ],
)
def test_a_namesake_elsewhere_is_not_meant(text: str, name: str) -> None:
    assert meant(text).get(name, (None, None)) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["Five troopers died in a Maoist ambush in India.", "He said that 84 people were killed by the men of Kony."],
)
def test_a_party_or_leader_is_no_place(text: str) -> None:
    assert {entry for entry, country in meant(text).values() if country != "IN"} <= {None}


def test_a_list_is_no_address() -> None:
    found = meant("Bombs went off in Vancouver, Calgary, Edmonton and Toronto, Canadian police said.")
    assert {name for name, country in found.values() if country == "CA"} == {
        "Vancouver",
        "Calgary",
        "Edmonton",
        "Toronto",
    }
