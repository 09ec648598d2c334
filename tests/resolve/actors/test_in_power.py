"""Movements that were the state, names that any state may give its army, and whom words of abuse mean."""

import datetime as dt

import pytest

from dateline.annotate import Annotator
from dateline.extract.extraction import extract
from dateline.model.actor import ActorKind
from dateline.model.claim import EventClaim, TollClaim
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes


def claims(text: str, published: str) -> list[EventClaim | TollClaim]:
    """Return the events and tolls of a report of a day."""
    row = Row(file="a.txt", number=2, published=dt.date.fromisoformat(published))
    (annotated,) = Annotator.load().annotate([read_bytes(text.encode(), "a.txt", row)])
    return [one for one in resolve(annotated, extract(annotated)) if isinstance(one, EventClaim | TollClaim)]


@pytest.mark.parametrize(
    ("published", "kind"), [("1984-04-14", ActorKind.STATE_FORCES), ("1978-06-14", ActorKind.REBEL_GROUP)]
)
def test_a_movement_in_power_has_the_forces_of_the_state(published: str, kind: ActorKind) -> None:
    (event,) = claims("MANAGUA - The Sandinistas shelled Leon in Nicaragua on Friday.", published)
    assert isinstance(event, EventClaim)
    assert [(party.name, party.kind) for party in event.actors] == [("Sandinista National Liberation Front", kind)]


@pytest.mark.parametrize(
    ("country", "town", "taker"),
    [
        ("Ethiopia", "Mekelle", "Military Forces of Ethiopia"),
        ("Syria", "Nabek", "National Defence Forces"),
    ],
)
def test_a_name_any_army_may_have_is_that_of_the_country_s(country: str, town: str, taker: str) -> None:
    found = claims(f"The National Defence Forces have taken {town} in {country}, an official said.", "2020-11-28")
    assert {party.name for event in found if isinstance(event, EventClaim) for party in event.actors} == {taker}


def test_whom_others_back_is_told_by_its_own_name() -> None:
    found = claims(
        "KANO, Nigeria - An Islamic State-backed faction of Boko Haram attacked Baga on Friday.", "2018-12-28"
    )
    assert {party.name for event in found if isinstance(event, EventClaim) for party in event.actors} == {"Boko Haram"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("GNA-aligned fighters", "Government of National Accord"),
        ("French-backed fighters", "Unidentified Armed Group (Libya)"),
    ],
)
def test_who_fights_for_a_state_is_told_by_its_name(words: str, name: str) -> None:
    found = claims(f"TRIPOLI - {words} attacked Gharyan in Libya on Wednesday.", "2019-06-27")
    assert {party.name for event in found if isinstance(event, EventClaim) for party in event.actors} == {name}


def test_who_repelled_an_attack_held_the_place() -> None:
    text = "KANO, Nigeria - Baga has fallen, residents said. Troops repelled an attack on Baga, a spokesman said."
    taken = [one for one in claims(text, "2018-12-28") if isinstance(one, EventClaim) and "overtakes" in one.type]
    assert taken and all(not event.actors for event in taken)
    assert {party.name for event in taken for party in event.targets} == {"Military Forces of Nigeria"}


@pytest.mark.parametrize("word", ["apostates", "hirelings"])
def test_words_of_movements_for_a_state_s_forces(word: str) -> None:
    found = claims(f"Al-Shabaab attacked Dhobley in Somalia. More than thirty of the {word} were killed.", "2011-04-14")
    (toll,) = (one for one in found if isinstance(one, TollClaim))
    assert toll.side is not None and toll.side.name == "Military Forces of Somalia"
