"""Numbers of tolls as read, where one count is not enough."""

import pytest

from dateline.model.reading import Harm, Phrase, TollReading
from dateline.resolve.tolls.claims import count_of


def reading(count: str | None, *, victims: str = "people", single: bool = False) -> TollReading:
    word = Phrase(0, 0, 0, 6, "killed")
    return TollReading(
        key="t1",
        sentence=0,
        trigger=word,
        quote=(0, 6),
        found_by="toll.kill@1",
        harm=Harm.KILLED,
        count=Phrase(0, 0, 0, len(count), count) if count else None,
        victims=Phrase(0, 0, 0, len(victims), victims),
        single=single,
    )


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 31", 31, None),
        ("at least 15 and up to 25", 15, 25),
        ("a family of five", 5, 5),
        ("both", 2, 2),
        ("a number of", None, None),
        ("without causing casualties", 0, 0),
        ("no", 0, 0),
        ("a", 1, 1),
    ],
)
def test_count(words: str, low: int | None, high: int | None) -> None:
    count = count_of(reading(words))
    assert (count.low, count.high, count.words) == (low, high, words)


def test_a_single_victim_is_one() -> None:
    count = count_of(reading(None, victims="the mayor", single=True))
    assert (count.low, count.high, count.words) == (1, 1, "the mayor")


def test_who_is_not_counted_is_open() -> None:
    count = count_of(reading(None, victims="rebels"))
    assert (count.low, count.high) == (None, None)
