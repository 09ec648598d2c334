"""English, names and places as they stand in sentences."""

import pytest

from dateline.model.place import PlacePrecision
from dateline.model.reading import Harm
from dateline.model.when import When
from dateline.pipeline import POLICY_NAMES
from dateline.reference.codebook import codebook
from dateline.reference.prose import clauses, prose_words
from dateline.sitrep.english import count, listed, number, on, sentence, span
from dateline.sitrep.names import Names, taken, where
from tests import builders as b


def test_every_type_of_event_can_be_told() -> None:
    assert list(clauses()) == [one.type for one in codebook().public()]
    slots = {"actors": "A", "targets": "B", "at": "in C", "place": "C"}
    for clause in clauses().values():
        told = {form: text.format(**slots) for form, text in clause.forms.items()}
        assert "A" in told["both"] and "A" in told["actor"] and "B" in told["target"]
        assert ("B" in told["both"]) != clause.sides


def test_every_harm_and_policy_can_be_told() -> None:
    assert set(prose_words().harms) == set(Harm)
    assert set(prose_words().policies) == set(POLICY_NAMES)
    assert set(prose_words().people) == {"people", "civilians", "combatants", "children", "women"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Military Forces of Syria", "the Military Forces of Syria"),
        ("Army of Conquest", "the Army of Conquest"),
        ("Al-Nusra Front", "the Al-Nusra Front"),
        ("Ahrar al-Sham", "Ahrar al-Sham"),
        ("Doctors of the North", "Doctors of the North"),
        ("Opposition Rebels (Syria)", "opposition rebels"),
        ("Islamist Rebels (Syria)", "Islamist rebels"),
        ("Pro-Government Forces (Syria)", "pro-government forces"),
        ("Unidentified Armed Group (Syria)", "an unidentified armed group"),
        ("Civilians (Turkey)", "civilians of Turkey"),
        ("Residents", "residents"),
        ("SANA", "SANA"),
        ("Syrian Observatory for Human Rights", "the Syrian Observatory for Human Rights"),
    ],
)
def test_parties_stand_with_the_article_that_they_need(name: str, told: str) -> None:
    assert Names("Syria").party(name) == told


@pytest.mark.parametrize(
    ("precision", "at", "object_"),
    [
        (PlacePrecision.TOWN, "in Sarra", "Sarra"),
        (PlacePrecision.SITE, "at Sarra", "Sarra"),
        (PlacePrecision.PROVINCE, "somewhere in Sarra", "ground in Sarra"),
        (PlacePrecision.COUNTRY, "somewhere in Sarra", "ground in Sarra"),
    ],
)
def test_places_are_told_no_more_closely_than_they_are_known(precision: PlacePrecision, at: str, object_: str) -> None:
    place = b.place("Sarra", precision=precision)
    assert (where(place), taken(place)) == (at, object_)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (b.when("2019-05-06"), "on 6 May 2019"),
        (b.when("2019-05-06", "2019-05-09"), "between 6 and 9 May 2019"),
        (b.when("2019-04-28", "2019-05-02"), "between 28 April and 2 May 2019"),
        (b.when("2018-12-30", "2019-01-02"), "between 30 December 2018 and 2 January 2019"),
        (b.when("2019-05-01", "2019-05-31"), "in May 2019, on a day that is not told"),
        (b.when("2019-01-01", "2019-12-31"), "in 2019, on a day that is not told"),
        (b.when(None, "2019-05-06"), "by 6 May 2019"),
        (When(b.day("2019-05-06"), None, b.when("2019-05-06").precision, "", ""), "from 6 May 2019 on"),
        (None, ""),
    ],
)
def test_days_are_told_no_more_exactly_than_they_are_known(when: When | None, told: str) -> None:
    assert on(when) == told


def test_lists_numbers_and_sentences() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B", "C", "D"], most=2) == "A, B and two others"
    assert listed(["A", "B", "C"], most=2) == "A, B and C"
    assert [number(value) for value in (0, 1, 10, 11, 1200)] == ["0", "one", "ten", "11", "1,200"]
    assert (count(1, "clash", "clashes"), count(2, "clash", "clashes")) == ("one clash", "two clashes")
    assert sentence("two  reports\ntell") == "Two reports tell."
    assert span(b.day("2018-12-30"), b.day("2019-01-02")) == "30 December 2018 to 2 January 2019"
