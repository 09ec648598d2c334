"""What of the claims of a text counts as its assessed toll, its verb's place, its fighting pairs."""

import pytest

from dateline.model.claim import Claim
from dateline.model.reading import Harm
from evaluation import airwars, event_location, re3d
from evaluation.corpora import Document
from evaluation.names import Names
from evaluation.reading import Read
from tests.builders import actor, event, place, toll


def read(*claims: Claim) -> Read:
    return Read(Document("airwars:x", "text"), None, claims)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([(6, None)], (6, 6)),
        ([(6, 6), (8, 8)], (6, 8)),
        ([(6, 6), (2, 2)], (6, 6)),
        ([(6, 6), (90, 90)], (6, 6)),
        ([], None),
    ],
)
def test_the_first_toll_gives_the_least_and_the_highest_near_it_the_most(
    counts: list[tuple[int, int | None]], told: tuple[int, int] | None
) -> None:
    claims = [toll(low, high, quote=f"words {n}", start=n) for n, (low, high) in enumerate(counts)]

    assert airwars.told(read(*claims)) == told


def test_people_named_in_the_first_sentence_without_a_number_for_all_are_added_up() -> None:
    killed = "a woman and two boys"
    claims = [toll(1, demographic="women", quote=killed), toll(2, demographic="children", quote=killed)]

    assert airwars.told(read(*claims)) == (3, 3)


def test_tolls_of_others_do_not_count() -> None:
    claims = [toll(9, harm=Harm.WOUNDED), toll(5, status="combatants"), toll(3)]

    assert airwars.told(read(*claims)) == (3, 3)


def test_a_place_is_right_when_it_shares_a_word() -> None:
    assert event_location.share_words("the city of Nablus", "Nablus")
    assert event_location.share_words("Abuja's centre", "Abuja")
    assert not event_location.share_words("the north", "the West Bank")


def test_fighting_pairs_are_found_in_either_order() -> None:
    fight = event("Armed clash", place("Tabqa"), by=(actor("Red Brigade"),), against=(actor("Blue Brigade"),))
    (pair,) = re3d.read_pairs(read(fight, fight))

    marked = re3d.Pair((900, 904, "Blue Brigade"), (910, 914, "Red Brigade"))

    assert re3d.same_pair(Names({}), pair, marked)
    assert not re3d.same_pair(Names({}), pair, re3d.Pair((900, 904, "Green Army"), (910, 914, "Red Brigade")))
