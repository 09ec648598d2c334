"""Officers, guards and sailors of whom nobody tells the party: of their list, or of those whom rebels fought."""

import pytest

from tests.resolve.tolls.test_sides import sides


@pytest.mark.parametrize(
    ("text", "camps"),
    [
        (
            "A missile killed a general, two colonels and 40 officers of the Ukrainian armed forces at Donetsk.",
            ["government of Ukraine"] * 3,
        ),
        (
            "Maoists ambushed a patrol near Dantewada in India. Eleven jawans and a home guard were killed.",
            ["government of India"] * 2,
        ),
        (
            "FMLN guerrillas overran a post at Perquin in El Salvador. Twelve National Guardsmen were killed.",
            ["government of El Salvador"],
        ),
        (
            "Rebels seized a hill near Hama in Syria. Twelve pro-government fighters and nine rebels were killed.",
            ["government of Syria", "opposition in Syria"],
        ),
        (
            "Loyalist troops fought rebels near Taiz in Yemen. The loyalist troops lost 14 men.",
            ["government of Yemen"],
        ),
        (
            "American troops fought near Samarra in Iraq. About 100 anti-Iraqi forces were killed.",
            ["opposition in Iraq"],
        ),
        (
            "RUF rebels ambushed a convoy near Bo in Sierra Leone. Ten SLA soldiers were killed.",
            ["government of Sierra Leone"],
        ),
        (
            "Two brothers aged six and nine were killed when M23 fighters shelled Goma in Congo.",
            [None],
        ),
    ],
)
def test_the_dead_are_of_the_party_that_their_list_or_the_fight_tells(text: str, camps: list[str | None]) -> None:
    assert sides(text) == camps
