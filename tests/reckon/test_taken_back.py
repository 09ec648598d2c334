"""Numbers that a report takes back, and those that stand beside them."""

import dataclasses

import pytest

from dateline.link import link
from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.reckoned import Toll
from dateline.reckon.tolls import reckon_tolls
from tests.builders import STRIKE, actor, event, monitor, place, report, reports, toll, when

TOWN = place("Sarra", 35.0, 36.0, admin1="Westmark")
DAY = when("2019-05-06")
KNOWN = reports(report("a.txt", "2019-05-06"), report("b.txt"), report("c.txt", "2019-05-08"))
GOVERNOR = actor("Officials (Ardland)", "government", id="sy.officials", kind=ActorKind.ORGANISATION)
MONITOR = monitor("Watch")


def bombing(file: str, by: ActorLink) -> EventClaim:
    return event(STRIKE, TOWN, DAY, report=file, said_by=(by,))


def told(text: str, low: int, of: EventClaim) -> TollClaim:
    """Return a toll told in a sentence, and nowhere else in the report."""
    claim = toll(low, of=of)
    return dataclasses.replace(claim, quote=dataclasses.replace(claim.quote, text=text))


def of_two(first: TollClaim, second: TollClaim, *more: TollClaim, events: tuple[EventClaim, ...]) -> Toll:
    claims = (*events, first, second, *more)
    (found,) = reckon_tolls(link(claims, KNOWN).incidents, claims, "range", KNOWN)
    return found


CORRECTED = [
    ("The shell killed 14, the governor said, revising the ten of the morning.", 14, 10),
    ("The governor corrected to 18 the number of dead; his first count of 15 had been made at night.", 18, 15),
    ("He put the dead at 23 and not 25.", 23, 25),
    ("Thirty died rather than 41, the governor said.", 30, 41),
    ("The governor raised the toll to 38 from 26.", 38, 26),
    ("Twelve people died, up from an earlier count of eight, the governor said.", 12, 8),
    ("The governor lowered his count from 160 to 152.", 152, 160),
    ("The governor, who had first spoken of forty-three dead, now counts 51.", 51, 43),
    ("Not seven people were killed, as first reported, but nine.", 9, 7),
]


@pytest.mark.parametrize(("text", "new", "old"), CORRECTED)
def test_a_number_that_its_speaker_takes_back_counts_no_more(text: str, new: int, old: int) -> None:
    first, later = bombing("a.txt", GOVERNOR), bombing("b.txt", GOVERNOR)
    found = of_two(toll(old, of=first), told(text, new, later), events=(first, later))
    assert (found.low, found.best, found.high) == (new, new, new), text


def test_what_another_takes_back_stands() -> None:
    first, later = bombing("a.txt", MONITOR), bombing("b.txt", GOVERNOR)
    denied = told("Twelve people were killed and not 43, the governor said.", 12, later)
    found = of_two(toll(43, of=first), denied, events=(first, later))
    assert (found.low, found.high) == (12, 43)


def test_a_number_of_a_later_day_is_not_taken_back_by_an_earlier_report() -> None:
    first, later = bombing("a.txt", GOVERNOR), bombing("c.txt", GOVERNOR)
    found = of_two(told("He spoke of 20 dead, not 25.", 20, first), toll(25, of=later), events=(first, later))
    assert found.high == 25


def test_a_part_of_what_somebody_had_said_replaces_nothing() -> None:
    first, later = bombing("a.txt", GOVERNOR), bombing("b.txt", GOVERNOR)
    recalled = told("Three of the wounded have died; the governor had put the dead at 30.", 3, later)
    found = of_two(toll(30, of=first), recalled, events=(first, later))
    assert found.high == 30
