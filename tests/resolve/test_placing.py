"""Where events were that name no place of their own: the lead goes before the dateline, which comes last."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import EventClaim
from dateline.resolve import resolve
from dateline.sources import read_bytes
from tests.extract.read_text import read_report


def where(text: str) -> dict[str, str | None]:
    """The place of each event of a report, by its trigger."""
    annotated = read_report(read_bytes(text.encode(), "a.txt"))
    claims = resolve(annotated, extract(annotated))
    events = [claim for claim in claims if isinstance(claim, EventClaim)]
    return {one.trigger: one.place.entry.name if one.place and one.place.entry else None for one in events}


HEADLINES = [
    (
        "Gunmen kill 30 on Kenyan coast\n\nNAIROBI, Kenya, June 16 (Lake Wire) - Gunmen stormed the town of Mpeketoni "
        "on Sunday and killed at least 30 people, police said.",
        "Mpeketoni",
    ),
    (
        "Mortar hits church in Colombian jungle town\n\nBOGOTA, May 4 (Lake Wire) - Guerrillas fired a mortar at a "
        "church in Toribio on Thursday and killed nine people, the army said.",
        "Toribío",
    ),
    (
        "Truck bomb kills 40 in Iraqi market\n\nBAGHDAD, July 18 (Lake Wire) - A suicide bomber blew up a truck in a "
        "market in the town of Tal Afar on Friday, police said.",
        "Tal Afar",
    ),
]


@pytest.mark.parametrize(("text", "place"), HEADLINES)
def test_a_headline_was_where_the_lead_tells_it_again(text: str, place: str) -> None:
    assert list(dict.fromkeys(where(text).values())) == place.split("|")


def test_a_dateline_holds_where_the_place_told_next_is_of_another_day() -> None:
    text = (
        "Shells hit hospital\n\nDONETSK, Ukraine, Feb 4, 2015 (Lake Wire) - Shells struck a hospital here on Wednesday "
        "and killed four people. A day earlier rockets hit Avdiivka and killed five civilians."
    )
    assert where(text) == {"struck": "Donetsk", "hit": "Avdiivka"}


def test_a_letterhead_tells_where_they_sit_who_write() -> None:
    text = (
        "National Police Service, Nairobi\n\n19 June 2014\n\nOfficers on patrol near Witu in Lamu county came under "
        "fire from a gang this morning."
    )
    assert where(text) == {"fire": "Witu"}


def test_lands_of_which_nobody_tells_where_they_are_are_not_the_datelines_town() -> None:
    text = (
        "Strike kills 19 rebels\n\nCOLOMBO, Aug 15 (Lake Wire) - An air strike in rebel territory killed 19 people, "
        "monitors said on Tuesday."
    )
    assert where(text)["strike"] is None


def test_a_lead_in_a_land_without_borders_was_where_it_is_told_next() -> None:
    text = (
        "Bomb kills nine soldiers in Sinai\n\nCAIRO, Oct 24 (Lake Wire) - A car bomb killed nine soldiers at a "
        "checkpoint near Rafah on Friday, officials said."
    )
    assert set(where(text).values()) == {"Rafah"}


def test_a_place_at_which_something_is_told_goes_before_the_district_around_it() -> None:
    assert where("In Rutshuru territory, Congolese rebels killed four farmers at Kiwanja on 6 May.") == {
        "killed": "Kiwanja"
    }


def test_who_visits_or_sits_somewhere_lends_no_place() -> None:
    text = (
        "Mozambican rebels seized Mocimboa da Praia in August. The army, which has its base in Pemba, shelled the town "
        "on Friday."
    )
    assert where(text)["shelled"] == "Mocímboa da Praia"


CHRONICLE = (
    "The week in brief\n\nCentre for Human Rights, Kandy. 3 to 9 May 1999\n\nMonday 3. Gunmen shoot dead a lawyer "
    "outside the courthouse.\n\nThursday 6. Two policemen die in an ambush near Batticaloa.\n\nFriday 7. Grenades are "
    "thrown at a police station; nobody is hurt.\n\nSaturday 8. Jets bomb the Jaffna road."
)


def test_an_entry_that_names_no_place_was_where_the_chronicle_is_kept() -> None:
    """Why: those who keep one in a town tell of it without naming it; another entry's town is none of theirs."""
    found = where(CHRONICLE)
    assert (found["shoot"], found["ambush"], found["thrown"]) == ("Kandy", "Batticaloa", "Kandy")


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "Taliban attack provincial capital in northern Afghanistan\n\nKABUL, Oct 3 (Lake Wire) - Taliban fighters "
            "stormed Kunduz on Monday, the police said.",
            "stormed", "Kunduz",
        ),
        ("The blast, heard as far away as Irbil, killed nine people in Kirkuk.", "blast", "Kirkuk"),
        ("Explosions were heard in Kyiv on Monday.", "Explosions", "Kyiv"),
        ("A blast aboard the Rosewood bus killed three people near Jos.", "blast", "Jos"),
        ("A bomb exploded aboard a Damascus bus, killing four.", "exploded", "Damascus"),
        ("A bomb killed nine soldiers in Jos. Two men went on trial before the High Court in Abuja.", "bomb", "Jos"),
        ("Gunmen stormed the High Court in Mogadishu and killed nine people.", "stormed", "Mogadishu"),
        (
            "Across the border, the attack on a boat at Kafr Zobel in Syria has claimed a fourth victim.",
            "attack", "Kafr Zobel",
        ),
    ],
)  # fmt: skip
def test_a_place_named_for_something_else_is_none_of_the_event(text: str, trigger: str, place: str) -> None:
    assert where(text)[trigger] == place


def test_a_headline_s_provincial_capital_is_not_the_country_s() -> None:
    text = (
        "Contras storm provincial capital in northern Nicaragua\n\nOCOTAL, Nicaragua, June 2 (Lake Wire) - About 500 "
        "rebels stormed this town at dawn on Friday."
    )
    assert set(where(text).values()) == {"Ocotal"}


def test_where_the_prime_minister_goes_is_not_the_country_of_the_report() -> None:
    text = (
        "PESHAWAR, Sep 23 (Lake Wire) - The toll of the blasts at Sarband Gate church rose to 81 as three of the "
        "injured died at the Lady Reading Hospital. The prime minister, on his way to New York, condemned the attack."
    )
    assert where(text)["blasts"] == "Peshawar"


def test_what_is_claimed_was_where_its_means_are_told_next() -> None:
    claim = "The Ansar Front claims responsibility for the execution of the judge."
    text = f"{claim} His car was blown up at Tal Afar in Iraq."
    assert set(where(text).values()) == {"Tal Afar"}


def test_a_definite_noun_takes_up_what_was_told_last() -> None:
    text = (
        "A boat was blown up at Hodeidah in Yemen on Monday. On the same day our men attacked a convoy at Taiz with "
        "mines. Twenty soldiers were killed in the operation."
    )
    told = where(text)
    assert "operation" not in told or told["operation"] == "Taiz"
