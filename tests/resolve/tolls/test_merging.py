"""The same toll told again in a report, and those that only look the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.claim import TollClaim
from dateline.model.reading import Harm, Scope, Stance
from dateline.resolve.tolls.merging import merge_tolls, same_toll
from tests.builders import actor, event, place, toll, when

KANO = place("Kano", country="NG")
LAGOS = place("Lagos", country="NG")
POLICE = actor("Police Forces of Nigeria")
ARMY = actor("Military Forces of Nigeria")


def told(sentence: int, low: int | None = 14, **more: Any) -> TollClaim:
    """A toll of one sentence of a report."""
    return toll(low, quote=f"sentence {sentence}", start=100 * sentence, **more)


def test_headline_and_lead_are_one_claim_with_two_quotes() -> None:
    headline, lead = told(0), told(1, at=KANO, on=when("2015-01-05"), said_by=(POLICE,))
    (claim,) = merge_tolls([headline, lead])
    assert claim.id == lead.id
    assert claim.also_quoted == (headline.quote,)
    assert claim.said_by == (POLICE,)


def test_what_one_leaves_open_the_other_fills() -> None:
    (claim,) = merge_tolls([told(0, on=when("2015-01-05")), told(1, status="combatants", side=ARMY)])
    assert (claim.status, claim.side) == ("combatants", ARMY)


@pytest.mark.parametrize(
    "other",
    [
        {"low": 15},
        {"harm": Harm.WOUNDED},
        {"demographic": "children"},
        {"status": "combatants"},
        {"scope": Scope.CUMULATIVE},
        {"stance": Stance.DENIED},
        {"at": LAGOS},
        {"on": when("2015-01-09")},
        {"said_by": (ARMY,)},
    ],
    ids=str,
)
def test_what_tells_tolls_apart(other: dict[str, Any]) -> None:
    one = told(0, at=KANO, on=when("2015-01-05"), said_by=(POLICE,), status="civilians")
    another = told(1, **{"at": KANO, "on": when("2015-01-05"), "said_by": (POLICE,), "status": "civilians", **other})
    assert not same_toll(one, another)
    assert len(merge_tolls([one, another])) == 2


def test_tolls_of_one_sentence_stay_apart() -> None:
    assert len(merge_tolls([told(0, 5), told(0, 5, harm=Harm.KILLED, words="another 5")])) == 2


def test_vague_numbers_are_never_one() -> None:
    assert len(merge_tolls([told(0, None, words="several"), told(1, None, words="several")])) == 2


def test_single_victims_are_one_only_by_name_or_event() -> None:
    raid = event()
    assert not same_toll(told(0, 1, words="a"), told(1, 1, words="a"))
    assert same_toll(told(0, 1, words="the mayor"), told(1, 1, words="The mayor"))
    assert same_toll(told(0, 1, words="a", of=raid), told(1, 1, words="one", of=raid))


def test_at_least_and_exactly_may_be_one() -> None:
    assert same_toll(told(0, 14, high=None), told(1, 14))


def test_parts_follow_their_whole() -> None:
    headline, lead = told(0), told(1, at=KANO)
    part = told(2, 3, demographic="children", part_of=headline)
    claims = merge_tolls([headline, lead, part])
    assert [claim.part_of for claim in claims] == [None, lead.id]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(2, 4)), max_size=8, unique=True))
def test_no_quote_is_lost(items: list[tuple[int, int]]) -> None:
    claims = [told(sentence, low) for sentence, low in items]
    merged = merge_tolls(claims)
    kept = {(quote.start, claim.count.low) for claim in merged for quote in (claim.quote, *claim.also_quoted)}
    assert kept == {(claim.quote.start, claim.count.low) for claim in claims}
    assert merge_tolls(merged) == merged
