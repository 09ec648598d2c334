"""Deaths that no event of their report accounts for, and those that one does."""

from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.resolve.tolls.alone import FOUND_BY
from tests.resolve.test_claims import claims


def alone(text: str) -> list[Claim]:
    return [claim for claim in claims(text) if claim.found_by == FOUND_BY]


def test_the_dead_of_another_day_tell_an_event() -> None:
    text = (
        "Troops stormed Ariha in Syria on 28 May 2015. On 12 May, as a first try failed, at least ten soldiers"
        " died in Saraqib."
    )
    found = claims(text)
    made = [claim for claim in found if isinstance(claim, EventClaim) and claim.found_by == FOUND_BY]
    (toll,) = [claim for claim in found if isinstance(claim, TollClaim)]
    assert [claim.type for claim in made] == ["Armed clash"]
    assert toll.event == made[0].id


def test_who_is_counted_later_tells_no_event() -> None:
    assert not alone(
        "Shells hit the market of Saraqib in Syria on 4 May 2015. By 6 May the hospital in Saraqib counted 12 dead."
    )


def test_dead_without_a_day_or_place_tell_no_event() -> None:
    assert not alone("Troops stormed Ariha in Syria on 28 May 2015. Some 40 fighters are dead.")
