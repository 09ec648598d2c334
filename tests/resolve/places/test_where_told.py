"""Which of the places told nearby an event was at: no speaker's, no neighbour's, no end of a road."""

import pytest

from tests.resolve.test_placing import where


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "A suicide bomber struck Gao in Mali on Wednesday. The group told a news agency in Nouakchott "
            "that it had carried out the attack.",
            "bomber", "Gao",
        ),
        (
            "KIDAL, Mali, May 21 (Lake Wire) - Tuareg rebels took the town on Wednesday, an hour after the army had "
            "attacked it. A spokesman told a French radio station in Paris that 20 soldiers had been killed.",
            "took", "Kidal",
        ),
        (
            "Bombs tore through a market in Maiduguri in Nigeria. In Abuja, the government condemned the attack.",
            "Bombs", "Maiduguri",
        ),
        (
            "Guerrillas killed 14 marines in an ambush at Tipo-Tipo in the Philippines. The rebels said in Manila that "
            "they had carried out the ambush.",
            "killed", "Tipo-Tipo",
        ),
    ],
)  # fmt: skip
def test_where_somebody_is_told_of_it_is_not_where_it_was(text: str, trigger: str, place: str) -> None:
    found = where(text)
    assert found.get(trigger, next(iter(found.values()))) == place
    assert set(found.values()) == {place}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Rwandan rebels captured the village of Kibumba on Monday, two days after the army had bombed it, "
            "officials in Kigali said.",
            {"Kibumba"},
        ),
        (
            "The army retook Goundam, a market town on the road to Algeria that it lost to Malian rebels in May.",
            {"Goundam"},
        ),
        ("Insurgents seized Banki, a town on the border with Cameroon that Nigerian troops had burned.", {"Banki"}),
        ("Fighting at Phidim, the headquarters of Panchthar district, began at ten on Sunday in Nepal.", {"Phidim"}),
    ],
)
def test_what_is_told_beside_a_name_is_told_of_it(text: str, places: set[str]) -> None:
    assert set(where(text).values()) == places


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "The team reached the ruins of Tukumare on 3 May. The village had been attacked by Sudanese soldiers a "
            "week before. Shells were still falling near Nyala.",
            "attacked", "Tukumare",
        ),
        (
            "Sudanese soldiers attacked Dahrat, a large village on the plain near Nyala, on Monday. Rebels took the "
            "village back on Tuesday.",
            "took", "Dahrat",
        ),
    ],
)  # fmt: skip
def test_the_village_may_be_one_that_the_gazetteer_lacks(text: str, trigger: str, place: str) -> None:
    assert where(text)[trigger] == place


def test_a_lead_that_tells_only_the_region_was_at_the_one_town_told() -> None:
    text = (
        "Air strike on Myanmar crowd kills 30\n\nMay 11, 2022 (Lake Wire) - Army jets bombed a crowd in the Sagaing "
        "region on Tuesday, killing 30 people. Families had come to Kone Tha village in Tabayin township for a "
        "school's opening."
    )
    assert set(where(text).values()) == {"Kone Tha"}


def test_an_entry_of_another_town_is_of_that() -> None:
    text = (
        "- On 11 May, government forces bombed the village of Taung Myint in Pauk township.\n\n- On 23 June, military "
        "aircraft struck a wedding party of farmers in Kyauk Ni, Yinmarbin township."
    )
    assert where(text)["struck"] == "Kyauk Ni"


def test_a_line_of_a_place_and_a_day_tells_where() -> None:
    text = (
        "Health Office of the Governorate of Karbala\nKarbala, 7 January 2006\n\nThe office gives the final figures "
        "for the explosion of Thursday between the two shrines: 60 people were killed."
    )
    assert set(where(text).values()) == {"Karbala"}
