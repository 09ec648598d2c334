import dataclasses

import pytest

from dateline.cli import wording
from dateline.model.place import PlacePrecision
from tests.builders import place, when


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(31, 31, "31"), (31, None, "31 or more"), (None, 40, "up to 40"), (10, 15, "10 to 15"), (None, None, "–"),
     (0, 0, "0"), (2000, None, "2,000 or more")],
)  # fmt: skip
def test_counts(low: int | None, high: int | None, text: str) -> None:
    assert wording.interval(low, high) == text


def test_days() -> None:
    assert wording.days(None) == "–"
    assert wording.days(when("2015-04-25")) == "2015-04-25"
    assert wording.days(when("2015-04-25", "2015-04-27")) == "2015-04-25 to 2015-04-27"
    assert wording.days(when(None, "2015-04-27")) == "until 2015-04-27"
    assert wording.days(dataclasses.replace(when("2015-04-25"), after=None)) == "from 2015-04-25"


def test_a_province_is_not_taken_for_its_city() -> None:
    assert wording.place(place("Idlib")) == "Idlib"
    assert wording.place(place("Idlib", precision=PlacePrecision.PROVINCE)) == "Idlib (province)"
    assert wording.place(place("Idlib province", precision=PlacePrecision.PROVINCE)) == "Idlib province"


def test_short_ids_grow_until_they_tell_the_ids_apart() -> None:
    ids = ["c00000000aa1", "c00000000ab2", "d1"]
    short = wording.short_ids(ids)
    assert len(set(short.values())) == 3
    assert all(whole.startswith(one) for whole, one in short.items())
    assert wording.short_ids(["c0123456789abcdef"]) == {"c0123456789abcdef": "c01234567"}


def test_numbers_of_things() -> None:
    assert [wording.number(count, "report") for count in (0, 1, 2000)] == ["0 reports", "1 report", "2,000 reports"]
