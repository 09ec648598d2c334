"""Where an event is put whose own words name no town, or another that is no scene."""

import pytest

from tests.resolve.test_placing import where


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        # who speaks, behind what is said
        (
            "Bandits raided Maradun on Friday. A guard was shot dead at the gate, the governor said in Gusau.",
            "shot",
            "Maradun",
        ),
        # what is told of next is not in the town that it was filed from
        (
            "MOMBASA, Kenya - Gunmen stormed Mpeketoni on Sunday, police said. A bomb went off at the bank.",
            "went",
            "Mpeketoni",
        ),
        # people of a place, whom the tagger takes for a person with a surname
        ("Residents of Halfaya in Syria said an air strike hit people queueing outside a bakery.", "strike", "Halfaya"),
        ("The mayor of Arsal said that gunmen had overrun the police station.", "overrun", "Aarsal"),
        # a hospital called like one of many villages, a hall in a city that only the minister's words name
        ("HODEIDAH, Yemen - Warplanes struck the gate of al-Thawra hospital.", "struck", "Al Hudaydah"),
        (
            "Gunmen stormed the Sandgate mall on Saturday. A minister told reporters in Nairobi that 59 were dead.",
            "stormed",
            "Nairobi",
        ),
        # a ship bears a name of its own
        ("ADEN, Yemen - A boat blew up alongside the destroyer Cole in the harbour.", "blew", "Aden"),
        # a mine that blows up is none in which people dig
        (
            "TANK, Pakistan - Gunships fired rockets at a house near Wana on Monday. Two men were killed later "
            "when their jeep drove over a mine.",
            "drove",
            "Wana",
        ),
    ],
)
def test_a_scene_is_no_town_of_who_speaks_or_files(text: str, trigger: str, place: str) -> None:
    assert where(text)[trigger] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("VUKOVAR, Croatia, Nov 19 - The army shelled this Danube town on Monday.", "Vukovar"),
        ("TORIBIO, Colombia, April 15 - Rebels shelled this Indian town in the Andes on Thursday.", "Toribío"),
        ("Hunters attacked the Fulani part of Ogossagou, in Mali, on Saturday.", "Ogossagou"),
        ("Militiamen attacked the church of Nyarubuye, in Rwanda, on Friday.", "Nyarubuye"),
        # nobody agrees on which city is the second
        ("GANJA, Azerbaijan, Oct 11 - A missile hit a house in Azerbaijan's second city on Sunday.", "Ganja"),
        # a town of the province that has its name
        ("Soldiers shot at a crowd in Cluj, in Romania.", "Cluj-Napoca"),
    ],
)
def test_what_describes_a_town_is_no_name_of_it(text: str, place: str) -> None:
    assert set(where(text).values()) == {place}


def test_a_stop_ends_the_dateline_of_a_place_and_a_day() -> None:
    assert set(where("Osh, 11 June. Gunmen attacked the market in the Cheremushki district.").values()) != {
        "Cherëmushki"
    }
    assert set(where("Dili, Monday. Militiamen attacked the school. Refugees flee to Baucau.").values()) == {"Dili"}
