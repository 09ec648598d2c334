"""A party that calls all the dead its enemy's fighters gives the least of them."""

from dateline.model.claim import TollClaim
from tests.builders import CLASH, event, toll
from tests.reckon.test_tolls import ARMY, DAY, REBELS, STATE_TV, TOWN, bombing, ends, reckoned


def test_the_strikers_own_count_is_the_least_of_all_who_died() -> None:
    watched, theirs = bombing("a.txt"), bombing("b.txt", (STATE_TV,))
    fighters = toll(17, of=theirs, side=REBELS, status="combatants", said_by=(STATE_TV,))
    found = reckoned(watched, theirs, toll(26, of=watched, status="people"), fighters)
    assert {one.status: ends(one) for one in found} == {"people": (17, None, 26), "combatants": (17, 17, 17)}


def test_who_counts_others_too_has_counted_fighters_among_them() -> None:
    watched, theirs = bombing("a.txt"), bombing("b.txt", (STATE_TV,))
    claims: tuple[TollClaim, ...] = (
        toll(26, of=watched, status="people"),
        toll(30, of=theirs, status="people", said_by=(STATE_TV,)),
        toll(17, of=theirs, side=REBELS, status="combatants", said_by=(STATE_TV,)),
    )
    assert ends(next(one for one in reckoned(watched, theirs, *claims) if one.status == "people")) == (26, None, 30)


def test_in_a_fight_the_enemys_dead_are_not_all() -> None:
    fights = [event(CLASH, TOWN, DAY, by=(ARMY,), against=(REBELS,), report=name) for name in ("a.txt", "b.txt")]
    fighters = toll(17, of=fights[1], side=REBELS, status="combatants", said_by=(STATE_TV,))
    found = reckoned(*fights, toll(26, of=fights[0], status="people"), fighters)
    assert ends(next(one for one in found if one.status == "people")) == (26, 26, 26)
