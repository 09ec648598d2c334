"""Places told by what they are, by whose capital they are, by a road near them, or in the notes of a digest."""

import pytest

from tests.resolve.test_placing import where


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A salvo of missiles slammed into the market of the Chechen capital on Thursday, killing 118 people.",
            "Grozny",
        ),
        ("Rebel fighters seized the Dagestani capital on Monday after police fled.", "Makhachkala"),
        ("Jets fired on a line of cars on the Rostov-Baku highway near Gudermes in Russia on Friday.", "Gudermes"),
        (
            "Port city of Mariupol hit by rocket fire\n\nISTANBUL - Rockets hit Mariupol in Ukraine on Saturday.",
            "Mariupol",
        ),
        ("FARC guerrillas attacked the Indian town of Toribio in Cauca, Colombia, killing two policemen.", "Toribío"),
        ("On Thursday Hamas opened fire from Beit Hanoun on Israeli soldiers, the Israeli army said.", "Bayt Hanun"),
        (
            "CAIRO, Friday - Militants fired on a mosque during prayers in Egypt's North Sinai, killing 235.\n\n"
            "The al-Rawdah mosque lies in Bir al-Abed, 40 km west of al-Arish.",
            "Bir al-Abed",
        ),
        (
            "DAMASCUS, Syria - Militants fired on a crowded mosque during prayers on Friday, killing 20 people.\n\n"
            "The al-Nur mosque lies in Homs.",
            "Homs",
        ),
    ],
)
def test_the_town_that_words_describe(text: str, place: str) -> None:
    assert set(where(text).values()) == {place}


def test_an_adjective_of_two_provinces_tells_neither() -> None:
    assert "Lahore" not in where("Gunmen seized the Punjabi capital on Monday.").values()


def test_one_known_name_among_the_heads_of_notes_is_a_place() -> None:
    text = (
        "BORNO SECURITY DIGEST\n\nDikwa: bombing of the camp. Two girls detonated their vests and killed 58.\n\n"
        "Dalwari: gunmen burned huts."
    )
    assert where(text)["detonated"] == "Dikwa"
