"""What one account tells in several numbers: added up, replaced by a higher one, or in doubt."""

import dataclasses

from dateline.model.actor import ActorKind
from dateline.model.claim import Claim
from dateline.model.count import Count
from dateline.model.reckoned import Toll
from dateline.reckon.totals import total
from tests.builders import CLASH, STRIKE, actor, event, monitor, place, toll, when
from tests.reckon.test_tolls import ends, reckoned

ARMY = actor("Military Forces of Ardland", "government", kind=ActorKind.STATE_FORCES)
REBELS = actor("Highland Front", "opposition")
WATCH = monitor("Watch")
TOWN = place("Sarra", 35.0, 36.0)
DAY = when("2019-05-06")
STRUCK = event(STRIKE, TOWN, DAY, by=(ARMY,), report="a.txt", said_by=(WATCH,))


def by_whom(*claims: Claim) -> dict[tuple[str, str | None], Toll]:
    return {(one.status, one.demographic): one for one in reckoned(*claims)}


def test_groups_of_one_sentence_are_added_up() -> None:
    woman = toll(1, of=STRUCK, status="civilians", demographic="women", words="a woman")
    children = toll(2, of=STRUCK, status="civilians", demographic="children", words="two of her children")
    found = by_whom(STRUCK, woman, children)
    assert ends(found["civilians", None]) == (3, 3, 3)
    (figure,) = found["civilians", None].figures
    assert sorted(figure.words.split(" + ")) == ["a woman", "two of her children"]
    assert ends(found["civilians", "women"]) == (1, 1, 1)
    assert total(found.values()).low == 3


def test_numbers_with_their_sources_behind_them_are_not_added() -> None:
    """Each is another count of the same dead."""
    for told in ("Market: 6 dead (official), 11 (families).", "6 killed (police); 11 people (doctors at the scene)."):
        first = toll(6, of=STRUCK, quote=told, words="6")
        second = dataclasses.replace(first, id="c0", count=Count(11, 11, "11"))
        (found,) = reckoned(STRUCK, first, second)
        assert found.high == 11
    beside = toll(6, of=STRUCK, quote="6 dead (a family), 11 at the well.", words="6")
    (found,) = reckoned(STRUCK, beside, dataclasses.replace(beside, id="c0", count=Count(11, 11, "11")))
    assert found.high == 17


def test_two_people_told_one_by_one_are_two() -> None:
    teacher = toll(1, of=STRUCK, words="a teacher")
    son = dataclasses.replace(teacher, id="c0", count=Count(1, 1, "her son"))
    (found,) = reckoned(STRUCK, teacher, son)
    assert (found.low, found.high) == (2, 2)


def test_sides_and_sentences_are_not_added() -> None:
    fight = event(CLASH, TOWN, DAY, by=(ARMY,), against=(REBELS,), report="a.txt")
    soldiers = toll(9, of=fight, status="combatants", side=ARMY)
    rebels = toll(4, of=fight, status="combatants", side=REBELS)
    assert sorted((one.low, one.side) for one in reckoned(fight, soldiers, rebels)) == [
        (4, "Highland Front"),
        (9, "Military Forces of Ardland"),
    ]
    again = reckoned(STRUCK, toll(9, of=STRUCK, start=1), toll(4, of=STRUCK, start=90))
    assert [ends(one) for one in again] == [(9, 9, 9)]


def test_a_lower_number_of_the_same_account_is_held_by_the_higher() -> None:
    first, then = toll(20, of=STRUCK, start=300), toll(49, None, of=STRUCK, start=10)
    (found,) = reckoned(STRUCK, first, then)
    assert ends(found) == (49, 49, None)
    assert {figure.low: figure.superseded for figure in found.figures} == {20: True, 49: False}


def test_more_children_than_dead_in_one_account_is_a_doubt_and_stays() -> None:
    dead, children = toll(10, of=STRUCK), toll(12, of=STRUCK, demographic="children", status="civilians", start=90)
    found = by_whom(STRUCK, dead, children)
    assert found["civilians", "children"].doubts == ("12 children, but 10 people in all, says Watch",)
    assert found["people", None].doubts == () and found["people", None].low == 10


def test_two_accounts_that_differ_are_no_doubt() -> None:
    other = event(STRIKE, TOWN, DAY, by=(ARMY,), report="b.txt", said_by=(monitor("Clinic"),))
    dead, children = toll(10, of=STRUCK), toll(12, of=other, demographic="children", status="civilians")
    assert all(not one.doubts for one in reckoned(STRUCK, other, dead, children))
