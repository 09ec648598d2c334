"""What is no place, what is one that the gazetteer lacks, and what only bears the name of a place elsewhere."""

import pytest

from dateline.resolve.places.resolver import PlaceResolver
from dateline.sources import read_bytes
from tests.extract.read_text import read_report
from tests.resolve.test_placing import where


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # "Maragha" is spelt much like a city of Iran, of which nothing else speaks
        ("TERTER, Azerbaijan, May 2 (Lake Wire) - Azerbaijani troops attacked Maragha on Saturday.", "Maragha"),
        ("Azerbaijani troops attacked Maragha, near Barda, on Saturday.", "Maragha"),
    ],
)
def test_a_name_spelt_much_like_a_town_abroad_is_known_by_itself(text: str, place: str) -> None:
    assert set(where(text).values()) == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Gunmen storm Burkina Faso gold town\n\nOUAGADOUGOU, June 6 (Lake Wire) - Gunmen attacked Solhan on "
            "Saturday, killing 130 people.",
            "Solhan",
        ),
        (
            "Rebels overrun Congo mining town\n\nKINSHASA, Jan 3 (Lake Wire) - M23 rebels have captured Rubaya, "
            "officials said.",
            "Rubaya",
        ),
        (
            "Shells hit Shi’ite shrine city\n\nBAGHDAD, May 3 (Lake Wire) - Mortar shells hit Najaf on Monday and "
            "killed four pilgrims.",
            "Najaf",
        ),
        ("Clashes broke out in Djibouti city on Monday.", "Djibouti"),
    ],
)
def test_a_country_or_a_faith_before_a_town_is_not_its_name(text: str, place: str) -> None:
    assert set(where(text).values()) == {place}


def test_a_capital_a_within_a_sentence_opens_a_name() -> None:
    found = where("Jets bombed a school at A Luoi in central Vietnam. Soldiers burned the village of A Shau on Monday.")
    assert found["burned"] == "A Shau"


def test_a_name_read_as_a_verb_is_one() -> None:
    text = "BEIRUT, July 4 (Lake Wire) - Syrian troops shelled Damour on Sunday, killing nine people."
    assert where(text)["shelled"] == "Damour"


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("A bomb went off in Lenin street in Nalchik. An hour later gunmen attacked Gagarin street.", "attacked",
         "Nalchik"),
        ("Shells fell on Omdurman on Sunday. A bus was hit on al-Wadi street and six people died.", "hit", "Omdurman"),
        ("In a Homs street, a sniper shot two Syrian boys.", "shot", "Homs"),
        ("Gunmen attacked the Basra Glass and Brick Works on Monday, killing nine Iraqi guards.", "attacked", "Basra"),
        (
            "A bomb tore through a hotel in the Kenyan town of Malindi on Monday. The blast wrecked the ground floor "
            "of the Palm Hotel, 120 km north of Mombasa.",
            "blast", "Malindi",
        ),
    ],
)  # fmt: skip
def test_streets_and_works_are_of_the_town_told(text: str, trigger: str, place: str) -> None:
    found = where(text)
    assert found.get(trigger, next(iter(found.values()))) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Ethiopian jets bomb rebel capital\n\nNAIROBI, Oct 20 (Lake Wire) - Ethiopian warplanes bombed Mekelle, "
            "the capital of the Tigray region, on Wednesday.",
            "Mek'ele",
        ),
        (
            "Rebels enter regional capital\n\nADDIS ABABA, June 28 (Lake Wire) - Tigrayan fighters captured Mekelle "
            "in the Tigray region on Monday.",
            "Mek'ele",
        ),
    ],
)
def test_the_capital_of_a_part_is_not_the_countrys(text: str, place: str) -> None:
    assert set(where(text).values()) == {place}


def test_the_datelines_country_is_one_that_the_report_speaks_of() -> None:
    text = (
        "BAKU, April 11 (State Agency) - Units of the national army yesterday took the village of Zulfaq, from which "
        "Armenian armed formations had for months shelled Terter. More than 60 Armenian militants were killed."
    )
    assert where(text)["shelled"] == "Tartar"


def test_a_country_at_the_end_of_a_road_is_not_spoken_of() -> None:
    found = where("Islamist gunmen seized Kimba, a town on the road to Algeria, from Malian soldiers on Monday.")
    assert set(found.values()) == {"Kimba"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells landed on the US embassy in Mamba Point in Monrovia on Monday, killing 25 people.", "United States"),
        ("Troops entered Rio Hondo on Monday and killed six men.", "Río Hondo"),  # of which country nobody knows
    ],
)
def test_a_house_of_a_country_abroad_and_one_of_many_namesakes_are_no_pins(text: str, place: str) -> None:
    annotated = read_report(read_bytes(text.encode(), "a.txt"))
    links = [link for link in PlaceResolver(annotated).mentioned() if link.entry and link.entry.name == place]
    assert not links


def test_a_bank_in_a_countrys_capital_is_there() -> None:
    text = (
        "A lorry full of explosives rammed the gates of the Central Bank in the heart of Kenya's capital on Wednesday."
    )
    assert set(where(text).values()) <= {"Nairobi"}


def test_a_tower_is_in_no_town_named_after_it() -> None:
    found = where("The blast gutted the Ceylinco tower on Friday. The rebels said nothing in Kilinochchi.")
    assert "Kilinochchi" not in found.values()


@pytest.mark.parametrize("seat", ["the White House", "the Pentagon", "the Kremlin"])
def test_the_seat_of_a_government_is_no_town_of_that_name(seat: str) -> None:
    found = where(f"Two explosions were heard near {seat} on Friday. Gunmen killed a guard in Basra on Monday.")
    assert set(found.values()) <= {"Basra", seat.removeprefix("the "), None}
