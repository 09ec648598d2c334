"""Sentences over many wars and syntaxes with every toll that a careful reader writes down from them."""

from typing import Any, Final

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import TollClaim
from dateline.resolve import resolve
from tests.extract.read_text import cases, read

FLOOR: Final = 0.97  # of the cases; the rest is room for the trees of newly trained weights
TABLE: Final = cases("tolls.yml")
PLAIN: Final = {"status": "people", "demographic": None, "scope": "incident", "part_of": None}


def tolls_of(text: str) -> list[TollClaim]:
    annotated, _ = read(text)
    return [claim for claim in resolve(annotated, extract(annotated)) if isinstance(claim, TollClaim)]


def row(toll: TollClaim, ids: list[str]) -> dict[str, Any]:
    return {
        "harm": toll.harm.value if toll.harm else None,
        "low": toll.count.low,
        "high": toll.count.high,
        "status": toll.status,
        "demographic": toll.demographic,
        "scope": toll.scope.value,
        "part_of": ids.index(toll.part_of) if toll.part_of else None,
    }


def agrees(case: dict[str, Any], found: list[TollClaim]) -> bool:
    wanted = case["tolls"]
    if len(found) != len(wanted):
        return False
    ids = [toll.id for toll in found]
    for want, toll in zip(wanted, found, strict=True):
        got = row(toll, ids)
        if any(got[key] != want.get(key, PLAIN.get(key)) for key in got):
            return False
        side = f"{toll.side.words} {toll.side.name}" if toll.side else ""
        if want.get("side", "").lower() not in side.lower():
            return False
    return True


def test_cases() -> None:
    wrong = []
    for case in TABLE:
        found = tolls_of(case["text"])
        if not agrees(case, found):
            told = "\n".join(f"   {row(toll, [t.id for t in found])}" for toll in found)
            wrong.append(f"{case['text']}\n{told}")
    assert len(wrong) <= (1 - FLOOR) * len(TABLE), "\n".join(wrong)


def test_there_are_enough_cases() -> None:
    harms = {toll["harm"] for case in TABLE for toll in case["tolls"]}
    assert len(TABLE) >= 160
    assert harms == {"killed", "wounded", "captured", "missing", "displaced", None}
    assert sum(not case["tolls"] for case in TABLE) >= 15


@pytest.mark.parametrize("word", ["terrorists", "militants", "fighters", "rebels", "insurgents"])
def test_wording_changes_no_count(word: str) -> None:
    (toll,) = tolls_of(f"Government troops killed 14 {word} near the dam on Sunday.")
    assert (toll.count.low, toll.count.high, toll.status) == (14, 14, "combatants")


@pytest.mark.parametrize(
    "text",
    [
        "A bomb in the market killed 12 people and wounded 30 others.",
        "Twelve people were killed and 30 others wounded by a bomb in the market.",
        "A bomb in the market left 12 people dead and 30 wounded.",
        "12 killed, 30 injured in market bombing",
        "The bombing of the market claimed 12 lives and injured 30 people.",
    ],
)
def test_syntax_changes_no_count(text: str) -> None:
    found = {(toll.harm, toll.count.low, toll.count.high) for toll in tolls_of(text)}
    assert found == {("killed", 12, 12), ("wounded", 30, 30)}


def test_capitals_change_no_count() -> None:
    text = "At least seven soldiers were killed and four others wounded in an ambush."
    lower, upper = ([(t.harm, t.count.low, t.count.high) for t in tolls_of(s)] for s in (text, text.upper()))
    assert lower == upper == [("killed", 7, None), ("wounded", 4, 4)]


def test_an_accident_is_none_even_beside_violence() -> None:
    assert tolls_of("The rebel leader was killed in a plane crash during the war.") == []


def test_what_follows_an_accident_is_of_it() -> None:
    assert tolls_of("The storm killed 12 people on the coast. Thirty others were injured.") == []


def test_a_toll_is_tied_to_its_event() -> None:
    annotated, _ = read("An air strike on Taiz on Monday killed nine civilians.")
    claims = resolve(annotated, extract(annotated))
    tolls = [claim for claim in claims if isinstance(claim, TollClaim)]
    assert [toll.event in {claim.id for claim in claims} for toll in tolls] == [True]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The raid killed 53 people, the governor said, but the hospital counted 59.", [53, 59]),
        ("Police said 12 soldiers had been killed. The rebels spoke of 40.", [12, 40]),
        ("At least 30 people were killed in the raid, the ministry said. The Red Crescent put it at 42.", [30, 42]),
        ("The raid killed nine people according to the mayor and twelve according to the hospital.", [9, 12]),
        ("The raid killed nine people. The council counted 40 votes.", [9]),
        ("The council counted 40 on Monday.", []),
    ],
)
def test_a_bare_number_counts_again_what_was_just_counted(text: str, numbers: list[int]) -> None:
    found = tolls_of(text)
    assert [toll.count.low for toll in found] == numbers
    assert not any(toll.part_of for toll in found)


def test_another_count_is_of_the_same_people() -> None:
    text = "Twenty-three government soldiers and nine rebels died in the assault. The army admitted eleven."
    counted = {toll.count.low: toll.side.side for toll in tolls_of(text) if toll.side}
    assert counted[11] == counted[23]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Two soldiers died and six were wounded near Marib, taking the death toll to 540.", "cumulative"),
        ("Three more died in hospital, taking the death toll to 29.", "incident"),
        ("Two men died of their wounds on Monday, bringing the death toll to 29.", "incident"),
        ("A woman succumbed on Monday, bringing the death toll to 29.", "incident"),
    ],
)
def test_who_died_later_is_of_the_same_toll_and_the_wounded_beside_the_dead_are_not_late(text: str, scope: str) -> None:
    assert tolls_of(text)[-1].scope.value == scope


def test_a_number_may_be_brought_to_only_so_many() -> None:
    (toll,) = tolls_of("The raid brought to just 46 the number of soldiers killed near Marib.")
    assert toll.count.low == 46


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Two gunmen attacked a school in Marib, and three girls are among the 15 people known to have died.", [3, 15]),
        ("Two nurses and six guards are among the 15 people known to have died.", [2, 6, 15]),
    ],
)
def test_who_does_something_of_their_own_is_not_among_the_dead(text: str, numbers: list[int]) -> None:
    found = tolls_of(text)
    assert [toll.count.low for toll in found] == numbers
    assert {toll.part_of for toll in found[:-1]} == {found[-1].id}


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("A second lieutenant was killed in the ambush.", 1),
        ("Gunmen shot dead a third secretary at the embassy in Sanaa.", 1),
        ("A second man has died in hospital.", 2),
        ("A sixth police officer has died.", 6),
    ],
)
def test_an_ordinal_counts_unless_it_is_of_a_rank(text: str, low: int) -> None:
    (toll,) = tolls_of(text)
    assert toll.count.low == low


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It is 17 years since bombs killed 224 people in Nairobi.", "cumulative"),
        ("The minister visited Goma, a week after 22 farmers were found dead.", "incident"),
    ],
)
def test_only_what_is_long_since_is_no_toll_of_one_incident(text: str, scope: str) -> None:
    (toll,) = tolls_of(text)
    assert toll.scope.value == scope
