"""Bombs and explosions whose own words leave open how they came."""

import pytest

from tests.resolve.test_told_again import told

AIR, LAID, SUICIDE = "Air/drone strike", "Remote explosive/landmine/IED", "Suicide bomb"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Warplanes attacked Kauda in Sudan on Sunday. One bomb hit a yard in Kauda and killed two people.", {AIR}),
        ("A man blew himself up at a mosque in Kano on Friday. The explosion in Kano killed 12.", {SUICIDE}),
        ("Saturday's bombings in Baidoa killed 20 people.", {LAID}),
        ("Cluster bombs hit the market of Togoga on Tuesday.", {AIR}),
        ("Twin blasts rocked Mubi on Tuesday. The first bomber struck a mosque, the second a market.", {SUICIDE}),
        ("Jets pounded the Nuba Mountains in Sudan on Sunday and six died when a bomb hit a house in Kauda.", {AIR}),
        ("Jets struck Kauda in Sudan on Sunday. The bombardment of Kauda killed six people.", {AIR}),
    ],
)
def test_a_bomb_is_of_the_kind_that_its_report_tells(text: str, kinds: set[str]) -> None:
    assert {event.type for event in told(text)} == kinds


def test_what_is_told_of_another_day_says_nothing_of_a_bomb() -> None:
    text = (
        "Warplanes attacked Kauda in Sudan on Sunday. On Thursday a roadside bomb in Kauda killed two soldiers."
        " A bombing in Talodi on Friday killed nine people."
    )
    assert [event.type for event in told(text)] == [AIR, LAID, LAID]


def test_a_car_bomb_stays_one_beside_an_air_strike() -> None:
    text = "Warplanes attacked Idlib in Syria on Sunday. A car bomb at a bakery in Idlib killed nine people on Sunday."
    assert [event.type for event in told(text)] == [AIR, LAID]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Gunmen attacked a church in Owo, Nigeria, on Sunday. Explosives were thrown among the congregation.",
            {"Attack"},
        ),
        ("Two militants threw grenades and opened fire in a bazaar in Jammu on Saturday.", {"Attack"}),
        ("Men hurled a grenade into a bar in Kano on Monday and fled.", {"Grenade"}),
        (
            "Gunmen attacked a village near Jos on Sunday. On Tuesday men threw a grenade into a bar in Kano.",
            {"Attack", "Grenade"},
        ),
    ],
)
def test_grenades_thrown_among_shots_are_an_attack(text: str, kinds: set[str]) -> None:
    assert {event.type for event in told(text)} == kinds
