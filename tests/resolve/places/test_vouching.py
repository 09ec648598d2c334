"""Names that places of many countries have: a namesake needs something else in the report that vouches for it."""

import pytest

from dateline.resolve.places.passing import is_people
from dateline.resolve.places.resolver import PlaceResolver
from dateline.sources import read_bytes
from tests.extract.read_text import read_report
from tests.resolve.test_entries import told
from tests.resolve.test_placing import where


def taken_for(text: str) -> dict[str, str | None]:
    """What each name of a place in a text was taken for."""
    links = PlaceResolver(read_report(read_bytes(text.encode(), "a.txt"))).mentioned()
    return {link.words: f"{link.entry.name}, {link.entry.country}" if link.entry else None for link in links}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # many countries have one, Argentina the largest; the report is of another
        ("UNITA troops entered Concordia on Monday and killed six men, the Angolan army said.", "Concordia"),
        # of the report's names only one tells of a country, by having no other
        (
            "From the log of the parish of Rabinal\n\nOn 4 March soldiers came to Concordia. They killed nine men of "
            "Concordia there.",
            "Concordia",
        ),
        # two small towns of another country, far from four of one
        (
            "Chronicle of the north\n\n3 May 2015. Wajir, Meme: Gunmen kill nine men.\n\n9 May 2015. Garissa: Gunmen "
            "kill four teachers.\n\n11 May 2015. Mandera: Gunmen shoot a chief.\n\n14 May 2015. Lamu: Gunmen burn a "
            "bus.\n\n19 May 2015. Tilwa, Santa: Gunmen burn a church.",
            "Santa",
        ),
        # small towns of America and Bulgaria are spelt so; nothing tells of any country
        ("Our forces clashed on Friday with terrorists on the Oasis road. 16 martyrs fell.", "Oasis"),
        ("The number of martyrs of the al-Rawda mosque has risen to 305.", "al-Rawda"),
    ],
)
def test_a_namesake_in_a_country_that_nothing_else_tells_of_is_not_meant(text: str, name: str) -> None:
    assert taken_for(text)[name] is None


def test_a_hotel_called_like_a_town_abroad_is_in_the_town_told_before() -> None:
    text = (
        "Gunmen killed two elders in Baidoa on Sunday. Soldiers surrounded the Sunrise hotel on Monday and shot nine "
        "men, Somali police said."
    )
    assert where(text)["surrounded"] == "Baidoa"


def test_a_great_city_is_no_village() -> None:
    text = "Honduran soldiers burned the village of San Antonio on Monday and killed six men."
    assert taken_for(text)["San Antonio"] != "San Antonio, US"


def test_a_capital_goes_before_the_second_name_of_another_town() -> None:
    text = "Militants stormed a camp in Kashmir on Monday. India blamed a group trained near Islamabad."
    assert taken_for(text)["Islamabad"] == "Islamabad, PK"


def test_a_great_city_is_not_what_a_small_town_is_called_by() -> None:
    text = "Nicaraguan rebels took Bluefields on Sunday. They burned Greytown on Monday."
    assert taken_for(text)["Greytown"] == "San Juan del Norte, NI"


@pytest.mark.parametrize("group", ["Andesmar, a federation of teachers,", "ANDESMAR"])
def test_the_office_of_a_group_is_in_its_town(group: str) -> None:
    text = (
        f"MANAGUA, May 4 (Lake Wire) - A bomb went off at the offices of {group} on Monday and wounded four "
        "Nicaraguans."
    )
    (bomb,) = told(text)
    assert bomb.place is not None and bomb.place.entry is not None and bomb.place.entry.near == "Managua"


def test_initials_are_no_place() -> None:
    assert set(where("Rebels raided FAB in the night and killed 5 Angolan soldiers.").values()) == {None}


def test_a_name_told_with_an_article_among_people_is_theirs() -> None:
    text = "Nine men died in clashes between the Tilwa and the Zuwaya. A bridge over the Tilwa fell."
    one, other = read_report(read_bytes(text.encode(), "a.txt")).sentences
    at = [n for n, token in enumerate(one.tokens) if token.text in ("Tilwa", "Zuwaya")]
    assert [is_people(one.tokens, n) for n in at] == [True, True]
    assert not is_people(other.tokens, next(n for n, token in enumerate(other.tokens) if token.text == "Tilwa"))


def test_a_note_in_small_letters_has_no_names() -> None:
    log = (
        "Lake Monitor: log of 2015\n\n3 May 2015, Wajir: night assault on marine base; 9 soldiers killed.\n\n"
        "9 May 2015, Garissa: bomb in car park; 4 killed."
    )
    assert where(log) == {"assault": "Wajir", "bomb": "Garissa"}


def test_a_sentence_that_opens_with_a_province_puts_its_towns_there() -> None:
    assert where("In Idlib, a car bomb at a market in Ariha killed five Syrians on Monday.") == {"bomb": "Ariha"}


def test_where_a_blast_was_heard_is_not_the_only_town_told_of() -> None:
    text = (
        "LAKE LEADER\n\nThe blast, heard as far off as Bundoran, wrecked a boat off the pier on Monday and killed four "
        "Irish fishermen."
    )
    assert where(text) == {"blast": None}
